"""Every run of `window` symbols, each from a zero state, in a shuffled order."""

from torch import Tensor

from elman.data.arguments import at_least, one_of
from elman.data.ids import Ids, as_ids
from elman.data.shuffled import Shuffled
from elman.errors import DataError

__all__ = ["LOSS_STEPS", "Windows"]

LOSS_STEPS: dict[str, int | slice] = {"every": slice(1, None), "last": -1}


class Windows(Shuffled):
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
        targets = LOSS_STEPS[one_of("loss_steps", loss_steps, LOSS_STEPS)]
        if len(ids) <= window:
            raise DataError(
                f"the text has {len(ids)} symbols, too few for a window of {window} and the "
                f"symbol after it; expected at least {window + 1}. "
                "Give a longer text or a smaller window."
            )
        rows = ids.unfold(0, window + 1, 1)  # (N - T, T + 1), a view

        def take(chosen: Tensor) -> tuple[Tensor, Tensor]:
            return rows[:, :-1][chosen], rows[:, targets][chosen]

        super().__init__(len(rows), take, batch_size, seed, shuffle)
