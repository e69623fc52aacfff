"""Probabilities that mean what they say: scores divided by one number, found on other data."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

__all__ = ["fit_temperature"]

TRUST = 10  # sequences, added in thought, that came out as the network said
LOW, HIGH, ROUNDS = -4.0, 4.0, 60  # logarithm of the temperature; halvings of the bracket


def fit_temperature(scores: Tensor, truth: Tensor) -> float:
    r"""Return the temperature $\tau$ with which softmax(scores / $\tau$) has the least loss.

    The loss is convex in $1 / \tau$, so a golden-section search finds the least. Ten sequences that
    came out just as the network said count too, so that a handful that were all told right do not
    make it sure of everything.

    Args:
        scores: of sequences that were not learnt, (N, K).
        truth: their classes, (N,).

    Returns:
        Above 1 where the network is too sure of itself; 1 without sequences.

    Example:
        >>> scores = torch.tensor([[8.0, 0.0]] * 40)
        >>> fit_temperature(scores, torch.tensor([0, 0, 0, 1] * 10)) > 5
        True

    Source:
        Guo et al. 2017, On Calibration of Modern Neural Networks, section 4.2.
    """
    if not len(truth):
        return 1.0

    scores = scores.double()
    share = TRUST / (TRUST + len(truth))
    wanted = (1 - share) * F.one_hot(truth, scores.shape[1]) + share * scores.softmax(1)

    def loss(log: float) -> float:
        return float(F.cross_entropy(scores * torch.tensor(-log).exp(), wanted))

    ratio = (5**0.5 - 1) / 2
    low, high = LOW, HIGH
    for _ in range(ROUNDS):
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, right) if loss(left) < loss(right) else (left, high)
    return float(torch.tensor((low + high) / 2).exp())
