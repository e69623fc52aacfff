r"""Intervals that learn from their own misses while the truth comes in.

Whatever happens to the data, the share of misses tends to what was promised: after each forecast
whose truth is known, the margin of that step of the horizon grows a little if it missed, and
shrinks a little if it did not, $q \leftarrow q + \eta\,(\mathrm{missed} - (1 - \mathrm{level}))$.

Shapes: V levels, W forecasts of one series in order, H steps of horizon, D targets.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["margins_of_all", "tracked_margins"]

Array = NDArray[np.float64]
STEP = 0.03  # η, as a share of the largest recent score
RECENT = 50  # forecasts


def tracked_margins(
    start: Array, scores: Array, origins: NDArray[np.int64], levels: Sequence[float]
) -> Array:
    """Return the margins that each forecast is given, from what was known when it was made.

    Args:
        start: the margins before any of these forecasts, (V, H, D).
        scores: how far beyond its interval without margin each truth lies, (V, W, H, D); NaN where
            it is never known.
        origins: the last step that each forecast knew, ascending, (W,). The truth of its step h is
            known at ``origin + h``.
        levels: which share of the truth is to lie within, V.

    Returns:
        The margins, (V, W, H, D).

    Example:
        >>> scores = np.full((1, 200, 1, 1), 3.0)
        >>> margins = tracked_margins(np.zeros((1, 1, 1)), scores, np.arange(200), [0.9])
        >>> float(margins[0, 0, 0, 0]), bool(margins[0, -1, 0, 0] >= 2.9)
        (0.0, True)

    Source:
        Angelopoulos, Candès & Tibshirani 2023, Conformal PID Control for Time Series Prediction,
        section 2.1 (quantile tracking).
    """
    _, W, H, _ = scores.shape
    missing = 1 - np.array(levels)[:, None, None]
    after = np.empty((W + 1, *start.shape))
    after[0] = start
    size = np.abs(np.nan_to_num(scores))
    for w in range(W):
        recent = np.maximum(np.abs(start), size[:, max(0, w - RECENT) : w + 1].max(axis=1))
        change = STEP * recent * ((scores[:, w] > after[w]) - missing)
        after[w + 1] = after[w] + np.where(np.isfinite(scores[:, w]), change, 0.0)
    margins = np.empty_like(scores)
    for h in range(H):
        # with so many forecasts before it the margin of one is known
        known = np.searchsorted(origins, origins - (h + 1), side="right")
        margins[:, :, h] = after[known, :, h].swapaxes(0, 1)
    return margins


def margins_of_all(
    start: Array,
    scores: Array,
    owner: NDArray[np.int64],
    origins: NDArray[np.int64],
    levels: Sequence[float],
) -> Array:
    """Return the margins of forecasts of several series, each tracked by itself.

    Args:
        start: as for `tracked_margins`.
        scores: likewise, of the series one after the other.
        owner: the series of each, (W,).
        origins: the last step that each knew, ascending within a series, (W,).
        levels: V.

    Returns:
        The margins, (V, W, H, D).

    Example:
        >>> scores = np.zeros((1, 4, 1, 1))
        >>> owner, origins = np.array([0, 0, 1, 1]), np.array([5, 6, 5, 6])
        >>> margins_of_all(np.ones((1, 1, 1)), scores, owner, origins, [0.9])[0, :, 0, 0].tolist()
        [1.0, 0.997, 1.0, 0.997]
    """
    margins = np.empty_like(scores)
    for one in np.unique(owner):
        own = owner == one
        margins[:, own] = tracked_margins(start, scores[:, own], origins[own], levels)
    return margins
