"""What a calendar says of a time, as numbers that are known as far into the future as one likes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["calendar_features"]

HOUR, DAY, MONTH = 3600.0, 86_400.0, 28 * 86_400.0  # seconds

# Name, the longest step (seconds) at which it still says something, and the share of its round
# that has passed. A step as long as the round itself always stands at the same place.
ROUNDS: dict[str, tuple[float, Callable[[pd.DatetimeIndex], NDArray[np.float64]]]] = {
    "hour": (HOUR / 2, lambda t: (t.minute + t.second / 60) / 60),
    "day": (DAY / 2, lambda t: (t.hour + t.minute / 60) / 24),
    "week": (DAY, lambda t: (t.day_of_week + t.hour / 24) / 7),
    "month": (DAY, lambda t: (t.day - 1) / t.days_in_month),
    "year": (6 * MONTH, lambda t: (t.month - 1 + (t.day - 1) / t.days_in_month) / 12),
}


def calendar_features(times: pd.DatetimeIndex) -> tuple[NDArray[np.float64], list[str]]:
    r"""Return where each time stands in its hour, day, week, month and year.

    Each round is told by two numbers, $\sin 2\pi\varphi$ and $\cos 2\pi\varphi$, so that its end is
    next to its beginning; rounds that the distance between times cannot show are left out.

    Args:
        times: (N,), in order.

    Returns:
        The features, (N, F), from -1 to 1, and their names.

    Example:
        >>> import pandas as pd
        >>> features, names = calendar_features(pd.date_range("2026-01-01", periods=3, freq="MS"))
        >>> names, features[0].tolist()
        (['year sin', 'year cos'], [0.0, 1.0])
    """
    apart = np.median(np.diff(times.asi8)) / _ticks(times) if len(times) > 1 else DAY
    columns, names = [], []
    for name, (longest, share) in ROUNDS.items():
        if apart <= longest:
            angle = 2 * np.pi * np.asarray(share(times), dtype=np.float64)
            columns += [np.sin(angle), np.cos(angle)]
            names += [f"{name} sin", f"{name} cos"]
    shape = (len(times), len(columns))
    return (np.stack(columns, axis=1) if columns else np.zeros(shape)), names


def _ticks(times: pd.DatetimeIndex) -> float:
    return {"s": 1.0, "ms": 1e3, "us": 1e6, "ns": 1e9}[times.unit]
