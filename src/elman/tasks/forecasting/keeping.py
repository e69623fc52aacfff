"""What is kept of a forecaster besides its weights: series.json."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from elman.data.series import Columns
from elman.tasks.forecasting.categories import Categories
from elman.tasks.forecasting.preparation import Learnt
from elman.tasks.forecasting.scalings import Scalings

__all__ = ["Kept"]


@dataclass(frozen=True)
class Kept:
    """What a model knows of series.

    Args:
        learnt: of those that it was trained on.
        categories: of the texts among the covariates.
        margins: what its intervals are widened by, (V, H, D).
    """

    learnt: Learnt
    categories: Mapping[str, Categories]
    margins: NDArray[np.float64]

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        learnt = self.learnt
        steps = {name: [_json(s) for s in step] for name, step in learnt.steps.items()}
        return {
            "columns": {part: list(names) for part, names in asdict(learnt.columns).items()},
            "frequency": learnt.frequency,
            "season": learnt.season,
            "learnt_until": learnt.until,
            "steps": steps,
            "scalings": learnt.scalings.to_dict(),
            "categories": {name: list(one.known) for name, one in self.categories.items()},
            "margins": self.margins.tolist(),
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Kept:
        """Make what `to_dict` gave."""
        nan = float("nan")
        learnt = Learnt(
            Columns(**{part: tuple(names) for part, names in values["columns"].items()}),
            Scalings.from_dict(values["scalings"]),
            int(values["season"]),
            {
                n: [nan if s is None else float(s) for s in one]
                for n, one in values["steps"].items()
            },
            str(values["learnt_until"]),
            str(values["frequency"]),
        )
        categories = {n: Categories(tuple(known)) for n, known in values["categories"].items()}
        return cls(learnt, categories, np.array(values["margins"], dtype=np.float64))


def _json(value: float) -> float | None:
    return None if np.isnan(value) else value
