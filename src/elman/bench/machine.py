"""The machine: what it is, which versions run on it, and how fast it can be at all."""

from __future__ import annotations

import ctypes
import os
import platform
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

from elman import __version__
from elman.codegen.llvm.peak import operations
from elman.codegen.llvm.peak import peak as peak_text
from elman.runtime.jit import functions, target

__all__ = ["description", "peak", "versions"]

FORMAT = "float32"
_PEAK = ctypes.CFUNCTYPE(None, ctypes.c_int64, ctypes.c_void_p)


def description() -> dict[str, str | int]:
    """Return what a speed depends on, and when it was measured.

    Returns:
        Processor, cores that may be used, operating system and the time, by name.

    Example:
        >>> sorted(description())
        ['cores', 'date', 'processor', 'system']
    """
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "processor": _processor(),
        "cores": _cores(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
    }


def versions(packages: tuple[str, ...]) -> dict[str, str]:
    """Return the versions of Python, Elman, and the packages that are installed.

    Args:
        packages: others, by the names that they are installed under.

    Returns:
        By name.

    Example:
        >>> sorted(versions(("torch", "no-such-package")))
        ['elman', 'python', 'torch']
    """
    found = {"python": platform.python_version(), "elman": __version__}
    for package in packages:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def peak(threads: int, *, rounds: int = 40, seconds: float = 0.005) -> float:
    """Measure the fused multiply-adds of this machine in single precision.

    Many short rounds, one right after the other: on a busy machine some pass undisturbed, and
    threads that begin on the same core are moved apart.

    Args:
        threads: how many run at once.
        rounds: how often it is measured; the best counts.
        seconds: that a round takes at least.

    Returns:
        Floating-point operations a second, of all threads together.

    Example:
        >>> peak(1, rounds=1, seconds=0.001) > 1e8
        True
    """
    machine = target()
    width = machine.width(FORMAT)
    settings = (FORMAT, width, machine.registers)
    (address,) = functions(machine, ("peak",), f"peak {settings}", lambda: peak_text(*settings))
    run = _PEAK(address)
    turns = 1000
    while (taken := min(_timed(run, turns, rounds=1))) < seconds:
        turns *= 1 + int(min(100, 1.2 * seconds / taken))
    start = threading.Barrier(threads)

    def work() -> list[float]:
        start.wait()
        return _timed(run, turns, rounds)

    with ThreadPoolExecutor(threads) as pool:
        running = [pool.submit(work) for _ in range(threads)]
        at_once = zip(*(thread.result() for thread in running), strict=True)
    done = turns * operations(width, machine.registers)
    return float(max(sum(done / taken for taken in each) for each in at_once))


def _timed(run: Callable[[int, int], None], turns: int, rounds: int) -> list[float]:
    # shrinks every sum towards 1000, far from overflow and from the subnormal
    numbers = np.array([0.999, 1.0, 0.0], dtype=np.float32)
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        run(turns, numbers.ctypes.data)
        found.append(time.perf_counter() - start)
    return found


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.partition(":")[2].strip() for line in lines if "model name" in line)
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
