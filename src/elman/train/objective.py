"""What a step of training is judged by: its loss and, for symbols, how many were right."""

from __future__ import annotations

from typing import NamedTuple

from torch import Tensor, nn

__all__ = ["Quality", "judged"]


class Quality(NamedTuple):
    """How good a network is on other data than it learns from.

    Args:
        loss: the mean.
        accuracy: share of correct predictions, 0 to 1; None where they are never just right.
        score: by which epochs are told apart, the larger the better; None if by the loss.

    Example:
        >>> Quality(2.5).score
    """

    loss: float
    accuracy: float | None = None
    score: float | None = None


def judged(loss: nn.Module, outputs: Tensor, targets: Tensor) -> tuple[Tensor, int | None, Tensor]:
    """Return the loss of a step, the number of correct predictions, and what was judged.

    Where a row has one symbol as its target, but scores at every step, the last step counts.

    Args:
        loss: of outputs and targets, to be minimised.
        outputs: of the network: scores (B, T, K) or (B, K) of symbols, or numbers of any shape.
        targets: symbols, (B, T) or (B,), for a cross-entropy; else what the loss takes.

    Returns:
        The loss, the number of correct predictions (None where they are numbers, which are never
        just right or wrong), and the outputs that belong to the targets.

    Example:
        >>> import torch
        >>> judged(nn.MSELoss(), torch.zeros(2, 3), torch.ones(2, 3))[:2]
        (tensor(1.), None)
        >>> scores = torch.tensor([[[0.0, 9.0], [9.0, 0.0]]])
        >>> judged(nn.CrossEntropyLoss(), scores, torch.tensor([0]))[1]
        1
    """
    if not isinstance(loss, nn.CrossEntropyLoss):
        return loss(outputs, targets), None, outputs
    scores = outputs[:, -1] if outputs.dim() > targets.dim() + 1 else outputs
    correct = int((scores.argmax(-1) == targets).sum())
    return loss(scores.flatten(0, -2), targets.flatten()), correct, scores
