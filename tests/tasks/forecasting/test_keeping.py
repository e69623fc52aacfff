import json

import numpy as np
import pandas as pd

from elman.data.series import Columns, Series
from elman.tasks.forecasting.categories import Categories
from elman.tasks.forecasting.keeping import Kept
from elman.tasks.forecasting.preparation import Learnt
from elman.tasks.forecasting.scalings import fit_scalings
from elman.tasks.forecasting.settings import ForecastSettings


def kept():
    generator = np.random.default_rng(0)
    series = [
        Series(name, pd.RangeIndex(9), generator.normal(size=(9, 3)), 9) for name in ("a", "ü b")
    ]
    columns = Columns(("y", "z"), static=("shop=x",))
    settings = ForecastSettings(horizon=2, target=("y", "z"), static="shop")
    scalings = fit_scalings(settings, columns, series, [9, 9])
    steps = {"a": [1 / 3, float("nan")], "ü b": [2.0, 1e-300]}
    learnt = Learnt(columns, scalings, 7, steps, "2026-02-28 00:00:00", "D")
    margins = generator.normal(size=(3, 2, 2))
    return Kept(learnt, {"shop": Categories(("x", ""))}, margins)


def test_it_goes_through_json_to_the_same_bits():
    one = kept()
    # strict JSON: no reader of another language knows NaN
    written = json.dumps(one.to_dict(), allow_nan=False)
    again = Kept.from_dict(json.loads(written))
    assert again.learnt.columns == one.learnt.columns
    assert (again.learnt.season, again.learnt.until, again.learnt.frequency) == (
        7,
        "2026-02-28 00:00:00",
        "D",
    )
    for name, steps in one.learnt.steps.items():
        np.testing.assert_array_equal(again.learnt.steps[name], steps)
    assert again.categories == one.categories
    np.testing.assert_array_equal(again.margins, one.margins)
    assert again.learnt.scalings.to_dict() == one.learnt.scalings.to_dict()
    assert json.dumps(again.to_dict(), allow_nan=False) == written
