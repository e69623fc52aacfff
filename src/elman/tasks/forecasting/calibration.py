"""Intervals that hold what they promise: widened or narrowed by what was seen on other data.

Split-conformal prediction: on data that was not learnt, how far beyond its interval (or its bare
forecast) the truth lay is a score; the share of scores that an interval must cover says how much is
added at either end.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

__all__ = ["FEW", "conformal_margins", "independent", "scores_of"]

Array = NDArray[np.float64]
FEW = 20  # forecasts below which the steps of the horizon are judged together, not one by one


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


def independent(owner: NDArray[np.int64], horizon: int) -> float:
    """Return how many forecasts are as good as independent: those that do not overlap.

    Args:
        owner: the series of each forecast, one step after the other within a series, (n,).
        horizon: steps of each.

    Returns:
        At most n.

    Example:
        >>> independent(np.zeros(25, dtype=np.int64), 12)
        3.0
    """
    counts = np.bincount(owner)
    return float(((counts[counts > 0] - 1) / horizon + 1).sum())


def conformal_margins(scores: Array, level: float, among: float) -> Array:
    r"""Return what must be added at either end of the intervals.

    The share $level\,(m + 1) / m$ of the scores lies within, where m forecasts are as good as
    independent: the largest score where they are too few to say more. Where they are few, the
    steps of the horizon are judged together.

    Args:
        scores: of n forecasts, (n, H, D), NaN where the truth is unknown.
        level: the share of the truth that is to lie within, 0 to 1.
        among: m, what `independent` returned.

    Returns:
        (H, D), in the units of the scores.

    Example:
        >>> scores = np.arange(1.0, 101.0).reshape(100, 1, 1)
        >>> conformal_margins(scores, 0.9, among=100).tolist()
        [[91.0]]
        >>> conformal_margins(scores, 0.9, among=3).tolist()
        [[100.0]]

    Source:
        Papadopoulos et al. 2002, Inductive Confidence Machines for Regression, for m = n.
    """
    n, H, D = scores.shape
    if among < FEW:
        together = _margins(scores.reshape(n * H, 1, D), level, among)
        return np.broadcast_to(together, (H, D)).copy()
    return _margins(scores, level, among)


def _margins(scores: Array, level: float, among: float) -> Array:
    ordered = np.sort(scores, axis=0)  # NaN last
    count = np.isfinite(scores).sum(axis=0)
    share = min(1.0, level * (among + 1) / among)
    rank = np.minimum(np.ceil(count * share), count).astype(int)
    picked = np.take_along_axis(ordered, np.maximum(rank - 1, 0)[None], axis=0)[0]
    return np.where(count > 0, picked, math.nan)
