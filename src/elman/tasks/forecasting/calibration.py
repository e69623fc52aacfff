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

    The share $level\,(n + 1) / n$ of n scores lies within, of every step of the horizon where
    there are enough forecasts, else of all steps together.

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
    share = min(1.0, level * (n + 1) / n)
    if n < FEW:
        together = _quantile(scores.reshape(n * H, 1, D), share)
        return np.broadcast_to(together, (H, D)).copy()
    return _quantile(scores, share)


def _quantile(scores: Array, share: float) -> Array:
    ordered = np.sort(scores, axis=0)  # NaN last
    count = np.isfinite(scores).sum(axis=0)
    rank = np.ceil(np.round(count * share, 9)).astype(int)  # 0.9 times 101 / 100 is not quite 0.909
    picked = np.take_along_axis(ordered, np.maximum(rank - 1, 0)[None], axis=0)[0]
    return np.where(count > 0, picked, math.nan)
