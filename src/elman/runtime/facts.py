"""What is the same for every run of a layer: its program, its kernels, where its parameters lie."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import NamedTuple

import torch

from elman.cells import Cell
from elman.cells.layout import Layout
from elman.codegen.llvm import forward as way_forward
from elman.plan.expand import PROJECTION
from elman.plan.kept import of_units
from elman.plan.program import Program, plan
from elman.runtime import kernels
from elman.runtime.jit import Target, target

__all__ = ["Facts", "Layer", "facts"]


class Layer(NamedTuple):
    """A layer in its one or two directions.

    Args:
        cell: its cell.
        layout: how the parameters of a direction are packed.
        hidden_size: H.
        proj_size: P, the size of the projected output; 0 if it is not projected.
        directions: D.
        recompute: whether little is kept for the way back and the rest computed again.
        memory_size: M, the size of each place of a memory that the cell maps.
    """

    cell: Cell
    layout: Layout
    hidden_size: int
    proj_size: int
    directions: int
    recompute: bool
    memory_size: int = 0

    def __hash__(self) -> int:
        """Return a number by which it is soon found; what it leaves out tells few apart."""
        return hash((self.cell.name, self.hidden_size, self.directions))


class Facts:
    """What follows from a layer, a format of numbers and a machine.

    Args:
        layer: the layer.
        dtype: of its numbers.
        machine: what machine for.
    """

    def __init__(self, layer: Layer, dtype: torch.dtype, machine: Target):
        self.layer, self.machine = layer, machine
        self.format, self.bytes = kernels.FORMATS[dtype], dtype.itemsize
        self.program: Program = plan(layer.cell.graph, projection=layer.proj_size > 0)
        self.common = kernels.common(machine, self.format)
        self.hidden, self.output = layer.hidden_size, layer.proj_size or layer.hidden_size
        self.rows = self.program.rows
        others = {*self.program.step.maps}.difference(self.rows, [PROJECTION])
        self.maps = (*self.rows, *(name for name in self.program.step.maps if name in others))
        self.states = len(self.program.step.states)
        self.blocks = [block.name for block in layer.layout.blocks]
        self.blocks += ["weight_hr"] * (layer.proj_size > 0)
        self.blocks += ["noise"] * bool(self.program.step.noises)
        self.sources = [f"source {leaf.data}" for leaf in self.program.step.sources]
        self.blocks += [*self.sources, "places"] if self.sources else []

    @cached_property
    def parts(self) -> dict[str, tuple[str, int]]:
        """By the name of a parameter in the equations its block, and its number in it."""
        found = {
            part: (block.name, number)
            for block in self.layer.layout.blocks
            for number, part in enumerate(block.parts)
        }
        return {**found, f"R_{PROJECTION}": ("weight_hr", 0)}

    def multiplications(self, inputs: int) -> int:
        """Return how many a row and step takes on the way forward, about."""
        return self.hidden * (inputs * len(self.rows) + self.output * len(self.program.step.maps))

    def places(self, kept: str) -> int:
        """Return how many values of hidden size the tape holds for a row and step."""
        values = self.program.kept[kept]
        on_tape = sum(map(of_units, values))
        return self.program.tape_places if kept == "saved" else on_tape

    def size_of_state(self, number: int) -> int:
        """Return P for the first state, H for the others."""
        return self.hidden if number else self.output

    def shape_of_map(self, name: str) -> tuple[int, int]:
        """Return the sizes of the hidden value that a map gives, and of the one that it takes."""
        first = self.program.step.before[0]
        takes = self.output if self.program.step.maps[name].args[-1] is first else self.hidden
        return (self.output if name == PROJECTION else self.hidden), takes

    def span(self, at_once: int) -> int:
        """Return how many vectors of units a tile has, of at most `at_once` sums each."""
        vectors = -(-self.hidden // self.common.width)
        fitting = (span for span in (4, 2, 1) if span * at_once <= max(4, at_once))
        return next(s for s in fitting if vectors % s == 0 or vectors >= 4 * s)

    @cached_property
    def forward_span(self) -> int:
        """Vectors of a tile on the way forward."""
        program = self.program
        found = [way_forward.groups(program, one) for one in program.forward["saved"]]
        sizes = [len(nodes) for groups in found for _, nodes in groups]
        return self.span(max(sizes, default=1))

    @cached_property
    def backward_span(self) -> int:
        """Vectors of a tile on the way back."""
        return self.span(1)

    def forward(self, kept: str, with_input: bool) -> int:
        """Return the kernel of the way forward."""
        arguments = (self.machine, self.format, self.program, kept, with_input)
        return kernels.forward(*arguments, self.forward_span)

    def backward(self) -> int:
        """Return the kernel of the way back."""
        return kernels.backward(self.machine, self.format, self.program, self.backward_span)


def facts(layer: Layer, dtype: torch.dtype) -> Facts:
    """Return the facts of a layer on this machine.

    Args:
        layer: the layer.
        dtype: of its numbers.

    Returns:
        The facts.
    """
    return _facts(layer, dtype, target())


_facts = lru_cache(maxsize=256)(Facts)
