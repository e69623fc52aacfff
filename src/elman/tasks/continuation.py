"""How a network goes on with a text."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from elman.tasks.network import NextSymbol

__all__ = ["continuation"]


def continuation(
    network: NextSymbol,
    ids: list[int],
    length: int,
    choose: Callable[[Tensor], int],
    window: int | None = None,
) -> list[int]:
    """Choose symbol after symbol, each from the scores after all that came before.

    Args:
        network: what predicts; in the mode it is in, so call `eval()` first.
        ids: the beginning, at least one symbol.
        length: how many symbols to add.
        choose: from scores (K,) to a symbol.
        window: see only so many symbols at once, from a zero state; otherwise the state is carried.

    Returns:
        The symbols that were added.

    Example:
        >>> network = NextSymbol(5, "gru", 4).eval()
        >>> len(continuation(network, [0, 1], 3, lambda logits: int(logits.argmax())))
        3
    """
    added: list[int] = []
    state = None
    unseen = ids
    with torch.no_grad():
        for _ in range(length):
            if window is not None:
                state, unseen = None, [*ids, *added][-window:]
            logits, state = network(torch.tensor([unseen]), state)
            unseen = [choose(logits[0, -1])]
            added += unseen
    return added
