"""Say what comes next in numeric series: train on a table, judge, forecast, save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from elman.cells import Cell
from elman.data.frames import Frame
from elman.errors import SettingError
from elman.tasks.demands import once_learnt, refuse_resume_nowhere
from elman.tasks.folder import FORECAST, SERIES
from elman.tasks.forecasting.answers import answer, history_table
from elman.tasks.forecasting.asking import Windows
from elman.tasks.forecasting.backtest import Backtest, ForecastEvaluation
from elman.tasks.forecasting.card import forecast_card
from elman.tasks.forecasting.description import introduction
from elman.tasks.forecasting.gathering import Gathered
from elman.tasks.forecasting.keeping import Kept
from elman.tasks.forecasting.likelihoods import LIKELIHOODS
from elman.tasks.forecasting.networks import NETWORKS, Network
from elman.tasks.forecasting.panels import panels_of
from elman.tasks.forecasting.preparation import Learnt, Prepared, prepare
from elman.tasks.forecasting.settings import ForecastSettings
from elman.tasks.forecasting.splitting import Share
from elman.tasks.forecasting.trained import Trained
from elman.tasks.task import Sample, Task
from elman.train.history import History
from elman.train.reporter import Reporter
from elman.view.forecast import plot_forecast

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Forecaster"]

PATIENCE = 10  # epochs, or ...
PATIENT = 200  # ... so many steps, whichever is more
UNJUDGED = (
    "Nothing was held out to judge by, so it is not known how well the model forecasts. Hold steps "
    "out with --validation and --test (in Python validation=, test=)."
)


class Forecaster(Task[Network]):
    """A network that forecasts numeric series.

    Args:
        horizon: how many steps to forecast.
        target: the columns to forecast; the only one if not given.
        time: the column with the times of the rows; without it rows are steps, one after another.
        series: the column that names the series, where there are several one below the other.
        past: columns that help and are known up to now.
        future: columns that help and are known for the horizon too.
        static: columns that help and never change within a series.
        calendar: add what the calendar says of each time: hour, day, week, month, year.
        lookback: how many steps the network sees; two horizons or seasons if not given.
        season: steps of a season, for the comparison with what was a season before; found from
            the times if not given.
        model: ``"segment"`` (SegRNN: over segments of the series), ``"direct"`` (all steps at once
            from the last hidden state), ``"decoder"`` (a second network over the horizon) or
            ``"recursive"`` (step by step, fed with its own forecasts).
        cell: the name of a cell, or one of your own.
        hidden_size: units a layer.
        num_layers: recurrent layers.
        segment: steps of a segment.
        dropout: probability, between the layers and before the head.
        likelihood: what is learnt: ``"absolute"``, ``"squared"`` or ``"huber"`` errors,
            ``"quantile"``, ``"gaussian"`` or ``"student-t"``.
        levels: of the intervals: which share of the truth lies within.
        scaling: ``"standard"``, ``"min-max"``, ``"robust"`` or ``"none"``, measured on what is
            learnt alone.
        per_series: each series is scaled by itself.
        instance: what is taken from each window and given back: ``"standard"`` (its mean and
            deviation), ``"mean"``, ``"last"`` (its last value) or ``"none"``.
        missing: what to do about missing values: ``"error"``, ``"ffill"`` (go on with the last
            known), ``"interpolate"`` (draw a line to the next known, which looks ahead where past
            forecasts are made anew) or ``"mask"`` (leave out, and let the network know).
        **reading: how files are written down: `delimiter`, `decimal`, `encoding`, `header`,
            `date_format`, `time_zone`, `sort`.

    Raises:
        SettingError: a value is out of its range or does not fit another.
        CellError: there is no such cell.

    Example:
        >>> import numpy as np
        >>> wave = np.sin(np.arange(200) / 4)
        >>> model = Forecaster(horizon=5, lookback=30, model="direct", hidden_size=16)
        >>> history = model.fit(wave, epochs=30)
        >>> forecast = model.predict(wave)
        >>> list(forecast.columns[:4]), len(forecast)
        (['step', 'y', 'y_low_80', 'y_high_80'], 5)
    """

    task: ClassVar[str] = "forecast"
    settings_class: ClassVar[type[ForecastSettings]] = ForecastSettings
    file: ClassVar[str] = SERIES
    loss_name: ClassVar[str] = "loss (scaled)"
    least_steps: ClassVar[int] = 2000
    least_epochs: ClassVar[int] = 30
    settings: ForecastSettings

    def __init__(
        self,
        horizon: int,
        target: str | Sequence[str] = (),
        *,
        time: str | None = None,
        series: str | None = None,
        past: str | Sequence[str] = (),
        future: str | Sequence[str] = (),
        static: str | Sequence[str] = (),
        calendar: bool = False,
        lookback: int | None = None,
        season: int | None = None,
        model: str = "segment",
        cell: str | Cell = "gru",
        hidden_size: int = 128,
        num_layers: int = 1,
        segment: int | None = None,
        dropout: float = 0.0,
        likelihood: str = "absolute",
        levels: Sequence[float] = (0.8, 0.9, 0.95),
        scaling: str = "standard",
        per_series: bool = True,
        instance: str = "standard",
        missing: str = "error",
        **reading: Any,
    ) -> None:
        super().__init__(
            cell,
            horizon=horizon,
            target=target,
            time=time,
            series=series,
            past=past,
            future=future,
            static=static,
            calendar=calendar,
            lookback=lookback,
            season=season,
            model=model,
            hidden_size=hidden_size,
            num_layers=num_layers,
            segment=segment,
            dropout=dropout,
            likelihood=likelihood,
            levels=levels,
            scaling=scaling,
            per_series=per_series,
            instance=instance,
            missing=missing,
            **reading,
        )
        self.notes: list[str] = []
        self._kept: Kept | None = None

    @property
    def learnt(self) -> Learnt:
        """What it knows of the data that it was trained on: scalings, columns, season.

        Raises:
            SettingError: the model is not trained.
        """
        return self._known.learnt

    @property
    def _known(self) -> Kept:
        return once_learnt(self._kept, "series")

    @property
    def frame(self) -> Frame:
        """How a window is laid out."""
        return self.network.frame

    def fit(
        self,
        data: Any,
        *,
        validation: Share = 0.15,
        test: Share = 0.15,
        epochs: int | None = None,
        batch_size: int = 32,
        patience: int | None = None,
        seed: int = 0,
        out: str | Path | None = None,
        force: bool = False,
        resume: bool = False,
        reporter: Reporter | None = None,
        report_every: int | None = None,
        how_to_resume: str = "call fit again with resume=True",
    ) -> History:
        """Train on series, from the beginning.

        The oldest steps of each series are learnt, those after them decide when to stop and how
        wide the intervals must be, and the newest only judge.

        Args:
            data: a path to a table, a pandas frame, or an array (N,) or (N, D).
            validation: a share of each series, or a number of steps.
            test: likewise; 0 judges by the validation.
            epochs: how often all windows are seen, at most; if not given, 30, or more if this
                would be less than 2000 steps.
            batch_size: windows a step.
            patience: stop once the validation loss has not fallen for so many epochs; if not
                given, 10, or more if this would be less than 200 steps.
            seed: what all random numbers start from.
            out: the model folder to write, with a checkpoint while it is unfinished.
            force: replace what is in that folder.
            resume: continue the unfinished training in that folder.
            reporter: is told how it goes; nobody if not given.
            report_every: steps from one row of the history to the next, besides one an epoch.
            how_to_resume: what is said after Ctrl-C.

        Returns:
            The history of the run.

        Raises:
            DataError: the data cannot be used.
            SettingError: a setting makes no sense, or a resumed training had other settings.
            ModelFolderError: the folder must not or cannot be written to.
            DivergedError: the loss is no number any more; the last good weights are kept.
            Interrupted: Ctrl-C was pressed; the state is kept in the folder.
        """
        refuse_resume_nowhere(out, resume=resume)
        prepared = prepare(data, self.settings, validation, test)
        held = len(prepared.validation.starts) > 0
        if patience and not held:
            raise SettingError(
                f"patience is {patience}, but no {self.settings.horizon} steps are held out to "
                "judge by. Give a larger validation, or leave patience out."
            )
        self.settings, self.notes = prepared.settings, prepared.notes
        self.facts = {"batch_size": batch_size, **prepared.facts}
        none = np.zeros((len(self.settings.levels), prepared.frame.horizon, prepared.frame.targets))
        self._kept = Kept(prepared.learnt, prepared.gathered.categories, none)
        network = self._network = self._new_network(seed)
        batches = prepared.batches(network, batch_size, seed)
        if patience is None and held:
            patience = max(PATIENCE, -(-PATIENT // batches.steps_per_epoch))
        self._plan(batches, epochs=epochs, patience=patience, seed=seed)
        folder = self._begin(out, force=force, resume=resume)
        trained, held_out = self._trained, prepared.validation
        loss = self._loss(prepared.train)
        self._learn(
            batches,
            folder,
            resume=resume,
            loss=loss,
            validation=(lambda: (trained.mean_loss(held_out, loss), None)) if held else None,
            reporter=reporter,
            report_every=report_every,
            how_to_resume=how_to_resume,
        )
        margins = trained.margins(prepared.gathered, held_out)
        self._kept = replace(self._kept, margins=margins)
        self.results = self._judged(prepared)
        self._keep(folder, lambda place: self._picture(prepared, place))
        return self.history

    def predict(
        self, data: Any, *, picture: str | Path | None = None, **reading: Any
    ) -> pd.DataFrame:
        """Forecast the steps after the last known ones.

        Args:
            data: as for `fit`: at least as many steps as the model looks back. Covariates of the
                future stand in rows after them, whose targets are empty.
            picture: a PNG to draw of what was and what is to come.
            **reading: how these data are written down, where otherwise than in training:
                `delimiter`, `decimal`, `encoding`, `header`, `date_format`, `time_zone`, `sort`
                and `missing`.

        Returns:
            A row for each step of the horizon of each series: the name of the series, if there is
            one, the time or the number of the step, and for each target the forecast and the ends
            of its intervals, such as ``y_low_90`` and ``y_high_90``.

        Raises:
            DataError: the data cannot be used, or are too short.
            SettingError: the model is not trained.
        """
        trained, L = self._trained, self.frame.lookback
        gathered = trained.gathered(data, reading, self.settings.horizon)
        starts, newest = trained.newest(gathered)
        tested = trained.backtest(gathered, trained.windows(gathered, starts))
        ends = [*tested.low[:, newest], *tested.high[:, newest]]
        starts, values = starts[newest], [tested.forecast[newest], *ends]
        if picture is not None:
            panels = panels_of(self.settings, gathered, starts, L, values)
            unit = self.settings.time or "step"
            plot_forecast(panels, picture, f"the next {self.settings.horizon} steps", unit)
        return answer(self.settings, gathered, starts, L, values)

    def historical_forecasts(self, data: Any, *, stride: int = 1, **reading: Any) -> pd.DataFrame:
        """Forecast again and again from the past of data, as if it were then.

        Args:
            data: as for `predict`.
            stride: steps from one origin to the next.
            **reading: as for `predict`.

        Returns:
            As `predict`, with the origin of each forecast and the truth beside it.

        Raises:
            DataError: the data cannot be used, or are too short.
            SettingError: the model is not trained.
        """
        gathered, starts, tested = self._tested(data, stride, reading)
        return history_table(self.settings, gathered, starts, tested)

    def backtest(self, data: Any, *, stride: int = 1, **reading: Any) -> Backtest:
        """Return the forecasts of `historical_forecasts` as arrays.

        Args:
            data: as for `predict`.
            stride: steps from one origin to the next.
            **reading: as for `predict`.

        Returns:
            Forecasts, intervals and truth from every origin.

        Raises:
            DataError: the data cannot be used, or are too short.
            SettingError: the model is not trained.
        """
        return self._tested(data, stride, reading)[2]

    def evaluate(self, data: Any, *, stride: int = 1, **reading: Any) -> ForecastEvaluation:
        """Say how well the model forecasts data, beside what needs no network.

        Args:
            data: as for `predict`; every step that has a look-back before it is forecast.
            stride: steps from one origin to the next.
            **reading: as for `predict`.

        Returns:
            Errors, and how much of the truth the intervals cover.

        Raises:
            DataError: the data cannot be used, or are too short.
            SettingError: the model is not trained.
        """
        gathered, _, tested = self._tested(data, stride, reading)
        return replace(tested.judged(), remark=self._trained.seen_before(gathered))

    def lookback_of(self, data: Any, **reading: Any) -> tuple[Gathered, Tensor]:
        """Return what the network reads of the newest steps of the first series.

        Args:
            data: as for `predict`.
            **reading: likewise.

        Returns:
            The series, and the inputs (1, T, I).

        Raises:
            DataError: the data cannot be used, or are too short.
            SettingError: the model is not trained.
        """
        network, trained = self.network, self._trained
        lookback = network.frame.lookback
        gathered = trained.gathered(data, reading)
        trained.refuse_short(gathered)
        start = gathered.series[0].length - lookback
        windows = trained.windows(gathered, np.array([[0, start]]))
        return gathered, network.inputs(trained.frames(windows, lookback))

    def sample(self, data: Any, *, rows: int, steps: int) -> Sample:
        """Return windows, look-back and horizon, evenly spread over the series."""
        trained, network = self._trained, self.network
        gathered = trained.gathered(data, {})
        starts = trained.starts(gathered, 1)
        chosen = np.linspace(0, len(starts) - 1, min(rows, len(starts))).astype(np.int64)
        windows = trained.windows(gathered, starts[chosen])
        frames = trained.frames(windows, self.frame.length)
        return Sample(network.inputs(frames), network.targets(frames), self._loss(windows))

    def _came_out(self) -> str:
        if not self.results:
            return ""
        if "diverged" in self.results:
            return str(self.results["diverged"])
        if "forecasts" not in self.results:
            return UNJUDGED
        judged = ForecastEvaluation.from_dict(self.results)
        return f"on the {self.results['judged_on']}: {judged}"

    def introduction(self) -> list[str]:
        """Return which series are learnt, and by what, as lines."""
        return [*self.notes, *introduction(self.settings, self.cell.name, self.facts)]

    @property
    def _trained(self) -> Trained:
        return Trained(self._known, self.network, self.settings)

    def _made(self) -> Network:
        lookback, horizon = self.settings.lookback, self.settings.horizon
        assert lookback is not None  # resolved by fit
        frame = Frame.of(lookback, horizon, self._known.learnt.columns)
        numbers = LIKELIHOODS[self.settings.likelihood].numbers
        return NETWORKS[self.settings.model](frame, self.cell, self.settings, numbers)

    def _loss(self, windows: Windows) -> nn.Module:
        return LIKELIHOODS[self.settings.likelihood].module(self._trained.has_gaps(windows))

    def _tested(
        self, data: Any, stride: int, reading: Mapping[str, Any]
    ) -> tuple[Gathered, NDArray[np.int64], Backtest]:
        trained = self._trained
        gathered = trained.gathered(data, reading)
        starts = trained.starts(gathered, stride)
        return gathered, starts, trained.backtest(gathered, trained.windows(gathered, starts))

    def _judged(self, prepared: Prepared) -> dict[str, Any]:
        test = len(prepared.test.starts) > 0
        windows = prepared.test if test else prepared.validation
        judged = {}
        if len(windows.starts):
            judged = self._trained.backtest(prepared.gathered, windows).judged().to_dict()
        return {
            "judged_on": "test part, never seen before" if test else "validation part",
            **judged,
            "training_steps": self.history.last.step,
            "seconds": self.history.last.seconds,
            "stopped_early": self.history.stopped_early,
        }

    def _picture(self, prepared: Prepared, folder: Path) -> None:
        windows = prepared.test if len(prepared.test.starts) else prepared.validation
        if len(windows.starts):
            (folder / FORECAST).parent.mkdir(exist_ok=True)
            newest = windows.chosen(slice(len(windows.starts) - 1, None))
            tested = self._trained.backtest(prepared.gathered, newest)
            L = self.frame.lookback
            starts = np.stack([newest.owner, tested.origins - L + 1], axis=1)
            values = [tested.forecast, *tested.low, *tested.high]
            panels = panels_of(self.settings, prepared.gathered, starts, L, values, truth=True)
            title = f"the newest {self.settings.horizon} steps, forecast as if they were unknown"
            plot_forecast(panels, folder / FORECAST, title, self.settings.time or "step")

    def _entry(self) -> dict[str, Any]:
        return self._known.to_dict()

    def _recall(self, entry: dict[str, Any]) -> None:
        if self.settings.lookback is None:
            raise ValueError("config.json says no lookback.")
        self._kept = Kept.from_dict(entry)

    def _card(self) -> str:
        return forecast_card(self)
