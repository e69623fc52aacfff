"""Large buffers, used again and again: to touch memory for the first time is not free.

The system fills every page with zeros when it is first touched, which can take as long as the
kernels take to write it.
"""

from __future__ import annotations

import ctypes
import mmap
import weakref
from collections.abc import Callable
from functools import partial

import torch
from torch import Tensor

__all__ = ["maker"]

LARGE = 1 << 20
"""Bytes from which a buffer is kept for the next one when nobody holds it any more."""

AMPLE = 4
"""How many times what is asked for may be lent."""

KEPT = 1 << 29
"""Bytes at most that are kept."""

_HAS_PRIVATE = hasattr(mmap, "MAP_PRIVATE") and hasattr(mmap, "MAP_ANONYMOUS")
_free: dict[int, list[mmap.mmap]] = {}


def maker(like: Tensor, largest: int) -> Callable[..., Tensor]:
    """Return what makes new tensors with nothing in them, given their sizes.

    Args:
        like: whose dtype and device they have.
        largest: bytes of the largest of them.

    Returns:
        The function.
    """
    # torch fills what it hands out where it is asked to, and so finds what is read unwritten
    if largest < LARGE or not _HAS_PRIVATE or torch.are_deterministic_algorithms_enabled():
        return like.new_empty
    return partial(_fresh, like)


def _fresh(like: Tensor, *shape: int, dtype: torch.dtype | None = None) -> Tensor:
    dtype = dtype or like.dtype
    count = torch.Size(shape).numel()
    if count * dtype.itemsize < LARGE:
        return like.new_empty(shape, dtype=dtype)
    return torch.frombuffer(_lent(count * dtype.itemsize), dtype=dtype, count=count).view(shape)


def _lent(size: int) -> ctypes.Array[ctypes.c_char]:
    """Return memory that comes back when the last tensor over it is gone."""
    # four sizes between a power of two and the next; pages that are never touched cost nothing
    step = 1 << (size.bit_length() - 3)
    size = -(-size // step) * step
    try:
        # batches differ in length, and what held a longer one will do for a shorter one
        large_enough = range(size, AMPLE * size + 1)
        size = min(own for own, regions in list(_free.items()) if regions and own in large_enough)
        region = _free[size].pop()
    except (ValueError, IndexError):
        region = mmap.mmap(-1, size, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        if hasattr(mmap, "MADV_HUGEPAGE"):
            region.madvise(mmap.MADV_HUGEPAGE)
    lent = (ctypes.c_char * size).from_buffer(region)
    weakref.finalize(lent, _back, size, region).atexit = False
    return lent


def _back(size: int, region: mmap.mmap) -> None:
    _free.setdefault(size, []).append(region)
    while sum(size * len(regions) for size, regions in list(_free.items())) > KEPT:
        largest = max((size for size, regions in list(_free.items()) if regions), default=0)
        try:
            _free[largest].pop()
        except (KeyError, IndexError):
            return
