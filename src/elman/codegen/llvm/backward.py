"""The way back: the gradients of maps, vectors and states, from the last step to the first."""

from __future__ import annotations

from llvmlite import ir

from elman.codegen.llvm.emitter import whole
from elman.codegen.llvm.time_loop import Place, TimeLoop, rows_in_registers
from elman.graph import Expr
from elman.graph.expression import make
from elman.plan.program import Program

__all__ = ["SPAN", "backward"]

SPAN = 2
"""Vectors of units in a tile: one alone would wait for its own sum."""


def backward(program: Program, format: str, width: int, registers: int) -> str:
    """Emit the way back; the slots of the buffers are those of the way forward.

    Buffers: for each state (iterations + 1, B, H) and for each saved value with a buffer of its own
    (iterations, B, H), as the way forward left them; for each learned vector (H); the gradient of
    the output (iterations, B, H); for each state what is carried, (B, H), first its gradient at the
    end; for each group its transposed weights [tile][map][k][vector][lane]; the gradients of the
    maps of the input (iterations + 1, B, maps of x, H), where the other saved values lie; those of
    each other map (iterations + 1, B, H), the last slot of both zero; for each learned vector the
    sum of its gradients (B, H), first zero.

    Args:
        program: what to compute.
        format: of the numbers.
        width: numbers in a vector.
        registers: of vectors.

    Returns:
        The module, whose one function is called ``backward``.
    """
    loop = _Backward(program, format, width)
    loop.over_places(rows_in_registers(registers, SPAN), loop.emit)
    return loop.finished()


class _Backward(TimeLoop):
    def __init__(self, program: Program, format: str, width: int):
        super().__init__("backward", program, format, width, SPAN)
        step = program.step
        self.states = self.taken_buffers(len(step.states))
        self.saved = self.taken_buffers(max(0, len(program.saved) - len(program.rows)))
        self.vectors = {node: self.buffer() for node in step.vectors.values()}
        self.output = self.buffer()
        self.carried = self.taken_buffers(len(step.states))
        self.weights = self.taken_buffers(len(program.groups))
        self.rows = self.buffer()
        self.d_maps = {name: self.buffer() for name in step.maps if name not in program.rows}
        self.d_vectors = {name: self.buffer() for name in step.vectors}

    def emit(self, place: Place) -> None:
        """Emit a tile of a block of rows, the steps counted from the last one."""
        slot = self.builder.sub(self.builder.sub(self.steps, whole(1)), place.step)
        arriving = self._multiply(place, self.builder.add(slot, whole(1)))
        for vector, (unit, mask) in enumerate(self.units(place)):
            for index in range(place.rows):
                own = {state: sums[vector][index] for state, sums in arriving.items()}
                self._compute(place, index, slot, own, unit, mask)

    def _multiply(self, place: Place, later: ir.Value) -> dict[int, list[list[ir.Value]]]:
        """Emit what reaches each state through the maps of the step after: [vector][row]."""
        indices, found = range(place.rows), {}
        for group, packed in zip(self.program.groups, self.weights, strict=True):
            sums = [[self.lanes.number(0) for _ in indices] for _ in range(self.span)]
            base = self.panel(packed, place, len(group.maps))
            for number, name in enumerate(group.maps):
                rows = [self._gradient_row(name, later, self.row(place, i)) for i in indices]
                vectors = whole(number * self.span * self.lanes.width)
                size = self.builder.mul(self.hidden, vectors)
                sums = self.products(self.builder.gep(base, [size]), self.hidden, sums, rows)
            found[group.state] = sums
        return found

    def _gradient_row(self, name: str, slot: ir.Value, row: ir.Value) -> ir.Value:
        """Return where the gradients of a map begin, of one row at one step."""
        of_input = name not in self.d_maps
        buffer = self.rows if of_input else self.d_maps[name]
        return self.builder.gep(buffer, [self.row_begins(slot, row, name if of_input else None)])

    def _compute(
        self,
        place: Place,
        index: int,
        slot: ir.Value,
        arriving: dict[int, ir.Value],
        unit: ir.Value,
        mask: ir.Value,
    ) -> None:
        """Emit the derivative of one vector of a row and store the gradients."""
        builder, derivative, zero = self.builder, self.program.derivative, self.lanes.number(0)
        row = self.row(place, index)
        flat = self.sum((row, self.hidden), unit)
        here = self.sum(self.row_begins(slot, row), unit)
        after = self.sum(self.row_begins(builder.add(slot, whole(1)), row), unit)
        values = self._at_hand(unit, here, after, mask)
        for number, node in enumerate(self.program.saved):
            buffer, begin = self.saved_at(number, slot, row)
            values[node] = self.load(buffer, self.sum(begin, unit), mask)
        totals = self._total(arriving, flat, mask)
        for number, (name, total) in enumerate(zip(self.step.states, totals, strict=True)):
            if number == 0:
                total = builder.fadd(total, self.load(self.output, here, mask))
            values[make("gradient", data=name)] = total
        active = self.active(place, index, slot)

        def real(gradient: Expr | None, otherwise: ir.Value) -> ir.Value:
            found = zero if gradient is None else self.compute(gradient, values)
            return builder.select(active, found, otherwise)

        for gradient, buffer, total in zip(self.program.carried, self.carried, totals, strict=True):
            self.store(real(gradient, total), buffer, flat, mask)
        for name, gradient in derivative.maps.items():
            self.store(real(gradient, zero), self._gradient_row(name, slot, row), unit, mask)
        for name, gradient in derivative.vectors.items():
            sum_ = builder.fadd(self.load(self.d_vectors[name], flat, mask), real(gradient, zero))
            self.store(sum_, self.d_vectors[name], flat, mask)

    def _at_hand(
        self, unit: ir.Value, here: ir.Value, after: ir.Value, mask: ir.Value
    ) -> dict[Expr, ir.Value]:
        """Load vectors, and the states before and after."""
        values = {node: self.load(buffer, unit, mask) for node, buffer in self.vectors.items()}
        for before, result, buffer in zip(
            self.step.before, self.step.results, self.states, strict=True
        ):
            values[result] = self.load(buffer, after, mask)
            values[before] = self.load(buffer, here, mask)
        return values

    def _total(
        self, arriving: dict[int, ir.Value], flat: ir.Value, mask: ir.Value
    ) -> list[ir.Value]:
        """Return for each state what is carried to it and what reaches it through the maps."""
        totals = []
        for number, buffer in enumerate(self.carried):
            total = self.load(buffer, flat, mask)
            if number in arriving:
                total = self.builder.fadd(total, arriving[number])
            totals.append(total)
        return totals
