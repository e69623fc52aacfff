"""What may be given as a text: the text itself, a file, or its symbols already split."""

from __future__ import annotations

import os
import reprlib
from collections.abc import Sequence
from pathlib import Path

from elman.data.reading import read_text
from elman.data.units import get_unit
from elman.errors import DataError, SettingError

__all__ = ["Text", "held_out", "share_or_file", "symbols_of"]

Text = str | Path | Sequence[str]


def symbols_of(text: Text, unit: str) -> list[str]:
    """Return the symbols of a text.

    Args:
        text: a `str` is the text itself, a `Path` names a file, a list is split already.
        unit: ``"word"`` or ``"character"``.

    Returns:
        The symbols, at least one.

    Raises:
        DataError: the file cannot be read, there is nothing in the text, or it is no text.

    Example:
        >>> symbols_of("long ago ,", "word")
        ['long', 'ago', ',']
    """
    if isinstance(text, Path):
        return get_unit(unit).split(read_text(text))
    if not isinstance(text, Sequence) or not all(isinstance(symbol, str) for symbol in text):
        raise DataError(
            f"{reprlib.repr(text)} is no text; expected a str (the text itself), a Path (of a "
            "file) or a list of str (its symbols)."
        )
    if not isinstance(text, str):
        return list(text)
    symbols = get_unit(unit).split(text)
    if not symbols:
        raise DataError("the text is empty. Give one with at least one symbol in it.")
    # unlike pathlib's, this takes a text that is too long for a name
    if len(text) < 1000 and "\n" not in text and os.path.isfile(text):
        raise DataError(
            f'"{text}" is the name of a file, but a str is taken as the text itself. '
            f'To read the file give Path("{text}").'
        )
    return symbols


def held_out(
    symbols: list[str], validation: float | Text | None, unit: str
) -> tuple[list[str], list[str] | None]:
    """Return what to train on and what to validate on.

    Args:
        symbols: the text.
        validation: nothing, a share of the text (its end), or another text.
        unit: ``"word"`` or ``"character"``.

    Returns:
        Two texts; the second may be nothing.

    Raises:
        SettingError: the share is out of its range.
        DataError: the other text cannot be read.

    Example:
        >>> held_out(list("abcdefghij"), 0.2, "character")[1]
        ['i', 'j']
    """
    if validation is None or validation == 0:
        return symbols, None
    if not isinstance(validation, int | float):
        return symbols, symbols_of(validation, unit)
    if not 0 < validation < 1:
        raise SettingError(
            f"validation is {validation}; expected a share of the text from 0 to below 1, "
            "such as 0.1, or another text."
        )
    count = max(2, round(validation * len(symbols)))
    return symbols[:-count], symbols[-count:]


def share_or_file(words: str) -> float | Path:
    """Read what is typed for a validation: a number is a share, all else names a file.

    Args:
        words: what was typed.

    Returns:
        The share or the file.

    Example:
        >>> share_or_file("0.1"), share_or_file("valid.txt").name
        (0.1, 'valid.txt')
    """
    try:
        return float(words)
    except ValueError:
        return Path(words)
