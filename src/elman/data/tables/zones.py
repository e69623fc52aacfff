"""What clocks on walls showed becomes UTC, also around the ends of daylight saving."""

from __future__ import annotations

import zoneinfo
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from elman.errors import DataError, SettingError, did_you_mean

if TYPE_CHECKING:
    from pandas import DatetimeIndex

__all__ = ["as_utc", "known_zone"]


def known_zone(name: str) -> str:
    """Return the name of a time zone, provided that there is one.

    Args:
        name: as in the database of time zones.

    Returns:
        The name.

    Raises:
        SettingError: there is no such zone.

    Example:
        >>> known_zone("Europe/Berlin")
        'Europe/Berlin'
    """
    zones = zoneinfo.available_timezones()
    if name not in zones:
        raise SettingError(
            f'there is no time zone "{name}"; expected a name such as Europe/Berlin or UTC.'
            f"{did_you_mean(name, zones)}"
        )
    return name


def as_utc(
    local: DatetimeIndex, zone: str, lines: NDArray[np.int32], name: str, column: str
) -> DatetimeIndex:
    """Return in UTC what clocks showed.

    The hour that clocks show twice is the earlier one until the times go back, then the later.

    Args:
        local: what they showed, (N,).
        zone: where.
        lines: of the file in which each is.
        name: of the file.
        column: in which they are.

    Returns:
        The same instants, (N,), without a zone.

    Raises:
        DataError: clocks skipped a time in spring.

    Example:
        >>> import pandas
        >>> autumn = pandas.DatetimeIndex(["2026-10-25 02:00", "2026-10-25 02:00"])
        >>> as_utc(autumn, "Europe/Berlin", np.array([2, 3]), "", "time").hour.tolist()
        [0, 1]
    """
    summer = np.ones(len(local), dtype=bool)
    earlier = local.tz_localize(zone, ambiguous=summer, nonexistent="NaT").tz_convert(None)
    if earlier.hasnans:
        row = int(np.asarray(earlier.isna()).argmax())
        raise DataError(
            f'{name}, line {lines[row]:,}: in the column "{column}" is {local[row]}, a time that '
            f"clocks in {zone} skipped when daylight saving began. Expected times of that zone. "
            "Mend the row, or name another --time-zone, such as UTC."
        )
    later = local.tz_localize(zone, ambiguous=~summer, nonexistent="NaT").tz_convert(None)
    twice = np.asarray(earlier != later)
    if not twice.any():
        return earlier
    return earlier.where(~_second(local, twice), later)


def _second(local: DatetimeIndex, twice: NDArray[np.bool_]) -> NDArray[np.bool_]:
    # Rows of an hour shown twice at which the clocks had gone back already.
    stamps = local.asi8
    forward = stamps[-1] >= stamps[0]
    if not forward:
        stamps, twice = stamps[::-1], twice[::-1]
    rows = np.flatnonzero(twice)
    result = np.zeros(len(twice), dtype=bool)
    for hour in np.split(rows, np.flatnonzero(np.diff(rows) != 1) + 1):
        back = np.flatnonzero(np.diff(stamps[hour]) <= 0)
        if len(back):
            result[hour[back[0] + 1 :]] = True
    return result if forward else result[::-1]
