"""How a table is written down: found out from its first lines, or told."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from elman.data.tables.cells import is_missing, is_value, with_comma
from elman.data.tables.source import Source
from elman.errors import DataError, SettingError

__all__ = ["BLANKS", "Dialect", "detect_dialect", "split_rows"]

BLANKS = " "  # any number of blanks or tabs
DELIMITERS = {
    ",": "comma separated",
    ";": "semicolon separated",
    "\t": "tab separated",
    "|": "bar separated",
    BLANKS: "separated by blanks",
}
DECIMALS = {".": "decimal point", ",": "decimal comma"}
HEAD = 200  # lines that are looked at
LONG = 1 << 26  # bytes that no line of a table has


@dataclass(frozen=True)
class Dialect:
    """How a table is written down.

    Args:
        delimiter: what parts the cells: one character, or `BLANKS`.
        decimal: what parts a number's decimals: ``"."`` or ``","``.
        quoting: there are cells in double quotes.
        header: the first row names the columns.
        encoding: as it is said to people.

    Example:
        >>> print(Dialect(";", ",", quoting=True, header=True, encoding="UTF-8"))
        semicolon separated, decimal comma, quoted, header, UTF-8
    """

    delimiter: str
    decimal: str
    quoting: bool
    header: bool
    encoding: str

    def __str__(self) -> str:
        separated = DELIMITERS.get(self.delimiter, f'separated by "{self.delimiter}"')
        quoted = ["quoted"] if self.quoting else []
        header = "header" if self.header else "no header"
        return ", ".join([separated, DECIMALS[self.decimal], *quoted, header, self.encoding])


def detect_dialect(
    source: Source,
    *,
    delimiter: str | None = None,
    decimal: str | None = None,
    header: bool | None = None,
) -> Dialect:
    r"""Find out how a table is written down from its first lines.

    Args:
        source: the file's content.
        delimiter: what parts the cells, if known; ``" "`` is any number of blanks or tabs.
        decimal: what parts a number's decimals, if known.
        header: whether the first row names the columns, if known.

    Returns:
        The dialect.

    Raises:
        DataError: there are no rows, or a line has no end in sight.
        SettingError: a setting makes no sense, alone or with the others.

    Example:
        >>> print(detect_dialect(Source("", b"day;sales\n2026-01-01;1,5\n", "UTF-8")))
        semicolon separated, decimal comma, header, UTF-8
    """
    _check(delimiter, decimal)
    head = _head(source)
    quoting = b'"' in source.data
    if delimiter is None:
        delimiter = _delimiter(head, decimal)
    try:
        rows = [row for _, row in split_rows(io.StringIO(head, newline=""), delimiter)]
    except csv.Error:
        raise DataError(
            f"{source.name}: a quoted cell near the top has no end. Close its quote, or take the "
            'quotes (") out.'
        ) from None
    later = [cell for row in rows[1:] for cell in row]
    if decimal is None:
        decimal = "," if delimiter != "," and with_comma(later or rows[0]) else "."
    if header is None:
        header = _has_header(rows, decimal)
    if header and len(rows) < 2:
        raise DataError(
            f"{source.name} holds a header and no rows below it; expected numbers. "
            "Give another file."
        )
    return Dialect(delimiter, decimal, quoting, header, source.encoding)


def split_rows(
    lines: Iterable[str], delimiter: str, *, strict: bool = False
) -> Iterator[tuple[int, list[str]]]:
    r"""Cut lines into cells, quoted newlines and all.

    Args:
        lines: each with its end.
        delimiter: one character, or `BLANKS`.
        strict: broken quotes are an error; otherwise they are made the best of.

    Returns:
        For each row that is not blank, the line in which it begins, counted from 1, and its cells.

    Raises:
        csv.Error: quotes are broken, or a cell is very long.

    Example:
        >>> list(split_rows(["a,b\n", "\n", '"c\n', 'd",e\n'], ","))
        [(1, ['a', 'b']), (3, ['c\nd', 'e'])]
    """
    if delimiter == BLANKS:
        lines = (line.strip(" \t\n").replace("\t", " ") + "\n" for line in lines)
    last = ""

    def noted() -> Iterator[str]:
        nonlocal last
        for line in lines:
            last = line
            yield line

    reader = csv.reader(noted(), delimiter=delimiter, skipinitialspace=True, strict=strict)
    begin = 1
    for row in reader:
        if len(row) > 1 or last.strip(" \t\n"):  # a quoted cell may be empty, unlike its line
            yield begin, row
        begin = reader.line_num + 1


def _check(delimiter: str | None, decimal: str | None) -> None:
    if decimal is not None and decimal not in DECIMALS:
        raise SettingError(f'decimal is {decimal!r}; expected "." or ",".')
    if delimiter is not None and (
        len(delimiter) != 1 or delimiter.isalnum() or delimiter in '"\n\r+-' or ord(delimiter) > 127
    ):
        raise SettingError(
            f"delimiter is {delimiter!r}; expected one character between cells, such as "
            '"," ";" "|", a tab, or " " for any number of blanks.'
        )
    if delimiter is not None and delimiter == decimal:
        raise SettingError(f"delimiter and decimal are both {decimal!r}; one of them must differ.")


def _head(source: Source) -> str:
    end = 0
    for _ in range(HEAD):
        if (found := source.data.find(b"\n", end, end + LONG)) < 0:
            break
        end = found + 1
    if len(source.data) - end > LONG and source.data.find(b"\n", end, end + LONG) < 0:
        line = source.data.count(b"\n", 0, end) + 1
        raise DataError(
            f"{source.name}, line {line:,} is longer than "
            f"{LONG >> 20} MiB; expected a table with a row a line. Break its lines."
        )
    whole = source.data[:end] if source.data.count(b"\n", 0, end) == HEAD else source.data
    return whole.decode()


def _delimiter(head: str, decimal: str | None) -> str:
    best, chosen = 0.0, ","
    for delimiter in DELIMITERS:
        if delimiter != decimal and (score := _score(head, delimiter, decimal)) > best:
            best, chosen = score, delimiter
    return chosen


def _score(head: str, delimiter: str, decimal: str | None) -> float:
    # How many rows are of the usual length, and how many cells make sense.
    try:
        rows = [row for _, row in split_rows(io.StringIO(head, newline=""), delimiter)]
    except csv.Error:
        return 0.0
    ((usual, times),) = Counter(map(len, rows)).most_common(1)
    if usual < 2 and delimiter != ",":
        return 0.0
    cells = [cell for row in rows for cell in row][:10_000]
    comma = delimiter != "," and decimal != "."
    known = sum(is_missing(cell) or is_value(cell, "," if comma else ".") for cell in cells)
    return times / len(rows) * (0.5 + known / len(cells))


def _has_header(rows: list[list[str]], decimal: str) -> bool:
    def is_text(cell: str) -> bool:
        return not is_missing(cell) and not is_value(cell, decimal)

    if len(rows) < 2:
        return any(map(is_text, rows[0]))
    columns = zip(*rows[:20], strict=False)
    typed = [first for first, *later in columns if any(is_value(cell, decimal) for cell in later)]
    return any(map(is_text, typed or rows[0]))
