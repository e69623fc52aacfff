"""The networks of the small examples: numbers at every step in, numbers at every step out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn

from elman.nn import Recurrent

__all__ = ["OverNumbers", "OverSteps", "drawn_from"]


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


class OverSteps(nn.Module):
    """A feed-forward network that looks at every step by itself.

    Args:
        inputs: numbers a step, I.
        units: of its hidden layer.
        outputs: numbers told at every step, K.

    Example:
        >>> y, state = OverSteps(inputs=3, units=8, outputs=2)(torch.zeros(4, 5, 3))
        >>> y.shape
        torch.Size([4, 5, 2])
    """

    def __init__(self, inputs: int, units: int, outputs: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(inputs, units), nn.Tanh(), nn.Linear(units, outputs))

    def forward(self, x: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return what is told at every step, (B, T, K) from (B, T, I), and the state as it was."""
        return self.layers(x), state


@contextmanager
def drawn_from(seed: int) -> Iterator[None]:
    """Draw what is random from a seed alone; torch's own random numbers stay where they are.

    Args:
        seed: of initial weights.

    Example:
        >>> for _ in range(2):
        ...     with drawn_from(7):
        ...         print(round(OverNumbers("elman", 1, 2, 1).head.bias.item(), 4))
        0.502
        0.502
    """
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(seed)
        yield
