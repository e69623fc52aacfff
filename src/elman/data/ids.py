"""A text as the numbers of its symbols."""

from collections.abc import Sequence

import torch
from torch import Tensor

__all__ = ["Ids", "as_ids"]

Ids = Sequence[int] | Tensor


def as_ids(ids: Ids) -> Tensor:
    """Return a text's numbers as one tensor.

    Args:
        ids: whole numbers, (N,).

    Returns:
        The same, (N,), int64, on the CPU.

    Example:
        >>> as_ids([2, 0, 1])
        tensor([2, 0, 1])
    """
    return torch.as_tensor(ids, dtype=torch.int64, device="cpu")
