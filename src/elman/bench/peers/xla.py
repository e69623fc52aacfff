"""What the peers that run on JAX have in common."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

import torch
from torch import Tensor

__all__ = ["jax_with", "tensor"]


@cache
def _client(threads: int) -> None:
    """Let JAX start its threads: as many as there are cores that this thread may run on."""
    import jax

    affinity = getattr(os, "sched_getaffinity", None)
    if affinity is None:
        jax.devices()
        return
    allowed = affinity(0)
    os.sched_setaffinity(0, sorted(allowed)[:threads])
    try:
        jax.devices()
    finally:
        os.sched_setaffinity(0, allowed)


def jax_with(threads: int) -> Any:
    """Return JAX, on a CPU.

    It starts its threads once: a later call in the same process changes their number no more.

    Args:
        threads: how many it may use.
    """
    os.environ.setdefault("JAX_PLATFORMS", "cpu")
    import jax

    _client(threads)
    return jax


def tensor(array: Any) -> Tensor:
    """Return an array of JAX as a tensor of its own memory.

    Args:
        array: of any shape.
    """
    import numpy as np

    return torch.from_numpy(np.array(array))
