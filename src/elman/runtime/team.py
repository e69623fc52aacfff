"""Kernels run one after the other by a team of threads: torch's own where they can be had."""

from __future__ import annotations

import ctypes
import os
import threading
from array import array
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from elman.codegen.llvm.team import team
from elman.runtime.jit import functions, target

__all__ = ["Job", "run", "threads_worth", "waiting"]

Job = tuple["array[int]", Sequence[int]]
"""Some work for a team or a part of it: the schedule, and the addresses of its buffers from 2."""

WORTH_A_THREAD = 1_000_000
"""Multiplications below which another thread costs more than it brings."""


def threads_worth(multiplications: int, available: int) -> int:
    """Return how many threads some work is worth.

    Args:
        multiplications: of all of it.
        available: threads at most.

    Returns:
        At least one.
    """
    if multiplications < WORTH_A_THREAD:
        return 1
    return min(available, 1 + multiplications // WORTH_A_THREAD)


def waiting() -> int:
    """Return the address of the function in which threads wait for one another."""
    return _native().wait


def run(
    jobs: Sequence[Job], threads: int, *, times: int = 1, strides: Sequence[int] | None = None
) -> None:
    """Do jobs, beside each other if there are threads enough.

    Args:
        jobs: what is to be done.
        threads: how many to do it with.
        times: how often each of them is done, to its end before it begins again.
        strides: for each buffer by how many bytes that of the next time lies behind it; None if
            all stay where they are.
    """
    native = _native()
    if strides is None and times > 1:
        strides = [0] * max(len(buffers) for _, buffers in jobs)
    # what is done once is not moved, and any numbers will do
    moved = array("q", [0, 0, *strides]) if strides is not None else None
    if threads <= 1:
        # one by itself waits for nobody
        for schedule, buffers in jobs:
            bases = array("q", [0, 0, *buffers])
            address = bases.buffer_info()[0]
            by = address if moved is None else moved.buffer_info()[0]
            work = array("q", (1, schedule.buffer_info()[0], address, 0, times, by))
            native.run(0, 1, work.buffer_info()[0])
        return
    numbers, held = [len(jobs)], []
    for schedule, buffers in jobs:
        # behind the addresses the barrier where the threads of the job wait for one another
        bases = array("q", [0, 0, *buffers, 0, 0, native.give_way])
        held.append(bases)
        address, count = bases.buffer_info()
        bases[1] = barrier = address + (count - 3) * bases.itemsize
        by = address if moved is None else moved.buffer_info()[0]
        numbers += schedule.buffer_info()[0], address, barrier, times, by
    openmp = _openmp()
    if openmp is not None:
        openmp.run(numbers, threads)
    else:
        _in_threads_of_our_own(array("q", numbers), threads)


class _Native(NamedTuple):
    """The functions of a team, and the one by which a thread lets others run."""

    run: Any
    run_in_openmp: int
    wait: int
    give_way: int


@cache
def _native() -> _Native:
    run, run_in_openmp, wait = functions(target(), ("run", "run_in_openmp", "wait"), "team", team)
    kind = ctypes.CFUNCTYPE(None, ctypes.c_int64, ctypes.c_int64, ctypes.c_void_p)
    give_way = ctypes.cast(ctypes.CDLL(None).sched_yield, ctypes.c_void_p).value or 0
    return _Native(kind(run), run_in_openmp, wait, give_way)


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

    def run(self, work: Sequence[int], threads: int) -> None:
        """Do some work with a team of threads."""
        given = array("q", (*self.asked, *work))
        self.parallel(_native().run_in_openmp, given.buffer_info()[0], threads, 0)


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


_one_team = threading.Lock()


def _in_threads_of_our_own(work: array[int], threads: int) -> None:
    native, address = _native(), work.buffer_info()[0]
    # two teams in one pool could each hold threads that the other waits for
    if not _one_team.acquire(blocking=False):
        native.run(0, 1, address)
        return
    others: list[Future[None]] = []
    try:
        pool = _pool(threads)
        others += [pool.submit(native.run, n, threads, address) for n in range(1, threads)]
        native.run(0, threads, address)
        wait(others)
    finally:
        # who is interrupted gives away the memory that the others may still be at work in
        wait(others)
        _one_team.release()


@cache
def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(threads - 1, thread_name_prefix="elman")


def _after_fork() -> None:
    """Start anew in a process that was forked: it has neither our threads nor those of OpenMP."""
    global _openmp, _one_team
    _pool.cache_clear()
    _openmp, _one_team = cache(lambda: None), threading.Lock()


os.register_at_fork(after_in_child=_after_fork)
