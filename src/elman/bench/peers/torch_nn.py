"""Torch's own modules."""

from __future__ import annotations

from torch import nn

from elman.bench.contender import Contender, of_module
from elman.bench.peers.peer import Peer
from elman.bench.work import TORCH_CELLS, Ours, Work

__all__ = ["TORCH_NN"]


def _contender(module: Ours, work: Work, threads: int) -> Contender:
    row = work.row
    special = {"proj_size": row.projected} if row.projected else {}
    made = getattr(nn, type(module).__name__)
    theirs = made(row.inputs, row.units, row.layers, bidirectional=row.bidirectional, **special)
    theirs.load_state_dict(module.state_dict())
    return of_module("torch.nn", theirs, work)


TORCH_NN = Peer("torch.nn", lambda row: row.cell in TORCH_CELLS, _contender)
