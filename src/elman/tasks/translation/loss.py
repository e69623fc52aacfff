"""What a translation costs: cross-entropy of its symbols, a share of it spread over all."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from elman.data.by_length import padded
from elman.runtime.cross_entropy import cross_entropy
from elman.tasks.network import asking
from elman.tasks.translation.network import SourceToTarget
from elman.tasks.translation.special import BEYOND, PADDING

__all__ = ["SymbolLoss", "mean_loss"]

AT_ONCE = 64  # pairs


class SymbolLoss(nn.Module):
    """The mean cross-entropy of the symbols that are real.

    Args:
        smoothing: the share of the truth that is spread over all symbols.

    Example:
        >>> import torch
        >>> SymbolLoss()(torch.zeros(1, 2, 3), torch.tensor([[0, BEYOND]]))
        tensor(1.0986)

    Source:
        Szegedy et al. 2016, Rethinking the Inception Architecture for Computer Vision, section 7.
    """

    def __init__(self, smoothing: float = 0.0) -> None:
        super().__init__()
        self.smoothing = smoothing

    def forward(self, scores: Tensor, targets: Tensor) -> Tensor:
        """Return the loss of scores (B, T, K) and targets (B, T)."""
        return cross_entropy(
            scores.flatten(0, 1), targets.flatten(), smoothing=self.smoothing, ignored=BEYOND
        )


def mean_loss(
    network: SourceToTarget, inputs: Sequence[Tensor], targets: Sequence[Tensor]
) -> float:
    """Return what pairs cost, those about as long as each other together.

    Args:
        network: in any mode.
        inputs: of each pair, (N, 2).
        targets: what it should say, (T,).

    Returns:
        The mean over all symbols, in nats.
    """
    loss, total, count = SymbolLoss(), 0.0, 0
    order = sorted(range(len(inputs)), key=lambda n: len(inputs[n]))
    with asking(network), torch.no_grad():
        for first in range(0, len(order), AT_ONCE):
            own = order[first : first + AT_ONCE]
            truth = padded([targets[n] for n in own], BEYOND)
            scores, _ = network(padded([inputs[n] for n in own], PADDING))
            symbols = int((truth != BEYOND).sum())
            total += symbols * float(loss(scores, truth))
            count += symbols
    return total / count
