"""One training row: its losses checked against torch's first, and timed if they agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from torch import Tensor

from elman.bench.contender import Contender
from elman.bench.measure import Asked, Candidate, Result, admitted
from elman.bench.timing import Timing, in_turns
from elman.bench.training.ours import ours
from elman.bench.training.peers.torch_loop import TORCH
from elman.bench.training.peers.trainer import TOLERANCE, Trainer
from elman.bench.training.rows import TrainingRow
from elman.bench.training.work import training_work
from elman.errors import UserError

__all__ = ["check_losses", "measure_training"]

BACKEND = "compiled"
"""What is said to have run: a loop that cannot be compiled as a whole is not timed."""


def check_losses(found: Tensor, expected: Tensor, tolerance: float) -> str:
    """Compare the losses of the first steps with those of torch's ordinary loop.

    Args:
        found: (n).
        expected: (n).
        tolerance: relative to the largest.

    Returns:
        What is wrong; nothing if they agree.

    Example:
        >>> import torch
        >>> check_losses(torch.tensor([2.0, 1.5]), torch.tensor([2.0, 1.0]), tolerance=1e-4)
        'the losses are off by 0.25, allowed are 0.0001'
    """
    if found.shape != expected.shape:
        return f"there are {found.numel()} losses of {expected.numel()} steps"
    error = float((found.double() - expected).abs().max() / expected.abs().max())
    if error <= tolerance:
        return ""  # unless it is no number
    return f"the losses are off by {error:.3g}, allowed are {tolerance:.3g}"


def measure_training(row: TrainingRow, asked: Asked, peers: Sequence[Trainer]) -> Result:
    """Check a row, and time it if its losses are right.

    Args:
        row: what is run.
        asked: how.
        peers: who takes part, if it is installed.

    Returns:
        The result; its times are those of one step.

    Example:
        >>> from elman.bench.rows import Row
        >>> row = TrainingRow("tiny", Row("gru", 2, 3, 4, 5), outputs=6, chunk=7)
        >>> measure_training(row, Asked(threads=1, rounds=1), peers=[]).wrong
        ''
    """
    work = training_work(row, asked.seed)
    expected = TORCH.contender(work, asked.threads).values()["losses"]

    def wrong(contender: Contender, tolerance: float = TOLERANCE) -> str:
        with contender.scope():
            return check_losses(contender.values()["losses"], expected, tolerance)

    try:
        we = ours(work, asked.backend)
        fault = wrong(we)
    except UserError as error:
        return Result(row, notes={"elman": str(error)})
    if fault:
        return Result(row, BACKEND, wrong=fault)
    theirs, notes = admitted(
        Candidate(
            peer.name,
            partial(peer.contender, work, asked.threads),
            partial(wrong, tolerance=peer.tolerance),
        )
        for peer in peers
        if not peer.missing
    )
    timings = (_of_a_step(t, row.chunk) for t in in_turns([we, *theirs], asked.rounds))
    return Result(row, BACKEND, timings=tuple(timings), notes=notes)


def _of_a_step(timing: Timing, steps: int) -> Timing:
    seconds = tuple(chunk / steps for chunk in timing.seconds)
    return replace(timing, calls=timing.calls * steps, seconds=seconds)
