"""What a row is given: the module, its input, and the gradient that arrives at its output."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence

from elman.bench.rows import Row
from elman.nn import GRU, LSTM, RNN, Recurrent

__all__ = ["TORCH_CELLS", "Ours", "Results", "Work", "named", "runner", "work_of"]

Ours = LSTM | GRU | RNN | Recurrent

TORCH_CELLS: Mapping[str, type[LSTM | GRU | RNN]] = {"lstm": LSTM, "gru": GRU, "elman": RNN}
"""The cells that torch has too, under the name of our class."""


class Results(NamedTuple):
    """What came out of a run.

    Args:
        output: (T, B, D * P), or the data of a `PackedSequence`.
        states: at the end, (L * D, B, H) each.
        gradients: of the input and of the parameters in their order; none without a way back.
    """

    output: Tensor
    states: tuple[Tensor, ...]
    gradients: tuple[Tensor, ...]


@dataclass(frozen=True, eq=False)
class Work:
    """What a module of a row is given.

    Args:
        row: what is run.
        x: (T, B, I), or packed.
        states: that a run begins with, (1, B, H) each; None for zeros.
        d_output: the gradient that the way back begins with, as the output lies.
    """

    row: Row
    x: Tensor | PackedSequence
    states: tuple[Tensor, ...] | None
    d_output: Tensor

    @property
    def training(self) -> bool:
        """Whether the way back is run too."""
        return self.row.mode not in ("forward", "step")

    def to(self, dtype: torch.dtype) -> Work:
        """Return the same numbers in another format, the input as one whose gradient is wanted.

        Args:
            dtype: the format.
        """
        states = self.states and tuple(state.to(dtype) for state in self.states)
        data = _data(self.x).detach().to(dtype).requires_grad_(self.training)
        x = self.x._replace(data=data) if isinstance(self.x, PackedSequence) else data
        return Work(self.row, x, states, self.d_output.to(dtype))


def work_of(row: Row, seed: int) -> tuple[Ours, Work]:
    """Draw the parameters of our module for a row, and what it is given.

    Args:
        row: what is run.
        seed: of all random numbers.

    Returns:
        The module and its work, in single precision.

    Example:
        >>> module, work = work_of(Row("gru", 2, 3, 4, 5), seed=0)
        >>> tuple(runner(module, work)().output.shape)
        (3, 2, 5)
    """
    torch.manual_seed(seed)
    module = _module(row)
    data = torch.randn(row.steps, row.batch, row.inputs)
    x: Tensor | PackedSequence = data
    if row.packed:
        lengths = torch.randint(1, row.steps + 1, (row.batch,))
        lengths[0] = row.steps
        x = pack_padded_sequence(data, lengths, enforce_sorted=False)
    width = (2 if row.bidirectional else 1) * (row.projected or row.units)
    d_output = torch.randn(*_data(x).shape[:-1], width)
    states = None
    if row.mode == "step":
        states = tuple(torch.randn(1, row.batch, row.units) for _ in module.cell.states)
    return module, Work(row, x, states, d_output).to(torch.float32)


def _module(row: Row) -> Ours:
    sizes = (row.inputs, row.units, row.layers)
    special: dict[str, Any] = {"bidirectional": row.bidirectional}
    if row.projected:  # torch's GRU and RNN refuse even a zero
        special["proj_size"] = row.projected
    if row.cell in TORCH_CELLS:
        return TORCH_CELLS[row.cell](*sizes, **special)
    return Recurrent(row.cell, *sizes, **special)


def runner(module: nn.Module, work: Work) -> Callable[[], Results]:
    """Return a function that runs a module once; a row of single steps goes on where it was.

    Args:
        module: that takes input and state and returns output and state, as torch's do.
        work: what it is given.

    Returns:
        The function. All that can be done once is done by now.
    """
    x, d_output, states = work.x, work.d_output, work.states
    leaves = [_data(x), *module.parameters()]

    def train() -> Results:
        output, state = module(x)
        gradients = torch.autograd.grad(_data(output), leaves, d_output)
        return Results(_data(output), _tuple(state), gradients)

    def forward() -> Results:
        output, state = module(x)
        return Results(_data(output), _tuple(state), ())

    carried = states if states is None or len(states) > 1 else states[0]

    def step() -> Results:
        nonlocal carried
        output, carried = module(x, carried)
        return Results(output, _tuple(carried), ())

    return train if work.training else forward if states is None else step


def named(results: Results, work: Work, parameters: list[str]) -> dict[str, Tensor]:
    """Return results by name.

    Args:
        results: of a run.
        work: what was run.
        parameters: the names of those that there are gradients of.

    Returns:
        Output, final states and gradients; what was packed is padded, so that a row is a row.
    """

    def padded(data: Tensor) -> Tensor:
        if isinstance(work.x, PackedSequence):
            return pad_packed_sequence(work.x._replace(data=data))[0]
        return data

    output, states, gradients = results
    found = {"output": padded(output)}
    found |= {f"final state {number}": state for number, state in enumerate(states)}
    if gradients:
        found["gradient of x"] = padded(gradients[0])
        names = (f"gradient of {name}" for name in parameters)
        found |= dict(zip(names, gradients[1:], strict=True))
    return {name: value.detach() for name, value in found.items()}


def _data(x: Tensor | PackedSequence) -> Tensor:
    return x.data if isinstance(x, PackedSequence) else x


def _tuple(state: Tensor | tuple[Tensor, ...]) -> tuple[Tensor, ...]:
    return state if isinstance(state, tuple) else (state,)
