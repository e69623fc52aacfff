"""What the kernels are emitted with: loops, shares of the work, masked loads and stores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from llvmlite import ir

from elman.codegen.llvm.lanes import Lanes

__all__ = ["I1", "I32", "I64", "KERNEL", "Emitter", "whole"]

I1, I32, I64 = ir.IntType(1), ir.IntType(32), ir.IntType(64)

_SIGNATURE = ir.FunctionType(ir.VoidType(), [I64, I64, I64.as_pointer()])

KERNEL = _SIGNATURE.as_pointer()
"""A kernel: a function of the number of this thread, how many there are, and where the rest of its
arguments lies in memory, 64 bits each."""


def whole(value: int) -> ir.Constant:
    """Return a whole number as a constant.

    Args:
        value: the number.

    Returns:
        A constant of 64 bits.
    """
    return ir.Constant(I64, value)


class Emitter:
    """A kernel under construction: what one thread of a team does of some work.

    Args:
        name: of the function.
        arguments: the rest of its arguments, by name, and of which kind they are.
        format: of the numbers.
        width: numbers in a vector.
    """

    def __init__(self, name: str, arguments: dict[str, ir.Type], format: str, width: int):
        self.module = ir.Module(name)
        function = ir.Function(self.module, _SIGNATURE, name)
        function.attributes.add("nounwind")
        self.builder = ir.IRBuilder(function.append_basic_block("entry"))
        self.thread, self.threads, self._rest = function.args
        self._taken, self.format = 0, format
        self.lanes = Lanes(self.builder, format, width)
        self.width = whole(width)
        self.numbers = self.lanes.format.type.as_pointer()
        self.given = {name: self.argument(kind) for name, kind in arguments.items()}

    def argument(self, kind: ir.Type = I64) -> ir.Value:
        """Return the next of the rest of the arguments."""
        value = self.builder.load(self.builder.gep(self._rest, [whole(self._taken)]))
        self._taken += 1
        return value if kind == I64 else self.builder.inttoptr(value, kind)

    def buffer(self) -> ir.Value:
        """Return the next of the rest of the arguments as a pointer to numbers."""
        return self.argument(self.numbers)

    def finished(self) -> str:
        """Return the module's text."""
        self.builder.ret_void()
        return str(self.module)

    def share(self, count: ir.Value) -> tuple[ir.Value, ir.Value]:
        """Return the first of this thread's share of some things, and the one after its last."""
        builder, one = self.builder, whole(1)
        first = builder.udiv(builder.mul(count, self.thread), self.threads)
        last = builder.udiv(builder.mul(count, builder.add(self.thread, one)), self.threads)
        return first, last

    @contextmanager
    def loop(
        self, start: ir.Value, stop: ir.Value, step: ir.Value | None = None
    ) -> Iterator[ir.Value]:
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
        counter.add_incoming(
            builder.add(counter, whole(1) if step is None else step), builder.block
        )
        builder.branch(head)
        builder.position_at_end(end)

    @contextmanager
    def blocks(self, count: ir.Value, most: int | ir.Value) -> Iterator[tuple[ir.Value, ir.Value]]:
        """Emit what is inside for blocks of things, none larger than `most`, of about one size.

        Yields the first of a block and how many are in it.
        """
        builder, largest = self.builder, whole(most) if isinstance(most, int) else most
        before = builder.block
        head, body, end = (builder.append_basic_block(name) for name in ("head", "block", "end"))
        builder.branch(head)
        builder.position_at_end(head)
        first = builder.phi(I64)
        first.add_incoming(whole(0), before)
        builder.cbranch(builder.icmp_signed("<", first, count), body, end)
        builder.position_at_end(body)
        left = builder.sub(count, first)
        size = self.ceiling(left, self.ceiling(left, largest))
        yield first, size
        first.add_incoming(builder.add(first, size), builder.block)
        builder.branch(head)
        builder.position_at_end(end)

    def ceiling(self, count: ir.Value, size: ir.Value) -> ir.Value:
        """Return in how many parts of a size a count goes."""
        builder = self.builder
        return builder.udiv(builder.add(count, builder.sub(size, whole(1))), size)

    def sum(self, *terms: ir.Value | tuple[ir.Value, ir.Value]) -> ir.Value:
        """Return a sum of whole numbers and of products of two."""
        total: ir.Value | None = None
        for term in terms:
            value = self.builder.mul(*term) if isinstance(term, tuple) else term
            total = value if total is None else self.builder.add(total, value)
        return total

    def least(self, a: ir.Value, b: ir.Value) -> ir.Value:
        """Return the smaller of two whole numbers."""
        return self.builder.select(self.builder.icmp_signed("<", a, b), a, b)

    def space(self, kind: ir.Type, count: int) -> ir.Value:
        """Return room for some things on the stack, aligned to a line of the cache."""
        entry = self.builder.function.entry_basic_block
        with self.builder.goto_block(entry):
            self.builder.position_at_start(entry)
            room = self.builder.alloca(kind, whole(count))
        room.align = 64
        return room

    def call(
        self, kernel: ir.Value, part: ir.Value, parts: ir.Value, arguments: Sequence[ir.Value]
    ) -> None:
        """Emit one part of the work of another kernel, of so many parts."""
        builder, rest = self.builder, self.space(I64, len(arguments))
        for number, argument in enumerate(arguments):
            if argument.type != I64:
                argument = builder.ptrtoint(argument, I64)
            builder.store(argument, builder.gep(rest, [whole(number)]))
        builder.call(kernel, [part, parts, rest])

    def lanes_below(self, count: ir.Value) -> ir.Value:
        """Return a mask of the lanes whose number is below a count."""
        builder, width = self.builder, self.lanes.width
        kind = ir.VectorType(I64, width)
        nothing = ir.Constant(kind, ir.Undefined)
        one = builder.insert_element(nothing, count, ir.Constant(I32, 0))
        zeros = ir.Constant(ir.VectorType(I32, width), [0] * width)
        spread = builder.shuffle_vector(one, nothing, zeros)
        return builder.icmp_signed("<", ir.Constant(kind, list(range(width))), spread)

    def load(self, pointer: ir.Value, offset: ir.Value, mask: ir.Value | None = None) -> ir.Value:
        """Return a vector from memory, zero where a mask is not set."""
        lanes = self.lanes
        place = self._place(pointer, offset)
        if mask is None:
            return self.builder.load(place, align=lanes.format.bytes)
        return self._masked("load", lanes.type, place, self._align, mask, lanes.number(0))

    def store(
        self, value: ir.Value, pointer: ir.Value, offset: ir.Value, mask: ir.Value | None = None
    ) -> None:
        """Write a vector to memory, where a mask is set."""
        place = self._place(pointer, offset)
        if mask is None:
            self.builder.store(value, place, align=self.lanes.format.bytes)
        else:
            self._masked("store", ir.VoidType(), value, place, self._align, mask)

    def fetch(self, place: ir.Value, *, to_write: bool) -> None:
        """Emit bringing a line of the cache near before it is needed."""
        name = "llvm.prefetch.p0"
        kinds = [place.type, I32, I32, I32]
        function = self.module.globals.get(name)
        if function is None:
            function = ir.Function(self.module, ir.FunctionType(ir.VoidType(), kinds), name)
        flags = [ir.Constant(I32, flag) for flag in (int(to_write), 3, 1)]
        self.builder.call(function, [place, *flags])

    def _place(self, pointer: ir.Value, offset: ir.Value) -> ir.Value:
        at = self.builder.gep(pointer, [offset])
        return self.builder.bitcast(at, self.lanes.type.as_pointer())

    @property
    def _align(self) -> ir.Value:
        return ir.Constant(I32, self.lanes.format.bytes)

    def _masked(self, what: str, result: ir.Type, *args: ir.Value) -> ir.Value:
        lanes = self.lanes
        name = f"llvm.masked.{what}.v{lanes.width}f{8 * lanes.format.bytes}.p0"
        function = self.module.globals.get(name)
        if function is None:
            signature = ir.FunctionType(result, [arg.type for arg in args])
            function = ir.Function(self.module, signature, name)
        return self.builder.call(function, args)
