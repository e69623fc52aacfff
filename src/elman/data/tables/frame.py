"""Data that is in memory already, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from elman.errors import DataError, did_you_mean

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["FrameTable", "frame_of"]


class FrameTable:
    """A pandas frame with the methods of a `Table`; its lines are its rows, counted from 1.

    Args:
        frame: the data.

    Example:
        >>> import pandas as pd
        >>> FrameTable(pd.DataFrame({"sales": [1.0, None]})).numbers("sales")
        array([ 1., nan])
    """

    name = "the data"

    def __init__(self, frame: DataFrame) -> None:
        self.frame = frame
        self.columns = [str(column) for column in frame.columns]
        self.lines = np.arange(1, len(frame) + 1, dtype=np.int32)
        self._places = {name: place for place, name in enumerate(self.columns)}

    def __len__(self) -> int:
        return len(self.frame)

    def column(self, name: str) -> str:
        """Return the name of a column, provided that there is one."""
        if name not in self._places:
            raise DataError(
                f'{self.name} have no column "{name}"; they have {", ".join(self.columns[:10])}.'
                f"{did_you_mean(name, self.columns)}"
            )
        return name

    def numbers(self, column: str) -> NDArray[np.float64]:
        """Return the numbers of a column, NaN where one is missing."""
        return self.matrix([column])[:, 0]

    def matrix(self, columns: Sequence[str]) -> NDArray[np.float64]:
        """Return the numbers of columns, (N, C), NaN where one is missing."""
        return np.stack([self._numbers(column) for column in columns], axis=1)

    def texts(self, column: str) -> NDArray[np.object_]:
        """Return the cells of a column as texts, empty where one is missing."""
        cells = self.frame.iloc[:, self._places[self.column(column)]]
        known = cells.notna().to_numpy()
        return np.array(
            [str(cell) if k else "" for cell, k in zip(cells, known, strict=True)], dtype=object
        )

    def text_chunks(self, column: str) -> Iterator[NDArray[np.object_]]:
        """Return the texts of a column, all at once."""
        yield self.texts(column)

    def _numbers(self, column: str) -> NDArray[np.float64]:
        cells = self.frame.iloc[:, self._places[self.column(column)]]
        try:
            values: NDArray[np.float64] = cells.to_numpy(dtype=np.float64, na_value=np.nan)
        except (TypeError, ValueError) as error:
            raise DataError(
                f'{self.name}: the column "{column}" holds no numbers ({error}). Convert it, or '
                "name another column."
            ) from None
        huge = np.abs(values) > np.finfo(np.float32).max
        if huge.any():
            row = int(huge.argmax())
            raise DataError(
                f'{self.name}, row {row + 1}: {values[row]:g} in the column "{column}" is larger '
                "than a network can take. Correct it, or measure in larger units."
            )
        return values


def frame_of(values: Any) -> DataFrame:
    """Return an array as a frame whose columns are called y, or y1, y2, ...

    Args:
        values: (N,) or (N, D), a NumPy array, a tensor or a list.

    Returns:
        The frame.

    Raises:
        DataError: it is no such array.

    Example:
        >>> list(frame_of([[1.0, 2.0]]).columns)
        ['y1', 'y2']
    """
    import pandas as pd

    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise DataError(f"the data are no numbers ({error}); expected (N,) or (N, D).") from None
    if array.ndim not in (1, 2) or not array.size:
        raise DataError(
            f"the data have the shape {array.shape}; expected (N,) for one series, or (N, D) for "
            "D targets, with at least one number."
        )
    array = array[:, None] if array.ndim == 1 else array
    names = ["y"] if array.shape[1] == 1 else [f"y{n}" for n in range(1, array.shape[1] + 1)]
    return pd.DataFrame(array, columns=names)
