"""What a network forecasts for windows: values and intervals in the units of the data.

Shapes: W windows, H steps of horizon, D targets, V levels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from elman.data.frames import Frame, cut_frames, normalise
from elman.data.series import Series
from elman.tasks.forecasting.calibration import conformal_margins, scores_of
from elman.tasks.forecasting.likelihoods import DRAWS, LIKELIHOODS, QUANTILES
from elman.tasks.forecasting.networks import Network
from elman.tasks.forecasting.scalings import Scalings
from elman.tasks.forecasting.settings import ForecastSettings
from elman.tasks.network import asking

__all__ = ["Said", "Windows", "ask", "calibrate", "windows_of"]

Array = NDArray[np.float64]
AT_ONCE = 256  # windows


@dataclass(frozen=True)
class Windows:
    """Windows of series, as the network sees them.

    Args:
        values: all series one after the other, scaled, (N, C).
        starts: where windows begin in it, (W,).
        owner: the series of each window, (W,).
        centre: of the scaling of each series' targets, (S, D).
        spread: likewise.
    """

    values: Tensor
    starts: Tensor
    owner: NDArray[np.int64]
    centre: Array
    spread: Array

    def chosen(self, which: slice) -> Windows:
        """Return some of the windows."""
        return Windows(self.values, self.starts[which], self.owner[which], self.centre, self.spread)

    def scaled(self, values: Array) -> Array:
        """Return values (W, H, D) in the units of the data as the network sees them."""
        return (values - self.centre[self.owner][:, None]) / self.spread[self.owner][:, None]

    def units(self, values: Array) -> Array:
        """Return scaled values (W, H, D) in the units of the data."""
        return values * self.spread[self.owner][:, None] + self.centre[self.owner][:, None]


class Said(NamedTuple):
    """Forecasts of windows, on the scale of the network.

    Args:
        centre: (W, H, D).
        low: the lower ends of the intervals, (V, W, H, D).
        high: the upper ends.
        scale: the spread of each window's look-back, (W, 1, D).
    """

    centre: Array
    low: Array
    high: Array
    scale: Array

    def scores(self, truth: Array) -> Array:
        """Return how far beyond the intervals a truth (W, H, D) lies, (V, W, H, D)."""
        return scores_of(truth, self.low, self.high) / self.scale

    def widened(self, margins: Array) -> Said:
        """Return the forecasts with intervals wider by margins, (V, W, H, D)."""
        added = margins * self.scale
        low, high = self.low - added, self.high + added
        middle = (low + high) / 2
        crossed = low > high  # margins below zero may turn a narrow interval inside out
        low, high = np.where(crossed, middle, low), np.where(crossed, middle, high)
        # a wider level is never the narrower interval, though each is tracked by itself
        low, high = np.minimum.accumulate(low), np.maximum.accumulate(high)
        return self._replace(low=low, high=high)


def windows_of(
    series: Sequence[Series], scalings: Scalings, starts: NDArray[np.int64], frame: Frame
) -> Windows:
    """Return windows of series for the network.

    Args:
        series: all of them.
        scalings: of the model.
        starts: the number of the series and the first step, of each window, (W, 2).
        frame: how windows are laid out.
    """
    known = np.array([one.length for one in series])
    np.minimum.at(known, starts[:, 0], starts[:, 1] + frame.lookback)
    every = [scalings.of(one, end) for one, end in zip(series, known.tolist(), strict=True)]
    scaled = [s.there(one.values).astype(np.float32) for s, one in zip(every, series, strict=True)]
    begins = np.cumsum([0, *(len(one.values) for one in series[:-1])])
    owner, first = starts[:, 0], starts[:, 1]
    return Windows(
        torch.from_numpy(scaled[0] if len(scaled) == 1 else np.concatenate(scaled)),
        torch.from_numpy(begins[owner] + first),
        owner,
        np.stack([s.centre[: frame.targets] for s in every]),
        np.stack([s.spread[: frame.targets] for s in every]),
    )


def ask(network: Network, windows: Windows, settings: ForecastSettings) -> Said:
    """Ask a network for the horizons of windows.

    Args:
        network: trained.
        windows: what it sees.
        settings: of the model.

    Returns:
        The forecasts, on the scale of the network.
    """
    parts = []
    count = len(windows.starts)
    with asking(network), torch.no_grad():
        for first in range(0, count, AT_ONCE):
            starts = windows.starts[first : first + AT_ONCE]
            frames = cut_frames(windows.values, starts, network.frame.length)
            parts.append(_ask(network, frames, network.frame, settings))
    empty = np.zeros((0, network.frame.horizon, network.frame.targets))
    if not parts:
        none = np.zeros((len(settings.levels), *empty.shape))
        return Said(empty, none, none, empty[:, :1])
    centre, low, high, scale = zip(*parts, strict=True)
    return Said(
        np.concatenate(centre),
        np.concatenate(low, axis=1),
        np.concatenate(high, axis=1),
        np.concatenate(scale),
    )


def _ask(network: Network, frames: Tensor, frame: Frame, settings: ForecastSettings) -> Said:
    likelihood = LIKELIHOODS[settings.likelihood]
    frames, instance = normalise(frames, frame, settings.instance)
    said = network.forecast(frames, likelihood.centre)
    centre = likelihood.centre(said)
    ends = centre[None].expand(len(settings.levels), *centre.shape)
    low = high = ends
    if likelihood.quantiles is not None:
        if network.recursive:
            quantiles = _drawn(network, frames, settings)
            centre = quantiles[..., QUANTILES.index(0.5)]
        else:
            quantiles = likelihood.quantiles(said)
        low = torch.stack([quantiles[..., a] for a, _ in settings.ends])
        high = torch.stack([quantiles[..., b] for _, b in settings.ends])
    centre, low, high = (instance.back(one).double() for one in (centre, low, high))
    return Said(centre.numpy(), low.numpy(), high.numpy(), instance.scale.double().numpy())


def _drawn(network: Network, frames: Tensor, settings: ForecastSettings) -> Tensor:
    """Return the quantiles of many futures, each drawn step after step, (B, H, D, Q)."""
    value_of = LIKELIHOODS[settings.likelihood].value
    assert value_of is not None  # the settings refuse quantiles of single steps
    B, paths = len(frames), []

    def draw(said: Tensor) -> Tensor:
        # every window meets the same chances: what is said of it depends on no other
        chances = torch.stack([torch.randperm(DRAWS) for _ in range(said.shape[1])], 1)
        value = value_of(said, ((chances + 0.5) / DRAWS).repeat(B, 1))
        paths.append(value)
        return value

    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(0)
        network.forecast(frames.repeat_interleave(DRAWS, 0), draw)
    futures = torch.stack(paths, 1)
    futures = futures.view(B, DRAWS, *futures.shape[1:])
    quantiles: Tensor = futures.quantile(torch.tensor(QUANTILES, dtype=futures.dtype), 1)
    return quantiles.movedim(0, -1)


def calibrate(said: Said, truth: Array, levels: Sequence[float]) -> Array:
    """Return what must be added to the intervals so that they cover what they promise.

    Args:
        said: of windows that were not learnt.
        truth: of them, on the scale of the network, (W, H, D).
        levels: V.

    Returns:
        The margins, (V, H, D), in units of each window's spread; 0 without windows.
    """
    if not len(truth):
        return np.zeros((len(levels), *said.centre.shape[1:]))
    scores = said.scores(truth)
    margins = [conformal_margins(s, level) for s, level in zip(scores, levels, strict=True)]
    return np.nan_to_num(np.stack(margins), nan=0.0)
