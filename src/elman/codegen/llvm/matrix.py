"""The matrix product, each element summed in one order whatever the sizes and the machine."""

from __future__ import annotations

from collections.abc import Iterator

from llvmlite import ir

from elman.codegen.llvm.emitter import I64, KERNEL, Emitter, whole
from elman.codegen.llvm.pack import call_for_tile
from elman.codegen.llvm.sums import Sums, rows_in_registers

__all__ = ["product", "product_by_panels"]

TERMS = 384
"""Terms of a sum between two visits of the result: a panel of so many stays in the second cache."""

COPIED, WIDE = 96, 8192
"""Rows of a left side that lies transposed whose terms are first brought together, and the bytes of
a term of all rows beyond which that is faster: every panel reads all of them anew."""

_ARGUMENTS = ("rows", "terms", "columns", "a_row", "a_term", "c_row", "b_panel", "b_term")


def product(format: str, width: int, registers: int, vectors: int) -> str:
    r"""Emit $C = A B + c$; threads share out the rows.

    The first `TERMS` terms are added to c one after the other, as a step does that forms the
    products of its input itself; every `TERMS` more are summed on their own and then added, since
    a chain of many thousands would lose what is small.

    Arguments: rows, K, N; the numbers from row to row and from k to k of A, from row to row of C,
    from panel to panel and from k to k of B; A; B packed [panel][K][vector][lane], or as it is if
    the lanes fill its rows; C; c, N numbers, or null to add to what is in C.

    Args:
        format: of the numbers.
        width: of a vector.
        registers: of vectors.
        vectors: of B side by side in a panel.

    Returns:
        The module, whose one function is called ``product``.
    """
    emit = Emitter("product", dict.fromkeys(_ARGUMENTS, I64), format, width)
    builder, given = emit.builder, emit.given
    a, b, c, start = (emit.buffer() for _ in range(4))
    most = rows_in_registers(registers, vectors)
    block = emit.space(emit.lanes.format.type, most * vectors * width)
    pointers = emit.space(emit.numbers, most)
    sums = Sums(emit, 1, vectors, vectors, most)
    panels = emit.ceiling(given["columns"], whole(vectors * width))
    first, last = emit.share(given["rows"])
    zeros = _zeros(emit, vectors)
    turned = builder.and_(
        builder.icmp_signed("==", given["a_row"], whole(1)),
        builder.icmp_signed(">", given["rows"], whole(WIDE // emit.lanes.format.bytes)),
    )
    copied = emit.space(emit.lanes.format.type, TERMS * COPIED)
    stride = builder.select(turned, whole(COPIED), given["a_term"])
    at_most = builder.select(turned, whole(COPIED), builder.sub(last, first))
    no_start = builder.icmp_unsigned("==", builder.ptrtoint(start, I64), whole(0))

    with emit.loop(whole(0), given["terms"], whole(TERMS)) as k:
        again = builder.or_(builder.icmp_signed(">", k, whole(0)), no_start)
        count = emit.least(builder.sub(given["terms"], k), whole(TERMS))
        with emit.blocks(builder.sub(last, first), at_most) as (begun, at_once):
            with builder.if_then(turned):
                source = builder.gep(a, [emit.sum(first, begun, (k, given["a_term"]))])
                _bring_together(emit, source, given["a_term"], count, at_once, copied)
            with emit.loop(whole(0), panels) as number:
                begin = emit.sum((number, given["b_panel"]), (k, given["b_term"]))
                panel = _Panel(emit, number, zeros, block, again)
                with emit.blocks(at_once, most) as (row, rows):
                    with emit.loop(whole(0), rows) as index:
                        own = emit.sum(first, begun, row, index)
                        panel.begin(
                            builder.gep(c, [builder.mul(own, given["c_row"])]), start, index
                        )
                        left = emit.sum((own, given["a_row"]), (k, given["a_term"]))
                        left = builder.gep(a, [left])
                        near = builder.gep(copied, [builder.add(row, index)])
                        left = builder.select(turned, near, left)
                        builder.store(left, builder.gep(pointers, [index]))
                    right = (builder.gep(b, [begin]), given["b_term"])
                    sums.add(*right, count, stride, pointers, block, rows, panel.used)
                    with emit.loop(whole(0), rows) as index:
                        own = emit.sum(first, begun, row, index)
                        panel.add(builder.gep(c, [builder.mul(own, given["c_row"])]), index)
    return emit.finished()


class _Panel:
    """The columns of the result that one panel of B gives, a block of rows at a time.

    Args:
        emit: the kernel.
        number: of the panel.
        zeros: of each of its vectors.
        block: the sums of some rows, [row][vector][lane].
        again: whether they are added to what is in the result.
    """

    def __init__(
        self, emit: Emitter, number: ir.Value, zeros: list[ir.Value], block: ir.Value,
        again: ir.Value,
    ) -> None:  # fmt: skip
        self._emit, self._zeros, self._block, self._again = emit, zeros, block, again
        builder, lanes = emit.builder, emit.lanes.width
        self._width = whole(len(zeros) * lanes)
        first = builder.mul(number, self._width)
        left_over = builder.sub(emit.given["columns"], first)
        self.used = emit.least(emit.ceiling(left_over, whole(lanes)), whole(len(zeros)))
        self._columns = [builder.add(first, whole(v * lanes)) for v in range(len(zeros))]
        self._masks = [
            emit.lanes_below(builder.sub(emit.given["columns"], at)) for at in self._columns
        ]

    def begin(self, result: ir.Value, start: ir.Value, index: ir.Value) -> None:
        """Emit what the sums of a row begin with.

        Args:
            result: the row of C.
            start: c.
            index: of the row in the block.
        """
        emit, builder = self._emit, self._emit.builder
        for at, mask, zero, place in self._vectors(index):
            value = builder.select(self._again, zero, builder.gep(start, [at]))
            emit.store(emit.load(value, whole(0), mask), self._block, place)
            emit.fetch(builder.gep(result, [at]), to_write=True)

    def add(self, result: ir.Value, index: ir.Value) -> None:
        """Emit the sums of a row, added to what is there.

        Args:
            result: the row of C.
            index: of the row in the block.
        """
        emit, builder = self._emit, self._emit.builder
        for at, mask, zero, place in self._vectors(index):
            found = emit.load(self._block, place)
            here = builder.gep(result, [at])
            old = emit.load(builder.select(self._again, here, zero), whole(0), mask)
            emit.store(builder.fadd(old, found), here, whole(0), mask)

    def _vectors(self, index: ir.Value) -> Iterator[tuple[ir.Value, ...]]:
        """Yield the first column, the mask, zeros and the place in the block of each vector."""
        builder, lanes = self._emit.builder, self._emit.lanes.width
        row = builder.mul(index, self._width)
        each = zip(self._columns, self._masks, self._zeros, strict=True)
        for v, (at, mask, zero) in enumerate(each):
            yield at, mask, zero, builder.add(row, whole(v * lanes))


def _zeros(emit: Emitter, vectors: int) -> list[ir.Value]:
    """Emit a place with zeros for each vector."""
    lanes = emit.lanes.width
    room = emit.space(emit.lanes.format.type, vectors * lanes)
    places = [emit.builder.gep(room, [whole(v * lanes)]) for v in range(vectors)]
    for place in places:
        emit.store(emit.lanes.number(0), place, whole(0))
    return places


def _bring_together(
    emit: Emitter,
    source: ir.Value,
    way: ir.Value,
    terms: ir.Value,
    rows: ir.Value,
    copied: ir.Value,
) -> None:
    """Emit copying the terms of some rows, each a way behind the one before, `COPIED` apart."""
    builder, width = emit.builder, whole(emit.lanes.width)
    with emit.loop(whole(0), terms) as term, emit.loop(whole(0), rows, width) as row:
        mask = emit.lanes_below(builder.sub(rows, row))
        found = emit.load(source, emit.sum((term, way), row), mask)
        emit.store(found, copied, emit.sum((term, whole(COPIED)), row))


def product_by_panels(format: str, width: int, vectors: int) -> str:
    """Emit a product as `product` forms it for few rows; threads share out the panels of B.

    A panel is packed just before it is read, into the nearest cache, or read as it is.

    Arguments: those of `product` without B, c as numbers; B transposed, (N, K), or as it is; room
    for a panel of each thread; the kernel `pack_transposed`, or null; the kernel `product`.

    Args:
        format: of the numbers.
        width: of a vector.
        vectors: of B side by side in a panel.

    Returns:
        The module, whose one function is called ``product_by_panels``.
    """
    emit = Emitter("product_by_panels", dict.fromkeys(_ARGUMENTS, I64), format, width)
    builder, given = emit.builder, emit.given
    a, c, start, source, rooms = (emit.buffer() for _ in range(5))
    packer, kernel = emit.argument(KERNEL), emit.argument(KERNEL)
    line, terms = whole(vectors * width), given["terms"]
    room = builder.gep(rooms, [emit.sum((emit.thread, builder.mul(terms, line)))])
    sizes = {"units": given["columns"], "terms": terms, "source_row": terms}
    sizes |= {"span": whole(vectors), "line": line}
    packed = builder.icmp_unsigned("!=", builder.ptrtoint(packer, I64), whole(0))
    with emit.loop(*emit.share(emit.ceiling(given["columns"], line))) as panel:
        first = builder.mul(panel, line)
        with builder.if_then(packed):
            call_for_tile(emit, packer, panel, sizes, source, room)
        own = {**given, "columns": emit.least(builder.sub(given["columns"], first), line)}
        own["b_term"] = builder.select(packed, line, given["b_term"])
        right = builder.select(packed, room, builder.gep(source, [first]))
        places = (a, right, builder.gep(c, [first]), builder.gep(start, [first]))
        emit.call(kernel, whole(0), whole(1), [*own.values(), *places])
    return emit.finished()
