"""The first call in a new process: what compiling costs, and what loading from the disk costs."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict

import torch

from elman import settings
from elman.bench.contender import of_module
from elman.bench.rows import Row
from elman.bench.timing import Timing
from elman.bench.work import work_of
from elman.errors import ElmanError

__all__ = ["main", "starts"]

PROCESSES = 3
"""Processes at most: each takes seconds before it comes to what is measured."""

LATER = 5
"""Calls after the first, whose median it is compared with."""


def starts(row: Row, *, threads: int, rounds: int, seed: int, backend: str) -> Timing:
    """Measure the first call of a row in new processes.

    Args:
        row: of the mode "first", where nothing is compiled before, or "cached".
        threads: of torch.
        rounds: processes, but no more than `PROCESSES`.
        seed: of all random numbers.
        backend: that is asked for.

    Returns:
        By how much the first call takes longer than a later one.

    Raises:
        ElmanError: a process failed.
    """
    given = json.dumps(
        {
            "row": {**asdict(row), "wanted": None},
            "threads": threads,
            "seed": seed,
            "backend": backend,
        }
    )
    count = min(rounds, PROCESSES)
    if row.mode == "first":
        seconds = []
        for _ in range(count):
            with _empty_cache() as cache:
                seconds.append(_in_a_process(given, cache))
    else:
        with _empty_cache() as cache:
            _in_a_process(given, cache)
            seconds = [_in_a_process(given, cache) for _ in range(count)]
    return Timing("elman", 1, tuple(seconds))


@contextmanager
def _empty_cache() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="elman-bench-") as folder:
        yield folder


def _in_a_process(given: str, cache: str) -> float:
    done = subprocess.run(
        [sys.executable, "-m", __name__],
        input=given,
        capture_output=True,
        text=True,
        env={**os.environ, "ELMAN_CACHE": cache},
    )
    if done.returncode:
        raise ElmanError(f"a process that was to time a first call failed:\n{done.stderr}")
    return float(done.stdout)


def main() -> None:
    """Time the first call in this process, and print the seconds."""
    given = json.load(sys.stdin)
    torch.set_num_threads(given["threads"])
    row = Row(**given["row"])
    _warm_torch(row)
    module, work = work_of(row, given["seed"])
    contender = of_module("elman", module, work, lambda: settings.use(backend=given["backend"]))
    with contender.scope():
        first, *later = (_timed(contender.run) for _ in range(1 + LATER))
    print(max(0.0, first - statistics.median(later)))


def _warm_torch(row: Row) -> None:
    """Run a layer of torch's both ways: what torch loads and starts once is no cost of ours."""
    x = torch.zeros(row.steps, row.batch, row.inputs, requires_grad=True)
    layer = torch.nn.GRU(row.inputs, row.units)
    output, _ = layer(x)
    torch.autograd.grad(output, [x, *layer.parameters()], torch.ones_like(output))


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
