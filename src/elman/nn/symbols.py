"""Symbols as numbers without a parameter: vectors with a single one, or their bare integers."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

__all__ = ["Number", "OneHot"]


class OneHot(nn.Module):
    """Symbols as vectors with a single one.

    Args:
        vocabulary_size: how many symbols there are, K.

    Example:
        >>> OneHot(3)(torch.tensor([[2]]))
        tensor([[[0., 0., 1.]]])
    """

    def __init__(self, vocabulary_size: int) -> None:
        super().__init__()
        self.vocabulary_size = vocabulary_size

    def forward(self, symbols: Tensor) -> Tensor:
        """Return vectors (B, T, K) for symbols (B, T).

        Example:
            >>> OneHot(4)(torch.zeros(2, 5, dtype=torch.int64)).shape
            torch.Size([2, 5, 4])
        """
        return F.one_hot(symbols, self.vocabulary_size).to(torch.get_default_dtype())


class Number(nn.Module):
    """Symbols as their bare integers, one feature each, as in the classic exercise.

    Example:
        >>> Number()(torch.tensor([[2, 7]]))
        tensor([[[2.],
                 [7.]]])
    """

    def forward(self, symbols: Tensor) -> Tensor:
        """Return numbers (B, T, 1) for symbols (B, T).

        Example:
            >>> Number()(torch.zeros(2, 5, dtype=torch.int64)).shape
            torch.Size([2, 5, 1])
        """
        return symbols.unsqueeze(-1).to(torch.get_default_dtype())
