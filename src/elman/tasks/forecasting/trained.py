"""A trained forecaster before data: which windows they have, and what it says, or would have said.

Shapes: W windows, L steps of look-back, H steps of horizon, D targets, V levels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from elman.data.frames import Frame, cut_frames, frame_starts, normalise
from elman.data.series import Series
from elman.errors import DataError, SettingError
from elman.tasks.forecasting.asking import Windows, ask, calibrate, windows_of
from elman.tasks.forecasting.backtest import Backtest
from elman.tasks.forecasting.gathering import Gathered, gather, table_of
from elman.tasks.forecasting.keeping import Kept
from elman.tasks.forecasting.metrics import seasonal_step
from elman.tasks.forecasting.networks import Network
from elman.tasks.forecasting.settings import ForecastSettings
from elman.tasks.forecasting.tracking import margins_of_all
from elman.tasks.network import asking

__all__ = ["Trained"]

Array = NDArray[np.float64]
Places = NDArray[np.int64]

AT_ONCE = 512  # windows
TRACKED = 500  # newest forecasts whose misses are looked at before a new one is made


@dataclass(frozen=True)
class Trained:
    """A network, with all that must be known to ask it about data.

    Args:
        kept: what the model knows of the data that it was trained on.
        network: that learnt them.
        settings: of the model, with what was left open filled in.
    """

    kept: Kept
    network: Network
    settings: ForecastSettings

    @property
    def frame(self) -> Frame:
        """How a window is laid out."""
        return self.network.frame

    def gathered(self, data: Any, reading: Mapping[str, Any], ahead: int = 0) -> Gathered:
        """Return the series of data, which must go on as those did that were learnt.

        Args:
            data: a path to a table, a pandas frame, or an array.
            reading: how they are written down, where otherwise than in training.
            ahead: steps after the last known ones, of which covariates are wanted.

        Raises:
            DataError: the data cannot be used.
            SettingError: an option of reading makes no sense.
        """
        settings = self.settings.read_as(**reading)
        table = table_of(data, settings)
        gathered = gather(table, settings, ahead=ahead, categories=self.kept.categories)
        frequency = self.kept.learnt.frequency
        if gathered.frequency != frequency:
            raise DataError(
                f"{table.name}: its rows come {gathered.rhythm} (frequency {gathered.frequency}), "
                f"but the model was trained on rows of the frequency {frequency}. Give such rows; "
                f'in pandas: resample("{frequency}").'
            )
        return gathered

    def starts(self, gathered: Gathered, stride: int) -> Places:
        """Return the windows of series whose horizon is known, (W, 2): a series, and a first step.

        Args:
            gathered: the series.
            stride: steps from one window of a series to the next.

        Raises:
            DataError: there is none.
            SettingError: the stride makes no sense.
        """
        if isinstance(stride, bool) or not isinstance(stride, int) or stride < 1:
            raise SettingError(f"stride is {stride!r}; expected a whole number of at least 1.")
        series = gathered.series
        starts = frame_starts(series, [0] * len(series), [s.length for s in series], self.frame)
        if not len(starts):
            which = "the longest series has" if len(series) > 1 else "there are"
            raise DataError(
                f"{gathered.name}: {which} {max(s.length for s in series):,} steps; expected at "
                f"least {self.frame.length:,}: {self.frame.lookback:,} to look back and "
                f"{self.frame.horizon:,} to be judged by. Give a longer one."
            )
        owners, places = np.unique(starts[:, 0], return_index=True)
        firsts = np.zeros(len(series), dtype=np.int64)
        firsts[owners] = starts[places, 1]
        chosen: Places = starts[(starts[:, 1] - firsts[starts[:, 0]]) % stride == 0]
        return chosen

    def newest(self, gathered: Gathered) -> tuple[Places, Places]:
        """Return the windows that forecast what comes next, and those whose misses tell how wide.

        Args:
            gathered: the series.

        Returns:
            All of them, as of `starts`, and the numbers of those that look back on the last steps
            of each series.

        Raises:
            DataError: a series is shorter than the look-back.
        """
        L = self.frame.lookback
        self.refuse_short(gathered)
        every = [
            np.arange(self._first_unlearnt(one), one.length - L + 1) for one in gathered.series
        ]
        owner = np.repeat(np.arange(len(every)), list(map(len, every)))
        starts = np.stack([owner, np.concatenate(every)], axis=1)
        return starts, np.cumsum(list(map(len, every))) - 1

    def refuse_short(self, gathered: Gathered) -> None:
        """Refuse series that are shorter than the look-back.

        Args:
            gathered: the series.

        Raises:
            DataError: one is.
        """
        lookback = self.frame.lookback
        short = [one for one in gathered.series if one.length < lookback]
        if not short:
            return
        first, more = short[0], f", and {len(short) - 1:,} more are too short" if short[1:] else ""
        name = f'{gathered.name}, series "{first.name}"' if first.name else gathered.name
        without = ", or take the rows of such series out" if len(gathered.series) > 1 else ""
        raise DataError(
            f"{name}: there are {first.length:,} steps, but the model looks {lookback:,} steps "
            f"back{more}. Give the steps before them too{without}."
        )

    def windows(self, gathered: Gathered, starts: Places) -> Windows:
        """Return windows of series, (W, 2), as the network sees them."""
        return windows_of(gathered.series, self.kept.learnt.scalings, starts, self.frame)

    def frames(self, windows: Windows, length: int) -> Tensor:
        """Return so many steps of windows, (W, length, C), normalised each by itself."""
        frames = cut_frames(windows.values, windows.starts, length)
        return normalise(frames, self.frame, self.settings.instance)[0]

    def has_gaps(self, windows: Windows) -> bool:
        """Return whether targets are missing."""
        return not bool(windows.values[:, : self.frame.targets].isfinite().all())

    def mean_loss(self, windows: Windows, loss: nn.Module) -> float:
        """Return the loss on windows, each target counted once."""
        network = self.network
        total, count = 0.0, 0
        with asking(network), torch.no_grad():
            for first in range(0, len(windows.starts), AT_ONCE):
                part = windows.chosen(slice(first, first + AT_ONCE))
                frames = self.frames(part, self.frame.length)
                targets = network.targets(frames)
                known = int(targets.isfinite().sum())
                if known:
                    total += known * float(loss(network(network.inputs(frames))[0], targets))
                    count += known
        return total / max(count, 1)

    def margins(self, gathered: Gathered, windows: Windows) -> Array:
        """Return what intervals must be widened by to hold what they promise, (V, H, D)."""
        said = ask(self.network, windows, self.settings)
        _, truth = self._rows(gathered, windows)
        return calibrate(said, windows.scaled(truth), self.settings.levels)

    def backtest(self, gathered: Gathered, windows: Windows) -> Backtest:
        """Return what is forecast from each window, as if nothing after its look-back were known.

        Args:
            gathered: the series.
            windows: of them.

        Returns:
            Forecasts, intervals and truth.
        """
        frame, learnt = self.frame, self.kept.learnt
        said = ask(self.network, windows, self.settings)
        past, truth = self._rows(gathered, windows)
        begins = np.cumsum([0, *(len(one.values) for one in gathered.series[:-1])])
        origins = windows.starts.numpy() - begins[windows.owner] + frame.lookback - 1
        scores = said.scores(windows.scaled(truth))
        margins = margins_of_all(
            self.kept.margins, scores, windows.owner, origins, self.settings.levels
        )
        said = said.widened(margins)
        steps = [
            learnt.steps.get(one.name)
            or seasonal_step(one.values[: one.length, : frame.targets], learnt.season)
            for one in gathered.series
        ]
        return Backtest(
            windows.owner,
            origins,
            past,
            truth,
            windows.units(said.centre),
            np.stack([windows.units(low) for low in said.low]),
            np.stack([windows.units(high) for high in said.high]),
            self.settings.levels,
            learnt.season,
            np.array(steps, dtype=np.float64),
            windows.spread,
        )

    def seen_before(self, gathered: Gathered) -> str:
        """Return a remark if some of the rows were learnt in training; nothing if none was."""
        learnt = self.kept.learnt
        names = [one for one in gathered.series if one.name in learnt.steps]
        if gathered.times is None or not learnt.until or not names:
            return ""
        until = type(names[0].times[0])(learnt.until)
        if all(one.times[0] > until for one in names):
            return ""
        return (
            f"Rows up to {gathered.times.shown(until)} were learnt in training: on newer ones "
            "alone the model may do less well."
        )

    def _first_unlearnt(self, one: Series) -> int:
        """Return where the oldest window starts whose misses tell how wide an interval must be."""
        newest = one.length - self.frame.lookback
        learnt = self.kept.learnt
        if not learnt.until or one.name not in learnt.steps:
            return newest
        after = int((one.times[: one.length] <= type(one.times[0])(learnt.until)).sum())
        return min(newest, max(0, after - self.frame.lookback, newest - TRACKED))

    def _rows(self, gathered: Gathered, windows: Windows) -> tuple[Array, Array]:
        """Return the look-back (W, L, D) and the truth (W, H, D) of windows, as in the data."""
        D, L = self.frame.targets, self.frame.lookback
        seen = np.concatenate([one.values[:, :D] for one in gathered.series])
        judged = np.concatenate([one.truth(D) for one in gathered.series])
        starts = windows.starts.numpy()[:, None]
        return seen[starts + np.arange(L)], judged[starts + np.arange(L, self.frame.length)]
