"""One layer in one direction: its buffers, and the kernels that fill them.

Slots of buffers are iterations: steps of time, from the last one in the backward direction.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F

from elman.codegen.llvm.backward import SPAN, backward
from elman.codegen.llvm.forward import forward, forward_span
from elman.graph import Step
from elman.plan.program import plan
from elman.runtime.call import Call
from elman.runtime.jit import Target, function, target
from elman.runtime.matrix import FORMATS, multiply
from elman.runtime.threads import over_rows

__all__ = ["FORMATS", "LayerRun"]


class _Kernels(NamedTuple):
    """The functions of a cell in a format."""

    forward: Any
    forward_saving: Any
    backward: Any
    width: int


@cache
def _kernels(target: Target, step: Step, format: str) -> _Kernels:
    program, width = plan(step), target.width(format)
    settings = (format, width, target.registers)

    def made(name: str, text: str) -> Any:
        return function(target, text, name)

    return _Kernels(
        made("forward", forward(program, *settings, saving=False)),
        made("forward", forward(program, *settings, saving=True)),
        made("backward", backward(program, *settings)),
        width,
    )


class LayerRun:
    """One layer in one direction: what its kernels read and write.

    Args:
        call: of that layer and direction alone.
        tensors: the input, the states (B, H), and the weights in the order of the call.
        backwards: whether it is the backward direction.
    """

    def __init__(self, call: Call, tensors: Sequence[Tensor], backwards: bool):
        self.call, self.program, self.target = call, plan(call.cell.graph), target()
        self.kernels = _kernels(self.target, call.cell.graph, FORMATS[call.x.dtype])
        self.T, self.B, self.H = *call.x.shape[:2], call.hidden_size
        self.backwards = backwards
        self.x, self.begin = self._in_order(tensors[0]), tensors[1 : 1 + len(call.states)]
        self.tensors: Mapping[str, Tensor] = dict(
            zip(call.weights[0], tensors[1 + len(call.states) :], strict=True)
        )
        self.bound = call.layout.bind(self.tensors)
        self.others = [name for name in call.cell.graph.maps if name not in self.program.rows]

    def forward(self, *, saving: bool) -> tuple[list[Tensor], list[Tensor]]:
        """Run forward.

        Args:
            saving: whether the way back will follow.

        Returns:
            Each state at every iteration, (T + 1, B, H); and what is saved: in the place of the
            products of the input, (T + 1, B, maps of x, H), and (T, B, H) for each value beyond.
        """
        sequences = [self._new(self.T + 1) for _ in self.begin]
        for sequence, begin in zip(sequences, self.begin, strict=True):
            sequence[0] = begin
        beyond = len(self.program.saved) - len(self.program.rows) if saving else 0
        saved = [self._rows(), *(self._new(self.T) for _ in range(beyond))]
        span, width = forward_span(self.program), self.kernels.width
        packed = [
            _packed([self.bound[f"R_{name}"] for name in group.maps], width, span)
            for group in self.program.groups
        ]
        zero = self.x.new_zeros(self.H)
        biases = [self.bound.get(f"b_{name}", zero) for name in self.others]
        kernel = self.kernels.forward_saving if saving else self.kernels.forward
        rows, *others = saved
        self._run(kernel, [rows, *sequences, *packed, *biases, *self._vectors(), *others])
        return sequences, saved

    def backward(
        self,
        sequences: Sequence[Tensor],
        saved: Sequence[Tensor],
        d_output: Tensor,
        d_finals: Sequence[Tensor],
        *,
        of_input: bool,
    ) -> list[Tensor | None]:
        """Run back.

        Args:
            sequences: what `forward` returned.
            saved: the same; the first is overwritten.
            d_output: (T, B, H), by time.
            d_finals: for each state its gradient at the end, (B, H).
            of_input: whether the gradient of the input is wanted.

        Returns:
            The gradients of the input (None if unwanted), the states and the weights.
        """
        carried = [d.clone(memory_format=torch.contiguous_format) for d in d_finals]
        width = self.kernels.width
        transposed = [
            torch.stack([_packed([self.bound[f"R_{m}"].T], width, SPAN) for m in group.maps], 1)
            for group in self.program.groups
        ]
        d_rows, *beyond = saved
        d_others = {name: self._new(self.T + 1) for name in self.others}
        for gradients in d_others.values():
            gradients[self.T] = 0
        d_vectors = {name: self.x.new_zeros(self.B, self.H) for name in self.program.step.vectors}
        d_output = self._in_order(d_output).contiguous()
        self._run(
            self.kernels.backward,
            [*sequences, *beyond, *self._vectors(), d_output, *carried, *transposed, d_rows,
             *d_others.values(), *d_vectors.values()],
        )  # fmt: skip
        d_maps = _Gradients(self.program.rows, d_rows.flatten(0, 1), d_others, self.H)
        self._through_the_first_products(carried, d_maps)
        flat, before = d_maps.rows[: self.T * self.B], [s[: self.T] for s in sequences]
        parts = {name: self._summed(value) for name, value in d_vectors.items()}
        parts |= self._recurrent_parts(before, d_maps)
        d_input = self._d_input(flat) if of_input else None
        return [d_input, *carried, *self._d_tensors(flat, parts)]

    def _new(self, slots: int) -> Tensor:
        return self.x.new_empty(slots, self.B, self.H)

    def _in_order(self, by_time: Tensor) -> Tensor:
        """Return a sequence in the order in which this direction goes through it."""
        return by_time.flip(0) if self.backwards else by_time

    def _rows(self) -> Tensor:
        """Return the products of the input, with their biases, (T + 1, B, maps of x, H).

        The slot beyond the end is zero: no gradient comes from there.
        """
        rows = self.x.new_empty(self.T + 1, self.B, len(self.program.rows) * self.H)
        rows[self.T] = 0
        if self.program.rows:
            biases = [self.bound[f"b_{n}"] for n in self.program.rows if f"b_{n}" in self.bound]
            bias = torch.cat(biases) if biases else None
            x, out = self.x.flatten(0, 1), rows[: self.T].flatten(0, 1)
            multiply(self.target, x, self.tensors["weight_ih"].T, bias, out)
        return rows

    def _vectors(self) -> list[Tensor]:
        return [self.bound[name] for name in self.program.step.vectors]

    def _through_the_first_products(self, carried: list[Tensor], d_maps: _Gradients) -> None:
        """Add to the gradient of the first states what the maps of the first step pass on."""
        for group in self.program.groups:
            # one sum over all maps, as in the kernel
            matrices = torch.cat([self.bound[f"R_{name}"] for name in group.maps])
            through = multiply(self.target, d_maps.of(group.maps)[: self.B], matrices)
            carried[group.state] += through

    def _recurrent_parts(self, before: list[Tensor], d_maps: _Gradients) -> dict[str, Tensor]:
        """Return the gradients of recurrent matrices and of biases, by their names."""
        count = self.T * self.B
        maps = self.program.step.maps
        parts = {f"b_{name}": self._summed(d_maps.of((name,))[:count]) for name in maps}
        for group in self.program.groups:
            gradients = d_maps.of(group.maps)[:count].T
            d_matrices = multiply(self.target, gradients, before[group.state].flatten(0, 1))
            names = (f"R_{name}" for name in group.maps)
            parts |= dict(zip(names, d_matrices.chunk(len(group.maps)), strict=True))
        return parts

    def _summed(self, rows: Tensor) -> Tensor:
        """Return the sum over rows, (N, H), in an order that no number of threads changes."""
        if self.H > 1:
            return rows.sum(0)
        # torch cuts the sum of a single column among its threads
        return multiply(self.target, rows.new_ones(1, len(rows)), rows)[0]

    def _d_input(self, flat: Tensor) -> Tensor:
        if not self.program.rows:
            return torch.zeros_like(self.x)
        d_x = multiply(self.target, flat, self.tensors["weight_ih"])
        return self._in_order(d_x.reshape(self.x.shape))

    def _d_tensors(self, flat: Tensor, parts: dict[str, Tensor]) -> list[Tensor]:
        blocks = {block.name: block.parts for block in self.call.layout.blocks}
        return [
            multiply(self.target, flat.T, self.x.flatten(0, 1))
            if name == "weight_ih"
            else torch.cat([parts[part] for part in blocks[name]])
            for name in self.tensors
        ]

    def _run(self, kernel: Any, tensors: Sequence[Tensor]) -> None:
        held = [tensor.contiguous() for tensor in tensors]
        pointers = (ctypes.c_void_p * len(held))(*(tensor.data_ptr() for tensor in held))
        lengths = self.call.lengths
        length = None if lengths is None else lengths.to("cpu", torch.int64).contiguous()
        address = 0 if length is None else length.data_ptr()
        time, direction = (self.T - 1, -1) if self.backwards else (0, 1)

        rest = (self.T, self.B, self.H, address, time, direction, ctypes.addressof(pointers))
        over_rows(kernel, rest, self.B, self.T * self.B * self.H**2)


class _Gradients:
    """The gradients of the maps, (slots x B, H) each."""

    def __init__(
        self, names: tuple[str, ...], rows: Tensor, others: dict[str, Tensor], hidden_size: int
    ):
        self.names, self.rows, self.others, self.H = names, rows, others, hidden_size

    def of(self, maps: tuple[str, ...]) -> Tensor:
        """Return those of some maps side by side, without a copy where they lie so."""
        for first in range(len(self.names)):
            if self.names[first : first + len(maps)] == maps:
                return self.rows[:, first * self.H : (first + len(maps)) * self.H]
        if len(maps) == 1:
            return self.others[maps[0]].flatten(0, 1)
        return torch.cat([self.of((name,)) for name in maps], dim=1)


def _packed(matrices: list[Tensor], width: int, span: int) -> Tensor:
    """Return matrices of (H units, H) as [tile][k][matrix][vector][lane], padded with zeros."""
    H = matrices[0].size(0)
    tiles = -(-H // (span * width))
    padded = F.pad(torch.stack(matrices), (0, 0, 0, tiles * span * width - H))
    split = padded.reshape(len(matrices), tiles, span, width, H)
    return split.permute(1, 4, 0, 2, 3).contiguous()
