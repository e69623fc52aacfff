"""How many steps of each row are real: what such numbers must be."""

from __future__ import annotations

import torch
from torch import Tensor

__all__ = ["check_lengths"]


def check_lengths(lengths: Tensor, steps: int) -> None:
    """Refuse lengths that no row of an input can have.

    Args:
        lengths: (B,) of whole numbers.
        steps: T.

    Raises:
        ValueError: a length is negative or beyond the input.
    """
    if not lengths.numel():
        return
    low, high = (int(bound) for bound in torch.aminmax(lengths))
    if low < 0 or high > steps:
        row = int((lengths < 0).logical_or(lengths > steps).nonzero()[0])
        raise ValueError(
            f"lengths must lie in 0..{steps}, the steps of the input, "
            f"but row {row} has {int(lengths[row])}."
        )
