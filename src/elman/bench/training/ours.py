"""Ours: the whole loop compiled, a chunk of steps in one native call."""

from __future__ import annotations

from torch import Tensor

import elman.nn
from elman.bench.contender import Contender
from elman.bench.training.peers.trainer import CHECKED
from elman.bench.training.work import TrainingWork
from elman.errors import SettingError
from elman.train import CompiledStep, compile_step

__all__ = ["ours"]


def ours(work: TrainingWork, backend: str) -> Contender:
    """Return ours as a contender.

    Args:
        work: what it is given.
        backend: one of `elman.settings.BACKENDS`.

    Raises:
        UserError: the backend is neither "auto" nor "compiled", or the loop cannot be compiled.
    """
    if backend not in ("auto", "compiled"):
        raise SettingError(
            f'the backend "{backend}" was asked for, but a whole loop is only ever compiled. '
            "Leave --backend out."
        )

    def begin() -> CompiledStep:
        network = work.network(elman.nn)
        return compile_step(network, work.loss(), work.optimizer(network))

    step = begin()

    def values() -> dict[str, Tensor]:
        found = begin().steps(work.inputs[:CHECKED], work.targets[:CHECKED])
        return {"losses": found.losses}

    return Contender("elman", lambda: step.steps(work.inputs, work.targets), values)
