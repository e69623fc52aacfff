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
        word, *numbers = line.rstrip().split(" ")
        if not numbers or (number == 1 and len(numbers) == 1):
            continue
        if len(numbers) != size:
            raise DataError(
                f'"{path}", line {number:,}: "{word}" has {len(numbers)} numbers; expected '
                f"{size}. Give another file, or an embedding_size of {len(numbers)}."
            )
        key = word.lower()
        if wanted is None or key in wanted:
            try:
                found.setdefault(key, np.array(numbers, dtype=np.float32))
            except ValueError as error:
                raise DataError(f'"{path}", line {number:,}: {error}.') from None
    return found
