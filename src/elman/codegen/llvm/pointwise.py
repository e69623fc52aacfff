"""Equations that hold number by number: updates of weights, losses and the like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from llvmlite import ir

from elman.codegen.llvm.emitter import I64, Emitter, whole
from elman.codegen.llvm.operations import EMITTED
from elman.graph import Expr
from elman.graph.expression import topological

__all__ = ["BLOCK", "PARTS", "Equations", "of_low_rank", "pointwise"]

PARTS = 16
"""Partial sums of a block: one for the numbers 0, 16, 32..., one for 1, 17, 33..., and so on."""

TOGETHER = 4
"""Vectors of a row of a matrix of low rank that are summed side by side, or as many as `PARTS`."""

BLOCK = 4096
"""Numbers whose sums are taken together, by whichever thread."""


class Equations(NamedTuple):
    """What is computed of each number.

    Args:
        arrays: the names of leaves that lie in memory one number after the other.
        scalars: the names of leaves that are the same for all numbers.
        values: new values of some arrays, by their names.
        total: what is summed over all numbers; None for nothing.
    """

    arrays: tuple[str, ...]
    scalars: tuple[str, ...]
    values: tuple[tuple[str, Expr], ...]
    total: Expr | None = None

    @property
    def roots(self) -> list[Expr]:
        """All that is computed, the total last."""
        return [value for _, value in self.values] + ([] if self.total is None else [self.total])

    @property
    def text(self) -> str:
        """All of it as text that tells any two apart, even where only the rounding differs."""
        order = topological(self.roots)
        place = {node: number for number, node in enumerate(order)}
        nodes = [(node.op, [place[arg] for arg in node.args], node.data) for node in order]
        names = [name for name, _ in self.values]
        return repr((self.arrays, self.scalars, names, nodes, [place[node] for node in self.roots]))


def pointwise(equations: Equations, format: str, width: int) -> str:
    """Emit equations; threads share out the blocks.

    Arguments: how many numbers; where each of the scalars lies; the arrays; where the partial sums
    go, `PARTS` for each block, if there is a total.

    Args:
        equations: what is computed.
        format: of the numbers.
        width: of a vector, at most `PARTS`.

    Returns:
        The module, whose one function is called ``pointwise``.
    """
    emit = Emitter("pointwise", {"count": I64}, format, width)
    builder, lanes, count = emit.builder, emit.lanes, emit.given["count"]
    known = {name: lanes.spread(builder.load(emit.buffer())) for name in equations.scalars}
    arrays = {name: emit.buffer() for name in equations.arrays}
    body = _Body(emit, equations, known, arrays)
    partial = None if equations.total is None else emit.buffer()
    blocks = emit.ceiling(count, whole(BLOCK))
    with emit.loop(*emit.share(blocks)) as block:
        body.start()
        begin = builder.mul(block, whole(BLOCK))
        end = emit.least(builder.add(begin, whole(BLOCK)), count)
        full = builder.sub(end, builder.urem(builder.sub(end, begin), whole(PARTS)))
        with emit.loop(begin, full, whole(PARTS)) as group:
            for place in range(body.vectors):
                body.emit(builder.add(group, whole(place * width)), None, place)
        with builder.if_then(builder.icmp_signed("<", full, end)):
            for place in range(body.vectors):
                at = builder.add(full, whole(place * width))
                body.emit(at, emit.lanes_below(builder.sub(end, at)), place)
        body.end(partial, block)
    return emit.finished()


def of_low_rank(equations: Equations, format: str, width: int) -> str:
    r"""Emit equations whose array g is a matrix of low rank that lies nowhere.

    $$g_{ij} = \sum_k a_{ki} b_{kj}$$

    Threads share out the rows. Arguments: rows, columns, rank; the numbers from term to term of a
    and of b; a and b, from one row or column to the next a number; where each of the scalars lies;
    the arrays but for g; where the partial sums go, `PARTS` for each row, if there is a total.

    Args:
        equations: what is computed.
        format: of the numbers.
        width: of a vector, at most `PARTS`.

    Returns:
        The module, whose one function is called ``of_low_rank``.
    """
    arguments = ("rows", "columns", "rank", "a_term", "b_term")
    emit = Emitter("of_low_rank", dict.fromkeys(arguments, I64), format, width)
    builder, lanes, given = emit.builder, emit.lanes, emit.given
    a, b = emit.buffer(), emit.buffer()
    known = {name: lanes.spread(builder.load(emit.buffer())) for name in equations.scalars}
    arrays = {name: emit.buffer() for name in equations.arrays if name != "g"}
    body = _Body(emit, equations, known, arrays)
    partial = None if equations.total is None else emit.buffer()
    # a whole number of groups of partial sums, however short a vector is
    most = max(TOGETHER, body.vectors)
    sums = [emit.space(lanes.type, 1) for _ in range(most)]
    columns = given["columns"]

    def some(row: ir.Value, first: ir.Value, count: int, *, masked: bool) -> None:
        places = [builder.add(first, whole(v * width)) for v in range(count)]
        masks = [emit.lanes_below(builder.sub(columns, at)) if masked else None for at in places]
        for found in sums[:count]:
            builder.store(lanes.number(0), found)
        with emit.loop(whole(0), given["rank"]) as k:
            at_row = builder.gep(a, [emit.sum((k, given["a_term"]), row)])
            factor = lanes.spread(builder.load(at_row))
            term = builder.mul(k, given["b_term"])
            for found, at, mask in zip(sums, places, masks, strict=False):
                value = emit.load(b, builder.add(term, at), mask)
                builder.store(lanes.fma(value, factor, builder.load(found)), found)
        for number, (at, mask) in enumerate(zip(places, masks, strict=True)):
            here = emit.sum((row, columns), at)
            body.emit(here, mask, number % body.vectors, {"g": builder.load(sums[number])})

    together = whole(most * width)
    with emit.loop(*emit.share(given["rows"])) as row:
        body.start()
        full = builder.sub(columns, builder.urem(columns, together))
        with emit.loop(whole(0), full, together) as first:
            some(row, first, most, masked=False)
        with emit.loop(full, columns, whole(PARTS)) as first:
            some(row, first, body.vectors, masked=True)
        body.end(partial, row)
    return emit.finished()


class _Body:
    """Equations of one vector, and the partial sums of their total."""

    def __init__(
        self,
        emit: Emitter,
        equations: Equations,
        known: dict[str, ir.Value],
        arrays: dict[str, ir.Value],
    ):
        self._emit, self._equations, self._known, self._arrays = emit, equations, known, arrays
        self.vectors = PARTS // emit.lanes.width
        self._order = topological(equations.roots)
        parts = 0 if equations.total is None else self.vectors
        self._sums = [emit.space(emit.lanes.type, 1) for _ in range(parts)]

    def start(self) -> None:
        """Emit partial sums of nothing."""
        for place in self._sums:
            self._emit.builder.store(self._emit.lanes.number(0), place)

    def emit(
        self,
        at: ir.Value,
        mask: ir.Value | None,
        place: int,
        given: Mapping[str, ir.Value] | None = None,
    ) -> None:
        """Emit the equations of a vector that begins at a number; some arrays may be at hand."""
        emit, lanes, builder = self._emit, self._emit.lanes, self._emit.builder
        at_hand = {**self._known, **(given or {})}
        values: dict[Expr, ir.Value] = {}
        for node in self._order:
            if node.op == "number":
                values[node] = lanes.number(float(str(node.data)))
            elif node.args:
                values[node] = EMITTED[node.op](lanes, *(values[arg] for arg in node.args))
            elif node.data in at_hand:
                values[node] = at_hand[str(node.data)]
            else:
                values[node] = emit.load(self._arrays[str(node.data)], at, mask)
        for name, value in self._equations.values:
            emit.store(values[value], self._arrays[name], at, mask)
        if self._equations.total is not None:
            found = values[self._equations.total]
            if mask is not None:
                found = builder.select(mask, found, lanes.number(0))
            builder.store(builder.fadd(builder.load(self._sums[place]), found), self._sums[place])

    def end(self, partial: ir.Value | None, block: ir.Value) -> None:
        """Emit storing the partial sums of a block."""
        for place, found in enumerate(self._sums):
            at = self._emit.sum((block, whole(PARTS)), whole(place * self._emit.lanes.width))
            self._emit.store(self._emit.builder.load(found), partial, at)
