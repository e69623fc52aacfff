"""Equations that hold number by number: updates of weights, losses and the like."""

from __future__ import annotations

from typing import NamedTuple

from llvmlite import ir

from elman.codegen.llvm.emitter import I64, Emitter, whole
from elman.codegen.llvm.operations import EMITTED
from elman.graph import Expr
from elman.graph.expression import topological

__all__ = ["BLOCK", "PARTS", "Equations", "pointwise"]

PARTS = 16
"""Partial sums of a block: one for the numbers 0, 16, 32..., one for 1, 17, 33..., and so on."""

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
    total = equations.total
    partial = None if total is None else emit.buffer()
    vectors = PARTS // width
    sums = [] if total is None else [emit.space(lanes.type, 1) for _ in range(vectors)]
    order = topological(equations.roots)

    def one(at: ir.Value, mask: ir.Value | None, place: int) -> None:
        values: dict[Expr, ir.Value] = {}
        for node in order:
            if node.op == "number":
                values[node] = lanes.number(float(str(node.data)))
            elif node.args:
                values[node] = EMITTED[node.op](lanes, *(values[arg] for arg in node.args))
            elif node.data in known:
                values[node] = known[str(node.data)]
            else:
                values[node] = emit.load(arrays[str(node.data)], at, mask)
        for name, value in equations.values:
            emit.store(values[value], arrays[name], at, mask)
        if total is not None:
            found = values[total]
            if mask is not None:
                found = builder.select(mask, found, lanes.number(0))
            builder.store(builder.fadd(builder.load(sums[place]), found), sums[place])

    blocks = emit.ceiling(count, whole(BLOCK))
    with emit.loop(*emit.share(blocks)) as block:
        for place in sums:
            builder.store(lanes.number(0), place)
        begin = builder.mul(block, whole(BLOCK))
        end = emit.least(builder.add(begin, whole(BLOCK)), count)
        full = builder.sub(end, builder.urem(builder.sub(end, begin), whole(PARTS)))
        with emit.loop(begin, full, whole(PARTS)) as group:
            for place in range(vectors):
                one(builder.add(group, whole(place * width)), None, place)
        with builder.if_then(builder.icmp_signed("<", full, end)):
            for place in range(vectors):
                at = builder.add(full, whole(place * width))
                one(at, emit.lanes_below(builder.sub(end, at)), place)
        for place, found in enumerate(sums):
            at = emit.sum((block, whole(PARTS)), whole(place * width))
            emit.store(builder.load(found), partial, at)
    return emit.finished()
