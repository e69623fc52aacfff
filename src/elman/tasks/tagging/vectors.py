"""Vectors of words from a text file of the user's, as GloVe and fastText write them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from elman.data.reading import read_text
from elman.errors import DataError

__all__ = ["read_vectors"]


def read_vectors(
    path: str | Path, wanted: Collection[str] | None, size: int
) -> dict[str, NDArray[np.float32]]:
    """Read the vectors of words.

    Args:
        path: a line a word: the word and its numbers, parted by blanks; a first line with the
            number of words and of features is passed over; .gz too.
        wanted: which words, in lower case; None reads all.
        size: features, E.

    Returns:
        (E,) of every word found.

    Raises:
        DataError: the file cannot be read, or a line has another number of features.

    Example:
        >>> _ = Path("vectors.vec").write_text("2 3\\ncat 1 0 0\\nThe 0 1 0\\n")
        >>> sorted(read_vectors("vectors.vec", {"cat", "the"}, 3))
        ['cat', 'the']
    """
    found: dict[str, NDArray[np.float32]] = {}
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        parts = line.rstrip().split(" ")
        if not parts[0] or (number == 1 and len(parts) == 2):
            continue
        if len(parts) <= size or (not found and len(parts) - 1 > size and _number(parts[1])):
            raise DataError(
                f'"{path}", line {number:,}: "{parts[0]}" has {len(parts) - 1} numbers; expected '
                f"{size}. Give another file, or an embedding size of {len(parts) - 1}."
            )
        # a word may have blanks within it, as some of the largest files have
        key = " ".join(parts[:-size]).lower()
        if wanted is None or key in wanted:
            try:
                found.setdefault(key, np.array(parts[-size:], dtype=np.float32))
            except ValueError as error:
                raise DataError(
                    f'"{path}", line {number:,}: {error}; expected a word and {size} numbers. '
                    "Correct the line, or take it out."
                ) from None
    return found


def _number(word: str) -> bool:
    try:
        float(word)
    except ValueError:
        return False
    return True
