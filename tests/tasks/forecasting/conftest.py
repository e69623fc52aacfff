import numpy as np
import pandas as pd
import pytest

from elman.tasks import Forecaster

HOURS = 120


def hours(count=HOURS, begin="2026-01-05"):
    return pd.date_range(begin, periods=count, freq="h")


def sales(count=HOURS, name=None, level=100.0):
    """A table with a daily wave and columns of every kind that help."""
    step = np.arange(count)
    generator = np.random.default_rng(int(level))
    frame = pd.DataFrame(
        {
            "time": hours(count),
            "sales": level + 10 * np.sin(step * np.pi / 12) + generator.normal(size=count),
            "returns": 5 + np.cos(step * np.pi / 12),
            "wind": np.where(step % 5 < 2, "NE", "SW"),
            "price": 1 + step % 3,
            "size": level / 10,
        }
    )
    if name is not None:
        frame.insert(0, "shop", name)
    return frame


def shops():
    return pd.concat([sales(name="a"), sales(100, name="b", level=900.0)], ignore_index=True)


def small(**settings):
    return Forecaster(
        **{"horizon": 3, "target": "sales", "time": "time", "lookback": 6, "hidden_size": 6}
        | settings
    )


def trained(data, epochs=1, seed=0, **settings):
    model = small(**settings)
    model.fit(data, epochs=epochs, seed=seed)
    return model


@pytest.fixture(scope="session")
def make():
    """Return what makes tables and models: sales, shops, small, trained."""
    from types import SimpleNamespace

    return SimpleNamespace(sales=sales, shops=shops, small=small, trained=trained)
