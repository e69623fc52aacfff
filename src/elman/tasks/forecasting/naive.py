"""The forecasts that need no network: the last value, and the value a season before."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["seasonal_naive"]


def seasonal_naive(past: NDArray[np.float64], horizon: int, season: int) -> NDArray[np.float64]:
    """Return the last known season over and over; with a season of 1, the last value.

    Args:
        past: (..., L, D), NaN where unknown: there the season before is taken, and where none is
            known the mean.
        horizon: H.
        season: steps; a past that is shorter is repeated as a whole.

    Returns:
        (..., H, D).

    Example:
        >>> seasonal_naive(np.array([[1.0], [2.0], [3.0]]), horizon=3, season=2)[:, 0].tolist()
        [2.0, 3.0, 2.0]
    """
    season = min(season, past.shape[-2])
    last = past[..., -season:, :].copy()
    for back in range(2, past.shape[-2] // season + 1):
        if not np.isnan(last).any():
            break
        stop = past.shape[-2] - (back - 1) * season
        before = past[..., stop - season : stop, :]
        last = np.where(np.isnan(last), before, last)
    known = np.isfinite(past)
    count = np.maximum(known.sum(axis=-2, keepdims=True), 1)
    mean = np.where(known, past, 0.0).sum(axis=-2, keepdims=True) / count
    last = np.where(np.isnan(last), mean, last)
    return last[..., np.arange(horizon) % season, :]
