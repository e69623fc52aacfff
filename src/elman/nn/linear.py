"""A linear layer by the kernels of the recurrent ones."""

from __future__ import annotations

from torch import Tensor, nn

from elman.runtime.linear import linear

__all__ = ["Linear"]


class Linear(nn.Linear):
    """A linear layer as torch's, to the same bits whatever the number of threads.

    Args:
        in_features: K.
        out_features: N.
        **options: those of `torch.nn.Linear`.

    Example:
        >>> import torch
        >>> Linear(3, 4)(torch.zeros(2, 5, 3)).shape
        torch.Size([2, 5, 4])
    """

    def forward(self, input: Tensor) -> Tensor:
        """Return the map of vectors.

        Args:
            input: (..., K).

        Returns:
            (..., N).

        Example:
            >>> import torch
            >>> Linear(3, 4)(torch.zeros(3)).shape
            torch.Size([4])
        """
        return linear(input, self.weight, self.bias)
