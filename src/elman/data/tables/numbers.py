"""A cell that ought to be a number: which one it is, or why it is none."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from elman.data.tables.cells import MISSING_SPELLINGS, THOUSANDS, is_missing, shown
from elman.data.tables.dialect import Dialect
from elman.errors import DataError

__all__ = ["number_of", "refuse_huge", "refuse_text"]

LARGEST = float(np.finfo(np.float32).max)  # what a network computes with
COMMA = re.compile(r"[+-]?\d*,\d+")


def number_of(text: str, decimal: str) -> float | None:
    """Return the number that a cell holds.

    Args:
        text: of the cell.
        decimal: ``"."`` or ``","``.

    Returns:
        The number; NaN if it is missing; None if the text is no number.

    Example:
        >>> number_of("1,5 ", ","), number_of("NA", "."), number_of("north", ".")
        (1.5, nan, None)
    """
    if is_missing(text):
        return math.nan
    if "_" in text or (decimal == "," and "." in text):
        return None
    try:
        return float(text.replace(decimal, "."))
    except ValueError:
        return None


def refuse_huge(
    values: NDArray[np.float64], column: str, lines: NDArray[np.int32], name: str
) -> None:
    """Make sure that numbers are finite and not too large for a network.

    Args:
        values: of a column, (N,); NaN is fine.
        column: its name.
        lines: of the file in which each is, (N,).
        name: of the file.

    Raises:
        DataError: one is infinite, or larger than any of float32.

    Example:
        >>> refuse_huge(np.array([1.0, np.nan]), "sales", np.array([2, 3]), "standard input")
    """
    if not len(values) or not (
        np.fmax.reduce(values) > LARGEST or np.fmin.reduce(values) < -LARGEST
    ):
        return
    row = int(np.flatnonzero(np.abs(values) > LARGEST)[0])
    raise DataError(
        f'{name}, line {lines[row]:,}, column "{column}": {values[row]:g} is too large; expected '
        f"finite numbers up to {LARGEST:.1e}. Mend the row, or leave the cell empty if the value "
        "is missing."
    )


def refuse_text(
    texts: Sequence[str],
    values: Sequence[float | None],
    column: str,
    lines: NDArray[np.int32],
    name: str,
    dialect: Dialect,
) -> None:
    """Say which cell is no number, and what may be meant by it.

    Args:
        texts: cells of a column, at least one of which is no number.
        values: what `number_of` says of each.
        column: its name.
        lines: of the file in which each is.
        name: of the file.
        dialect: of the file.

    Raises:
        DataError: always.

    Example:
        >>> dialect = Dialect(",", ".", quoting=False, header=True, encoding="UTF-8")
        >>> refuse_text(["x", "1"], [None, 1.0], "sales", np.array([2, 3]), '"a.csv"', dialect)
        Traceback (most recent call last):
        ...
        elman.errors.DataError: "a.csv", line 2, column "sales": "x" is not a number. Expected \
numbers; empty, NA, N/A, nan, null, None, - and ? are missing. Mend the row.
    """
    wrong = [k for k, value in enumerate(values) if value is None]
    text = texts[wrong[0]].strip()
    raise DataError(
        f'{name}, line {lines[wrong[0]]:,}, column "{column}": "{shown(text)}" is not a number. '
        f"Expected numbers; {MISSING_SPELLINGS} are missing. "
        f"{_mend(text, len(wrong) > len(texts) / 2, dialect)}"
    )


def _mend(text: str, most: bool, dialect: Dialect) -> str:
    if dialect.decimal == "." and COMMA.fullmatch(text):
        also = ", or take its comma out if it parts thousands" if THOUSANDS.fullmatch(text) else ""
        if dialect.delimiter == ",":
            return f"If its comma is a decimal one, write it with a point{also}."
        return f'If its comma is a decimal one, give --decimal ","{also}.'
    if THOUSANDS.fullmatch(text):
        return "If it is written with thousands separators, take them out."
    if most:
        return "Most of the column is text: choose another column."
    return "Mend the row."
