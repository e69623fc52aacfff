"""What a single cell is: a number, a date, missing, or a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = [
    "MISSING",
    "MISSING_SPELLINGS",
    "THOUSANDS",
    "is_missing",
    "is_value",
    "shown",
    "with_comma",
]

MISSING = frozenset(["", "na", "n/a", "nan", "null", "none", "-", "?"])
MISSING_SPELLINGS = "empty, NA, N/A, nan, null, None, - and ?"

_EXPONENT = r"(?:[eE][+-]?\d+)?"
_POINT = re.compile(rf"[+-]?(?:\d+\.?\d*|\.\d+){_EXPONENT}|[+-]?inf(?:inity)?", re.IGNORECASE)
_COMMA = re.compile(rf"[+-]?(?:\d+,\d*|\d*,\d+){_EXPONENT}")
_DATE = re.compile(r"\d{4}-\d{1,2}(-\d{1,2}.*)?|\d{1,4}([/.-])\d{1,2}\2\d{1,4}([ T]\d{1,2}:.*)?")
THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:([,.' \u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")

SHOWN = 60  # characters of a cell that a message shows


def shown(text: str) -> str:
    """Return how a message shows a cell.

    Args:
        text: of the cell.

    Returns:
        Its beginning, with what cannot be seen spelt out.

    Example:
        >>> print(shown("4\x1a"))
        4\\x1a
    """
    cut = text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in cut)


def is_missing(text: str) -> bool:
    """Say whether a cell holds no value.

    Args:
        text: of the cell.

    Returns:
        Whether it is one of the spellings in `MISSING`, in any case.

    Example:
        >>> is_missing(" NaN "), is_missing("0")
        (True, False)
    """
    return text.strip().lower() in MISSING


def is_value(text: str, decimal: str) -> bool:
    """Say whether a cell is a number or a date.

    Args:
        text: of the cell.
        decimal: ``"."`` or ``","``.

    Returns:
        Whether it looks like either.

    Example:
        >>> is_value("1,5", ","), is_value("2026-02-28 10:00", "."), is_value("sales", ".")
        (True, True, False)
    """
    text = text.strip()
    number = _POINT.fullmatch(text) or (decimal == "," and _COMMA.fullmatch(text))
    return bool(number or _DATE.fullmatch(text))


def with_comma(texts: Iterable[str]) -> bool:
    """Say whether numbers are written with a decimal comma.

    Where every comma could as well part thousands (``12,345``) it is not taken for a decimal one:
    a number must not become a thousandth of itself in silence.

    Args:
        texts: of cells.

    Returns:
        Whether commas are within numbers, points are not, and some comma is before decimals.

    Example:
        >>> with_comma(["1,5", "20"]), with_comma(["1,234", "20"]), with_comma(["1.5", "1,5"])
        (True, False, False)
    """
    stripped = [text.strip() for text in texts]
    if any("." in text and _POINT.fullmatch(text) for text in stripped):
        return False
    return any(_COMMA.fullmatch(text) and not THOUSANDS.fullmatch(text) for text in stripped)
