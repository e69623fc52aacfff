"""Which columns a table has, in which line each row is, and that every row has all its cells."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from elman.data.tables.dialect import BLANKS, Dialect, split_rows
from elman.data.tables.source import Source
from elman.errors import DataError

__all__ = ["Shape", "measure"]

BLOCK = 1 << 22  # bytes that are looked at together
ROWS = 1 << 16  # rows that are, where quotes have to be followed one by one
USUAL = 200  # rows that say how many cells are usual where no header does
NAMED = 3  # rows of the wrong length that are named

Rows = Iterator[tuple[NDArray[np.int32], NDArray[np.int64]]]


@dataclass(frozen=True)
class Shape:
    """Where the rows of a table are.

    Args:
        columns: the names of all columns.
        start: the byte at which the rows begin, below the header.
        lines: of the file in which each row begins, counted from 1, (N,), int32.

    Example:
        >>> Shape(["day", "sales"], 10, np.array([2, 3])).columns
        ['day', 'sales']
    """

    columns: list[str]
    start: int
    lines: NDArray[np.int32]


def measure(source: Source, dialect: Dialect) -> Shape:
    r"""Find the columns and the rows of a table.

    Args:
        source: the file's content.
        dialect: how it is written down.

    Returns:
        The names and the places.

    Raises:
        DataError: rows are too long or too short, quotes are broken, or columns have one name.

    Example:
        >>> dialect = Dialect(",", ".", quoting=False, header=True, encoding="UTF-8")
        >>> measure(Source("", b"day,sales\n1,2\n\n3,4\n", "UTF-8"), dialect).lines
        array([2, 4], dtype=int32)
    """
    try:
        start, skipped, names = _header(source.data, dialect)
        rows = (_quoted if dialect.quoting else _plain)(source.data, dialect, start, skipped + 1)
        lines, width = _checked(rows, len(names), source.name)
    except _BrokenQuotesError as error:
        raise DataError(
            f"{source.name}, line {error.line:,}: the quotes of this row are broken "
            f'({error.why}). Close them, and write a quote within quotes twice ("").'
        ) from None
    if not names:
        names = [f"c{number}" for number in range(1, width + 1)]
    _refuse_doubles(names, source.name)
    return Shape(names, start, lines)


class _BrokenQuotesError(Exception):
    def __init__(self, line: int, why: csv.Error) -> None:
        self.line, self.why = line, why


def _header(data: bytes, dialect: Dialect) -> tuple[int, int, list[str]]:
    if not dialect.header:
        return 0, 0, []
    end = count = 0

    def lines() -> Iterator[str]:
        nonlocal end, count
        while end < len(data):
            begin, end = end, (data.find(b"\n", end) + 1) or len(data)
            count += 1
            yield data[begin:end].decode()

    try:
        _, row = next(split_rows(lines(), dialect.delimiter, strict=dialect.quoting))
    except csv.Error as error:
        raise _BrokenQuotesError(1, error) from None
    return end, count, [name.strip() or f"c{k}" for k, name in enumerate(row, start=1)]


def _plain(data: bytes, dialect: Dialect, start: int, line: int) -> Rows:
    while start < len(data):
        end = (data.rfind(b"\n", start, start + BLOCK) + 1) or (data.find(b"\n", start + BLOCK) + 1)
        block = np.frombuffer((data[start:end] if end else data[start:] + b"\n"), np.uint8)
        ends, cells = _cells(block, dialect.delimiter)
        kept = ~_blank(block, ends, dialect.delimiter)
        numbers = np.arange(line, line + len(ends), dtype=np.int32)
        yield numbers[kept], cells[kept]
        start, line = end or len(data), line + len(ends)


def _cells(block: NDArray[np.uint8], delimiter: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    # The end of every line, and how many cells it has.
    newline = block == ord("\n")
    if delimiter == BLANKS:
        ink = ~(newline | (block == ord(" ")) | (block == ord("\t")))
        ink[1:] &= ~ink[:-1]  # what begins a cell follows what is none
        marks, surplus = newline | ink, 0
    else:
        marks, surplus = newline | (block == ord(delimiter)), 1
    places = np.flatnonzero(marks)
    is_end = newline[places]
    return places[is_end], np.diff(np.flatnonzero(is_end), prepend=-1) - 1 + surplus


def _blank(block: NDArray[np.uint8], ends: NDArray[np.int64], delimiter: str) -> NDArray[np.bool_]:
    begins = np.concatenate([[0], ends[:-1] + 1])
    blank: NDArray[np.bool_] = begins == ends
    white = b" \t".replace(delimiter.encode(), b"") if delimiter != BLANKS else b" \t"
    for k in np.flatnonzero(~blank & np.isin(block[begins], list(white))):
        blank[k] = not block[begins[k] : ends[k]].tobytes().strip(white)
    return blank


def _quoted(data: bytes, dialect: Dialect, start: int, line: int) -> Rows:
    def lines() -> Iterator[str]:
        begin = start
        while begin < len(data):
            end = (data.find(b"\n", begin) + 1) or len(data)
            yield data[begin:end].decode()
            begin = end

    rows = split_rows(lines(), dialect.delimiter, strict=True)
    last, numbers, cells = line, [], []
    try:
        for begin, row in rows:
            last = line + begin - 1
            numbers.append(last)
            cells.append(len(row))
            if len(cells) == ROWS:
                yield np.array(numbers, np.int32), np.array(cells)
                numbers, cells = [], []
    except csv.Error as error:
        raise _BrokenQuotesError(last + bool(cells), error) from None
    yield np.array(numbers, np.int32), np.array(cells, np.int64)


def _checked(rows: Rows, width: int, name: str) -> tuple[NDArray[np.int32], int]:
    header, total, wrong = width, 0, 0
    kept: list[NDArray[np.int32]] = []
    named: list[tuple[int, int]] = []
    lengths: Counter[int] = Counter()
    for lines, cells in rows:
        if not width:
            width = int(np.bincount(cells[:USUAL]).argmax())
        odd = np.flatnonzero(cells != width)
        named += [(int(lines[k]), int(cells[k])) for k in odd[: NAMED - len(named)]]
        lengths.update(cells[odd[:USUAL]].tolist())
        wrong += len(odd)
        total += len(lines)
        kept.append(lines)
    if wrong:
        raise DataError(_ragged(named, wrong, total, width, header, len(lengths) == 1, name))
    return np.concatenate(kept), width


def _ragged(
    named: list[tuple[int, int]],
    wrong: int,
    total: int,
    width: int,
    header: int,
    alike: bool,
    name: str,
) -> str:
    line, cells = named[0]
    if header and wrong == total > 1 and alike:
        return (
            f"{name}: the header names {header:,} column{'s' * (header != 1)}, but every row has "
            f"{cells:,} cell{'s' * (cells != 1)}. Name every column in the first line, or check "
            "what parts the cells (--delimiter)."
        )
    others = [f"line {number:,} ({count:,})" for number, count in named[1:]]
    if wrong > len(named):
        others.append(f"{wrong - len(named):,} more rows")
    also = f" So it is with {', '.join(others)}." if others else ""
    expected = "in the header" if header else "in most rows"
    return (
        f"{name}, line {line:,}: the row has {cells:,} cell{'s' * (cells != 1)}; expected "
        f"{width:,} as {expected}.{also} Mend the rows; a cell that holds what parts the cells "
        'must be in quotes (").'
    )


def _refuse_doubles(names: list[str], name: str) -> None:
    doubles = [column for column, count in Counter(names).items() if count > 1]
    if not doubles:
        return
    first = doubles[0]
    places = [str(k) for k, column in enumerate(names, start=1) if column == first]
    others = ", ".join(f'"{column}"' for column in doubles[1 : NAMED + 1])
    more = f" Not alone: {others}{', ...' * (len(doubles) > NAMED + 1)}." if others else ""
    raise DataError(
        f"{name}, line 1: the columns {', '.join(places[:-1])} and {places[-1]} are named "
        f'"{first}"; expected a name for each.{more} Rename them.'
    )
