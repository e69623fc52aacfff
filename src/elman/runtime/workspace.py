"""Memory that kernels work in while they run, and nothing is kept in between two runs."""

from __future__ import annotations

import threading

import torch
from torch import Tensor

from elman.runtime.memory import maker

__all__ = ["LINE", "workspace"]

KEPT = 1 << 24
"""Bytes up to which a thread keeps the memory for its next run."""

LINE = 64
"""Bytes that it is aligned to."""


class _Kept(threading.local):
    """What a thread keeps, and the address and size of the part of it that is aligned."""

    memory: Tensor | None = None
    address = 0
    size = 0


_kept = _Kept()


def workspace(like: Tensor, size: int) -> tuple[int, Tensor | None]:
    """Return memory with nothing in it, for one run of kernels by this thread.

    Args:
        like: on whose device it lies.
        size: its bytes.

    Returns:
        Its address, on a line of the cache, and what must live as long as the kernels run.
    """
    if size > KEPT or torch.are_deterministic_algorithms_enabled():
        # as torch hands it out, which may have been asked to fill it
        memory = _bytes(like, size)
        return _aligned(memory), memory
    kept = _kept
    if kept.size < size:
        kept.memory = _bytes(like, size)
        kept.address, kept.size = _aligned(kept.memory), size
    return kept.address, kept.memory


def _bytes(like: Tensor, size: int) -> Tensor:
    return maker(like, size)(size + LINE, dtype=torch.uint8)


def _aligned(memory: Tensor) -> int:
    return -(-memory.data_ptr() // LINE) * LINE
