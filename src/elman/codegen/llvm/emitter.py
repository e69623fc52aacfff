"""What the kernels are emitted with: loops, masked loads and stores, sums of products."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from llvmlite import ir

from elman.codegen.llvm.lanes import Lanes

__all__ = ["I1", "I64", "Emitter", "whole"]

I1, I32, I64 = ir.IntType(1), ir.IntType(32), ir.IntType(64)


def whole(value: int) -> ir.Constant:
    """Return a whole number as a constant.

    Args:
        value: the number.

    Returns:
        A constant of 64 bits.
    """
    return ir.Constant(I64, value)


class Emitter:
    """A kernel under construction: a function of first row, row after the last, and the rest.

    Every kernel is called alike: the rest of its arguments lies in memory, 64 bits each.

    Args:
        name: of the function.
        kinds: of the rest of its arguments.
        format: of the numbers.
        width: numbers in a vector.
    """

    def __init__(self, name: str, kinds: Sequence[ir.Type], format: str, width: int):
        self.module = ir.Module(name)
        signature = ir.FunctionType(ir.VoidType(), [I64, I64, I64.as_pointer()])
        function = ir.Function(self.module, signature, name)
        function.attributes.add("nounwind")
        self.builder = ir.IRBuilder(function.append_basic_block("entry"))
        self.first, self.last, rest = function.args
        self.rest = [self._argument(rest, number, kind) for number, kind in enumerate(kinds)]
        self.lanes = Lanes(self.builder, format, width)
        self.width = whole(width)

    def _argument(self, rest: ir.Value, number: int, kind: ir.Type) -> ir.Value:
        value = self.builder.load(self.builder.gep(rest, [whole(number)]))
        return value if kind == I64 else self.builder.inttoptr(value, kind)

    def finished(self) -> str:
        """Return the module's text."""
        self.builder.ret_void()
        return str(self.module)

    @contextmanager
    def loop(self, start: ir.Value, stop: ir.Value, step: int = 1) -> Iterator[ir.Value]:
        """Emit what is inside for every number from start to before stop."""
        builder = self.builder
        before = builder.block
        head, body, end = (builder.append_basic_block(name) for name in ("head", "body", "end"))
        builder.branch(head)
        builder.position_at_end(head)
        counter = builder.phi(I64)
        counter.add_incoming(start, before)
        builder.cbranch(builder.icmp_signed("<", counter, stop), body, end)
        builder.position_at_end(body)
        yield counter
        counter.add_incoming(builder.add(counter, whole(step)), builder.block)
        builder.branch(head)
        builder.position_at_end(end)

    def blocks(self, first: ir.Value, last: ir.Value, size: int) -> Iterator[tuple[ir.Value, int]]:
        """Emit what is done with each block of rows: blocks of a size, then of two, then of one."""
        builder = self.builder
        for rows in sorted({size, min(size, 2), 1}, reverse=True):
            count = builder.sub(last, first)
            end = builder.add(first, builder.sub(count, builder.srem(count, whole(rows))))
            with self.loop(first, end, rows) as row:
                yield row, rows
            first = end

    def sum(self, *terms: ir.Value | tuple[ir.Value, ir.Value]) -> ir.Value:
        """Return a sum of whole numbers and of products of two."""
        total: ir.Value = whole(0)
        for term in terms:
            value = self.builder.mul(*term) if isinstance(term, tuple) else term
            total = self.builder.add(total, value)
        return total

    def least(self, a: ir.Value, b: ir.Value) -> ir.Value:
        """Return the smaller of two whole numbers."""
        return self.builder.select(self.builder.icmp_signed("<", a, b), a, b)

    def lanes_below(self, count: ir.Value) -> ir.Value:
        """Return a mask of the lanes whose number is below a count."""
        builder, width = self.builder, self.lanes.width
        kind = ir.VectorType(I64, width)
        nothing = ir.Constant(kind, ir.Undefined)
        one = builder.insert_element(nothing, count, ir.Constant(I32, 0))
        zeros = ir.Constant(ir.VectorType(I32, width), [0] * width)
        spread = builder.shuffle_vector(one, nothing, zeros)
        return builder.icmp_signed("<", ir.Constant(kind, list(range(width))), spread)

    def load(self, pointer: ir.Value, offset: ir.Value, mask: ir.Value) -> ir.Value:
        """Return a vector from memory, zero where the mask is not set."""
        lanes = self.lanes
        place, align = self._place(pointer, offset)
        return self._masked("load", lanes.type, place, align, mask, lanes.number(0))

    def store(self, value: ir.Value, pointer: ir.Value, offset: ir.Value, mask: ir.Value) -> None:
        """Write a vector to memory where the mask is set."""
        place, align = self._place(pointer, offset)
        self._masked("store", ir.VoidType(), value, place, align, mask)

    def _place(self, pointer: ir.Value, offset: ir.Value) -> tuple[ir.Value, ir.Value]:
        at = self.builder.gep(pointer, [offset])
        vector = self.builder.bitcast(at, self.lanes.type.as_pointer())
        return vector, ir.Constant(I32, self.lanes.format.bytes)

    def _masked(self, what: str, result: ir.Type, *args: ir.Value) -> ir.Value:
        lanes = self.lanes
        name = f"llvm.masked.{what}.v{lanes.width}f{8 * lanes.format.bytes}.p0"
        function = self.module.globals.get(name)
        if function is None:
            signature = ir.FunctionType(result, [arg.type for arg in args])
            function = ir.Function(self.module, signature, name)
        return self.builder.call(function, args)

    def products(
        self,
        panel: ir.Value,
        terms: ir.Value,
        starts: list[list[ir.Value]],
        rows: list[ir.Value],
        stride: ir.Value | None = None,
    ) -> list[list[ir.Value]]:
        """Emit sums over k of panel[k][m] rows[r][k], from the first k to the last, by fma.

        Args:
            panel: packed [k][m][lane].
            terms: how many k there are, at least one.
            starts: [m][r], what the sums begin from.
            rows: for each r, where its numbers begin.
            stride: from a number of a row to the next; 1 if None.

        Returns:
            [m][r].
        """
        builder, lanes = self.builder, self.lanes
        before = builder.block
        body, end = builder.append_basic_block("sum"), builder.append_basic_block("summed")
        builder.branch(body)
        builder.position_at_end(body)
        k = builder.phi(I64)
        k.add_incoming(whole(0), before)
        sums = [[builder.phi(lanes.type) for _ in row] for row in starts]
        vectors = [
            self._vector(
                panel, self.sum((k, whole(len(starts) * lanes.width)), whole(m * lanes.width))
            )
            for m in range(len(starts))
        ]
        at = k if stride is None else builder.mul(k, stride)
        numbers = [lanes.spread(builder.load(builder.gep(row, [at]))) for row in rows]
        grown = [
            [lanes.fma(vector, number, sum_) for number, sum_ in zip(numbers, of_map, strict=True)]
            for vector, of_map in zip(vectors, sums, strict=True)
        ]
        following = builder.add(k, whole(1))
        k.add_incoming(following, body)
        for old, start, new in zip(_flat(sums), _flat(starts), _flat(grown), strict=True):
            old.add_incoming(start, before)
            old.add_incoming(new, body)
        builder.cbranch(builder.icmp_signed("<", following, terms), body, end)
        builder.position_at_end(end)
        return grown

    def _vector(self, pointer: ir.Value, offset: ir.Value) -> ir.Value:
        place, _ = self._place(pointer, offset)
        return self.builder.load(place, align=self.lanes.format.bytes)


def _flat(rows: list[list[ir.Value]]) -> list[ir.Value]:
    return [value for row in rows for value in row]
