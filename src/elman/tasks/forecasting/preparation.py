"""From what a user gives to what a forecaster learns from, stops by, and is judged by."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from elman.data.frames import Frame, cut_frames, frame_starts, normalise
from elman.data.series import Columns, Series
from elman.data.shuffled import Shuffled
from elman.data.tables.frame import FrameTable
from elman.data.tables.tabular import Tabular
from elman.errors import DataError
from elman.tasks.forecasting.asking import Windows, windows_of
from elman.tasks.forecasting.categories import Categories
from elman.tasks.forecasting.gathering import Gathered, gather, table_of
from elman.tasks.forecasting.metrics import seasonal_step
from elman.tasks.forecasting.networks import Network
from elman.tasks.forecasting.rhythm import lookback_for, season_of
from elman.tasks.forecasting.scalings import Scalings, fit_scalings
from elman.tasks.forecasting.settings import ForecastSettings
from elman.tasks.forecasting.splitting import Share, refuse_short, split

__all__ = ["Learnt", "Prepared", "arrange", "prepare", "resolved", "some"]

NAMED = 5


@dataclass(frozen=True)
class Learnt:
    """What a model must know of its data to be asked about other data.

    Args:
        columns: of its windows.
        scalings: of its series.
        season: steps.
        steps: what MASE divides by, of every series by its name, (D,) each.
        until: the newest time that was learnt, in UTC if the zone is known; empty if there are no
            times.
        frequency: of the grid, as pandas spells it.
    """

    columns: Columns
    scalings: Scalings
    season: int
    steps: Mapping[str, list[float]]
    until: str
    frequency: str


@dataclass(frozen=True)
class Prepared:
    """Data, ready to be learnt.

    Args:
        settings: with what was left open filled in.
        gathered: the series.
        learnt: what is kept of them.
        frame: how windows are laid out.
        train: windows that are learnt.
        validation: that decide when to stop.
        test: that only judge.
        facts: what the model folder says of the data.
        notes: how the data were read, what was done about them, and what they lack.
        lacks: series too short to teach, and parts too short to judge.
    """

    settings: ForecastSettings
    gathered: Gathered
    learnt: Learnt
    frame: Frame
    train: Windows
    validation: Windows
    test: Windows
    facts: dict[str, Any]
    notes: list[str]
    lacks: list[str]

    def batches(self, network: Network, batch_size: int, seed: int) -> Shuffled:
        """Return the windows that are learnt, in batches.

        Args:
            network: that is to learn them.
            batch_size: windows a step.
            seed: of their order.
        """
        train, kind = self.train, self.settings.instance

        def take(chosen: Tensor) -> tuple[Tensor, Tensor]:
            frames = cut_frames(train.values, train.starts[chosen].flatten(), self.frame.length)
            frames, _ = normalise(frames, self.frame, kind)
            shape = (*chosen.shape, *frames.shape[1:])
            frames = frames.view(shape)
            return network.inputs(frames).contiguous(), network.targets(frames).contiguous()

        return Shuffled(len(train.starts), take, batch_size, seed)


def resolved(settings: ForecastSettings, table: Tabular) -> ForecastSettings:
    """Return settings that name their targets, found where there is only one choice.

    Args:
        settings: as given.
        table: of the data.

    Returns:
        The settings.

    Raises:
        DataError: it cannot be told which column is meant.

    Example:
        >>> settings = ForecastSettings(horizon=1)
        >>> resolved(settings, table_of([1.0], settings)).target
        ('y',)
    """
    taken = [*settings.past, *settings.future, *settings.static]
    taken += [name for name in (settings.time, settings.series) if name is not None]
    for name in (*taken, *settings.target):
        table.column(name)
    if settings.target:
        return settings
    left = [name for name in table.columns if name not in taken]
    if len(left) != 1 and not isinstance(table, FrameTable):
        shown = some([f'"{name}"' for name in left]) or "no other column"
        raise DataError(
            f"{table.name}: which column is to be forecast? There is {shown}. Name one with "
            "--target (in Python target=), and the column of the times with --time (time=)."
        )
    return ForecastSettings(**{**settings.model_dump(), "target": tuple(left)})


def prepare(data: Any, settings: ForecastSettings, validation: Share, test: Share) -> Prepared:
    """Read data, cut them in time, measure what is learnt, and find all windows.

    Args:
        data: a path, a pandas frame or an array.
        settings: of the model.
        validation: a share of every series, or steps, to stop by.
        test: likewise, to judge by.

    Returns:
        What the training needs.

    Raises:
        DataError: the data cannot be used.
        SettingError: a part makes no sense.

    Example:
        >>> settings = ForecastSettings(horizon=2, lookback=3)
        >>> len(prepare(list(range(20)), settings, 0.2, 0.2).train.starts)
        8
    """
    table = table_of(data, settings)
    settings = resolved(settings, table)
    return arrange(table, gather(table, settings), settings, validation, test)


def arrange(
    table: Tabular, gathered: Gathered, settings: ForecastSettings, validation: Share, test: Share
) -> Prepared:
    """Cut series in time, measure what is learnt, and find all windows.

    Args:
        table: that was read.
        gathered: the series in it.
        settings: of the model, which name the targets.
        validation: as for `prepare`.
        test: likewise.

    Returns:
        What the training needs.

    Raises:
        DataError: the data cannot be used.
        SettingError: a part makes no sense.

    Example:
        >>> settings = ForecastSettings(horizon=2, lookback=3, target="y")
        >>> table = table_of(list(range(20)), settings)
        >>> len(arrange(table, gather(table, settings), settings, 0.2, 0.2).test.starts)
        3
    """
    splits = [split(one.length, validation, test, one.name) for one in gathered.series]
    gathered = _learnable(gathered, [part.train for part in splits])
    series = gathered.series
    season = settings.season or season_of(gathered.frequency)
    longest = max(part.train for part in splits)
    lookback = settings.lookback or lookback_for(settings.horizon, season, longest)
    given = {**settings.model_dump(), "season": season, "lookback": lookback}
    settings = ForecastSettings(**given)
    told = f"look-back {lookback} and horizon {settings.horizon}"
    refuse_short(series, splits, lookback + settings.horizon, told)
    frame = Frame.of(lookback, settings.horizon, gathered.columns)
    trains = [part.train for part in splits]
    scalings = fit_scalings(settings, gathered.columns, series, trains)
    D = frame.targets
    ends = [[0] * len(splits), trains, [s.validation for s in splits], [s.test for s in splits]]
    starts = [frame_starts(series, first, end, frame) for first, end in pairwise(ends)]
    windows = windows_of(series, scalings, np.concatenate(starts), frame)
    places = np.cumsum([0, *map(len, starts)]).tolist()
    train, held, judged = (windows.chosen(slice(*place)) for place in pairwise(places))
    if not len(train.starts):
        raise DataError(
            f"no window of {told} has a known target among the rows that are learnt. Fill the "
            "missing values in, or give a shorter look-back."
        )
    steps = {
        one.name: seasonal_step(one.values[:end, :D], season).tolist()
        for one, end in zip(series, trains, strict=True)
    }
    lacks = _unlearnt(series, train.owner, told)
    lacks += _unjudged(settings.horizon, len(held.starts), len(judged.starts), test)
    notes = [*_told(table, gathered, season), *gathered.notes, *lacks]
    newest = max(one.times[end - 1] for one, end in zip(series, trains, strict=True))
    until = str(newest) if gathered.times else ""
    learnt = Learnt(gathered.columns, scalings, season, steps, until, gathered.frequency)
    facts = {
        "series": len(series),
        "steps": sum(one.length for one in series),
        "windows": len(train.starts),
        "validation_windows": len(held.starts),
        "test_windows": len(judged.starts),
        "data_sha256": _digest([one.values for one in series]),
    }
    return Prepared(settings, gathered, learnt, frame, train, held, judged, facts, notes, lacks)


def _told(table: Tabular, gathered: Gathered, season: int) -> list[str]:
    """Return how the data were read, in a line."""
    dialect = getattr(table, "dialect", None)
    parts = [f"{table.name} is {dialect}"] if dialect else []
    parts += [f"its rows are {gathered.rhythm}"] if gathered.times else []
    parts += [f"a season is {season} steps"] if season > 1 else []
    return ["; ".join(parts)] if parts else []


def _learnable(gathered: Gathered, trains: Sequence[int]) -> Gathered:
    """Return the series without the columns of texts that no row to be learnt holds."""
    if not gathered.categories:
        return gathered
    learnt = np.concatenate([s.values[:n] for s, n in zip(gathered.series, trains, strict=True)])
    unseen = np.isfinite(learnt).any(axis=0) & ~(learnt == 1).any(axis=0)
    texts = [name for column, one in gathered.categories.items() for name in one.names(column)]
    names = gathered.columns.names
    left = {name for name, gone in zip(names, unseen, strict=True) if name not in texts or not gone}
    kept = [name in left for name in names]
    columns = Columns(
        **{
            part: tuple(name for name in every if name in left)
            for part, every in asdict(gathered.columns).items()
        }
    )
    categories = {
        column: Categories(tuple(text for text in one.known if f"{column}={text}" in left))
        for column, one in gathered.categories.items()
    }
    series = [replace(one, values=one.values[:, kept]) for one in gathered.series]
    return replace(gathered, series=series, columns=columns, categories=categories)


def _unlearnt(series: Sequence[Series], owner: NDArray[np.int64], told: str) -> list[str]:
    """Return which of several series are too short to teach anything."""
    learnt = set(np.unique(owner).tolist())
    short = [one.name for number, one in enumerate(series) if number not in learnt]
    if not short:
        return []
    named = some(short)
    return [
        f"nothing is learnt from {len(short):,} of {len(series):,} series ({named}), in which no "
        f"window of {told} with a known target lies within the steps to be learnt"
    ]


def _unjudged(horizon: int, held: int, judged: int, test: Share) -> list[str]:
    """Return what follows where nothing, or too little for one window, is held out."""
    notes = []
    if not held:
        notes.append(
            f"validation holds no {horizon} steps with a known target: nothing decides when to "
            "stop, and the intervals are not calibrated"
        )
    if not judged and test:
        by = "validation judges instead" if held else "nothing judges"
        notes.append(f"test holds no {horizon} steps with a known target: {by}")
    return notes


def some(names: Sequence[str]) -> str:
    """Return the first names of many.

    Args:
        names: all of them.

    Returns:
        At most five, and how many more there are.

    Example:
        >>> some("abcdefg")
        'a, b, c, d, e and 2 more'
    """
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return f"{', '.join(names[:NAMED])}{more}"


def _digest(values: Sequence[NDArray[np.float64]]) -> str:
    digest = hashlib.sha256()
    for one in values:
        digest.update(np.ascontiguousarray(one).data)
    return digest.hexdigest()
