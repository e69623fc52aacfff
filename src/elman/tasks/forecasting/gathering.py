"""From a table to series: rows are put on a grid of times, columns in their parts, gaps filled.

Shapes: N steps of a series, C columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from elman.data.calendar import calendar_features
from elman.data.series import Columns, Series
from elman.data.tables.frame import FrameTable, frame_of
from elman.data.tables.missing import fill
from elman.data.tables.reading import Table, read_table
from elman.data.tables.rhythm import Rhythm, rhythm_of
from elman.data.tables.tabular import Tabular
from elman.data.tables.times import Times, read_times
from elman.errors import DataError
from elman.tasks.forecasting.categories import Categories, learn_categories
from elman.tasks.forecasting.settings import ForecastSettings

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Gathered", "covariate", "gather", "table_of"]

Array = NDArray[np.float64]
NAMED = 5  # series of which the same is said one by one


@dataclass(frozen=True)
class Gathered:
    """Series, ready to be cut into windows.

    Args:
        series: in the order in which they are met.
        columns: of each, by their part.
        categories: what stands for the texts among the covariates.
        frequency: of the grid, as pandas spells it; empty if there are no times.
        rhythm: the same in words.
        times: of the rows of the table, which tell how instants are shown; None if there are none.
        notes: what a user should know of how the data were read.
        name: what messages call the data.
    """

    series: list[Series]
    columns: Columns
    categories: dict[str, Categories]
    frequency: str
    rhythm: str
    times: Times | None
    notes: list[str]
    name: str = "the data"


def table_of(data: Any, settings: ForecastSettings) -> Tabular:
    """Return what a user gives as a table.

    Args:
        data: a path, a pandas frame, an array (N,) or (N, D), or a table already.
        settings: how a file is written down.

    Returns:
        The table.

    Raises:
        DataError: it cannot be read.

    Example:
        >>> table_of([1.0, 2.0], ForecastSettings(horizon=1)).columns
        ['y']
    """
    if isinstance(data, Table | FrameTable):
        return data
    if isinstance(data, str | Path):
        return read_table(
            data,
            delimiter=settings.delimiter,
            decimal=settings.decimal,
            encoding=settings.encoding,
            header=settings.header,
        )
    frame = data if hasattr(data, "columns") else frame_of(data)
    if not len(frame):
        raise DataError("the data have no rows; expected at least one series.")
    if settings.time is not None and settings.time == frame.index.name:
        frame = frame.reset_index()
    return FrameTable(frame)


def gather(
    table: Tabular,
    settings: ForecastSettings,
    *,
    ahead: int = 0,
    categories: Mapping[str, Categories] | None = None,
) -> Gathered:
    """Put the rows of a table on a grid of times, one for each series.

    Args:
        table: what was read.
        settings: which columns are what; `target` names at least one.
        ahead: steps to add after the last known target, of which only covariates are known.
        categories: of the training; learnt from the table if not given.

    Returns:
        The series.

    Raises:
        DataError: a column is missing or of the wrong kind, times are uneven or values missing.

    Example:
        >>> settings = ForecastSettings(horizon=1, target="y")
        >>> gather(table_of([1.0, 2.0, 4.0], settings), settings).series[0].values[:, 0].tolist()
        [1.0, 2.0, 4.0]
    """
    covariates = (*settings.past, *settings.future, *settings.static)
    targets = table.matrix(settings.target)
    found = {name: covariate(table, name, categories) for name in covariates}
    learnt = {name: c for name, (_, c) in found.items() if c is not None}
    columns = Columns(
        settings.target,
        _names(settings.past, learnt),
        _names(settings.future, learnt),
        _names(settings.static, learnt),
    )
    parts = {
        part: np.concatenate([targets[:, :0], *(found[name][0] for name in names)], axis=1)
        for part, names in zip(
            ("past", "future", "static"), (settings.past, settings.future, settings.static),
            strict=True,
        )
    }  # fmt: skip
    times = None
    if settings.time is not None:
        times = read_times(
            table, settings.time, date_format=settings.date_format, time_zone=settings.time_zone
        )
    rows_of = _rows_of(table, settings)
    notes: list[str] = []
    series, rhythms = [], []
    for name, rows in rows_of.items():
        one = _Rows(table, name, rows, times, settings, columns)
        grid = one.grid(targets, parts, ahead, notes)
        series.append(grid)
        rhythms.append((one.frequency, one.rhythm))
    _refuse_mixed(rhythms, list(rows_of), table.name)
    frequency, rhythm = rhythms[0]
    if settings.calendar:
        place = len(columns.targets) + len(columns.past)
        series, calendar = _with_calendar(series, place, times)
        columns = replace(columns, future=(*calendar, *columns.future))
    notes = list(dict.fromkeys(notes))
    return Gathered(series, columns, learnt, frequency, rhythm, times, notes, table.name)


def _names(columns: Sequence[str], learnt: Mapping[str, Categories]) -> tuple[str, ...]:
    return tuple(
        name
        for column in columns
        for name in (learnt[column].names(column) if column in learnt else [column])
    )


def covariate(
    table: Tabular, name: str, known: Mapping[str, Categories] | None
) -> tuple[Array, Categories | None]:
    """Return a covariate as numbers, and its categories if it is a text.

    Args:
        table: with that column.
        name: of the column.
        known: the categories of the training; learnt if not given.

    Returns:
        (N, K), and the categories, None if the column holds numbers.

    Raises:
        DataError: it holds neither numbers nor few enough different texts.

    Example:
        >>> covariate(table_of([1.0, 2.0], ForecastSettings(horizon=1)), "y", None)[0].tolist()
        [[1.0], [2.0]]
    """
    if known is not None and name in known:
        return known[name].encode(table.texts(name)), known[name]
    try:
        return table.numbers(name)[:, None], None
    except DataError as error:
        if known is not None:
            raise
        learnt = learn_categories(table.texts(name), error)
        return learnt.encode(table.texts(name)), learnt


def _rows_of(table: Tabular, settings: ForecastSettings) -> dict[str, slice | NDArray[np.int64]]:
    if settings.series is None:
        return {"": slice(None)}  # all, and no copy of them
    import pandas as pd

    owner, names = pd.factorize(table.texts(settings.series), sort=True)
    if "" in names:
        line = table.lines[int((owner == list(names).index("")).argmax())]
        raise DataError(
            f'{table.name}, line {line:,}: the column "{settings.series}" is empty; expected the '
            "name of a series in every row. Write it, or take the row out."
        )
    order = np.argsort(owner, kind="stable")
    groups = np.split(order, np.cumsum(np.bincount(owner))[:-1])
    return {str(name): rows for name, rows in zip(names, groups, strict=True)}


@dataclass
class _Rows:
    """The rows of one series on their way to a grid."""

    table: Tabular
    name: str
    rows: slice | NDArray[np.int64]
    times: Times | None
    settings: ForecastSettings
    columns: Columns
    frequency: str = ""
    rhythm: str = "step after step"

    @property
    def told(self) -> str:
        """What messages call it."""
        return f'{self.table.name}, series "{self.name}"' if self.name else self.table.name

    def grid(
        self, targets: Array, parts: Mapping[str, Array], ahead: int, notes: list[str]
    ) -> Series:
        """Return the series on an even grid, `ahead` steps longer than its targets are known."""
        rhythm = self._rhythm(notes)
        lines = self.table.lines[self.rows]
        everything = [targets, parts["past"], parts["future"]]
        values = _beside([part[self.rows] for part in everything])
        if rhythm:
            values, lines = rhythm.spread(values), rhythm.grid_lines
        D = targets.shape[1]
        known = np.flatnonzero(np.isfinite(values[:, :D]).any(axis=1))
        if not len(known):
            raise DataError(
                f"{self.told}: the target {_listed(self.settings.target)} has no value at all. "
                "Name another column, or remove the series."
            )
        end = int(known[-1]) + 1 if parts["future"].shape[1] else len(values)
        before = np.isnan(values[:, :D])
        values = self._filled(values, end, lines, notes)
        filled = before & np.isfinite(values[:, :D])
        values = self._reaching(values, end, end + ahead, D + parts["past"].shape[1])
        static = self._static(parts["static"])
        values = _beside([values, np.broadcast_to(static, (len(values), len(static)))])
        mended = _as_long(filled, len(values)) if filled.any() else None
        return Series(self.name, _stamps(rhythm, len(values)), values, end, mended)

    def _rhythm(self, notes: list[str]) -> Rhythm | None:
        if self.times is None:
            return None
        lines, own = self.table.lines[self.rows], self.times
        if isinstance(self.rows, np.ndarray):
            own = replace(own, values=own.values[self.rows])
        rhythm = rhythm_of(own, lines, self.told, sort=self.settings.sort)
        self.frequency, self.rhythm = rhythm.frequency, str(rhythm)
        notes += rhythm.remarks
        return rhythm

    def _filled(self, values: Array, end: int, lines: NDArray[np.int32], notes: list[str]) -> Array:
        names = [*self.columns.targets, *self.columns.past, *self.columns.future]
        filled, said = fill(
            values[:end], self.settings.missing, columns=names, lines=lines[:end], name=self.told
        )
        if said:
            notes.append(f'series "{self.name}": {said}' if self.name else said)
        return np.concatenate([filled, values[end:]]) if end < len(values) else filled

    def _reaching(self, values: Array, end: int, wanted: int, own: int) -> Array:
        """Return the values up to a step, refusing what covariates do not reach."""
        short = wanted - len(values)
        if short > 0:
            values = np.concatenate([values, np.full((short, values.shape[1]), np.nan)])
        values = values[:wanted] if wanted > end else values[:end]
        missing = np.isnan(values[end:, own:])
        if missing.any() and not self.settings.masked:
            first = int(missing.any(axis=1).argmax())
            name = self.columns.future[int(missing[first].argmax())]
            if name not in self.settings.future:  # one of the texts of a column
                name = next(n for n in self.settings.future if name.startswith(f"{n}="))
            raise DataError(
                f'{self.told}: "{name}" must be known for the {wanted - end} steps after the last '
                f"known target, but is missing at step {first + 1} of them. Add rows for them, "
                "with the target left empty."
            )
        return values

    def _static(self, static: Array) -> Array:
        own = static[self.rows]
        changing = (own != own[:1]).any(axis=0) & ~(np.isnan(own) & np.isnan(own[:1])).any(axis=0)
        if changing.any():
            column = int(changing.argmax())
            row = int((own[:, column] != own[0, column]).argmax())
            line = self.table.lines[self.rows][row]
            raise DataError(
                f'{self.told}, line {line:,}: the static column "{self.columns.static[column]}" '
                "changes within the series. Expected one value a series; give it as past or "
                "future instead (--past, --future)."
            )
        first: Array = own[0]
        return first


def _beside(parts: Sequence[Array]) -> Array:
    held = [part for part in parts if part.shape[1]]
    return held[0] if len(held) == 1 else np.concatenate(held, axis=1)


def _as_long(filled: NDArray[np.bool_], length: int) -> NDArray[np.bool_]:
    longer = np.zeros((length, filled.shape[1]), dtype=bool)
    longer[: len(filled)] = filled[:length]
    return longer


def _stamps(rhythm: Rhythm | None, count: int) -> pd.Index:
    import pandas as pd

    return rhythm.stamps(0, count) if rhythm else pd.RangeIndex(count)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _refuse_mixed(rhythms: Sequence[tuple[str, str]], names: Sequence[str], table: str) -> None:
    for name, (frequency, rhythm) in zip(names, rhythms, strict=True):
        if frequency != rhythms[0][0]:
            raise DataError(
                f'{table}: the series "{names[0]}" is {rhythms[0][1]}, but "{name}" is {rhythm}. '
                "One model needs series of one rhythm: train one for each."
            )


def _with_calendar(
    series: Sequence[Series], place: int, times: Times | None
) -> tuple[list[Series], list[str]]:
    """Return series with what the calendar says put in at a column, and the names of that."""
    assert times is not None  # the settings say so
    result: list[Series] = []
    names: list[str] = []
    for one in series:
        features, names = calendar_features(replace(times, values=one.times).local)
        values = np.concatenate([one.values[:, :place], features, one.values[:, place:]], axis=1)
        result.append(replace(one, values=values))
    return result, names
