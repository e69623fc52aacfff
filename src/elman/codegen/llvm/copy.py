"""Rows copied, or filled with zeros."""

from __future__ import annotations

from elman.codegen.llvm.emitter import I64, Emitter, whole

__all__ = ["copy"]

_ARGUMENTS = ("rows", "columns", "source_row", "result_row")


def copy(format: str, width: int) -> str:
    """Emit copying of a matrix; threads share out the rows, or the columns of a single one.

    Arguments: rows, columns; numbers from row to row of the source and of the result; the source,
    or null for zeros; the result.

    Args:
        format: of the numbers.
        width: of a vector.

    Returns:
        The module, whose one function is called ``copy``.
    """
    emit = Emitter("copy", dict.fromkeys(_ARGUMENTS, I64), format, width)
    builder, given = emit.builder, emit.given
    source, result = emit.buffer(), emit.buffer()
    there = builder.icmp_unsigned("!=", builder.ptrtoint(source, I64), whole(0))
    # nothing is read there, but that a page is missing is found out slowly even so
    source = builder.select(there, source, result)
    columns = given["columns"]
    single = builder.icmp_signed("==", given["rows"], whole(1))
    vectors = emit.ceiling(columns, emit.width)
    shared = emit.share(builder.select(single, vectors, given["rows"]))
    rows, parts = (
        [builder.select(single, *pair) for pair in zip(first, second, strict=True)]
        for first, second in (
            ((whole(0), whole(1)), shared),
            (shared, (whole(0), vectors)),
        )
    )
    with emit.loop(*rows) as row, emit.loop(*parts) as part:
        at = builder.mul(part, emit.width)
        count = builder.sub(columns, at)
        inside = emit.lanes_below(count)
        mask = emit.lanes_below(builder.select(there, count, whole(0)))
        value = emit.load(source, emit.sum((row, given["source_row"]), at), mask)
        emit.store(value, result, emit.sum((row, given["result_row"]), at), inside)
    return emit.finished()
