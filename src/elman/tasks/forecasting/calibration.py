"""Intervals that hold what they promise: widened or narrowed by what was seen on other data.

Split-conformal prediction: on data that was not learnt, how far beyond its interval (or its bare
forecast) the truth lay is a score; the share of scores that an interval must cover says how much is
added at either end.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

__all__ = ["FEW", "conformal_margins", "scores_of"]

Array = NDArray[np.float64]
FEW = 100  # forecasts below which the steps of the horizon are judged together, not one by one


def scores_of(truth: Array, low: Array, high: Array) -> Array:
    """Return how far beyond an interval the truth lies; below zero where it lies within.

    Args:
        truth: (...).
        low: the lower ends; both ends may be the forecast itself.
        high: the upper ends.

    Returns:
        (...).

    Example:
        >>> scores_of(np.array([5.0]), np.array([1.0]), np.array([3.0])).tolist()
        [2.0]

    Source:
        Romano, Patterson & Candès 2019, Conformalized Quantile Regression, equation (6).
    """
    return np.maximum(low - truth, truth - high)


def conformal_margins(scores: Array, level: float) -> Array:
    r"""Return what must be added at either end of the intervals.

    The score of rank $level\,(n + 1)$ among those known of n forecasts, of every step of the
    horizon where there are enough forecasts, else of all steps together.

    Args:
        scores: of n forecasts, (n, H, D), NaN where the truth is unknown.
        level: the share of the truth that is to lie within, 0 to 1.

    Returns:
        (H, D), in the units of the scores.

    Example:
        >>> conformal_margins(np.arange(1.0, 101.0).reshape(100, 1, 1), 0.9).tolist()
        [[91.0]]
        >>> conformal_margins(np.arange(1.0, 10.0).reshape(9, 1, 1), 0.9).tolist()
        [[9.0]]

    Source:
        Papadopoulos et al. 2002, Inductive Confidence Machines for Regression.
    """
    n, H, D = scores.shape
    if n < FEW:
        together = _ranked(scores.reshape(n * H, 1, D), level, more=H)
        return np.broadcast_to(together, (H, D)).copy()
    return _ranked(scores, level, more=1)


def _ranked(scores: Array, level: float, more: int) -> Array:
    # `more` scores will come with the next forecast
    ordered = np.sort(scores, axis=0)  # NaN last
    count = np.isfinite(scores).sum(axis=0)
    rank = np.ceil(np.round(level * (count + more), 9)).astype(int)  # 0.1 * 3 is not quite 0.3
    picked = np.take_along_axis(ordered, np.clip(rank, 1, np.maximum(count, 1))[None] - 1, axis=0)[
        0
    ]
    return np.where(count > 0, picked, math.nan)
