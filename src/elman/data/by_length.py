"""Sequences of different lengths in batches: those about as long as each other together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from elman.data.arguments import at_least
from elman.data.batch import Batch

__all__ = ["ByLength", "padded"]

POOL = 32  # batches that are sorted by length among themselves


class ByLength:
    """Batches of sequences, each padded to the longest of its own batch.

    In each epoch the order is drawn anew; so many sequences as make 32 batches are sorted by
    length, and the batches cut from them come in an order drawn anew too.

    Args:
        sequences: symbols (T,) or numbers (T, I) each, T at least 1.
        targets: the class of each, (N,), or for each step of it, (T,) each.
        batch_size: rows a step, B.
        seed: of the order, 0 or more.
        padding: what stands beyond the end of a sequence.
        beyond: what stands beyond the end of the targets of each step.

    Raises:
        SettingError: a number is too small.

    Example:
        >>> sequences = [torch.tensor([1, 2]), torch.tensor([3]), torch.tensor([4, 5, 6])]
        >>> batches = ByLength(sequences, torch.tensor([0, 1, 0]), 2, seed=0, padding=9)
        >>> batches.steps_per_epoch, sorted(len(batches[step].targets) for step in (0, 1))
        (2, [1, 2])
    """

    def __init__(
        self,
        sequences: Sequence[Tensor],
        targets: Tensor | Sequence[Tensor],
        batch_size: int,
        seed: int,
        padding: float,
        beyond: int = -100,
    ) -> None:
        self._sequences, self._targets = sequences, targets
        self._batch_size = at_least("batch_size", batch_size, 1)
        self._seed, self._padding, self._beyond = at_least("seed", seed, 0), padding, beyond
        self._lengths = np.array([len(one) for one in sequences])
        self._plan = lru_cache(maxsize=1)(self._planned)

    @property
    def steps_per_epoch(self) -> int:
        """How many steps see every sequence once."""
        return -(-len(self._sequences) // self._batch_size)

    def __getitem__(self, step: int) -> Batch:
        """Return the batch of a step, counted from 0 over all epochs."""
        epoch, step = divmod(step, self.steps_per_epoch)
        chosen = self._plan(epoch)[step].tolist()
        inputs = padded([self._sequences[n] for n in chosen], self._padding)
        if isinstance(self._targets, Tensor):
            return Batch(inputs, self._targets[chosen], fresh=True)
        targets = padded([self._targets[n] for n in chosen], self._beyond)
        return Batch(inputs, targets, fresh=True)

    def _planned(self, epoch: int) -> list[np.ndarray]:
        draw = np.random.default_rng([self._seed, epoch])
        order = draw.permutation(len(self._sequences))
        pool = POOL * self._batch_size
        batches: list[np.ndarray] = []
        for first in range(0, len(order), pool):
            own = order[first : first + pool]
            own = own[np.argsort(self._lengths[own], kind="stable")]
            batches += np.split(own, range(self._batch_size, len(own), self._batch_size))
        return [batches[place] for place in draw.permutation(len(batches))]


def padded(sequences: Sequence[Tensor], padding: float) -> Tensor:
    """Return sequences as rows of one tensor, as long as the longest.

    Args:
        sequences: (T,) or (T, I) each, of one dtype.
        padding: what stands beyond their ends.

    Returns:
        (B, T) or (B, T, I).

    Example:
        >>> padded([torch.tensor([1, 2]), torch.tensor([3])], padding=0).tolist()
        [[1, 2], [3, 0]]
    """
    return torch.nn.utils.rnn.pad_sequence(list(sequences), batch_first=True, padding_value=padding)
