"""Dropout that a compiled loop of training repeats."""

from __future__ import annotations

from torch import Tensor, nn

from elman.runtime.random_masks import dropout

__all__ = ["Dropout"]


class Dropout(nn.Dropout):
    """Dropout as torch's, with masks that the whole loop of training repeats when it is compiled.

    Within `elman.train.fit` its masks depend on the seed and the step alone; everywhere else it is
    torch's, from torch's random numbers.

    Args:
        p: the share of the numbers that become zero while training.
        inplace: whether what it gets is changed.

    Example:
        >>> import torch
        >>> Dropout(0.5).eval()(torch.ones(2))
        tensor([1., 1.])
    """

    def forward(self, input: Tensor) -> Tensor:
        """Return numbers, some of them zero and the others scaled up, in the same shape.

        Example:
            >>> import torch
            >>> Dropout(1.0)(torch.ones(2))
            tensor([0., 0.])
        """
        return dropout(input, self.p, self.training, self.inplace)
