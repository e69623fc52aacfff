"""What a table is to those who read its columns, wherever it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

__all__ = ["Tabular"]


class Tabular(Protocol):
    """Rows and columns of a file, or of a frame in memory.

    Attributes:
        name: what messages call it.
        columns: their names.
        lines: where each row begins, counted from 1, (N,).
    """

    name: str
    columns: list[str]
    lines: NDArray[np.int32]

    def __len__(self) -> int:
        """Return N, the number of rows."""

    def column(self, name: str) -> str:
        """Return the name of a column, provided that there is one."""

    def numbers(self, column: str) -> NDArray[np.float64]:
        """Return the numbers of a column, (N,), NaN where one is missing."""

    def matrix(self, columns: Sequence[str]) -> NDArray[np.float64]:
        """Return the numbers of columns, (N, C), NaN where one is missing."""

    def texts(self, column: str) -> NDArray[np.object_]:
        """Return the cells of a column as texts, (N,)."""

    def text_chunks(self, column: str) -> Iterator[NDArray[np.object_]]:
        """Return the texts of a column, some rows at a time."""
