"""What a translation costs: cross-entropy of its symbols, a share of it spread over all."""

from __future__ import annotations

from torch import Tensor, nn

from elman.runtime.cross_entropy import cross_entropy
from elman.tasks.translation.network import BEYOND

__all__ = ["SymbolLoss"]


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
