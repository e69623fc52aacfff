"""How many threads torch and the kernels take, for a stretch of code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch

__all__ = ["using_threads"]


@contextmanager
def using_threads(count: int | None) -> Iterator[None]:
    """Take so many threads, and afterwards as many as before.

    Args:
        count: of threads; None leaves them as they are.

    Example:
        >>> with using_threads(1):
        ...     torch.get_num_threads()
        1
    """
    before = torch.get_num_threads()
    torch.set_num_threads(count or before)
    try:
        yield
    finally:
        torch.set_num_threads(before)
