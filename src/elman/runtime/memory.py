"""Large buffers in large pages, where the system has them: a page's first touch is not free."""

from __future__ import annotations

import ctypes
import mmap
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import torch
from torch import Tensor

__all__ = ["maker"]

PAGE = 1 << 21
LARGE = 4 * PAGE
"""Bytes from which it pays to ask."""


def maker(like: Tensor, largest: int) -> Callable[..., Tensor]:
    """Return what makes new tensors with nothing in them, given their sizes.

    Args:
        like: whose dtype and device they have.
        largest: bytes of the largest of them.

    Returns:
        The function.
    """
    return like.new_empty if largest < LARGE or _advise() is None else partial(_fresh, like)


def _fresh(like: Tensor, *shape: int, dtype: torch.dtype | None = None) -> Tensor:
    tensor = like.new_empty(shape, dtype=dtype)
    size = tensor.nbytes
    if size >= LARGE:
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
