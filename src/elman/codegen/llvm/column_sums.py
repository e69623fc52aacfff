"""Sums over the rows of a matrix, from the first row to the last."""

from __future__ import annotations

from elman.codegen.llvm.emitter import I64, Emitter, whole

__all__ = ["column_sums"]

_ARGUMENTS = ("rows", "columns", "row", "add")
VECTORS = 4
"""Vectors of columns at a time: one alone would wait for its own sum."""


def column_sums(format: str, width: int) -> str:
    """Emit the sums of all columns; threads share out the columns.

    Arguments: rows, columns; numbers from row to row; whether to add to what is in the result; the
    matrix; the result.

    Args:
        format: of the numbers.
        width: of a vector.

    Returns:
        The module, whose one function is called ``column_sums``.
    """
    emit = Emitter("column_sums", dict.fromkeys(_ARGUMENTS, I64), format, width)
    builder, given, lanes = emit.builder, emit.given, emit.lanes
    matrix, result = emit.buffer(), emit.buffer()
    many = whole(VECTORS * width)
    adds = builder.icmp_signed("!=", given["add"], whole(0))
    with emit.loop(*emit.share(emit.ceiling(given["columns"], many))) as group:
        columns = [builder.add(builder.mul(group, many), whole(v * width)) for v in range(VECTORS)]
        masks = [emit.lanes_below(builder.sub(given["columns"], at)) for at in columns]
        starts = [
            builder.select(adds, emit.load(result, at, mask), lanes.number(0))
            for at, mask in zip(columns, masks, strict=True)
        ]
        room = [emit.space(lanes.type, 1) for _ in columns]
        for place, start in zip(room, starts, strict=True):
            builder.store(start, place)
        with emit.loop(whole(0), given["rows"]) as row:
            begin = builder.mul(row, given["row"])
            for place, at, mask in zip(room, columns, masks, strict=True):
                found = emit.load(matrix, builder.add(begin, at), mask)
                builder.store(builder.fadd(builder.load(place), found), place)
        for place, at, mask in zip(room, columns, masks, strict=True):
            emit.store(builder.load(place), result, at, mask)
    return emit.finished()
