"""In which order rows are, and what is wrong where they are in none, or two are at one time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from elman.data.tables.grid import DAY, per_second, usual
from elman.errors import DataError

if TYPE_CHECKING:
    from elman.data.tables.times import Times

__all__ = ["ascending", "skipped_hours"]

NAMED = 3  # pairs of rows that are named
FAR = 20  # usual steps by which a time that is wrong is away from its neighbours
SEVERAL = (
    " If the file holds several series, name the column that tells them apart: --series (in Python "
    "series=)."
)
CHANGE_MONTHS = (3, 4, 9, 10, 11)  # in which clocks change, always on a night to Sunday
SAVING = (
    "the hour that clocks show twice when daylight saving ends. Name the place whose clocks they "
    "are: --time-zone Europe/Berlin"
)


def ascending(
    times: Times, lines: NDArray[np.int32], name: str, *, sort: bool
) -> tuple[NDArray[np.int64], bool]:
    """Return the rows in the order of their times.

    Args:
        times: of the rows, (N,).
        lines: of the file in which each is, (N,).
        name: of the file.
        sort: the rows may be in any order; otherwise they ascend or descend.

    Returns:
        The rows from the earliest on, (N,), and whether they descend in the file.

    Raises:
        DataError: rows are out of order, or two are at one time.

    Example:
        >>> import pandas
        >>> from elman.data.tables.times import Times
        >>> times = Times(pandas.DatetimeIndex(["2026-01-02", "2026-01-01"]), None, dates=True)
        >>> ascending(times, np.array([2, 3]), "sales.csv", sort=False)
        (array([1, 0]), True)
    """
    stamps = times.values.asi8
    change = np.sign(np.diff(stamps)).astype(np.int8)
    descending = bool(change.sum(dtype=np.int64) < 0)
    if not (change == (1 if descending else -1)).any():
        rows = np.arange(len(stamps))[:: -1 if descending else 1]
    elif sort:
        descending, rows = False, np.argsort(stamps, kind="stable")
    else:
        raise DataError(_out_of_order(times, lines, name, descending))
    twice = np.flatnonzero(np.diff(stamps[rows]) == 0)
    if len(twice):
        raise DataError(_doubled(times, lines, name, rows, twice))
    return rows, descending


def skipped_hours(times: Times, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Find where an hour is missing as if clocks had skipped it.

    Args:
        times: of rows, (N,).
        rows: from the earliest on, (N,).

    Returns:
        The places in `rows` before such an hour; none where the times have a zone.

    Example:
        >>> import pandas
        >>> from elman.data.tables.times import Times
        >>> spring = ["2026-03-29 00:00", "2026-03-29 01:00", "2026-03-29 03:00"]
        >>> times = Times(pandas.DatetimeIndex(spring), None, dates=False)
        >>> skipped_hours(times, np.arange(3))
        array([1])
    """
    stamps = times.values.asi8[rows]
    hour = 3_600 * per_second(times.values)
    gaps = np.flatnonzero(np.diff(stamps) == usual(stamps) + hour)
    return np.array([k for k in gaps if _changes(times, rows[k + 1])], np.int64)


def _changes(times: Times, row: int) -> bool:
    stamp = times.values[row]
    if times.zone is not None or times.dates:
        return False
    return bool(stamp.weekday() == 6 and stamp.hour < 4 and stamp.month in CHANGE_MONTHS)


def _out_of_order(times: Times, lines: NDArray[np.int32], name: str, descending: bool) -> str:
    rows = np.arange(len(times))[:: -1 if descending else 1]
    stamps = times.values.asi8[rows]
    step, hour = usual(stamps), 3_600 * per_second(times.values)
    drops = np.flatnonzero(np.diff(stamps) < 0)
    before, after = rows[drops[-1 if descending else 0]], rows[drops[-1 if descending else 0] + 1]
    first, second = sorted((before, after))
    where = (
        f"{name}, line {lines[second]:,}: {_at(times, second)} comes after {_at(times, first)} "
        f"in line {lines[first]:,}"
    )
    if _changes(times, after) and stamps[drops[0]] - stamps[drops[0] + 1] + step == hour:
        return f"{where}, {SAVING}."
    if (far := _far(stamps, int(drops[0]), step)) is not None:
        return (
            f"{where}; line {lines[rows[far]]:,} is far away from its neighbours "
            f"({_at(times, rows[far - 1])} and {_at(times, rows[far + 1])}). Expected times in "
            f"order. Correct {_at(times, rows[far])}, or give --sort if it is right."
        )
    more = f", and so it is {len(drops) - 1:,} more times" if len(drops) > 1 else ""
    return (
        f"{where}{more}. Expected times that all ascend or all descend. Correct the rows, or give "
        f"--sort (in Python sort=True).{SEVERAL if len(drops) > 1 else ''}"
    )


def _far(stamps: NDArray[np.int64], drop: int, step: int) -> int | None:
    # One of the two rows at a drop, if without it all is in order and it is far off.
    for place in (drop, drop + 1):
        if 0 < place < len(stamps) - 1:
            before, here, after = (int(stamps[place + k]) for k in (-1, 0, 1))
            away = min(abs(here - before), abs(here - after))
            if before <= after and away > FAR * step:
                return place
    return None


def _doubled(
    times: Times,
    lines: NDArray[np.int32],
    name: str,
    rows: NDArray[np.int64],
    twice: NDArray[np.int64],
) -> str:
    pairs = [sorted((rows[k], rows[k + 1])) for k in twice[:NAMED]]
    named = [
        f"lines {lines[first]:,} and {lines[second]:,} ({_at(times, first)})"
        for first, second in pairs
    ]
    first, second = pairs[0]
    more = f" So it is with {', '.join(named[1:])}" if named[1:] else ""
    if len(twice) > NAMED:
        more += f" and {len(twice) - NAMED:,} more pairs"
    where = f"{name}, lines {lines[first]:,} and {lines[second]:,} are both at {_at(times, first)}"
    day = DAY * per_second(times.values)
    if usual(times.values.asi8[rows]) < day and all(_changes(times, rows[k]) for k in twice):
        return f"{where}, {SAVING}.{_in_spring(times, lines, rows)}"
    return (
        f"{where}.{more}{'.' * bool(more)} Expected one row at a time. Take one row of each pair "
        f"out.{SEVERAL}"
    )


def _in_spring(times: Times, lines: NDArray[np.int32], rows: NDArray[np.int64]) -> str:
    skipped = skipped_hours(times, rows)
    if not len(skipped):
        return ""
    return f" That is also why an hour is missing after line {lines[rows[skipped[0]]]:,}."


def _at(times: Times, row: int) -> str:
    return times.shown(times.values[row])
