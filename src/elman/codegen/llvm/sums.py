"""The innermost loop of every product: sums over k of a block of rows times a panel, in registers.

Each sum takes its terms from the first k to the last, each by one fused multiply-add, so that its
bits depend on its own row and column alone.
"""

from __future__ import annotations

from llvmlite import ir

from elman.codegen.llvm.emitter import I64, Emitter, whole
from elman.codegen.llvm.lanes import Lanes

__all__ = ["Sums", "rows_in_registers"]

ENOUGH, ROWS = 24, 12
"""Sums at once that hide how long one takes, and rows in a block at most."""


def rows_in_registers(registers: int, vectors: int) -> int:
    """Return how many rows of sums fit beside the vectors of a term and a number of a row.

    Args:
        registers: of vectors.
        vectors: of sums for each row.

    Returns:
        At least one.
    """
    fitting = (registers - 2 - vectors) // vectors
    return max(1, min(ROWS, ENOUGH // vectors, fitting))


class Sums:
    """Functions inside a module that add products to blocks of sums.

    The sums of a block lie as [row][result][vector][lane], those of a row `apart` vectors from the
    next; a panel as [k][result][vector][lane], one k so many numbers behind the one before, so that
    a matrix whose rows are the k is a panel as it is. Of the last tile only some vectors are used.

    Args:
        emit: the kernel that calls them.
        results: for each row.
        span: vectors of a result.
        apart: vectors from one row's sums to the next one's.
        rows: in a block at most.
    """

    def __init__(self, emit: Emitter, results: int, span: int, apart: int, rows: int):
        self.emit, self.apart, self.rows = emit, apart, rows
        self.results, self.span = results, span

    def add(
        self,
        panel: ir.Value,
        line: ir.Value,
        terms: ir.Value,
        stride: ir.Value,
        pointers: ir.Value,
        sums: ir.Value,
        rows: ir.Value,
        used: ir.Value,
    ) -> None:
        """Emit ``sums[r][m] += panel[k][m] rows[r][k stride]`` for every k.

        Args:
            panel: where it begins.
            line: numbers from one k of it to the next.
            terms: how many k there are.
            stride: numbers from one k of a row to the next.
            pointers: for each row where its numbers begin.
            sums: where the block lies.
            rows: how many it has.
            used: vectors of each result.
        """
        builder, args = self.emit.builder, [panel, line, terms, stride, pointers, sums]
        number = self.emit.sum((builder.sub(used, whole(1)), whole(self.rows)), rows, whole(-1))
        place = builder.gep(self._table(args), [whole(0), number])
        builder.call(builder.load(place), args)

    def _table(self, args: list[ir.Value]) -> ir.GlobalVariable:
        """Return the functions for every number of vectors used and of rows."""
        name = f"table_{self.results}_{self.span}_{self.apart}"
        known = self.emit.module.globals.get(name)
        if known is not None:
            return known
        functions = [
            self._function(rows, vectors, args)
            for vectors in range(1, self.span + 1)
            for rows in range(1, self.rows + 1)
        ]
        kind = ir.ArrayType(functions[0].type, len(functions))
        table = ir.GlobalVariable(self.emit.module, kind, name)
        table.linkage, table.global_constant = "internal", True
        table.initializer = ir.Constant(kind, functions)
        return table

    def _function(self, rows: int, vectors: int, args: list[ir.Value]) -> ir.Function:
        name = f"sums_{self.results}_{self.span}_{vectors}_{self.apart}_{rows}"
        signature = ir.FunctionType(ir.VoidType(), [arg.type for arg in args])
        function = ir.Function(self.emit.module, signature, name)
        function.linkage = "internal"
        function.attributes.add("nounwind")
        function.attributes.add("noinline")
        self._emit(function, rows, vectors)
        return function

    def _emit(self, function: ir.Function, rows: int, vectors: int) -> None:
        panel, way, terms, stride, pointers, block = function.args
        entry, body, end = (function.append_basic_block(name) for name in ("entry", "sum", "end"))
        builder = ir.IRBuilder(entry)
        lanes = Lanes(builder, self.emit.format, self.emit.lanes.width)
        vector, align = lanes.type.as_pointer(), lanes.format.bytes

        def at(pointer: ir.Value, offset: ir.Value) -> ir.Value:
            return builder.bitcast(builder.gep(pointer, [offset]), vector)

        begins = [builder.load(builder.gep(pointers, [whole(row)])) for row in range(rows)]
        own = [r * self.span + v for r in range(self.results) for v in range(vectors)]
        numbers = [row * self.apart + place for row in range(rows) for place in own]
        places = [at(block, whole(number * lanes.width)) for number in numbers]
        starts = [builder.load(place, align=align) for place in places]
        builder.cbranch(builder.icmp_signed("<", whole(0), terms), body, end)
        builder.position_at_end(body)
        counters = [builder.phi(I64) for _ in range(3)]
        sums = [builder.phi(lanes.type) for _ in starts]
        _, offset, line = counters
        weights = [
            builder.load(at(panel, builder.add(line, whole(place * lanes.width))), align=align)
            for place in own
        ]
        grown: list[ir.Value] = []
        for begin in begins:
            number = lanes.spread(builder.load(builder.gep(begin, [offset])))
            for weight in weights:
                grown.append(lanes.fma(weight, number, sums[len(grown)]))
        steps = (whole(1), stride, way)
        following = [builder.add(*pair) for pair in zip(counters, steps, strict=True)]
        builder.cbranch(builder.icmp_signed("<", following[0], terms), body, end)
        for phi, start, new in zip(
            counters + sums, [whole(0)] * 3 + starts, following + grown, strict=True
        ):
            phi.add_incoming(start, entry)
            phi.add_incoming(new, body)
        builder.position_at_end(end)
        found = [builder.phi(lanes.type) for _ in starts]
        for phi, start, new in zip(found, starts, grown, strict=True):
            phi.add_incoming(start, entry)
            phi.add_incoming(new, body)
        for phi, place in zip(found, places, strict=True):
            builder.store(phi, place, align=align)
        builder.ret_void()
