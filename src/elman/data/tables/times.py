"""A column of texts becomes instants, or an error that says which row is no date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from elman.data.tables.cells import is_missing, shown
from elman.data.tables.guess import WORDS, advice_on_format
from elman.data.tables.tabular import Tabular
from elman.data.tables.zones import as_utc, known_zone
from elman.errors import DataError, SettingError

if TYPE_CHECKING:
    from pandas import DatetimeIndex, Timestamp

__all__ = ["Times", "read_times"]

ISO = "ISO8601"  # as pandas calls it
OFFSET = re.compile(r".*\d([zZ]|[+-]\d\d(:?\d\d)?)")
PLAIN = re.compile(r"\d{4}-\d\d?(-\d\d?)?")  # its last part is no offset


@dataclass(frozen=True)
class Times:
    """When each row of a table was.

    Args:
        values: (N,), in UTC where there is a zone, without one themselves.
        zone: in which they are shown; None where the file tells none: local time, as it stands.
        dates: they are shown without a time of day.

    Example:
        >>> import pandas
        >>> times = Times(pandas.DatetimeIndex(["2026-06-30 22:00"]), "Europe/Berlin", dates=True)
        >>> times.shown(times.values[0])
        '2026-07-01'
    """

    values: DatetimeIndex
    zone: str | None
    dates: bool

    def __len__(self) -> int:
        return len(self.values)

    @property
    def local(self) -> DatetimeIndex:
        """What a clock on the wall showed, (N,)."""
        if self.zone is None:
            return self.values
        return self.values.tz_localize("UTC").tz_convert(self.zone).tz_localize(None)

    def shown(self, stamp: Timestamp) -> str:
        """Return how an instant is shown to people.

        Args:
            stamp: of the kind in `values`.

        Returns:
            In ISO form with a blank, and the offset where there is a zone and a time of day.

        Example:
            >>> import pandas
            >>> stamp = pandas.Timestamp("2026-07-01")
            >>> Times(pandas.DatetimeIndex([stamp]), "Europe/Berlin", dates=False).shown(stamp)
            '2026-07-01 02:00:00+02:00'
        """
        if self.zone is not None:
            stamp = stamp.tz_localize("UTC").tz_convert(self.zone)
        return str(stamp.date() if self.dates else stamp)


def read_times(
    table: Tabular, column: str, *, date_format: str | None = None, time_zone: str | None = None
) -> Times:
    r"""Read a column of dates and times.

    Args:
        table: with that column.
        column: of ISO dates, times with or without an offset, months or years.
        date_format: in which they are if not in ISO's, as for `datetime.strptime`.
        time_zone: of times without an offset, and in which all are shown.

    Returns:
        The times.

    Raises:
        DataError: a cell is empty, no date, or a time that the zone's clocks never showed.
        SettingError: there is no such zone, or the format makes no sense.

    Example:
        >>> from pathlib import Path
        >>> from elman.data.tables.reading import read_table
        >>> _ = Path("sales.csv").write_text("day,sales\n2026-02-27,1\n2026-02-28,2\n")
        >>> times = read_times(read_table("sales.csv"), "day")
        >>> times.shown(times.values[1])
        '2026-02-28'
    """
    _check_format(date_format)
    zone = None if time_zone is None else known_zone(time_zone)
    parts: list[DatetimeIndex] = []
    begin = 0
    for texts in table.text_chunks(column):
        lines = table.lines[begin : begin + len(texts)]
        parts.append(_parsed(texts, date_format or ISO, lines, table, column, date_format))
        begin += len(texts)
    aware = [part.tz is not None for part in parts]
    if any(aware) and not all(aware):
        raise _mixed(table, column)
    offsets = {str(part.tz) for part in parts}
    values = _joined([part.tz_convert(None) if part.tz is not None else part for part in parts])
    if not any(aware) and zone is not None:
        values = as_utc(values, zone, table.lines, table.name, column)
    elif any(aware) and zone is None:
        zone = _as_zone(offsets)
    local = Times(values, zone, dates=True).local
    return Times(values, zone, dates=bool((local == local.normalize()).all()))


def _check_format(date_format: str | None) -> None:
    import pandas

    if date_format is None:
        return
    try:
        pandas.to_datetime(np.array(["x"], object), format=date_format, errors="coerce")
        if "%" in date_format:
            return
        why = "it has no % in it"
    except ValueError as error:
        why = str(error)
    raise SettingError(
        f'the date format "{date_format}" makes no sense: {why}. Expected one as '
        f'"%d/%m/%Y %H:%M", which reads {datetime(2026, 2, 28, 13):%d/%m/%Y %H:%M}.'
    )


def _parsed(
    texts: NDArray[np.object_],
    pattern: str,
    lines: NDArray[np.int32],
    table: Tabular,
    column: str,
    date_format: str | None,
) -> Any:
    import pandas

    digits = min(texts) >= "0" and max(texts) < ":"  # all begin with one
    if digits or (date_format is not None and WORDS.isdisjoint(texts)):
        try:
            parsed = pandas.to_datetime(texts, format=pattern)
            if not parsed.hasnans:
                return parsed
        except ValueError:
            pass
    if (wrong := _first_wrong(texts, pattern, date_format)) is not None:
        text = texts[wrong]
        where = f"{table.name}, line {lines[wrong]:,}"
        if is_missing(text):
            given = f'is empty ("{text}")' if text else "is empty"
            raise DataError(
                f'{where}: the date in the column "{column}" {given}. Expected one in every row. '
                "Write it, or take the row out."
            )
        expected = (
            "ISO dates like 2026-02-28" if date_format is None else f'dates like "{date_format}"'
        )
        raise DataError(
            f'{where}: date "{shown(text)}" is not a date. Expected {expected} in the column '
            f'"{column}". {advice_on_format(table, column, text, date_format)}'
        )
    if len({_has_offset(text) for text in texts} if date_format is None else [0]) > 1:
        raise _mixed(table, column)
    return pandas.to_datetime(texts, format=pattern, utc=True)


def _first_wrong(texts: NDArray[np.object_], pattern: str, date_format: str | None) -> int | None:
    import pandas

    parsed = pandas.to_datetime(texts, format=pattern, errors="coerce", utc=True)
    wrong = np.asarray(parsed.isna())
    wrong |= np.array([text in WORDS for text in texts])
    if date_format is None:
        wrong |= np.array([not text[:1].isdigit() for text in texts])
    return int(wrong.argmax()) if wrong.any() else None


def _has_offset(text: str) -> bool:
    return bool(OFFSET.fullmatch(text)) and not PLAIN.fullmatch(text)


def _mixed(table: Tabular, column: str) -> DataError:
    seen: dict[bool, int] = {}
    begin = 0
    for texts in table.text_chunks(column):
        for k, text in enumerate(texts):
            seen.setdefault(_has_offset(text), int(table.lines[begin + k]))
        begin += len(texts)
    return DataError(
        f'{table.name}, line {max(seen.values()):,}: in the column "{column}" some times have an '
        f"offset from UTC (line {seen[True]:,}) and some have none (line {seen[False]:,}). "
        "Expected all of one kind. Write the offset in every row, such as +02:00 or Z."
    )


def _joined(parts: list[Any]) -> Any:
    return parts[0] if len(parts) == 1 else parts[0].append(parts[1:])


def _as_zone(offsets: set[str]) -> str:
    # pandas calls one offset "UTC+02:00", and zones understand "+02:00"
    return next(iter(offsets)).removeprefix("UTC") or "UTC" if len(offsets) == 1 else "UTC"
