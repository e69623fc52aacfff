"""The classic tutorial's walk through a short text: one window a step, with random restarts."""

import random

import torch

from elman.data.arguments import at_least
from elman.data.batch import Batch, Stretch
from elman.data.ids import Ids, as_ids
from elman.errors import DataError

__all__ = ["Walk"]


class Walk:
    """Windows one after the other, each a window and a symbol further than the one before.

    With ``stride = window + 1`` the first offset is drawn from 0 .. stride, both ends included;
    the next is `stride` further; once it is beyond ``N - stride`` it is drawn anew.

    Args:
        ids: the text as numbers, (N,).
        window: how many symbols a window has, T.
        iterations: how many steps the walk has; a further epoch walks the same way again.
        seed: of the restarts.

    Attributes:
        offsets: where each step's window starts.

    Raises:
        DataError: the text is too short for a restart at any offset.
        SettingError: a number is too small.

    Example:
        >>> walk = Walk(range(20), window=3, iterations=3, seed=0)
        >>> walk.offsets
        [3, 7, 11]
        >>> walk[1].inputs.tolist(), walk[1].targets.tolist()
        ([[7, 8, 9]], [10])
    """

    def __init__(self, ids: Ids, window: int, iterations: int, seed: int) -> None:
        self._ids = as_ids(ids)
        self._window = at_least("window", window, 1)
        at_least("iterations", iterations, 1)
        last = len(self._ids) - (window + 1)
        if last < window + 1:
            raise DataError(
                f"the text has {len(self._ids)} symbols, too few to walk with a window of "
                f"{window}; expected at least {2 * (window + 1)}. "
                "Give a longer text or a smaller window."
            )
        self.offsets = _offsets(window + 1, last, iterations, random.Random(seed))
        self._starts = torch.tensor(self.offsets)
        self._inputs = self._ids.unfold(0, window, 1)  # (N - T + 1, T), a view

    @property
    def steps_per_epoch(self) -> int:
        """How many steps the walk has."""
        return len(self.offsets)

    def __getitem__(self, step: int) -> Batch:
        """Return the batch of a step, counted from 0 over all epochs."""
        start = self.offsets[step % len(self.offsets)]
        end = start + self._window
        return Batch(self._ids[None, start:end], self._ids[end : end + 1], fresh=True)

    def together(self, first: int, count: int) -> list[Stretch]:
        """Return the batches of steps in a row as one stretch.

        Args:
            first: the first step, counted from 0 over all epochs.
            count: how many steps, 1 or more.

        Returns:
            The stretch alone, for all steps are alike.

        Example:
            >>> Walk(range(20), window=3, iterations=3, seed=0).together(1, 2)[0].inputs.tolist()
            [[[7, 8, 9]], [[11, 12, 13]]]
        """
        starts = self._starts[torch.arange(first, first + count) % len(self._starts)][:, None]
        inputs, targets = self._inputs[starts], self._ids[starts + self._window]
        return [Stretch(first, inputs, targets, fresh=True, carried=False)]


def _offsets(stride: int, last: int, count: int, draw: random.Random) -> list[int]:
    offset = draw.randint(0, stride)
    offsets = []
    for _ in range(count):
        if offset > last:
            offset = draw.randint(0, stride)
        offsets.append(offset)
        offset += stride
    return offsets
