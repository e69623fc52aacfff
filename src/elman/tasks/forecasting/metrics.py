"""How far forecasts are from the truth, and how often the truth lies within their intervals.

All take arrays of one shape (..., H, D); where the truth is NaN it does not count.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["coverage", "mae", "mase", "mse", "pinball", "rmse", "seasonal_step", "smape"]

Array = NDArray[np.float64]


def mae(truth: Array, forecast: Array) -> float:
    """Return the mean absolute error.

    Args:
        truth: of any shape, NaN where unknown.
        forecast: likewise.

    Returns:
        In the units of the data.

    Example:
        >>> mae(np.array([1.0, np.nan, 4.0]), np.array([2.0, 9.0, 4.0]))
        0.5
    """
    return _mean(np.abs(truth - forecast), truth)


def mse(truth: Array, forecast: Array) -> float:
    """Return the mean squared error.

    Args:
        truth: of any shape, NaN where unknown.
        forecast: likewise.

    Returns:
        In the units of the data, squared.

    Example:
        >>> mse(np.array([1.0, 4.0]), np.array([3.0, 4.0]))
        2.0
    """
    return _mean((truth - forecast) ** 2, truth)


def rmse(truth: Array, forecast: Array) -> float:
    """Return the root of the mean squared error.

    Args:
        truth: of any shape, NaN where unknown.
        forecast: likewise.

    Returns:
        In the units of the data.

    Example:
        >>> rmse(np.array([1.0, 4.0]), np.array([3.0, 6.0]))
        2.0
    """
    return math.sqrt(mse(truth, forecast))


def smape(truth: Array, forecast: Array) -> float:
    """Return the symmetric mean absolute percentage error, 0 to 200 %; 0 where both are 0.

    Args:
        truth: of any shape, NaN where unknown.
        forecast: likewise.

    Returns:
        In percent.

    Example:
        >>> round(smape(np.array([100.0, 0.0]), np.array([50.0, 0.0])), 2)
        33.33
    """
    size = np.abs(truth) + np.abs(forecast)
    share = np.where(size == 0, 0.0, np.abs(truth - forecast) / np.where(size == 0, 1.0, size))
    return 200 * _mean(share, truth)


def seasonal_step(values: Array, season: int) -> Array:
    """Return how far values are from those a season before, in the mean: what MASE divides by.

    Args:
        values: of the training rows, (N, D), NaN where unknown.
        season: steps.

    Returns:
        (D,); NaN where there is no season to compare, or it never changes.

    Example:
        >>> seasonal_step(np.array([[1.0], [2.0], [4.0]]), 1).tolist()
        [1.5]
    """
    apart = np.abs(values[season:] - values[:-season])
    known = np.isfinite(apart)
    count = known.sum(axis=0)
    mean = np.where(known, apart, 0.0).sum(axis=0) / np.maximum(count, 1)
    return np.where((count > 0) & (mean > 0), mean, np.nan)


def mase(truth: Array, forecast: Array, step: Array) -> float:
    """Return the mean absolute scaled error: 1 is as far as values of the season before.

    Args:
        truth: (..., D).
        forecast: (..., D).
        step: what `seasonal_step` says of the training rows, (..., D) or (D,).

    Returns:
        The error; NaN where no step is known.

    Example:
        >>> mase(np.array([[3.0]]), np.array([[6.0]]), np.array([1.5]))
        2.0

    Source:
        Hyndman & Koehler 2006, Another look at measures of forecast accuracy.
    """
    return _mean(np.abs(truth - forecast) / step, truth / step)


def pinball(truth: Array, low: Array, high: Array, level: float) -> float:
    """Return the mean pinball loss of the two ends of an interval.

    Args:
        truth: of any shape, NaN where unknown.
        low: the lower ends, likewise.
        high: the upper ends.
        level: which share of the truth is to lie within, 0 to 1.

    Returns:
        In the units of the data.

    Example:
        >>> pinball(np.array([1.0]), np.array([0.0]), np.array([3.0]), 0.5)
        0.375
    """
    tail = (1 - level) / 2
    below, above = truth - low, truth - high
    losses = [np.maximum(q * e, (q - 1) * e) for q, e in ((tail, below), (1 - tail, above))]
    return _mean((losses[0] + losses[1]) / 2, truth)


def coverage(truth: Array, low: Array, high: Array) -> float:
    """Return which share of the truth lies within the interval, ends included.

    Args:
        truth: of any shape, NaN where unknown.
        low: the lower ends, likewise.
        high: the upper ends.

    Returns:
        0 to 1; NaN where no truth is known.

    Example:
        >>> coverage(np.array([1.0, 5.0, np.nan]), np.zeros(3), np.full(3, 2.0))
        0.5
    """
    return _mean((truth >= low) & (truth <= high), truth)


def _mean(values: NDArray[Any], truth: Array) -> float:
    # over what is known of the truth: a forecast that is no number is not passed over
    known = np.isfinite(truth)
    return float(values[known].mean()) if known.any() else math.nan
