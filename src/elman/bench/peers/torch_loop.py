"""A cell of one's own in torch: its equations in a Python loop over time, as one writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import torch
from torch import Tensor, nn, sigmoid, tanh
from torch.nn import functional as F

from elman.bench.contender import Contender, of_module
from elman.bench.peers.peer import Peer
from elman.bench.rows import Row
from elman.bench.work import Ours, Work

__all__ = ["TORCH_LOOP"]

Step = Callable[..., tuple[Tensor, ...]]


def _layer_norm_lstm(p: Mapping[str, Tensor]) -> Step:
    gains, shifts = p["gain_l0"].chunk(5), p["shift_l0"].chunk(5)

    def norm(value: Tensor, number: int) -> Tensor:
        return F.layer_norm(value, gains[number].shape, gains[number], shifts[number])

    def step(x: Tensor, h: Tensor, c: Tensor) -> tuple[Tensor, ...]:
        gates = (x + F.linear(h, p["weight_hh_l0"])).chunk(4, -1)
        i, f, g, o = (norm(gate, number) for number, gate in enumerate(gates))
        c = sigmoid(f) * c + sigmoid(i) * tanh(g)
        return sigmoid(o) * tanh(norm(c, 4)), c

    return step


def _mgu(p: Mapping[str, Tensor]) -> Step:
    of_f, of_n = p["weight_hh_l0"].chunk(2)

    def step(x: Tensor, h: Tensor) -> tuple[Tensor, ...]:
        x_f, x_n = x.chunk(2, -1)
        f = sigmoid(x_f + F.linear(h, of_f))
        n = tanh(x_n + F.linear(f * h, of_n))
        return ((1 - f) * h + f * n,)

    return step


def _peephole_lstm(p: Mapping[str, Tensor]) -> Step:
    v_i, v_f, v_o = p["vector_l0"].chunk(3)

    def step(x: Tensor, h: Tensor, c: Tensor) -> tuple[Tensor, ...]:
        i, f, g, o = (x + F.linear(h, p["weight_hh_l0"])).chunk(4, -1)
        i, f = sigmoid(i + v_i * c), sigmoid(f + v_f * c)
        c = f * c + i * tanh(g)
        return sigmoid(o + v_o * c) * tanh(c), c

    return step


STEPS = {"layer_norm_lstm": _layer_norm_lstm, "mgu": _mgu, "peephole_lstm": _peephole_lstm}


class _Loop(nn.Module):
    """One layer of a cell.

    Args:
        module: ours, whose parameters are taken over under their names.
        cell: a key of `STEPS`.
        states: how many the cell has.
    """

    def __init__(self, module: nn.Module, cell: str, states: int, units: int):
        super().__init__()
        for name, parameter in module.named_parameters():
            self.register_parameter(name, nn.Parameter(parameter.detach().clone()))
        self.cell, self.states, self.units = cell, states, units

    def forward(self, x: Tensor) -> tuple[Tensor, tuple[Tensor, ...]]:
        parameters = dict(self.named_parameters())
        step = STEPS[self.cell](parameters)
        # every map of the input at once, over all steps
        rows = F.linear(x, parameters["weight_ih_l0"], parameters["bias_ih_l0"])
        states = tuple(x.new_zeros(x.size(1), self.units) for _ in range(self.states))
        outputs = []
        for row in rows.unbind():
            states = step(row, *states)
            outputs.append(states[0])
        return torch.stack(outputs), tuple(state.unsqueeze(0) for state in states)


def _covers(row: Row) -> bool:
    plain = row.layers == 1 and not (row.bidirectional or row.packed or row.projected)
    return row.cell in STEPS and plain and row.mode in ("train", "forward")


def _contender(module: Ours, work: Work, threads: int) -> Contender:
    loop = _Loop(module, work.row.cell, len(module.cell.states), work.row.units)
    return of_module("torch loop", loop, work)


TORCH_LOOP = Peer("torch loop", _covers, _contender)
