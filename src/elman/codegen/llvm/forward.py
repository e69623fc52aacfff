"""The way forward: the states at every step."""

from __future__ import annotations

from llvmlite import ir

from elman.codegen.llvm.emitter import whole
from elman.codegen.llvm.time_loop import Place, TimeLoop, rows_in_registers
from elman.graph import Expr
from elman.plan.program import Group, Program

__all__ = ["forward", "forward_span"]


def forward(program: Program, format: str, width: int, registers: int, *, saving: bool) -> str:
    """Emit the way forward.

    Buffers: the products of the input (iterations, B, maps of x, H); for each state (iterations +
    1, B, H), the first slot filled; for each group its weights [tile][k][map][vector][lane]; for
    each map without the input its bias (H); for each learned vector (H); if saving, for each saved
    value that does not lie in the place of a product of the input (iterations, B, H).

    Args:
        program: what to compute.
        format: of the numbers.
        width: numbers in a vector.
        registers: of vectors.
        saving: whether the way back will follow.

    Returns:
        The module, whose one function is called ``forward``.
    """
    loop = _Forward(program, format, width, saving)
    sums = loop.span * max((len(group.maps) for group in program.groups), default=1)
    loop.over_places(rows_in_registers(registers, sums), loop.emit)
    return loop.finished()


def forward_span(program: Program) -> int:
    """Return how many vectors of units a tile of the way forward has.

    Args:
        program: what it computes.

    Returns:
        Two where a single map would leave the registers idle, else one.
    """
    return 1 if any(len(group.maps) > 1 for group in program.groups) else 2


class _Forward(TimeLoop):
    def __init__(self, program: Program, format: str, width: int, saving: bool):
        super().__init__("forward", program, format, width, forward_span(program))
        step = program.step
        self.rows = self.buffer()
        self.states = self.taken_buffers(len(step.states))
        self.weights = self.taken_buffers(len(program.groups))
        self.biases = {name: self.buffer() for name in step.maps if name not in program.rows}
        self.vectors = {node: self.buffer() for node in step.vectors.values()}
        self.kept = program.saved if saving else ()
        self.saved = self.taken_buffers(max(0, len(self.kept) - len(program.rows)))

    def emit(self, place: Place) -> None:
        """Emit a tile of a block of rows at one step."""
        units = self.units(place)
        values: list[list[dict[Expr, ir.Value]]] = [
            [{} for _ in range(place.rows)] for _ in range(self.span)
        ]
        for group, packed in zip(self.program.groups, self.weights, strict=True):
            self._multiply(place, group, packed, values, units)
        for (unit, mask), of_vector in zip(units, values, strict=True):
            for index, found in enumerate(of_vector):
                self._compute(place, index, found, unit, mask)

    def _multiply(
        self,
        place: Place,
        group: Group,
        packed: ir.Value,
        values: list[list[dict[Expr, ir.Value]]],
        units: list[tuple[ir.Value, ir.Value]],
    ) -> None:
        """Emit the products of a group for all rows and vectors of the place."""
        indices = range(place.rows)
        sums = [(name, vector) for name in group.maps for vector in range(self.span)]
        starts = [
            [self._start(name, place, index, *units[vector]) for index in indices]
            for name, vector in sums
        ]
        state = self.states[group.state]
        begins = [self.row_begins(place.step, self.row(place, index)) for index in indices]
        rows = [self.builder.gep(state, [begin]) for begin in begins]
        panel = self.panel(packed, place, len(group.maps))
        found = self.products(panel, self.hidden, starts, rows)
        for (name, vector), of_rows in zip(sums, found, strict=True):
            for of_row, value in zip(values[vector], of_rows, strict=True):
                of_row[self.step.maps[name]] = value

    def _start(
        self, name: str, place: Place, index: int, unit: ir.Value, mask: ir.Value
    ) -> ir.Value:
        """Return what a map's sum begins from: its product of the input, or its bias."""
        if name in self.biases:
            return self.load(self.biases[name], unit, mask)
        begin = self.row_begins(place.step, self.row(place, index), name)
        return self.load(self.rows, self.sum(begin, unit), mask)

    def _compute(
        self,
        place: Place,
        index: int,
        values: dict[Expr, ir.Value],
        unit: ir.Value,
        mask: ir.Value,
    ) -> None:
        """Emit the equations of one vector of a row, and keep what is kept."""
        step = self.step
        for name, node in step.maps.items():
            if node not in values:
                values[node] = self._start(name, place, index, unit, mask)
        for node, buffer in self.vectors.items():
            values[node] = self.load(buffer, unit, mask)
        row = self.row(place, index)
        here = self.sum(self.row_begins(place.step, row), unit)
        after = self.sum(self.row_begins(self.builder.add(place.step, whole(1)), row), unit)
        for node, buffer in zip(step.before, self.states, strict=True):
            values[node] = self.load(buffer, here, mask)
        active = self.active(place, index, place.step)
        for before, result, buffer in zip(step.before, step.results, self.states, strict=True):
            value = self.compute(result, values)
            self.store(self.builder.select(active, value, values[before]), buffer, after, mask)
        for number, node in enumerate(self.kept):
            buffer, begin = self.saved_at(number, place.step, row)
            self.store(self.compute(node, values), buffer, self.sum(begin, unit), mask)
