"""Rows shared out among threads."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise

import torch

__all__ = ["over_rows"]

WORTH_A_THREAD = 1_000_000
"""Multiplications below which another thread costs more than it brings."""


def over_rows(run: Callable[[int, int], None], rows: int, multiplications: int) -> None:
    """Run a function over all rows, on as many threads as torch may use and as pay.

    Args:
        run: called with the first row and the one after the last; must not hold Python's lock long.
        rows: how many there are.
        multiplications: of all rows together.
    """
    threads = min(torch.get_num_threads(), rows, 1 + multiplications // WORTH_A_THREAD)
    if threads <= 1:
        run(0, rows)
        return
    cuts = [rows * part // threads for part in range(threads + 1)]
    others = [_pool().submit(run, *cut) for cut in pairwise(cuts[1:])]
    run(0, cuts[1])
    for other in others:
        other.result()


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(thread_name_prefix="elman")


# a process that was forked has the pool, but not its threads
os.register_at_fork(after_in_child=_pool.cache_clear)
