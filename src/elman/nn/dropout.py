"""Dropout that a compiled loop of training repeats."""

from __future__ import annotations

from torch import Tensor, nn

from elman.errors import SettingError
from elman.runtime.random_masks import dropout

__all__ = ["Dropout", "LockedDropout"]


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


class LockedDropout(nn.Module):
    """Dropout with one mask a sequence, the same at every step, as variational dropout has it.

    Within `elman.train.fit` its masks depend on the seed and the step of training alone;
    everywhere else they are drawn from torch's random numbers.

    Args:
        p: the share of the features that become zero while training, all along a sequence.
        batch_first: whether what it gets is (B, T, F).

    Raises:
        SettingError: p is no share.

    Example:
        >>> import torch
        >>> dropped = LockedDropout(0.5)(torch.ones(3, 2, 4))
        >>> bool((dropped[0] == dropped[2]).all())
        True

    Source:
        Gal & Ghahramani 2016, A Theoretically Grounded Application of Dropout in Recurrent Neural
        Networks.
    """

    def __init__(self, p: float = 0.5, batch_first: bool = False) -> None:
        super().__init__()
        if not isinstance(p, (int, float)) or not 0 <= p <= 1:
            raise SettingError(f"p must be a share from 0 to 1, got {p!r}.")
        self.p, self.batch_first = p, batch_first

    def forward(self, x: Tensor) -> Tensor:
        """Return numbers, some features of each sequence zero and the others scaled up.

        Args:
            x: (T, B, F), (B, T, F) if batch_first, or (T, F) for a single sequence.

        Returns:
            The same shape.

        Raises:
            ValueError: x has another number of dimensions.

        Example:
            >>> import torch
            >>> LockedDropout(0.5).eval()(torch.ones(2, 3))
            tensor([[1., 1., 1.],
                    [1., 1., 1.]])
        """
        if x.dim() not in (2, 3):
            raise ValueError(
                "the input must be (time, batch, features), batch before time if batch_first, or "
                f"(time, features) for a single sequence; got {tuple(x.shape)}."
            )
        if not (self.training and self.p):
            return x
        time = 1 if self.batch_first and x.dim() == 3 else 0
        once = [1 if axis == time else size for axis, size in enumerate(x.shape)]
        return x * dropout(x.new_ones(once), self.p, training=True)

    def extra_repr(self) -> str:
        """Return the settings."""
        return f"p={self.p}, batch_first={self.batch_first}"
