"""A sentence as somebody types it: its words, and where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["Place", "joined", "words_of"]

Place = tuple[str, int, int]  # a word, its first character and the one after its last

WORD = re.compile(
    r"""
    (?:https?://|www\.)\S*[^\s.,;:!?)\]}'"]  # an address, without the mark that ends the sentence
    | [@#]\w+                                # somebody or something named
    | \d+(?:[.,:/]\d+)+                      # a number, a time or a date
    | \w+(?:[-'’.]\w+)*
    | [^\w\s]
    """,
    re.VERBOSE,
)


def words_of(text: str) -> list[Place]:
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


def joined(words: Sequence[str]) -> tuple[str, list[Place]]:
    """Join words by blanks.

    Args:
        words: of a sentence.

    Returns:
        The text, and each word with its first character and the one after its last.

    Example:
        >>> joined(["New York", "sleeps"])
        ('New York sleeps', [('New York', 0, 8), ('sleeps', 9, 15)])
    """
    places, start = [], 0
    for word in words:
        places.append((word, start, start + len(word)))
        start += len(word) + 1
    return " ".join(words), places
