"""The order in which an epoch visits the data."""

import numpy as np
import torch
from torch import Tensor

__all__ = ["epoch_order"]


def epoch_order(count: int, seed: int, epoch: int) -> Tensor:
    """Return a permutation that depends on its arguments alone.

    Args:
        count: how many there are to visit.
        seed: of the run, 0 or more.
        epoch: counted from 0.

    Returns:
        The numbers 0 .. count-1, shuffled, (count,), int64.

    Example:
        >>> sorted(epoch_order(4, seed=0, epoch=1).tolist())
        [0, 1, 2, 3]
    """
    return torch.from_numpy(np.random.default_rng([seed, epoch]).permutation(count))
