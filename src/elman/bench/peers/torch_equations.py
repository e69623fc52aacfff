"""The very equations of a cell in a Python loop over time, each map a product of its own."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from elman.bench.contender import Contender, of_module
from elman.bench.peers.peer import Peer
from elman.bench.rows import Row
from elman.bench.work import Ours, Work

__all__ = ["TORCH_EQUATIONS"]


class _Equations(nn.Module):
    """One layer of a cell.

    Args:
        module: ours, whose cell and parameters are taken over.
    """

    def __init__(self, module: Ours):
        super().__init__()
        self.cell, self.layout, self.units = module.cell, module.layout, module.hidden_size
        for name, parameter in module.named_parameters():
            self.register_parameter(name, nn.Parameter(parameter.detach().clone()))

    def forward(self, x: Tensor) -> tuple[Tensor, tuple[Tensor, ...]]:
        tensors = {name.removesuffix("_l0"): p for name, p in self.named_parameters()}
        parameters = self.layout.bind(tensors)
        states = tuple(x.new_zeros(x.size(1), self.units) for _ in self.cell.states)
        outputs = []
        for row in x.unbind():
            states = self.cell.step(row, states, parameters)
            outputs.append(states[0])
        return torch.stack(outputs), tuple(state.unsqueeze(0) for state in states)


def _covers(row: Row) -> bool:
    plain = row.layers == 1 and not (row.bidirectional or row.packed or row.projected)
    return row.cell not in ("lstm", "gru", "elman") and plain and row.mode in ("train", "forward")


def _contender(module: Ours, work: Work, threads: int) -> Contender:
    return of_module("equations", _Equations(module), work)


TORCH_EQUATIONS = Peer("equations", _covers, _contender)
