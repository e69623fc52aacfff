"""What every recurrent module can do: run, show its values, and say how it ran."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor

from elman.cells import Cell
from elman.cells.layout import Layout
from elman.nn.arrangement import Arrangement, Lengths, Sequences
from elman.nn.explanation import Explanation, explain
from elman.runtime import Call, choose
from elman.runtime.reference import Record, Reference

__all__ = ["Engine", "Ran"]

State = Tensor | tuple[Tensor, ...]


class Ran(NamedTuple):
    """What a module remembers of its last run: plain facts, no tensors."""

    backend: str
    reason: str
    steps: int
    rows: int
    real_steps: int
    dtype: torch.dtype
    device: str


class Engine:
    """The part that `Recurrent` and torch's drop-ins share, beside `torch.nn.Module`.

    A subclass has the attributes below, and its parameters are called as the blocks of `layout`
    followed by ``_l0`` for the layer and ``_reverse`` for the backward direction.
    """

    input_size: int
    hidden_size: int
    num_layers: int
    dropout: float
    bidirectional: bool
    proj_size: int
    training: bool
    _ran: Ran | None = None

    @property
    def cell(self) -> Cell:
        """The cell of every layer."""
        raise NotImplementedError

    @property
    def layout(self) -> Layout:
        """How the parameters of a layer and direction are packed."""
        raise NotImplementedError

    def arranged(
        self, x: Sequences, state: State | None, lengths: Lengths
    ) -> tuple[Arrangement, tuple[Tensor, ...]]:
        """Check a user's input and bring it, with the states, into the runtime's arrangement."""
        raise NotImplementedError

    def named_views(self, layer: int = 0, *, reverse: bool = False) -> dict[str, Tensor]:
        """Return the parameters of a layer by their names in the equations.

        Args:
            layer: the layer, from 0.
            reverse: of the backward direction.

        Returns:
            ``W_i`` of (H, I), ``R_i`` of (H, H), ``b_i`` and vectors of (H): views, so that a value
            can be set under `torch.no_grad`. In torch's drop-ins, where a bias has two halves, it
            is their sum.

        Example:
            >>> import elman, torch
            >>> lstm = elman.nn.Recurrent("lstm", 3, 4)
            >>> with torch.no_grad():
            ...     _ = lstm.named_views()["b_f"].fill_(1.0)
        """
        return self.layout.bind(self._tensors(layer, "_reverse" if reverse else ""))

    def _tensors(self, layer: int, suffix: str) -> Mapping[str, Tensor]:
        names = [block.name for block in self.layout.blocks]
        if self.proj_size:
            names.append("weight_hr")
        return {name: getattr(self, f"{name}_l{layer}{suffix}") for name in names}

    def _zeros(self, x: Tensor) -> tuple[Tensor, ...]:
        """Return the states that a run begins with when none are given."""
        count = self.num_layers * (2 if self.bidirectional else 1)
        sizes = [self.proj_size or self.hidden_size]
        sizes += [self.hidden_size] * (len(self.cell.states) - 1)
        return tuple(x.new_zeros(count, x.size(1), size) for size in sizes)

    def _call(self, arrangement: Arrangement, states: tuple[Tensor, ...]) -> Call:
        suffixes = ("", "_reverse") if self.bidirectional else ("",)
        return Call(
            self.cell,
            self.layout,
            arrangement.x,
            states,
            tuple(self._tensors(n, suffix) for n in range(self.num_layers) for suffix in suffixes),
            self.hidden_size,
            self.bidirectional,
            self.dropout,
            self.training,
            arrangement.lengths,
        )

    def _run(self, x: Sequences, state: State | None, lengths: Lengths) -> tuple[Sequences, State]:
        arrangement, states = self.arranged(x, state, lengths)
        call = self._call(arrangement, states)
        backend, reason = choose(call)
        self._ran = _remember(call, backend.name, reason)
        output, finals = backend.run(call)
        last = tuple(arrangement.state_out(final) for final in finals)
        return arrangement.output(output), last if len(last) > 1 else last[0]

    def trace(
        self, x: Sequences, state: State | None = None, lengths: Lengths = None
    ) -> dict[str, Sequences]:
        """Run and return every gate and every state at every step.

        Args:
            x: as for `forward`.
            state: as for `forward`.
            lengths: as for `forward`; beyond them every value is zero.

        Returns:
            By name, layer and direction (``f_l0``, ``c_l1_reverse``), each as the input lies, with
            H in the place of I. They are part of the graph of differentiation.

        Example:
            >>> import elman, torch
            >>> sorted(elman.nn.GRU(3, 4).trace(torch.zeros(5, 2, 3)))
            ['h_l0', 'n_l0', 'r_l0', 'z_l0']
        """
        arrangement, states = self.arranged(x, state, lengths)
        if arrangement.x.size(0) == 0:
            raise ValueError("there is nothing to trace in a sequence without steps.")
        record: Record = {}
        Reference().run(self._call(arrangement, states), record)
        return {name: arrangement.output(torch.stack(steps)) for name, steps in record.items()}

    def explain(self) -> Explanation:
        """Say how the last run went and what it cost.

        Returns:
            Backend and why, floating-point operations, bytes of parameters and of what is kept for
            the backward pass; it prints itself.

        Raises:
            RuntimeError: the module has not run yet.

        Example:
            >>> import elman, torch
            >>> lstm = elman.nn.LSTM(3, 4)
            >>> _ = lstm(torch.zeros(5, 2, 3))
            >>> lstm.explain().backend
            'aten'
        """
        return explain(self)


def _remember(call: Call, backend: str, reason: str) -> Ran:
    steps, rows = call.x.size(0), call.x.size(1)
    counted = call.lengths is not None and not torch._C._are_functorch_transforms_active()
    real = int(call.lengths.sum()) if counted and call.lengths is not None else steps * rows
    return Ran(backend, reason, steps, rows, real, call.x.dtype, str(call.x.device))
