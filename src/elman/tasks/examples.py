"""One example of what a network predicts while it learns, as one line."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

from elman.data.batch import Batch
from elman.data.units import Unit
from elman.data.vocabulary import Vocabulary

__all__ = ["example_line"]

WIDTH = 79
MOST = 24  # characters of a symbol that are shown


def example_line(vocabulary: Vocabulary, unit: Unit) -> Callable[[Batch, Tensor], str]:
    """Return what turns a batch and its logits into ``context -> true | predicted``.

    Args:
        vocabulary: from numbers to symbols.
        unit: how symbols are joined.

    Returns:
        A function of a batch and its logits, (B, T, K) or (B, K); it shows the end of the first
        row.

    Example:
        >>> import torch
        >>> from elman.data.units import UNITS
        >>> line = example_line(Vocabulary(("mice", "the", "cat"), (1, 1, 1)), UNITS["word"])
        >>> batch = Batch(torch.tensor([[1, 0]]), torch.tensor([2]), fresh=True)
        >>> line(batch, torch.tensor([[0.1, 0.7, 0.2]]))
        'the mice -> cat | the'
    """

    def line(batch: Batch, logits: Tensor) -> str:
        target = batch.targets[0].reshape(-1)[-1]
        predicted = logits[0].reshape(-1, logits.shape[-1])[-1].argmax()
        true, guess = (
            _visible(symbol)[:MOST] for symbol in vocabulary.decode([int(target), int(predicted)])
        )
        context = _visible(unit.join(vocabulary.decode(batch.inputs[0].tolist())))
        room = WIDTH - len(f" -> {true} | {guess}")
        return f"{context[-room:]} -> {true} | {guess}"

    return line


def _visible(text: str) -> str:
    return text.replace("\n", "\\n").replace("\t", "\\t")
