"""Numbers brought to a common size, and back: always by what the training rows alone say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from elman.data.arguments import one_of

__all__ = ["SCALINGS", "Scaling", "fit_scaling"]

Array = NDArray[np.float64]


def _standard(x: Array) -> tuple[Array, Array]:
    return np.nanmean(x, axis=0), np.nanstd(x, axis=0)


def _min_max(x: Array) -> tuple[Array, Array]:
    low = np.nanmin(x, axis=0)
    return low, np.nanmax(x, axis=0) - low


def _robust(x: Array) -> tuple[Array, Array]:
    low, middle, high = np.nanquantile(x, (0.25, 0.5, 0.75), axis=0)
    return middle, high - low


def _none(x: Array) -> tuple[Array, Array]:
    return np.zeros(x.shape[1]), np.ones(x.shape[1])


# From values (N, C) to their centre and spread, (C,) each; NaN is left out.
SCALINGS: dict[str, Callable[[Array], tuple[Array, Array]]] = {
    "standard": _standard,
    "min-max": _min_max,
    "robust": _robust,
    "none": _none,
}


@dataclass(frozen=True)
class Scaling:
    """An affine map of every column: (x - centre) / spread.

    Args:
        centre: what becomes 0, (C,).
        spread: what becomes a distance of 1, (C,).

    Example:
        >>> scaling = Scaling(np.array([2.0]), np.array([4.0]))
        >>> scaling.there(np.array([[10.0]])).tolist()
        [[2.0]]
        >>> scaling.back(np.array([[2.0]])).tolist()
        [[10.0]]
    """

    centre: Array
    spread: Array

    def there(self, values: Array) -> Array:
        """Return values (..., C) as the network sees them."""
        return (values - self.centre) / self.spread

    def back(self, values: Array) -> Array:
        """Return values (..., C) of the network in the units of the data."""
        return values * self.spread + self.centre

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold.

        Example:
            >>> Scaling(np.zeros(1), np.ones(1)).to_dict()
            {'centre': [0.0], 'spread': [1.0]}
        """
        return {"centre": self.centre.tolist(), "spread": self.spread.tolist()}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Scaling:
        """Make the scaling that `to_dict` gave."""
        return cls(*(np.array(values[name], dtype=np.float64) for name in ("centre", "spread")))


def fit_scaling(kind: str, values: Array) -> Scaling:
    """Measure values, so that they can be brought to a common size.

    A column that never changes, and so has no spread, is only centred.

    Args:
        kind: ``"standard"`` (mean 0, deviation 1), ``"min-max"`` (0 to 1), ``"robust"`` (median 0,
            quartiles 1 apart) or ``"none"``.
        values: of the training rows, (N, C); NaN is left out, but no column is NaN alone.

    Returns:
        The scaling.

    Raises:
        SettingError: there is no such kind.

    Example:
        >>> fit_scaling("min-max", np.array([[1.0], [5.0], [np.nan]])).there(np.array([3.0]))
        array([0.5])
    """
    centre, spread = SCALINGS[one_of("scaling", kind, SCALINGS)](values)
    tiny = 1e-12 * np.maximum(1e-300, np.nanmax(np.abs(values), axis=0))
    return Scaling(centre, np.where(spread > tiny, spread, 1.0))
