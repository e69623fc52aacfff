"""Rows shared out among threads: torch's own where they can be had."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise
from pathlib import Path

import torch

from elman.codegen.llvm.share import share
from elman.runtime.jit import function, target

__all__ = ["over_rows"]

WORTH_A_THREAD = 1_000_000
"""Multiplications below which another thread costs more than it brings."""

_KERNEL = ctypes.CFUNCTYPE(None, ctypes.c_int64, ctypes.c_int64, ctypes.c_void_p)


def over_rows(kernel: int, rest: Sequence[int], rows: int, multiplications: int) -> None:
    """Run a kernel over all rows, on as many threads as torch may use and as pay.

    Args:
        kernel: the address of a function of the first row, the one after the last, and the rest.
        rest: the rest of its arguments, whole numbers and addresses.
        rows: how many there are.
        multiplications: of all rows together.
    """
    held = (ctypes.c_int64 * len(rest))(*rest)
    threads = min(torch.get_num_threads(), rows, 1 + multiplications // WORTH_A_THREAD)
    openmp = _openmp() if threads > 1 else None
    if threads <= 1:
        _KERNEL(kernel)(0, rows, held)
    elif openmp is not None:
        openmp.run(kernel, ctypes.addressof(held), rows, threads)
    else:
        _in_threads_of_our_own(kernel, held, rows, threads)


class _OpenMP:
    """The OpenMP that torch uses.

    Its threads wait for their next work by spinning, and would take the time of any others.
    """

    def __init__(self, library: ctypes.CDLL):
        self.parallel = library.GOMP_parallel
        self.parallel.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint, ctypes.c_uint]
        self.parallel.restype = None
        self.asked = [
            ctypes.cast(name, ctypes.c_void_p).value or 0
            for name in (library.omp_get_thread_num, library.omp_get_num_threads)
        ]
        self.share = function(target(), share(), "share")

    def run(self, kernel: int, rest: int, rows: int, threads: int) -> None:
        """Run a kernel on a team of threads."""
        given = (ctypes.c_int64 * 5)(kernel, rest, rows, *self.asked)
        self.parallel(self.share, ctypes.addressof(given), threads, 0)


@cache
def _openmp() -> _OpenMP | None:
    """Return torch's OpenMP if it is GNU's and is loaded already; None otherwise."""
    try:
        lines = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
        found = {line.split(maxsplit=5)[-1] for line in lines if "libgomp" in line}
        # more than one would be a guess
        return _OpenMP(ctypes.CDLL(found.pop())) if len(found) == 1 else None
    except (OSError, UnicodeDecodeError):
        return None


def _in_threads_of_our_own(
    kernel: int, held: ctypes.Array[ctypes.c_int64], rows: int, threads: int
) -> None:
    cuts = [rows * part // threads for part in range(threads + 1)]
    others = [_pool().submit(_KERNEL(kernel), *cut, held) for cut in pairwise(cuts[1:])]
    _KERNEL(kernel)(0, cuts[1], held)
    for other in others:
        other.result()


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(thread_name_prefix="elman")


def _after_fork() -> None:
    """Start anew in a process that was forked: it has neither our threads nor those of OpenMP."""
    global _openmp
    _pool.cache_clear()
    _openmp = cache(lambda: None)


os.register_at_fork(after_in_child=_after_fork)
