"""One step's worth of examples, and what hands them out.

Shapes: B rows, T time steps.
"""

from dataclasses import dataclass
from typing import Protocol

from torch import Tensor

__all__ = ["Batch", "Batches"]


@dataclass(frozen=True)
class Batch:
    """What one training step sees.

    Args:
        inputs: the symbols, (B, T), int64.
        targets: the symbols that follow: (B, T) after every step, or (B,) after the last.
        fresh: the state starts from zero; otherwise it goes on from the batch before.

    Example:
        >>> import torch
        >>> Batch(torch.tensor([[0, 1]]), torch.tensor([[1, 2]]), fresh=True).targets.shape
        torch.Size([1, 2])
    """

    inputs: Tensor
    targets: Tensor
    fresh: bool


class Batches(Protocol):
    """A training run's batches, in random access: the same step always gives the same batch.

    This is what lets a killed run go on to the same bits: any order is drawn from a seed and the
    epoch, and nothing remembers what came before.
    """

    @property
    def steps_per_epoch(self) -> int:
        """How many steps see all of the data once."""

    def __getitem__(self, step: int) -> Batch:
        """Return the batch of a step, counted from 0 over all epochs."""
