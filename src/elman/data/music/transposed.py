"""Batches of frames, each piece moved up or down the keyboard by lot."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from elman.data.arguments import at_least
from elman.data.batch import Batch, Batches

__all__ = ["Transposed"]


class Transposed:
    """Batches whose pieces are transposed, each time that they come by a number drawn anew.

    No key is lost: a piece moves only as far as there are keys.

    Args:
        batches: inputs and targets are frames (B, T, 88) of the same pieces; beyond the end of a
            piece its target is -1.
        most: semitones up or down at most, 0 or more.
        seed: of what is drawn, 0 or more.

    Raises:
        SettingError: a number is too small.

    Example:
        >>> from elman.data.by_length import ByLength
        >>> piece = torch.eye(88, dtype=torch.int8)[[39, 43]]
        >>> batches = Transposed(ByLength([piece], [piece], 1, seed=0, padding=0), 6, seed=0)
        >>> [int(batches[step].targets[0, 0].argmax()) for step in range(5)]
        [44, 39, 45, 39, 38]
    """

    def __init__(self, batches: Batches, most: int, seed: int) -> None:
        self._batches = batches
        self._most, self._seed = at_least("transpose", most, 0), at_least("seed", seed, 0)

    @property
    def steps_per_epoch(self) -> int:
        """How many steps see every piece once."""
        return self._batches.steps_per_epoch

    def __getitem__(self, step: int) -> Batch:
        """Return the batch of a step, counted from 0 over all epochs."""
        batch = self._batches[step]
        draw = np.random.default_rng([self._seed, step])
        moves = [int(draw.integers(low, high + 1)) for low, high in map(self._range, batch.targets)]
        return Batch(_moved(batch.inputs, moves), _moved(batch.targets, moves), batch.fresh)

    def _range(self, frames: Tensor) -> tuple[int, int]:
        keys = (frames > 0).any(0).nonzero().flatten()
        if not len(keys):
            return 0, 0
        low, high = int(keys[0]), frames.size(-1) - 1 - int(keys[-1])
        return -min(self._most, low), min(self._most, high)


def _moved(frames: Tensor, moves: list[int]) -> Tensor:
    rows = zip(frames, moves, strict=True)
    return torch.stack([row.roll(move, dims=-1) for row, move in rows])
