"""Batches cut along time, so that the gradient goes back a part of the way only."""

from elman.data.arguments import at_least
from elman.data.batch import Batch, Batches

__all__ = ["Chunks"]


class Chunks:
    """Each batch in pieces of so many steps, one after the other, with the state carried.

    The first piece of a batch starts afresh if the batch does; its last may be shorter.

    Args:
        batches: with a target at every step, all of as many steps as the first.
        steps: of a piece.

    Raises:
        SettingError: the number of steps is below 1.

    Example:
        >>> import torch
        >>> from elman.data.shuffled import Shuffled
        >>> curve = torch.arange(5.0).view(1, 5, 1)
        >>> whole = Shuffled(1, lambda n: (curve[n], curve[n] + 1), batch_size=1, seed=0)
        >>> chunks = Chunks(whole, steps=3)
        >>> [(chunks[n].inputs.flatten().tolist(), chunks[n].fresh) for n in range(2)]
        [([0.0, 1.0, 2.0], True), ([3.0, 4.0], False)]
    """

    def __init__(self, batches: Batches, steps: int) -> None:
        self._batches, self._steps = batches, at_least("steps", steps, 1)
        self._pieces = -(-batches[0].inputs.shape[1] // steps)

    @property
    def steps_per_epoch(self) -> int:
        """How many pieces all batches of an epoch have."""
        return self._pieces * self._batches.steps_per_epoch

    def __getitem__(self, step: int) -> Batch:
        """Return a piece, counted from 0 over all epochs."""
        number, piece = divmod(step, self._pieces)
        batch, now = self._batches[number], slice(piece * self._steps, (piece + 1) * self._steps)
        return Batch(batch.inputs[:, now], batch.targets[:, now], batch.fresh and piece == 0)
