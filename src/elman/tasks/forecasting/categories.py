"""Texts among the covariates become numbers: one column for each text that was seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from elman.errors import DataError

__all__ = ["Categories", "learn_categories"]

MOST = 50  # different texts of one column; more are no categories


@dataclass(frozen=True)
class Categories:
    """The different texts of a column.

    Args:
        known: each once, in order.

    Example:
        >>> Categories(("NE", "SW")).encode(np.array(["SW", "NE", "??"], dtype=object)).tolist()
        [[0.0, 1.0], [1.0, 0.0], [0.0, 0.0]]
    """

    known: tuple[str, ...]

    def encode(self, texts: NDArray[np.object_]) -> NDArray[np.float64]:
        """Return texts (N,) as (N, K): 1 in the column of the text; a text not known is all 0."""
        places = {text: place for place, text in enumerate(self.known)}
        result = np.zeros((len(texts), len(self.known)))
        for row, text in enumerate(texts):
            if text in places:
                result[row, places[text]] = 1.0
        return result

    def names(self, column: str) -> list[str]:
        """Return the names of the columns that they become."""
        return [f"{column}={text}" for text in self.known]


def learn_categories(texts: NDArray[np.object_], error: DataError) -> Categories:
    """Return the categories of a column that holds no numbers.

    Args:
        texts: (N,).
        error: what is wrong with it as a column of numbers.

    Returns:
        The categories.

    Raises:
        DataError: there are too many different texts, so that it was meant to be numbers.

    Example:
        >>> learn_categories(np.array(["b", "a", "b"], dtype=object), DataError("no numbers"))
        Categories(known=('a', 'b'))
    """
    known = sorted(set(texts))
    if len(known) > MOST:
        raise DataError(
            f"{error} (Texts are taken as categories only if there are at most {MOST} different "
            f"ones; here are {len(known):,}.)"
        ) from None
    return Categories(tuple(known))
