"""Numbered examples, taken a batch at a time in an order that each epoch shuffles anew."""

from collections.abc import Callable
from functools import lru_cache, partial

import torch
from torch import Tensor

from elman.data.arguments import at_least
from elman.data.batch import Batch, Stretch
from elman.data.order import epoch_order
from elman.data.runs import runs

__all__ = ["Shuffled"]


class Shuffled:
    """Batches of examples, each from a zero state.

    Args:
        count: how many examples there are.
        take: from the numbers of examples, of any shape (...), to what the network sees and what
            it should say, (..., ...) each.
        batch_size: rows a step, B; an epoch's last step has what is left.
        seed: of the order, 0 or more.
        shuffle: each epoch in an order of its own; otherwise as they are numbered.

    Raises:
        SettingError: a number is too small.

    Example:
        >>> squares = Shuffled(5, lambda x: (x, x * x), batch_size=2, seed=0, shuffle=False)
        >>> squares[1].targets.tolist(), squares[2].targets.tolist()
        ([4, 9], [16])
    """

    def __init__(
        self,
        count: int,
        take: Callable[[Tensor], tuple[Tensor, Tensor]],
        batch_size: int,
        seed: int,
        shuffle: bool = True,
    ) -> None:
        self._count, self._take, self._shuffle = at_least("count", count, 1), take, shuffle
        self._batch_size = at_least("batch_size", batch_size, 1)
        at_least("seed", seed, 0)
        # An order is as long as the data: only that of the epoch at hand is kept.
        self._order = lru_cache(maxsize=1)(partial(epoch_order, count, seed))

    @property
    def steps_per_epoch(self) -> int:
        """How many steps see every example once."""
        return -(-self._count // self._batch_size)

    def __getitem__(self, step: int) -> Batch:
        """Return the batch of a step, counted from 0 over all epochs."""
        visited = self._visited(self._place(step), self._place(step + 1))
        return Batch(*self._take(visited), fresh=True)

    def together(self, first: int, count: int) -> list[Stretch]:
        """Return the batches of steps in a row, cut only around an epoch's last step if shorter.

        Args:
            first: the first step, counted from 0 over all epochs.
            count: how many steps, 1 or more.

        Returns:
            The stretches; one alone, over the ends of epochs, where all steps have as many rows.

        Example:
            >>> squares = Shuffled(3, lambda x: (x, x * x), batch_size=1, seed=0, shuffle=False)
            >>> squares.together(1, 3)[0].targets.tolist()
            [[1], [4], [0]]
        """
        epoch, shorter = self.steps_per_epoch, self._count % self._batch_size != 0
        cut = epoch > 1 and shorter
        together = runs(first, count, epoch, shorter) if cut else [range(first, first + count)]
        return [self._stretch(run) for run in together]

    def _stretch(self, run: range) -> Stretch:
        visited = self._visited(self._place(run.start), self._place(run.stop)).view(len(run), -1)
        return Stretch(run.start, *self._take(visited), fresh=True, carried=False)

    def _place(self, step: int) -> int:
        # How many rows all steps before this one have together.
        epoch, step = divmod(step, self.steps_per_epoch)
        return epoch * self._count + step * self._batch_size

    def _visited(self, start: int, stop: int) -> Tensor:
        count = self._count
        if not self._shuffle:
            return torch.arange(start, stop) % count
        return torch.cat(
            [
                self._order(epoch)[max(0, start - epoch * count) : stop - epoch * count]
                for epoch in range(start // count, -(-stop // count))
            ]
        )
