"""The network of the small examples: numbers, one recurrent layer of any cell, a linear head."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from elman.nn import Recurrent

__all__ = ["OverNumbers", "initial"]


class OverNumbers(nn.Module):
    """What is told at every step of numbers: y_t = W h_t + b, with h_t from a recurrent layer.

    Args:
        cell: the name of a cell.
        inputs: numbers a step, I.
        units: of the layer, H.
        outputs: numbers told at every step, K.

    Example:
        >>> y, state = OverNumbers("gru", inputs=3, units=8, outputs=2)(torch.zeros(4, 5, 3))
        >>> y.shape
        torch.Size([4, 5, 2])
    """

    def __init__(self, cell: str, inputs: int, units: int, outputs: int) -> None:
        super().__init__()
        self.recurrent = Recurrent(cell, inputs, units, batch_first=True)
        self.head = nn.Linear(units, outputs)

    def forward(self, x: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return what is told at every step, and the state after the last one.

        Args:
            x: numbers, (B, T, I).
            state: of the layer, (1, B, H) each; zero if not given.

        Returns:
            Numbers (B, T, K) and the state.

        Example:
            >>> y, (h, c) = OverNumbers("lstm", 1, 8, 1)(torch.zeros(2, 5, 1))
            >>> h.shape
            torch.Size([1, 2, 8])
        """
        output, state = self.recurrent(x, state)
        return self.head(output), state


def initial(seed: int, cell: str, inputs: int, units: int, outputs: int) -> OverNumbers:
    """Return a network with initial weights that depend on the seed alone.

    Args:
        seed: of its weights; torch's own random numbers stay where they are.
        cell: the name of a cell.
        inputs: numbers a step.
        units: of the layer.
        outputs: numbers told at every step.

    Example:
        >>> one, same = (initial(7, "elman", 1, 2, 1) for _ in range(2))
        >>> torch.equal(one.head.weight, same.head.weight)
        True
    """
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(seed)
        return OverNumbers(cell, inputs, units, outputs)
