"""Large buffers in large pages, where the system has them: a page's first touch is not free."""

from __future__ import annotations

import ctypes
import mmap
from functools import cache
from typing import Any

import torch
from torch import Tensor

__all__ = ["fresh"]

PAGE = 1 << 21
LARGE = 4 * PAGE
"""Bytes from which it pays to ask."""


def fresh(like: Tensor, *shape: int, dtype: torch.dtype | None = None) -> Tensor:
    """Return a new tensor with nothing in it.

    Args:
        like: whose dtype and device it has.
        *shape: its sizes.
        dtype: another dtype.

    Returns:
        The tensor.
    """
    tensor = like.new_empty(*shape, dtype=dtype) if dtype else like.new_empty(*shape)
    size = tensor.nbytes
    if size >= LARGE and _advise() is not None:
        begin = -(-tensor.data_ptr() // PAGE) * PAGE
        # advice that is not taken changes nothing
        _advise()(begin, (tensor.data_ptr() + size - begin) // PAGE * PAGE, mmap.MADV_HUGEPAGE)
    return tensor


@cache
def _advise() -> Any:
    if not hasattr(mmap, "MADV_HUGEPAGE"):
        return None
    advise = ctypes.CDLL(None).madvise
    advise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    return advise
