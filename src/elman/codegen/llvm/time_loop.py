"""The loop over time that the way forward and the way back share.

A kernel goes through time, tiles of hidden units (one vector each) and blocks of rows. A tile's
products with all rows of a block stay in registers while the sum over k runs, and the equations are
computed on them before anything is stored. The sum over k has one order, so that the result for a
row depends on that row alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from llvmlite import ir

from elman.codegen.llvm.emitter import I1, I64, Emitter, whole
from elman.codegen.llvm.operations import EMITTED
from elman.graph import Expr
from elman.plan.program import Program

__all__ = ["Place", "TimeLoop", "rows_in_registers"]


class Place(NamedTuple):
    """Where a kernel stands: iteration, tile, first row of a block and rows in it."""

    step: ir.Value
    tile: ir.Value
    row: ir.Value
    rows: int


class TimeLoop(Emitter):
    """A kernel under construction, with its arguments, loops and addresses.

    Its arguments after the rows: iterations, rows of the batch, H, the lengths (or null), the time
    of iteration i as ``first_time + i * direction``, and the buffers.

    Args:
        name: of the function.
        program: what it computes.
        format: of the numbers.
        width: numbers in a vector.
        span: vectors in a tile.
    """

    def __init__(self, name: str, program: Program, format: str, width: int, span: int):
        self.program, self.step, self.span = program, program.step, span
        buffers = ir.IntType(8).as_pointer().as_pointer()
        kinds = [I64, I64, I64, I64.as_pointer(), I64, I64, buffers]
        super().__init__(name, kinds, format, width)
        (self.steps, self.batch, self.hidden, self.lengths, self.time, self.direction,
         self.buffers) = self.rest  # fmt: skip
        self.taken = 0
        self.rows: ir.Value = None
        self.saved: list[ir.Value] = []

    def taken_buffers(self, count: int) -> list[ir.Value]:
        """Return the next buffers."""
        return [self.buffer() for _ in range(count)]

    def buffer(self) -> ir.Value:
        """Return the next buffer, as a pointer to numbers."""
        place = self.builder.gep(self.buffers, [whole(self.taken)])
        self.taken += 1
        return self.builder.bitcast(self.builder.load(place), self.lanes.format.type.as_pointer())

    def over_places(self, block: int, body: Callable[[Place], None]) -> None:
        """Emit all iterations, tiles and rows; a block of rows at a time, then single ones."""
        units = self.span * self.lanes.width
        tiles = self.builder.udiv(self.builder.add(self.hidden, whole(units - 1)), whole(units))
        with self.loop(whole(0), self.steps) as step, self.loop(whole(0), tiles) as tile:
            for row, rows in self.blocks(self.first, self.last, block):
                body(Place(step, tile, row, rows))

    def row(self, place: Place, index: int) -> ir.Value:
        """Return the number of a row of a block."""
        return self.builder.add(place.row, whole(index))

    def units(self, place: Place) -> list[tuple[ir.Value, ir.Value]]:
        """Return for each vector of a tile its first unit, and which lanes are units at all."""
        found = []
        for vector in range(self.span):
            number = self.sum((place.tile, whole(self.span)), whole(vector))
            unit = self.builder.mul(number, self.width)
            found.append((unit, self.lanes_below(self.builder.sub(self.hidden, unit))))
        return found

    def row_begins(self, slot: ir.Value, row: ir.Value, name: str | None = None) -> ir.Value:
        """Return where a row begins in a buffer of (slots, B, H), or (slots, B, maps of x, H)."""
        at = self.sum((slot, self.batch), row)
        if name is not None:
            rows = self.program.rows
            at = self.sum((at, whole(len(rows))), whole(rows.index(name)))
        return self.builder.mul(at, self.hidden)

    def saved_at(self, number: int, slot: ir.Value, row: ir.Value) -> tuple[ir.Value, ir.Value]:
        """Return the buffer of a saved value, and where a row of it begins."""
        of_rows = len(self.program.rows)
        if number < of_rows:
            return self.rows, self.row_begins(slot, row, self.program.rows[number])
        return self.saved[number - of_rows], self.row_begins(slot, row)

    def panel(self, packed: ir.Value, place: Place, maps: int) -> ir.Value:
        """Return where the weights of a tile begin, of H x maps x span vectors each."""
        size = self.builder.mul(self.hidden, whole(maps * self.span * self.lanes.width))
        return self.builder.gep(packed, [self.builder.mul(place.tile, size)])

    def active(self, place: Place, index: int, step: ir.Value) -> ir.Value:
        """Return whether an iteration is real for a row."""
        builder = self.builder
        none = builder.icmp_unsigned("==", builder.ptrtoint(self.lengths, I64), whole(0))
        before = builder.block
        look, after = builder.append_basic_block("length"), builder.append_basic_block("known")
        builder.cbranch(none, after, look)
        builder.position_at_end(look)
        length = builder.load(builder.gep(self.lengths, [self.row(place, index)]))
        time = self.sum(self.time, (step, self.direction))
        real = builder.icmp_signed("<", time, length)
        builder.branch(after)
        builder.position_at_end(after)
        answer = builder.phi(I1)
        answer.add_incoming(ir.Constant(I1, 1), before)
        answer.add_incoming(real, look)
        return answer

    def compute(self, node: Expr, values: dict[Expr, ir.Value]) -> ir.Value:
        """Emit an expression, and what of its arguments has no value yet."""
        if node not in values:
            if node.op == "number":
                values[node] = self.lanes.number(float(str(node.data)))
            else:
                args = [self.compute(arg, values) for arg in node.args]
                values[node] = EMITTED[node.op](self.lanes, *args)
        return values[node]


def rows_in_registers(registers: int, sums: int) -> int:
    """Return how many rows of sums fit beside the weights of a term and a number of a row.

    Args:
        registers: of vectors.
        sums: vectors for each row.

    Returns:
        At least one.
    """
    return max(1, min(6, (registers - 2 - sums) // max(1, sums)))
