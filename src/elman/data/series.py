"""A series: numbers on an even grid of times, and which of them are known when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Columns", "Series"]


@dataclass(frozen=True)
class Columns:
    """The columns of a series by their part, in this order.

    Args:
        targets: what is to be forecast.
        past: what is known up to now alone.
        future: what is known in the future too.
        static: what never changes within a series.

    Example:
        >>> Columns(("sales",), (), ("holiday",), ()).known
        ('holiday',)
    """

    targets: tuple[str, ...]
    past: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    static: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.targets, *self.past, *self.future, *self.static)

    @property
    def known(self) -> tuple[str, ...]:
        """Those known in the future."""
        return (*self.future, *self.static)


@dataclass(frozen=True)
class Series:
    """Numbers on an even grid of times.

    Args:
        name: what tells it from others; empty if it is alone.
        times: of every step, (N + M,); M steps of the future, known in part.
        values: (N + M, C), the columns as in `Columns`; NaN where nothing is known.
        length: N, the steps up to the last known target.
        filled: which targets were missing and are filled in, (N + M, D), and so are not to be
            judged by; None if none are.

    Example:
        >>> import pandas as pd
        >>> series = Series("", pd.RangeIndex(3), np.zeros((3, 1)), 3)
        >>> len(series.until(2).values)
        2
    """

    name: str
    times: pd.Index
    values: NDArray[np.float64]
    length: int
    filled: NDArray[np.bool_] | None = None

    def truth(self, targets: int) -> NDArray[np.float64]:
        """Return the targets as they were in the data, NaN where they were missing.

        Args:
            targets: D.

        Returns:
            (N + M, D).
        """
        values = self.values[:, :targets]
        return values if self.filled is None else np.where(self.filled, np.nan, values)

    def until(self, end: int) -> Series:
        """Return the steps before one of them."""
        return replace(
            self,
            times=self.times[:end],
            values=self.values[:end],
            length=min(end, self.length),
            filled=None if self.filled is None else self.filled[:end],
        )
