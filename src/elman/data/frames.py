"""A window of a series as one tensor: the look-back, and the horizon after it.

Shapes: B rows, L steps of look-back, H steps of horizon, C columns: D targets, P known in the past
alone, F known in the future too. What is not known is NaN.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from elman.data.arguments import one_of
from elman.data.series import Columns, Series

__all__ = ["INSTANCES", "Frame", "Instance", "cut_frames", "frame_starts", "normalise"]


class Frame(NamedTuple):
    """How a window is laid out.

    Args:
        lookback: L.
        horizon: H.
        targets: D, the first columns.
        past: P, the columns after them.
        future: F, the last columns.

    Example:
        >>> Frame(96, 24, 2, 1, 4).columns
        7
    """

    lookback: int
    horizon: int
    targets: int
    past: int
    future: int

    @property
    def columns(self) -> int:
        """C, the number of all columns."""
        return self.targets + self.past + self.future

    @property
    def length(self) -> int:
        """The steps of a window, L + H."""
        return self.lookback + self.horizon

    @classmethod
    def of(cls, lookback: int, horizon: int, columns: Columns) -> Frame:
        """Return the layout of windows over these columns."""
        return cls(lookback, horizon, len(columns.targets), len(columns.past), len(columns.known))


class Instance(NamedTuple):
    """What was taken from the targets of each window, to be given back to its forecast.

    Args:
        shift: (B, 1, D).
        scale: (B, 1, D).
    """

    shift: Tensor
    scale: Tensor

    def back(self, values: Tensor) -> Tensor:
        """Return a forecast (B, H, D) of normalised windows on the scale of the series."""
        return values * self.scale + self.shift


# A window that hardly moves is not blown up to more than a hundred times its size.
FLOOR = 1e-4


def _mean(x: Tensor) -> Tensor:
    return x.nanmean(1, keepdim=True).nan_to_num(0.0)


def _last(x: Tensor) -> Tensor:
    known = x.isfinite()
    newest = (known * torch.arange(1, x.shape[1] + 1)[:, None]).argmax(1, keepdim=True)
    return x.gather(1, newest).nan_to_num(0.0)


def _deviation(x: Tensor) -> Tensor:
    return ((x - _mean(x)).square().nanmean(1, keepdim=True).nan_to_num(1.0) + FLOOR).sqrt()


def _one(x: Tensor) -> Tensor:
    return torch.ones_like(x[:, :1])


# From the targets of a look-back (B, L, D) to shift and scale, (B, 1, D) each.
INSTANCES: dict[str, tuple[Callable[[Tensor], Tensor], Callable[[Tensor], Tensor]]] = {
    "none": (lambda x: torch.zeros_like(x[:, :1]), _one),
    "last": (_last, _one),
    "mean": (_mean, _one),
    "standard": (_mean, _deviation),
}


def normalise(frames: Tensor, frame: Frame, kind: str) -> tuple[Tensor, Instance]:
    """Take its own level, and perhaps its own spread, from the targets of every window.

    Args:
        frames: windows, (B, L + H, C).
        frame: how they are laid out.
        kind: ``"none"``, ``"last"`` (less the last known value), ``"mean"`` (less the mean of the
            look-back) or ``"standard"`` (and divided by its deviation).

    Returns:
        The windows, and what was taken.

    Raises:
        SettingError: there is no such kind.

    Example:
        >>> windows = torch.tensor([[[3.0], [5.0], [6.0]]])
        >>> normalise(windows, Frame(2, 1, 1, 0, 0), "last")[0].flatten().tolist()
        [-2.0, 0.0, 1.0]

    Source:
        Kim et al. 2022, Reversible Instance Normalization for Accurate Time-Series Forecasting
        against Distribution Shift; less the last value: Lin et al. 2023, SegRNN.
    """
    level, spread = INSTANCES[one_of("instance", kind, INSTANCES)]
    seen = frames[:, : frame.lookback, : frame.targets]
    taken = Instance(level(seen), spread(seen))
    targets = (frames[..., : frame.targets] - taken.shift) / taken.scale
    return torch.cat([targets, frames[..., frame.targets :]], -1), taken


def frame_starts(
    series: Sequence[Series], first: Sequence[int], end: Sequence[int], frame: Frame
) -> NDArray[np.int64]:
    """Return where the windows begin whose horizons lie within a part of each series.

    The look-back may reach into the part before. A window with no known target in its look-back,
    or none in its horizon, says nothing and is left out.

    Args:
        series: all of them.
        first: of each, the first step that a horizon may cover.
        end: of each, the step after the last.
        frame: how windows are laid out.

    Returns:
        The number of the series and the first step of the look-back, of each window, (W, 2).

    Example:
        >>> import pandas as pd
        >>> one = Series("", pd.RangeIndex(6), np.zeros((6, 1)), 6)
        >>> frame_starts([one], [4], [6], Frame(3, 1, 1, 0, 0)).tolist()
        [[0, 1], [0, 2]]
    """
    found = [np.zeros((0, 2), dtype=np.int64)]
    for number, (one, low, high) in enumerate(zip(series, first, end, strict=True)):
        known = np.isfinite(one.values[:, : frame.targets]).any(axis=1)
        before = np.concatenate([[0], known.cumsum(dtype=np.int32)])
        starts = np.arange(max(0, low - frame.lookback), high - frame.length + 1)
        middle = starts + frame.lookback
        seen = before[middle] > before[starts]
        said = before[middle + frame.horizon] > before[middle]
        chosen = starts[seen & said]
        found.append(np.stack([np.full_like(chosen, number), chosen], axis=1))
    return np.concatenate(found)


def cut_frames(values: Tensor, starts: Tensor, length: int) -> Tensor:
    """Return windows of a long tensor.

    Args:
        values: all series one after the other, (N, C).
        starts: where windows begin in it, (...).
        length: of each.

    Returns:
        The windows, (..., length, C).

    Example:
        >>> cut_frames(torch.arange(4.0)[:, None], torch.tensor([1]), 2).flatten().tolist()
        [1.0, 2.0]
    """
    return values[starts[..., None] + torch.arange(length)]
