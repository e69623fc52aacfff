"""Rows that symbols stand for: taken from a table, made with a single one, added to a table."""

from __future__ import annotations

from llvmlite import ir

from elman.codegen.llvm.emitter import I64, Emitter, whole

__all__ = ["add_rows", "one_hot", "take_rows"]


def take_rows(format: str, width: int) -> str:
    """Emit the lookup of rows; threads share out the rows.

    Arguments: rows, columns; the symbols, whole numbers; the table; the result (rows, columns).

    Args:
        format: of the numbers.
        width: of a vector.

    Returns:
        The module, whose one function is called ``take_rows``.
    """
    emit, symbols, table, result = _begun("take_rows", ("rows", "columns"), format, width)
    builder, columns = emit.builder, emit.given["columns"]
    with emit.loop(*emit.share(emit.given["rows"])) as row:
        begin = builder.mul(builder.load(builder.gep(symbols, [row])), columns)
        with emit.loop(whole(0), columns, emit.width) as at:
            mask = emit.lanes_below(builder.sub(columns, at))
            found = emit.load(table, builder.add(begin, at), mask)
            emit.store(found, result, emit.sum((row, columns), at), mask)
    return emit.finished()


def one_hot(format: str, width: int) -> str:
    """Emit vectors with a single one; threads share out the rows.

    Arguments: rows, columns; the symbols; null; the result (rows, columns).

    Args:
        format: of the numbers.
        width: of a vector.

    Returns:
        The module, whose one function is called ``one_hot``.
    """
    emit, symbols, _, result = _begun("one_hot", ("rows", "columns"), format, width)
    builder, columns = emit.builder, emit.given["columns"]
    with emit.loop(*emit.share(emit.given["rows"])) as row:
        begin = builder.mul(row, columns)
        with emit.loop(whole(0), columns, emit.width) as at:
            mask = emit.lanes_below(builder.sub(columns, at))
            emit.store(emit.lanes.number(0), result, builder.add(begin, at), mask)
        place = builder.add(begin, builder.load(builder.gep(symbols, [row])))
        builder.store(ir.Constant(emit.lanes.format.type, 1.0), builder.gep(result, [place]))
    return emit.finished()


def add_rows(format: str, width: int) -> str:
    """Emit adding rows to those of a table, from the first to the last; threads share the columns.

    Arguments: rows, columns; a symbol whose row stays as it is; the symbols; the rows; the table.

    Args:
        format: of the numbers.
        width: of a vector.

    Returns:
        The module, whose one function is called ``add_rows``.
    """
    arguments = ("rows", "columns", "padding")
    emit, symbols, source, table = _begun("add_rows", arguments, format, width)
    builder, columns = emit.builder, emit.given["columns"]
    first, last = emit.share(emit.ceiling(columns, emit.width))
    with emit.loop(whole(0), emit.given["rows"]) as row:
        symbol = builder.load(builder.gep(symbols, [row]))
        with (
            builder.if_then(builder.icmp_signed("!=", symbol, emit.given["padding"])),
            emit.loop(first, last) as vector,
        ):
            at = builder.mul(vector, emit.width)
            mask = emit.lanes_below(builder.sub(columns, at))
            place = emit.sum((symbol, columns), at)
            added = emit.load(source, emit.sum((row, columns), at), mask)
            emit.store(builder.fadd(emit.load(table, place, mask), added), table, place, mask)
    return emit.finished()


def _begun(
    name: str, arguments: tuple[str, ...], format: str, width: int
) -> tuple[Emitter, ir.Value, ir.Value, ir.Value]:
    emit = Emitter(name, dict.fromkeys(arguments, I64), format, width)
    symbols = emit.argument(I64.as_pointer())
    return emit, symbols, emit.buffer(), emit.buffer()
