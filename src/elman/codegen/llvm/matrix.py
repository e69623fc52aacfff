"""The matrix product, each element summed in one order whatever the sizes and the machine."""

from __future__ import annotations

from llvmlite import ir

from elman.codegen.llvm.emitter import I64, Emitter, whole
from elman.codegen.llvm.lanes import FORMATS

__all__ = ["panel_vectors", "product"]

TERMS = 384
"""Terms of a sum between two visits of the result: a panel of so many stays in the second cache."""


def panel_vectors(registers: int) -> int:
    """Return how many vectors of the right matrix a panel holds side by side."""
    return 4 if registers >= 32 else 2


def product(format: str, width: int, registers: int) -> str:
    r"""Emit $C = A B + c$, a part of the rows of C.

    Arguments after the rows: K, N; A (rows, K), its numbers from row to row and from k to k; B
    packed [panel][K][vector][lane]; C (rows, N); its numbers from row to
    row; c, N numbers.

    Args:
        format: of the numbers.
        width: of a vector.
        registers: of vectors.

    Returns:
        The module, whose one function is called ``product``.
    """
    numbers = FORMATS[format].type.as_pointer()
    kinds = [I64, I64, numbers, I64, I64, numbers, numbers, I64, numbers]
    emit = Emitter("product", kinds, format, width)
    builder = emit.builder
    first, last = emit.first, emit.last
    terms, columns, a, a_row, a_term, b, c, c_row, start = emit.rest
    vectors = panel_vectors(registers)
    block = (registers - 2 - vectors) // vectors
    panel_width = vectors * width
    panels = builder.udiv(builder.add(columns, whole(panel_width - 1)), whole(panel_width))

    def body(k: ir.Value, panel: ir.Value, row: ir.Value, rows: int) -> None:
        at = [
            builder.add(builder.mul(panel, whole(panel_width)), whole(v * width))
            for v in range(vectors)
        ]
        masks = [emit.lanes_below(builder.sub(columns, column)) for column in at]
        own = [builder.add(row, whole(r)) for r in range(rows)]
        again = builder.icmp_signed(">", k, whole(0))
        starts = [
            [
                emit.load(
                    builder.select(again, builder.gep(c, [builder.mul(r, c_row)]), start),
                    column,
                    mask,
                )
                for r in own
            ]
            for column, mask in zip(at, masks, strict=True)
        ]
        begin = builder.mul(emit.sum((panel, terms), k), whole(panel_width))
        left = [builder.gep(a, [emit.sum((r, a_row), (k, a_term))]) for r in own]
        count = emit.least(builder.sub(terms, k), whole(TERMS))
        sums = emit.products(builder.gep(b, [begin]), count, starts, left, a_term)
        for column, mask, of_rows in zip(at, masks, sums, strict=True):
            for r, value in zip(own, of_rows, strict=True):
                emit.store(value, c, emit.sum((r, c_row), column), mask)

    with emit.loop(whole(0), terms, TERMS) as k, emit.loop(whole(0), panels) as panel:
        for row, rows in emit.blocks(first, last, block):
            body(k, panel, row, rows)
    return emit.finished()
