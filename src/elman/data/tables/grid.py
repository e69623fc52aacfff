"""Which regular grid instants lie on: months, business days, or steps of one length."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from pandas import DatetimeIndex

__all__ = ["Grid", "find_grid", "per_second", "usual"]

DAY = 86_400  # seconds
LENGTHS = (
    (7 * DAY, "W", "week", "weekly"),
    (DAY, "D", "day", "daily"),
    (3_600, "h", "hour", "hourly"),
    (60, "min", "minute", "every minute"),
    (1, "s", "second", "every second"),
)
MONTHS = (  # in one step, its letter in the names of pandas, its word
    (12, "Y", "yearly"),
    (3, "Q", "quarterly"),
    (1, "M", "monthly"),
)


@dataclass(frozen=True)
class Grid:
    """A regular grid, and where on it instants are.

    Args:
        frequency: as pandas calls it.
        words: as people do.
        positions: how many steps after the first each instant is, (N,), int64; -1: between steps.

    Example:
        >>> Grid("h", "hourly", np.array([0, 1, 3])).words
        'hourly'
    """

    frequency: str
    words: str
    positions: NDArray[np.int64]


def find_grid(clock: DatetimeIndex) -> Grid:
    """Find the grid on which most instants lie.

    Args:
        clock: what a clock showed, ascending, at least 2 and none twice.

    Returns:
        The grid.

    Example:
        >>> import pandas
        >>> grid = find_grid(pandas.DatetimeIndex(["2026-01-31", "2026-02-28", "2026-04-30"]))
        >>> grid.words, grid.frequency, grid.positions.tolist()
        ('monthly', 'ME', [0, 1, 3])
    """
    return _months(clock) or _business_days(clock) or _steps(clock)


def usual(stamps: NDArray[np.int64]) -> int:
    """Return the most common positive difference between neighbours.

    Args:
        stamps: (N,), at least two of which differ.

    Returns:
        The difference, the smallest of those equally common.

    Example:
        >>> usual(np.array([0, 10, 20, 40]))
        10
    """
    differences = np.diff(stamps)
    if differences[0] > 0 and (differences == differences[0]).all():
        return int(differences[0])
    values, counts = np.unique(differences[differences > 0], return_counts=True)
    return int(values[counts.argmax()])


def per_second(clock: DatetimeIndex) -> int:
    """Return how many of the units in which instants are counted are a second.

    Args:
        clock: instants.

    Returns:
        A power of ten.

    Example:
        >>> import pandas
        >>> per_second(pandas.DatetimeIndex(["2026-01-01"]).as_unit("ms"))
        1000
    """
    return {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}[clock.unit]


def _same_time_of_day(clock: DatetimeIndex) -> bool:
    stamps = clock.asi8 % (DAY * per_second(clock))
    return bool((stamps == stamps[0]).all())


def _months(clock: DatetimeIndex) -> Grid | None:
    day = np.asarray(clock.day)
    starts = bool((day == 1).all())
    if not starts and not (day == np.asarray(clock.days_in_month)).all():
        return None
    months = np.asarray(clock.year, np.int64) * 12 + np.asarray(clock.month)
    step = int(np.gcd.reduce(np.diff(months)))
    if not step or not _same_time_of_day(clock):
        return None
    in_one, letter, word = next(row for row in MONTHS if step % row[0] == 0)
    count = step // in_one
    anchor = f"-{clock[0].month_name()[:3].upper()}" if in_one > 1 else ""
    frequency = f"{count if count > 1 else ''}{letter}{'S' if starts else 'E'}{anchor}"
    if count > 1:
        word = f"every {step // 12} years" if in_one == 12 else f"every {step} months"
    return Grid(frequency, word, (months - months[0]) // step)


def _business_days(clock: DatetimeIndex) -> Grid | None:
    day = DAY * per_second(clock)
    if usual(clock.asi8) != day or not _same_time_of_day(clock):
        return None
    days = clock.to_numpy().astype("datetime64[D]")
    positions = np.busday_count(days[0], days)
    if not np.is_busday(days).all() or positions[-1] == (clock.asi8[-1] - clock.asi8[0]) // day:
        return None
    return Grid("B", "business days", positions)


def _steps(clock: DatetimeIndex) -> Grid:
    stamps = clock.asi8
    step = usual(stamps)
    frequency, words = _named(Fraction(step, per_second(clock)), clock)
    first = stamps[0]
    if ((stamps - first) % step).any():
        phases, counts = np.unique(stamps % step, return_counts=True)
        first = stamps[np.argmax(stamps % step == phases[counts.argmax()])]
    positions, rest = np.divmod(stamps - first, step)
    wrong = rest != 0
    del rest  # as long as the data
    positions -= positions[0]
    positions[wrong] = -1
    return Grid(frequency, words, positions)


def _named(seconds: Fraction, clock: DatetimeIndex) -> tuple[str, str]:
    for length, letter, unit, word in LENGTHS:
        if seconds % length == 0:
            count = seconds // length
            if letter == "W":
                letter += f"-{clock[0].day_name()[:3].upper()}"
            many = count > 1
            return f"{count if many else ''}{letter}", f"every {count} {unit}s" if many else word
    return f"{seconds * 10**9}ns", f"every {float(seconds):g} seconds"
