"""How well a network predicts a text: loss, accuracy and perplexity, each symbol counted once."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from elman.errors import DataError
from elman.tasks.model_settings import ModelSettings
from elman.tasks.network import NextSymbol, asking
from elman.train.history import perplexity

__all__ = [
    "Evaluation",
    "evaluate_carried",
    "evaluate_windows",
    "judge",
    "predictions",
    "refuse_short",
]

ROWS = 256  # windows that are predicted at once
STEPS = 512  # symbols of a carried text that are predicted at once


@dataclass(frozen=True)
class Evaluation:
    """What came out.

    Args:
        loss: the mean cross-entropy, in nats a symbol.
        accuracy: the share of symbols that were the first choice, 0 to 1.
        count: how many symbols were predicted.

    Example:
        >>> print(Evaluation(loss=0.0, accuracy=1.0, count=203))
        accuracy 100.00 % (203 of 203), loss 0.0000 nats, perplexity 1.000
    """

    loss: float
    accuracy: float
    count: int

    @property
    def perplexity(self) -> float:
        """exp(loss): among how many equally likely symbols the network hesitates, on average.

        Example:
            >>> Evaluation(loss=0.0, accuracy=1.0, count=1).perplexity
            1.0
        """
        return perplexity(self.loss)

    @property
    def pair(self) -> tuple[float, float]:
        """Loss and accuracy."""
        return self.loss, self.accuracy

    def to_dict(self) -> dict[str, float | None]:
        """Return the numbers as what JSON can hold; an infinite perplexity is none."""
        perplexity = self.perplexity if math.isfinite(self.perplexity) else None
        return {**asdict(self), "perplexity": perplexity}

    def __str__(self) -> str:
        right = round(self.accuracy * self.count)
        return (
            f"accuracy {100 * self.accuracy:.2f} % ({right:,} of {self.count:,}), "
            f"loss {self.loss:.4f} nats, perplexity {self.perplexity:.3f}"
        )


def judge(network: NextSymbol, ids: Tensor, settings: ModelSettings) -> Evaluation:
    """Say how well a network predicts a text, in the way in which it has learnt.

    Args:
        network: what predicts.
        ids: the text, (N,).
        settings: of the model: with a window, or with the state carried.

    Returns:
        The evaluation.

    Raises:
        DataError: the text is too short for one prediction.

    Example:
        >>> judge(NextSymbol(5, "gru", 4), torch.arange(5), ModelSettings(window=2)).count
        4
    """
    with asking(network):
        return _judged(predictions(network, ids, settings))


def predictions(
    network: NextSymbol, ids: Tensor, settings: ModelSettings
) -> Iterator[tuple[Tensor, Tensor]]:
    """Predict a text, in the way in which the network has learnt.

    Args:
        network: what predicts; in the mode it is in.
        ids: the text, (N,).
        settings: of the model: with a window, or with the state carried.

    Returns:
        The scores (n, K) of stretches of the text and their symbols (n,), up to its last.

    Raises:
        DataError: the text is too short for one prediction.

    Example:
        >>> network, settings = NextSymbol(5, "gru", 4), ModelSettings(window=2)
        >>> [len(symbols) for _, symbols in predictions(network, torch.arange(5), settings)]
        [1, 3]
    """
    refuse_short(ids, settings.shortest)
    if settings.window is None:
        return _carried(network, ids)
    return _windowed(network, ids, settings.window, every=settings.loss_steps == "every")


def refuse_short(ids: Sequence[int] | Tensor, context: int) -> None:
    """Refuse a text in which nothing can be predicted.

    Args:
        ids: the text, (N,).
        context: how many symbols are seen before the first one that is predicted.

    Raises:
        DataError: it has no more symbols than that.

    Example:
        >>> refuse_short([1, 2, 3], context=2)
    """
    if len(ids) <= context:
        raise DataError(
            f"the text to judge by is too short (symbols given: {len(ids)}; expected at least: "
            f"{context + 1}, {context} to see and one to predict). Give a longer text."
        )


def evaluate_windows(
    network: NextSymbol, ids: Tensor, window: int, *, every: bool = True
) -> Evaluation:
    """Predict every symbol of a text from the `window` symbols before it, from a zero state.

    Args:
        network: what predicts; in the mode it is in, so call `eval()` first.
        ids: the text, (N,).
        window: symbols that are seen.
        every: the first symbols too, from the fewer symbols before them.

    Returns:
        The evaluation of N - 1 predictions, or N - window if not `every`.

    Raises:
        DataError: the text is too short for one prediction.

    Example:
        >>> evaluate_windows(NextSymbol(5, "gru", 4).eval(), torch.arange(5), window=2).count
        4
    """
    refuse_short(ids, 1 if every else window)
    return _judged(_windowed(network, ids, window, every=every))


def evaluate_carried(network: NextSymbol, ids: Tensor) -> Evaluation:
    """Predict every symbol of a text from all symbols before it, in one pass.

    Args:
        network: what predicts; in the mode it is in, so call `eval()` first.
        ids: the text, (N,).

    Returns:
        The evaluation of N - 1 predictions.

    Raises:
        DataError: the text is too short for one prediction.

    Example:
        >>> evaluate_carried(NextSymbol(5, "gru", 4).eval(), torch.arange(5)).count
        4
    """
    refuse_short(ids, 1)
    return _judged(_carried(network, ids))


def _windowed(
    network: NextSymbol, ids: Tensor, window: int, *, every: bool
) -> Iterator[tuple[Tensor, Tensor]]:
    beginning = ids[:window]
    if every and len(beginning) > 1:
        logits, _ = network(beginning[None, :-1])
        yield logits[0], beginning[1:]
    if len(ids) > window:
        for rows in torch.split(ids.unfold(0, window + 1, 1), ROWS):
            features, _ = network.features(rows[:, :-1])
            yield network.head(features[:, -1]), rows[:, -1]


def _carried(network: NextSymbol, ids: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
    state = None
    for inputs, targets in zip(
        torch.split(ids[:-1], STEPS), torch.split(ids[1:], STEPS), strict=True
    ):
        logits, state = network(inputs[None], state)
        yield logits[0], targets


def _judged(predictions: Iterator[tuple[Tensor, Tensor]]) -> Evaluation:
    loss, right, count = 0.0, 0, 0
    with torch.no_grad():
        for logits, targets in predictions:
            loss += F.cross_entropy(logits, targets, reduction="none").double().sum().item()
            right += int((logits.argmax(-1) == targets).sum())
            count += len(targets)
    return Evaluation(loss=loss / count, accuracy=right / count, count=count)
