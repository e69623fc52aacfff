"""Matrices packed into panels, in the order in which products read them."""

from __future__ import annotations

from llvmlite import ir

from elman.codegen.llvm.emitter import I64, Emitter, whole

__all__ = ["call_for_tile", "pack", "pack_transposed"]

AHEAD = 32
"""Numbers of a row that are fetched before they are read."""

_ARGUMENTS = ("units", "terms", "source_row", "span", "tile", "line")


def _place(emit: Emitter, vector: ir.Value) -> ir.Value:
    """Return where a vector of units begins: tiles of `span` vectors, `tile` numbers apart."""
    builder, given = emit.builder, emit.given
    tile = builder.udiv(vector, given["span"])
    return emit.sum((tile, given["tile"]), (builder.urem(vector, given["span"]), emit.width))


def pack(format: str, width: int) -> str:
    """Emit packing of a matrix whose rows are the terms; threads share out the vectors of units.

    Arguments: units, terms; numbers from row to row of the matrix; vectors in a tile; numbers
    from tile to tile and from term to term of the result; the matrix (terms, units); the result.

    Args:
        format: of the numbers.
        width: of a vector.

    Returns:
        The module, whose one function is called ``pack``.
    """
    emit = Emitter("pack", dict.fromkeys(_ARGUMENTS, I64), format, width)
    builder, given = emit.builder, emit.given
    source, result = emit.buffer(), emit.buffer()
    # whole tiles, so that the sums of a tile's last vectors are of zeros
    vectors = builder.mul(
        emit.ceiling(given["units"], builder.mul(given["span"], emit.width)), given["span"]
    )
    # term by term, since a row of the matrix is read fastest from its beginning to its end
    with emit.loop(whole(0), given["terms"]) as k, emit.loop(*emit.share(vectors)) as vector:
        unit, at = builder.mul(vector, emit.width), _place(emit, vector)
        mask = emit.lanes_below(builder.sub(given["units"], unit))
        found = emit.load(source, emit.sum((k, given["source_row"]), unit), mask)
        emit.store(found, result, emit.sum(at, (k, given["line"])))
    return emit.finished()


def pack_transposed(format: str, width: int) -> str:
    """Emit packing of a matrix whose rows are the units; else as `pack`.

    Args:
        format: of the numbers.
        width: of a vector.

    Returns:
        The module, whose one function is called ``pack_transposed``.
    """
    emit = Emitter("pack_transposed", dict.fromkeys(_ARGUMENTS, I64), format, width)
    builder, given = emit.builder, emit.given
    source, result = emit.buffer(), emit.buffer()
    vectors = builder.mul(
        emit.ceiling(given["units"], builder.mul(given["span"], emit.width)), given["span"]
    )
    row = given["source_row"]
    with emit.loop(*emit.share(vectors)) as vector:
        unit, at = builder.mul(vector, emit.width), _place(emit, vector)
        all_there = builder.icmp_signed("<=", builder.add(unit, emit.width), given["units"])
        even = builder.sub(given["terms"], builder.urem(given["terms"], emit.width))
        even = builder.select(all_there, even, whole(0))
        # most blocks are whole, and looking where they end would take as long as all the rest
        with emit.loop(whole(0), even, emit.width) as k:
            lines = [builder.mul(builder.add(unit, whole(lane)), row) for lane in range(width)]
            rows = [emit.load(source, builder.add(line, k)) for line in lines]
            for line in lines:
                emit.fetch(builder.gep(source, [emit.sum(line, k, whole(AHEAD))]), to_write=False)
            for lane, column in enumerate(_transposed(emit, rows)):
                term = builder.add(k, whole(lane))
                emit.store(column, result, emit.sum(at, (term, given["line"])))
        with emit.loop(even, given["terms"], emit.width) as k:
            inside = builder.sub(given["terms"], k)
            rows = []
            for lane in range(width):
                number = builder.add(unit, whole(lane))
                there = builder.icmp_signed("<", number, given["units"])
                mask = emit.lanes_below(builder.select(there, inside, whole(0)))
                rows.append(emit.load(source, emit.sum((number, row), k), mask))
            for lane, column in enumerate(_transposed(emit, rows)):
                term = builder.add(k, whole(lane))
                with builder.if_then(builder.icmp_signed("<", term, given["terms"])):
                    emit.store(column, result, emit.sum(at, (term, given["line"])))
    return emit.finished()


def call_for_tile(
    emit: Emitter,
    packer: ir.Value,
    tile: ir.Value,
    sizes: dict[str, ir.Value],
    *addresses: ir.Value,
) -> None:
    """Emit packing one tile, into the nearest cache, just before it is read.

    Args:
        emit: the kernel that will read it.
        packer: the kernel `pack_transposed`.
        tile: its number.
        sizes: units, terms, source_row, span and line as they are given to the packer.
        addresses: the matrix and the room for the tile.
    """
    given = {**sizes, "tile": whole(0)}
    tiles = emit.ceiling(sizes["units"], emit.builder.mul(sizes["span"], emit.width))
    emit.call(packer, tile, tiles, [*(given[name] for name in _ARGUMENTS), *addresses])


def _transposed(emit: Emitter, rows: list[ir.Value]) -> list[ir.Value]:
    """Return the columns of a square block, by exchanging ever smaller quarters."""
    builder, width = emit.builder, emit.lanes.width
    size = width // 2
    while size:
        low = [lane if not lane & size else lane - size + width for lane in range(width)]
        high = [lane + size if not lane & size else lane + width for lane in range(width)]
        chosen = [ir.Constant(ir.VectorType(ir.IntType(32), width), lanes) for lanes in (low, high)]
        exchanged = list(rows)
        for first in range(width):
            if not first & size:
                pair = rows[first], rows[first + size]
                exchanged[first] = builder.shuffle_vector(*pair, chosen[0])
                exchanged[first + size] = builder.shuffle_vector(*pair, chosen[1])
        rows, size = exchanged, size // 2
    return rows
