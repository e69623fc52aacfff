"""The way forward: the states at every step."""

from __future__ import annotations

from llvmlite import ir

from elman.codegen.llvm.emitter import whole
from elman.codegen.llvm.time_loop import Place, TimeLoop, rows_in_registers
from elman.graph import Expr
from elman.plan.program import Group, Program

__all__ = ["forward"]


def forward(program: Program, format: str, width: int, registers: int, *, saving: bool) -> str:
    """Emit the way forward.

    Buffers: the products of the input (iterations, B, maps of x, H); for each state (iterations +
    1, B, H), the first slot filled; for each group its weights [tile][k][map][lane]; for each map
    without the input its bias (H); for each vector (H); if saving, for each saved value
    (iterations, B, H).

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
    most = max((len(group.maps) for group in program.groups), default=1)
    loop.over_places(rows_in_registers(registers, most), loop.emit)
    return loop.finished()


class _Forward(TimeLoop):
    def __init__(self, program: Program, format: str, width: int, saving: bool):
        super().__init__("forward", program, format, width)
        step = program.step
        self.rows = self.buffer()
        self.states = self.taken_buffers(len(step.states))
        self.weights = self.taken_buffers(len(program.groups))
        self.biases = {name: self.buffer() for name in step.maps if name not in program.rows}
        self.vectors = {node: self.buffer() for node in step.vectors.values()}
        self.saved = {node: self.buffer() for node in (program.saved if saving else ())}

    def emit(self, place: Place) -> None:
        """Emit a tile of a block of rows at one step."""
        mask = self.mask(place)
        values: list[dict[Expr, ir.Value]] = [{} for _ in range(place.rows)]
        for group, packed in zip(self.program.groups, self.weights, strict=True):
            self._multiply(place, group, packed, values, mask)
        for index, of_row in enumerate(values):
            self._compute(place, index, of_row, mask)

    def _multiply(
        self,
        place: Place,
        group: Group,
        packed: ir.Value,
        values: list[dict[Expr, ir.Value]],
        mask: ir.Value,
    ) -> None:
        """Emit the products of a group for all rows of the block."""
        indices = range(place.rows)
        starts = [[self._start(name, place, i, mask) for i in indices] for name in group.maps]
        state = self.states[group.state]
        begins = [self.row_begins(place.step, self.row(place, i)) for i in indices]
        rows = [self.builder.gep(state, [begin]) for begin in begins]
        panel = self.panel(packed, place, len(group.maps))
        sums = self.products(panel, self.hidden, starts, rows)
        for name, of_map in zip(group.maps, sums, strict=True):
            for of_row, value in zip(values, of_map, strict=True):
                of_row[self.step.maps[name]] = value

    def _start(self, name: str, place: Place, index: int, mask: ir.Value) -> ir.Value:
        """Return what a map's sum begins from: its product of the input, or its bias."""
        if name in self.biases:
            return self.load(self.biases[name], self.unit(place), mask)
        begin = self.row_begins(place.step, self.row(place, index), name)
        return self.load(self.rows, self.sum(begin, self.unit(place)), mask)

    def _compute(
        self, place: Place, index: int, values: dict[Expr, ir.Value], mask: ir.Value
    ) -> None:
        """Emit the equations of one row, and keep what is kept."""
        step = self.step
        for name, node in step.maps.items():
            if node not in values:
                values[node] = self._start(name, place, index, mask)
        for node, buffer in self.vectors.items():
            values[node] = self.load(buffer, self.unit(place), mask)
        here = self.at(place, index, place.step)
        after = self.at(place, index, self.builder.add(place.step, whole(1)))
        for node, buffer in zip(step.before, self.states, strict=True):
            values[node] = self.load(buffer, here, mask)
        active = self.active(place, index, place.step)
        for before, result, buffer in zip(step.before, step.results, self.states, strict=True):
            value = self.compute(result, values)
            self.store(self.builder.select(active, value, values[before]), buffer, after, mask)
        for node, buffer in self.saved.items():
            self.store(self.compute(node, values), buffer, here, mask)
