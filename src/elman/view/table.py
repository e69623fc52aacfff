"""Rows as aligned text."""

import textwrap
from collections.abc import Sequence

__all__ = ["table"]


def table(rows: Sequence[Sequence[str]], *, head: Sequence[str] = (), width: int = 79) -> str:
    """Return rows as text in columns; the last column is broken between words where it is long.

    Args:
        rows: cells of text, equally many in each row.
        head: the names of the columns; numbers stand to the right.
        width: of the text, in characters.

    Returns:
        Lines without blanks at their ends.

    Example:
        >>> print(table([["gru", "12"], ["lstm", "160"]], head=["cell", "weights"]))
        cell  weights
        gru        12
        lstm      160
    """
    every = [head, *rows] if head else list(rows)
    columns = list(zip(*every, strict=True))
    right = [all(map(_is_number, column[bool(head) :])) for column in columns]
    widths = [max(map(len, column)) for column in columns]
    widths[-1] = min(widths[-1], max(20, width - sum(widths[:-1]) - 2 * (len(widths) - 1)))
    return "\n".join(line for row in every for line in _lines(row, widths, right))


def _lines(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    *front, last = row
    cells = [
        cell.rjust(w) if number else cell.ljust(w)
        for cell, w, number in zip(front, widths, right, strict=False)
    ]
    pieces = textwrap.wrap(last, widths[-1]) or [""]
    pieces = [piece.rjust(widths[-1]) for piece in pieces] if right[-1] else pieces
    start = "  ".join([*cells, ""])
    starts = [start, *[" " * len(start)] * (len(pieces) - 1)]
    return [f"{a}{b}".rstrip() for a, b in zip(starts, pieces, strict=True)]


def _is_number(cell: str) -> bool:
    return not cell or cell.replace(",", "").replace(".", "").isdigit()
