"""How often rows come, and which step of a regular grid each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from elman.data.tables.grid import DAY, Grid, find_grid, per_second, usual
from elman.data.tables.sequence import ascending, skipped_hours
from elman.errors import DataError

if TYPE_CHECKING:
    from pandas import DatetimeIndex, Timestamp

    from elman.data.tables.times import Times

__all__ = ["Gap", "Rhythm", "rhythm_of"]

FEWEST = 3  # rows that tell a rhythm
NAMED = 3  # rows that a message names
EMPTY = 100  # times as many steps as rows cannot be meant


@dataclass(frozen=True)
class Gap:
    """Steps in a row without a row of the file.

    Args:
        first: the first of these steps.
        count: how many there are.
        before: the line of the row before them.
        after: the line of the row after them.

    Example:
        >>> Gap(first=5, count=2, before=6, after=7).count
        2
    """

    first: int
    count: int
    before: int
    after: int


@dataclass(frozen=True, eq=False)
class Rhythm:
    """A regular grid, and which step of it each row is.

    Args:
        frequency: as pandas calls it.
        words: as people do.
        start: the first step, on the clocks of `zone` where `wall`, else as in `Times.values`.
        zone: of the times, if known.
        wall: the steps are of a calendar (days or longer), as clocks in the zone show it.
        positions: which step each row is, in the order of the file, (N,), int64.
        lines: of the file in which each row is, (N,).
        length: how many steps there are, from the first row to the last.
        descending: the file begins with the last step.
        remarks: what a user should know, a sentence each.

    Example:
        >>> import pandas
        >>> from elman.data.tables.times import Times
        >>> stamps = ["2026-01-01 00:00", "2026-01-01 01:00", "2026-01-01 03:00"]
        >>> times = Times(pandas.DatetimeIndex(stamps), None, dates=False)
        >>> rhythm = rhythm_of(times, np.array([2, 3, 4]), "sales.csv")
        >>> print(rhythm, rhythm.length, rhythm.gaps)
        hourly 4 [Gap(first=2, count=1, before=3, after=4)]
        >>> rhythm.spread(np.array([1.0, 2.0, 3.0]))
        array([ 1.,  2., nan,  3.])
    """

    frequency: str
    words: str
    start: Timestamp
    zone: str | None
    wall: bool
    positions: NDArray[np.int64]
    lines: NDArray[np.int32]
    length: int
    descending: bool
    remarks: tuple[str, ...]

    def __str__(self) -> str:
        return self.words

    @property
    def grid_lines(self) -> NDArray[np.int32]:
        """The line of every step, (length,); 0 where it has no row."""
        result = np.zeros(self.length, dtype=np.int32)
        result[self.positions] = self.lines
        return result

    @property
    def gaps(self) -> list[Gap]:
        """Where steps have no row."""
        order = np.argsort(self.positions)
        taken, lines = self.positions[order], self.lines[order]
        return [
            Gap(
                int(taken[k]) + 1,
                int(taken[k + 1] - taken[k]) - 1,
                int(lines[k]),
                int(lines[k + 1]),
            )
            for k in np.flatnonzero(np.diff(taken) > 1)
        ]

    def spread(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Put the values of rows on the grid.

        Args:
            values: in the order of the file, (N,) or (N, C).

        Returns:
            The values of all steps, (length,) or (length, C); NaN where there is no row.
        """
        result = np.full((self.length, *values.shape[1:]), np.nan)
        result[self.positions] = values
        return result

    def stamps(self, first: int, count: int) -> DatetimeIndex:
        """Return the times of steps, also of those after the last row.

        Args:
            first: the first of these steps, 0 or more.
            count: how many.

        Returns:
            Their times, (count,), as in `Times.values`.
        """
        import pandas

        stamps = pandas.date_range(self.start, periods=first + count, freq=self.frequency)[first:]
        if not self.wall or self.zone is None:
            return stamps
        early = np.ones(len(stamps), dtype=bool)
        local = stamps.tz_localize(self.zone, ambiguous=early, nonexistent="shift_forward")
        return local.tz_convert(None)


def rhythm_of(times: Times, lines: NDArray[np.int32], name: str, *, sort: bool = False) -> Rhythm:
    """Find the regular grid on which rows lie; steps without a row are fine.

    Args:
        times: of the rows, (N,).
        lines: of the file in which each is, (N,).
        name: of the file.
        sort: the rows may be in any order; otherwise they ascend or descend.

    Returns:
        The grid, and where on it each row is.

    Raises:
        DataError: rows are too few, out of order, twice at one time, off the grid, or hardly any
            of its steps has one.

    Example:
        >>> import pandas
        >>> from elman.data.tables.times import Times
        >>> days = pandas.DatetimeIndex(["2026-01-01", "2026-02-01", "2026-03-01"])
        >>> print(rhythm_of(Times(days, None, dates=True), np.array([2, 3, 4]), "sales.csv"))
        monthly
    """
    if len(times) < FEWEST:
        raise DataError(
            f"{name} has {len(times)} row{'s' * (len(times) != 1)}; expected at least {FEWEST} to "
            "tell how often they come. Give a longer file."
        )
    rows, descending = ascending(times, lines, name, sort=sort)
    # rows that are in order already are not copied
    own = slice(None) if rows[0] == 0 and (rows[1:] > rows[:-1]).all() else rows
    wall = usual(times.values.asi8[own]) >= DAY * per_second(times.values) * 5 // 6
    clock = (times.local if wall else times.values)[own]
    grid = find_grid(clock)
    wrong = np.flatnonzero(grid.positions < 0)
    if len(wrong):
        raise DataError(_off_grid(times, lines, name, rows, wrong, grid))
    length = int(grid.positions[-1]) + 1
    if length > EMPTY * max(len(times), EMPTY):
        raise DataError(_hardly_any(times, lines, name, rows, grid))
    positions = grid.positions
    if own is rows:
        positions = np.empty_like(grid.positions)
        positions[rows] = grid.positions
    remarks = tuple(
        f"An hour is missing after line {lines[rows[k]]:,}, as where clocks skip it when daylight "
        "saving begins: then name the place whose clocks they are, such as --time-zone "
        "Europe/Berlin."
        for k in skipped_hours(times, rows)[:1]
    )
    return Rhythm(
        grid.frequency,
        grid.words,
        clock[0],
        times.zone,
        wall,
        positions,
        lines,
        length,
        descending,
        remarks,
    )


def _off_grid(
    times: Times,
    lines: NDArray[np.int32],
    name: str,
    rows: NDArray[np.int64],
    wrong: NDArray[np.int64],
    grid: Grid,
) -> str:
    first, *others = sorted(rows[wrong], key=lambda row: lines[row])[:NAMED]
    named = [f"line {lines[row]:,} ({times.shown(times.values[row])})" for row in others]
    if len(wrong) > NAMED:
        named.append(f"{len(wrong) - NAMED:,} more")
    also = f" So it is with {', '.join(named)}." if named else ""
    zone = " If they follow the clocks of a place, give --time-zone." if times.zone else ""
    return (
        f"{name}, line {lines[first]:,}: {times.shown(times.values[first])} is between the steps "
        f"of the other rows, which come {grid.words}.{also} Expected rows at regular times. "
        "Correct them, or bring all to regular times first (in pandas: "
        f'resample("{grid.frequency}")).{zone}'
    )


def _hardly_any(
    times: Times, lines: NDArray[np.int32], name: str, rows: NDArray[np.int64], grid: Grid
) -> str:
    place = int(np.diff(grid.positions).argmax())
    before, after = rows[place], rows[place + 1]
    return (
        f"{name}, line {lines[after]:,}: {times.shown(times.values[after])} is "
        f"{grid.positions[place + 1] - grid.positions[place]:,} steps ({grid.words}) after line "
        f"{lines[before]:,} ({times.shown(times.values[before])}); expected rows for most steps. "
        "Correct these times, or take the rows out."
    )
