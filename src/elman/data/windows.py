"""Every run of `window` symbols, each from a zero state, in a shuffled order."""

from functools import lru_cache, partial

import torch
from torch import Tensor

from elman.data.arguments import at_least, one_of
from elman.data.batch import Batch, Stretch
from elman.data.ids import Ids, as_ids
from elman.data.order import epoch_order
from elman.data.runs import runs
from elman.errors import DataError

__all__ = ["LOSS_STEPS", "Windows"]

LOSS_STEPS: dict[str, int | slice] = {"every": slice(1, None), "last": -1}


class Windows:
    """All windows of a text, each with the symbols that follow.

    Args:
        ids: the text as numbers, (N,).
        window: how many symbols a window has, T.
        batch_size: rows a step, B; an epoch's last step has what is left.
        seed: of the order, 0 or more.
        loss_steps: ``"every"``: a target after every symbol, (B, T);
            ``"last"``: only after the last, (B,).
        shuffle: each epoch in an order of its own; otherwise as in the text.

    Raises:
        DataError: the text is shorter than a window and the symbol that follows.
        SettingError: a number is too small, or there is no such `loss_steps`.

    Example:
        >>> windows = Windows([0, 1, 2, 3, 4], window=3, batch_size=2, seed=0, shuffle=False)
        >>> windows[0].inputs.tolist(), windows[0].targets.tolist()
        ([[0, 1, 2], [1, 2, 3]], [[1, 2, 3], [2, 3, 4]])
    """

    def __init__(
        self,
        ids: Ids,
        window: int,
        batch_size: int,
        seed: int,
        loss_steps: str = "every",
        shuffle: bool = True,
    ) -> None:
        ids = as_ids(ids)
        at_least("window", window, 1)
        self._batch_size = at_least("batch_size", batch_size, 1)
        at_least("seed", seed, 0)
        self._targets = LOSS_STEPS[one_of("loss_steps", loss_steps, LOSS_STEPS)]
        self._shuffle = shuffle
        if len(ids) <= window:
            raise DataError(
                f"the text has {len(ids)} symbols, too few for a window of {window} and the "
                f"symbol after it; expected at least {window + 1}. "
                "Give a longer text or a smaller window."
            )
        self._rows = ids.unfold(0, window + 1, 1)  # (N - T, T + 1), a view
        # An order is as long as the text: only that of the epoch at hand is kept.
        self._order = lru_cache(maxsize=1)(partial(epoch_order, len(self._rows), seed))

    @property
    def steps_per_epoch(self) -> int:
        """How many steps see every window once."""
        return -(-len(self._rows) // self._batch_size)

    def __getitem__(self, step: int) -> Batch:
        """Return the batch of a step, counted from 0 over all epochs."""
        epoch, step = divmod(step, self.steps_per_epoch)
        chosen: slice | Tensor = slice(step * self._batch_size, (step + 1) * self._batch_size)
        if self._shuffle:
            chosen = self._order(epoch)[chosen]
        rows = self._rows[chosen]
        return Batch(rows[:, :-1], rows[:, self._targets], fresh=True)

    def together(self, first: int, count: int) -> list[Stretch]:
        """Return the batches of steps in a row, cut only around an epoch's last step if shorter.

        Args:
            first: the first step, counted from 0 over all epochs.
            count: how many steps, 1 or more.

        Returns:
            The stretches; one alone, over the ends of epochs, where all steps have as many rows.

        Example:
            >>> windows = Windows(range(5), window=3, batch_size=1, seed=0, shuffle=False)
            >>> windows.together(0, 3)[0].inputs.tolist()
            [[[0, 1, 2]], [[1, 2, 3]], [[0, 1, 2]]]
        """
        epoch, shorter = self.steps_per_epoch, len(self._rows) % self._batch_size != 0
        cut = epoch > 1 and shorter
        together = runs(first, count, epoch, shorter) if cut else [range(first, first + count)]
        return [self._stretch(run) for run in together]

    def _stretch(self, run: range) -> Stretch:
        visited = self._visited(self._place(run.start), self._place(run.stop)).view(len(run), -1)
        inputs, targets = self._rows[:, :-1][visited], self._rows[:, self._targets][visited]
        return Stretch(run.start, inputs, targets, fresh=True, carried=False)

    def _place(self, step: int) -> int:
        # How many rows all steps before this one have together.
        epoch, step = divmod(step, self.steps_per_epoch)
        return epoch * len(self._rows) + step * self._batch_size

    def _visited(self, start: int, stop: int) -> Tensor:
        rows = len(self._rows)
        if not self._shuffle:
            return torch.arange(start, stop) % rows
        return torch.cat(
            [
                self._order(epoch)[max(0, start - epoch * rows) : stop - epoch * rows]
                for epoch in range(start // rows, -(-stop // rows))
            ]
        )
