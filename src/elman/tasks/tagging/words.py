"""A sentence as somebody types it: its words, and where each begins and ends."""

from __future__ import annotations

import re

__all__ = ["words_of"]

WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Split a text into words and marks.

    Args:
        text: a sentence.

    Returns:
        Each word, its first character and the one after its last.

    Example:
        >>> words_of("Mr. O'Neil sleeps.")
        [('Mr', 0, 2), ('.', 2, 3), ("O'Neil", 4, 10), ('sleeps', 11, 17), ('.', 17, 18)]
    """
    return [(match[0], *match.span()) for match in WORD.finditer(text)]
