"""What is known of somebody who trains before it takes part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from elman.bench.contender import Contender
from elman.bench.peers.peer import not_installed
from elman.bench.training.work import TrainingWork

__all__ = ["CHECKED", "TOLERANCE", "Trainer"]

CHECKED = 20
"""Steps whose losses are compared before anything is timed."""

TOLERANCE = 1e-4
"""Of losses, relative to the largest."""


@dataclass(frozen=True)
class Trainer:
    """Somebody who trains the network of a row.

    Args:
        name: who it is.
        contender: made from the work and the number of threads; a run is a chunk of steps that
            goes on from the last, and its values are the losses of the first steps of all.
        packages: that have to be installed, by the names that they are imported under.
        tolerance: of its losses, relative to the largest.
    """

    name: str
    contender: Callable[[TrainingWork, int], Contender]
    packages: tuple[str, ...] = ()
    tolerance: float = TOLERANCE

    @property
    def missing(self) -> tuple[str, ...]:
        """The packages that are not installed."""
        return not_installed(self.packages)
