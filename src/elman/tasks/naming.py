"""What is typed is a text, or the name of a file or folder."""

from __future__ import annotations

import os
from collections.abc import Collection

from elman.errors import DataError

__all__ = ["FILES", "names_a_file"]

FILES = (".txt", ".csv", ".tsv", ".json", ".jsonl", ".conll", ".conllu", ".mid")
"""How the names of files end that nobody would mean as a text."""

MEND = "Give one that is there; a text that ends so is read from standard input."


def names_a_file(given: str, suffixes: Collection[str] = FILES, mend: str = MEND) -> bool:
    """Say whether what is typed is the name of a file or folder rather than a text.

    Args:
        given: what is typed.
        suffixes: how the names of files end that nobody would mean as a text.
        mend: what to do where such a file is missing.

    Returns:
        Whether there is such a file.

    Raises:
        DataError: it is a single word that ends so, and there is no such file.

    Example:
        >>> names_a_file("The mice met.", [".txt"])
        False
    """
    if os.path.exists(given):  # unlike pathlib's, takes a text that is too long for a name
        return True
    plain = given.strip().lower().removesuffix(".gz")
    if len(given.split()) == 1 and plain.endswith(tuple(suffixes)):
        raise DataError(f'there is no file "{given}". {mend}')
    return False
