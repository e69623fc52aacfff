"""Scheduled sampling: a decoder that learns from what it would have said itself.

Shapes: B sentences, T symbols of the longest target.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import torch
from torch import Tensor

from elman.runtime.random_masks import step_counted
from elman.tasks.translation.special import PADDING

__all__ = ["Schedule", "sampled"]


class Schedule(NamedTuple):
    """How much of what a decoder is given is its own, growing evenly from nothing.

    Args:
        share: of the symbols, at the end.
        steps: of training.

    Example:
        >>> Schedule(0.5, 100).now()
        0.0
    """

    share: float
    steps: int

    def now(self) -> float:
        """Return the share at the step that is under way."""
        return self.share * min(1.0, (step_counted() or 0) / max(1, self.steps))


@torch.no_grad()
def sampled(
    target: Tensor, share: float, state: Any, decode: Callable[[Tensor, Any], tuple[Tensor, Any]]
) -> Tensor:
    """Return targets in which some symbols are drawn as the decoder would have gone on.

    The gradient does not go through what is drawn, so that the steps of training are those of
    teacher forcing on other symbols.

    Args:
        target: (B, T), 0 beyond the end of each; the first symbol stays.
        share: of the symbols that are drawn.
        state: of the decoder before the first symbol.
        decode: returns the scores after a symbol, (B, 1, K), and the state.

    Returns:
        (B, T).

    Source:
        Bengio, Vinyals, Jaitly & Shazeer 2015, Scheduled Sampling for Sequence Prediction with
        Recurrent Neural Networks.
    """
    own = (torch.rand(target.shape) < share).to(target.device) & (target != PADDING)
    found = target.clone()
    for step in range(target.size(1) - 1):
        scores, state = decode(found[:, step : step + 1], state)
        if own[:, step + 1].any():
            scores[:, 0, PADDING] = -torch.inf
            drawn = torch.multinomial(scores[:, 0].softmax(-1), 1)[:, 0]
            found[:, step + 1] = drawn.where(own[:, step + 1], target[:, step + 1])
    return found
