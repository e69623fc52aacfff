"""One step's worth of examples, many steps' worth, and what hands them out.

Shapes: n steps, B rows, T time steps.
"""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import torch
from torch import Tensor

__all__ = ["Batch", "Batches", "Stretch", "Together", "stacked", "stretches"]


@dataclass(frozen=True)
class Batch:
    """What one training step sees.

    Args:
        inputs: symbols (B, T), int64, or numbers (B, T, I).
        targets: the symbols that follow: (B, T) after every step, or (B,) after the last; or
            numbers, as the loss takes them.
        fresh: the state starts from zero; otherwise it goes on from the batch before.

    Example:
        >>> import torch
        >>> Batch(torch.tensor([[0, 1]]), torch.tensor([[1, 2]]), fresh=True).targets.shape
        torch.Size([1, 2])
    """

    inputs: Tensor
    targets: Tensor
    fresh: bool

    def to(self, device: torch.device) -> "Batch":
        """Return the same on a device."""
        return Batch(self.inputs.to(device), self.targets.to(device), self.fresh)


@dataclass(frozen=True)
class Stretch:
    """The batches of steps in a row, stacked: all of one shape, and all but the first alike.

    They start from zero one and all, or go on one from the other; no batch that starts from zero
    comes after one that goes on.

    Args:
        first: the step of the first batch, counted from 0 over all epochs.
        inputs: of each, (n, B, T) or (n, B, T, I), contiguous.
        targets: of each, (n, B, ...), contiguous.
        fresh: the first batch starts from zero; otherwise it goes on from the one before it.
        carried: each later batch goes on from the one before it; False where there is none.

    Example:
        >>> stretch = Stretch(0, torch.zeros(3, 2, 5), torch.zeros(3, 2), fresh=True, carried=False)
        >>> len(stretch.inputs)
        3
    """

    first: int
    inputs: Tensor
    targets: Tensor
    fresh: bool
    carried: bool


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


@runtime_checkable
class Together(Batches, Protocol):
    """Batches that can be handed out many at once, far faster than one by one."""

    def together(self, first: int, count: int) -> list[Stretch]:
        """Return the batches of steps in a row, in as few stretches as possible.

        Args:
            first: the first step, counted from 0 over all epochs.
            count: how many steps, 1 or more.

        Returns:
            What `stacked` returns, without a loop over the steps.
        """


def stretches(batches: Batches, first: int, count: int) -> list[Stretch]:
    """Return the batches of steps in a row, in as few stretches as possible.

    Args:
        batches: of any kind; where they cannot be handed out together they are stacked.
        first: the first step, counted from 0 over all epochs.
        count: how many steps, 1 or more.

    Returns:
        The stretches, in the order of their steps.

    Example:
        >>> from elman.data.streams import Streams
        >>> streams = Streams(range(6), steps=2, lanes=1)
        >>> for stretch in stretches(streams, first=0, count=4):
        ...     print(stretch.inputs.tolist(), stretch.fresh, stretch.carried)
        [[[0, 1]], [[2, 3]]] True True
        [[[4]]] False False
        [[[0, 1]]] True False
    """
    if isinstance(batches, Together):
        return batches.together(first, count)
    return stacked(batches, first, count)


def stacked(batches: Batches, first: int, count: int) -> list[Stretch]:
    """Return the batches of steps in a row, in as few stretches as possible, one by one.

    Args:
        batches: of any kind.
        first: the first step, counted from 0 over all epochs.
        count: how many steps.

    Returns:
        The stretches, in the order of their steps.

    Example:
        >>> from elman.data.windows import Windows
        >>> windows = Windows(range(6), window=3, batch_size=2, seed=0)
        >>> [stretch.inputs.shape[:2] for stretch in stacked(windows, first=0, count=2)]
        [torch.Size([1, 2]), torch.Size([1, 1])]
    """
    runs: list[list[Batch]] = []
    for step in range(first, first + count):
        batch = batches[step]
        if runs and _goes_on(runs[-1], batch):
            runs[-1].append(batch)
        else:
            runs.append([batch])
    result = []
    for run in runs:
        result.append(_stretch(first, run))
        first += len(run)
    return result


def _goes_on(run: list[Batch], batch: Batch) -> bool:
    alike = batch.fresh == run[-1].fresh or (len(run) == 1 and run[0].fresh)
    return alike and _shapes(batch) == _shapes(run[0])


def _shapes(batch: Batch) -> tuple[torch.Size, torch.Size]:
    return batch.inputs.shape, batch.targets.shape


def _stretch(first: int, run: list[Batch]) -> Stretch:
    return Stretch(
        first,
        torch.stack([batch.inputs for batch in run]),
        torch.stack([batch.targets for batch in run]),
        fresh=run[0].fresh,
        carried=not run[-1].fresh and len(run) > 1,
    )
