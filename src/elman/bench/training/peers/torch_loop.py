"""Torch's own modules in an ordinary loop, the optimizer fused where torch has it."""

from __future__ import annotations

import torch
from torch import nn

from elman.bench.contender import Contender
from elman.bench.training.peers.trainer import CHECKED, Trainer
from elman.bench.training.work import TrainingWork, ordinary_step

__all__ = ["TORCH"]


def _contender(work: TrainingWork, threads: int) -> Contender:
    batches = list(zip(work.inputs.unbind(), work.targets.unbind(), strict=True))
    step = ordinary_step(work, work.network(nn))

    def run() -> None:
        for x, y in batches:
            step(x, y)

    def values() -> dict[str, torch.Tensor]:
        first = ordinary_step(work, work.network(nn))
        return {"losses": torch.stack([first(x, y).detach() for x, y in batches[:CHECKED]])}

    return Contender("torch", run, values)


TORCH = Trainer("torch", _contender)
