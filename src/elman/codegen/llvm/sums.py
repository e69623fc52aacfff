"""The innermost loop of every product: sums over k of a block of rows times a panel, in registers.

Each sum takes its terms from the first k to the last, each by one fused multiply-add, so that its
bits depend on its own row and column alone.
"""

from __future__ import annotations

from llvmlite import ir

from elman.codegen.llvm.emitter import I64, Emitter, whole
from elman.codegen.llvm.lanes import Lanes

__all__ = ["ROWS", "Sums", "rows_in_registers"]

ROWS = 6
"""Rows in a block at most: with four vectors each, sums enough to hide how long one takes."""


def rows_in_registers(registers: int, vectors: int) -> int:
    """Return how many rows of sums fit beside the vectors of a term and a number of a row.

    Args:
        registers: of vectors.
        vectors: of sums for each row.

    Returns:
        At least one.
    """
    return max(1, min(ROWS, (registers - 2 - vectors) // vectors))


class Sums:
    """Functions inside a module that add products to blocks of sums.

    The sums of a block lie as [row][vector][lane], those of a row `apart` vectors from the next.

    Args:
        emit: the kernel that calls them.
        vectors: for each row.
        apart: vectors from one row's sums to the next one's.
        rows: in a block at most.
    """

    def __init__(self, emit: Emitter, vectors: int, apart: int, rows: int):
        self.emit, self.vectors, self.apart, self.rows = emit, vectors, apart, rows

    def add(
        self,
        panel: ir.Value,
        terms: ir.Value,
        stride: ir.Value,
        pointers: ir.Value,
        sums: ir.Value,
        rows: ir.Value,
    ) -> None:
        """Emit ``sums[r][m] += panel[k][m] rows[r][k stride]`` for every k.

        Args:
            panel: [k][vector][lane].
            terms: how many k there are.
            stride: numbers from one k of a row to the next.
            pointers: for each row where its numbers begin.
            sums: where the block lies.
            rows: how many it has.
        """
        args = [panel, terms, stride, pointers, sums]

        def call(count: int) -> None:
            self.emit.builder.call(self._function(count, args), args)

        self.emit.choose(rows, range(1, self.rows + 1), call)

    def _function(self, rows: int, args: list[ir.Value]) -> ir.Function:
        name = f"sums_{self.vectors}_{self.apart}_{rows}"
        known = self.emit.module.globals.get(name)
        if known is not None:
            return known
        signature = ir.FunctionType(ir.VoidType(), [arg.type for arg in args])
        function = ir.Function(self.emit.module, signature, name)
        function.linkage = "internal"
        function.attributes.add("nounwind")
        function.attributes.add("noinline")
        self._emit(function, rows)
        return function

    def _emit(self, function: ir.Function, rows: int) -> None:
        panel, terms, stride, pointers, block = function.args
        entry, body, end = (function.append_basic_block(name) for name in ("entry", "sum", "end"))
        builder = ir.IRBuilder(entry)
        lanes = Lanes(builder, self.emit.format, self.emit.lanes.width)
        vector, align = lanes.type.as_pointer(), lanes.format.bytes

        def at(pointer: ir.Value, offset: ir.Value) -> ir.Value:
            return builder.bitcast(builder.gep(pointer, [offset]), vector)

        begins = [builder.load(builder.gep(pointers, [whole(row)])) for row in range(rows)]
        numbers = [row * self.apart + m for row in range(rows) for m in range(self.vectors)]
        places = [at(block, whole(number * lanes.width)) for number in numbers]
        starts = [builder.load(place, align=align) for place in places]
        builder.cbranch(builder.icmp_signed("<", whole(0), terms), body, end)
        builder.position_at_end(body)
        counters = [builder.phi(I64) for _ in range(3)]
        sums = [builder.phi(lanes.type) for _ in starts]
        _, offset, line = counters
        weights = [
            builder.load(at(panel, builder.add(line, whole(m * lanes.width))), align=align)
            for m in range(self.vectors)
        ]
        grown: list[ir.Value] = []
        for begin in begins:
            number = lanes.spread(builder.load(builder.gep(begin, [offset])))
            for weight in weights:
                grown.append(lanes.fma(weight, number, sums[len(grown)]))
        steps = (whole(1), stride, whole(self.vectors * lanes.width))
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
