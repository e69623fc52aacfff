"""Attention in a kernel: scores of the places of a memory, and sums over them.

A value of every unit of every place lies nowhere: it is computed where it is summed, place by place
in the order of the places, so that no bit depends on threads or vectors. Scores are taken a row
after the other before the pass that needs them, and lie side by side for the places of a row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from llvmlite import ir

from elman.codegen.llvm.emitter import I32, I64, whole
from elman.codegen.llvm.functions import exp
from elman.codegen.llvm.lanes import Lanes
from elman.codegen.llvm.operations import EMITTED
from elman.codegen.llvm.spot import Spot
from elman.graph import Expr
from elman.graph.expression import topological
from elman.plan.kept import scored
from elman.plan.passes import Pass

if TYPE_CHECKING:
    from elman.codegen.llvm.time_loop import TimeLoop

__all__ = ["Attention"]

PARTS = 16
"""Partial sums over places, as of averages."""

STRETCH = 256
"""Units that are gone through place by place: their sums stay in the nearest cache."""

ABREAST = 4
"""Vectors that are computed at once."""


class Attention:
    """What a kernel does with a memory.

    Its arguments: S; the real places of every row (B); for the memory, and whatever it was mapped
    to, (B, S, H).

    Args:
        loop: the kernel.
        leaves: the memory and its maps.
    """

    def __init__(self, loop: TimeLoop, leaves: Sequence[Expr]):
        self._loop, self.most = loop, loop.argument()
        self._real = loop.buffer()
        self._leaves = {leaf: loop.buffer() for leaf in leaves}
        self.gradients: dict[Expr, tuple[Expr, ir.Value]] = {}
        self.passes: Sequence[Pass] = ()

    @property
    def _lanes(self) -> Lanes:
        return self._loop.lanes

    def places(self, row: ir.Value) -> ir.Value:
        """Return how many places of a row are real."""
        builder = self._loop.builder
        return builder.fptosi(builder.load(builder.gep(self._real, [row])), I64)

    # scores

    def scores(self, number: int, one: Pass, slot: ir.Value, active: ir.Value) -> None:
        """Emit all scores that a pass needs, of every row."""
        loop, builder = self._loop, self._loop.builder
        values = [node for node in topological(one.values) if scored(node) and node in one.values]
        values = [node for node in values if node not in one.totals]
        first, last = loop.share(active)
        first = builder.select(loop.by_units, first, whole(0))
        last = builder.select(loop.by_units, last, active)
        with loop.loop(first, last) as index:
            row = loop.row(index)
            count = self.places(row)
            if one.totals:
                with loop.loop(whole(0), count) as place:
                    self._totals(number, one, slot, row, place)
            for node in values:
                if node.op in _OVER_PLACES:
                    _OVER_PLACES[node.op](self, node, slot, row, count)
                else:
                    self._pointwise(node, slot, row, count)

    def _totals(
        self, number: int, one: Pass, slot: ir.Value, row: ir.Value, place: ir.Value
    ) -> None:
        """Emit the sums over the units of a place."""
        loop, builder, lanes = self._loop, self._loop.builder, self._lanes
        rooms = [loop.space(lanes.format.type, PARTS) for _ in one.totals]
        vectors = [whole(first) for first in range(0, PARTS, lanes.width)]
        for room in rooms:
            for first in vectors:
                loop.store(lanes.number(0), room, first)

        def add(here: Spot) -> None:
            for total, room in zip(one.totals, rooms, strict=True):
                value = loop.compute(total.args[0], here)
                if here.mask is not None:
                    value = builder.select(here.mask, value, self._lanes.number(0))
                self._add_parts(value, room, here.unit)

        spot = Spot(slot, row, whole(0), None, number, place=place)
        self._units(spot, loop.given["hidden"], add)
        for total, room in zip(one.totals, rooms, strict=True):
            parts = loop.in_all_lanes([loop.load(room, first) for first in vectors])
            value = builder.extract_element(parts, ir.Constant(I32, 0))
            builder.store(value, builder.gep(self._place(total, slot, row), [place]))

    def _add_parts(self, value: ir.Value, room: ir.Value, unit: ir.Value) -> None:
        """Emit adding to partial sums what belongs to each, in the order of the units."""
        builder, lanes = self._loop.builder, self._lanes
        count = min(PARTS, lanes.width)
        kind = ir.VectorType(lanes.format.type, count)
        at = whole(0) if count == PARTS else builder.and_(unit, whole(PARTS - 1))
        place = builder.bitcast(builder.gep(room, [at]), kind.as_pointer())
        for first in range(0, lanes.width, count):
            order = [ir.Constant(I32, lane) for lane in range(first, first + count)]
            chosen = ir.Constant(ir.VectorType(I32, count), order)
            part = builder.shuffle_vector(value, ir.Constant(lanes.type, ir.Undefined), chosen)
            align = lanes.format.bytes * count
            total = builder.fadd(builder.load(place, align=align), part)
            builder.store(total, place, align=align)

    def _place(self, node: Expr, slot: ir.Value, row: ir.Value) -> ir.Value:
        place = self._loop.score_place(node, slot, row)
        assert place is not None
        return place

    def _load(
        self, node: Expr, slot: ir.Value, row: ir.Value, at: ir.Value, mask: ir.Value
    ) -> ir.Value:
        """Return a score of some places: one that lies in memory, or computed of such."""
        if node.op == "number":
            return self._lanes.number(float(str(node.data)))
        place = self._loop.score_place(node, slot, row)
        if place is not None:
            return self._loop.load(place, at, mask)
        args = [self._load(arg, slot, row, at, mask) for arg in node.args]
        return EMITTED[node.op](self._lanes, *args)

    def _pointwise(self, node: Expr, slot: ir.Value, row: ir.Value, count: ir.Value) -> None:
        loop, to = self._loop, self._place(node, slot, row)
        with loop.loop(whole(0), count, loop.width) as at:
            mask = loop.lanes_below(loop.builder.sub(count, at))
            args = [self._load(arg, slot, row, at, mask) for arg in node.args]
            loop.store(EMITTED[node.op](self._lanes, *args), to, at, mask)

    def softmax(self, node: Expr, slot: ir.Value, row: ir.Value, count: ir.Value) -> None:
        """Emit e^(e_s - m) over their sum, m the largest of them."""
        loop, builder, lanes = self._loop, self._loop.builder, self._lanes
        scores, to = node.args[0], self._place(node, slot, row)
        largest = loop.space(lanes.type, 1)
        least = lanes.number(float("-inf"))
        builder.store(least, largest)
        with loop.loop(whole(0), count, loop.width) as at:
            mask = loop.lanes_below(builder.sub(count, at))
            value = builder.select(mask, self._load(scores, slot, row, at, mask), least)
            before = builder.load(largest)
            builder.store(
                builder.select(builder.fcmp_ordered(">", value, before), value, before), largest
            )
        top = self._largest_of(builder.load(largest))

        def shifted(at: ir.Value, mask: ir.Value) -> ir.Value:
            value = exp(lanes, builder.fsub(self._load(scores, slot, row, at, mask), top))
            loop.store(value, to, at, mask)
            return value

        total = self._summed(count, shifted)
        with loop.loop(whole(0), count, loop.width) as at:
            mask = loop.lanes_below(builder.sub(count, at))
            loop.store(builder.fdiv(loop.load(to, at, mask), total), to, at, mask)

    def softmax_gradient(self, node: Expr, slot: ir.Value, row: ir.Value, count: ir.Value) -> None:
        """Emit a (g - sum over the places of a g)."""
        loop, builder = self._loop, self._loop.builder
        to = self._place(node, slot, row)

        def both(at: ir.Value, mask: ir.Value) -> list[ir.Value]:
            return [self._load(arg, slot, row, at, mask) for arg in node.args]

        total = self._summed(count, lambda at, mask: builder.fmul(*both(at, mask)))
        with loop.loop(whole(0), count, loop.width) as at:
            mask = loop.lanes_below(builder.sub(count, at))
            weights, gradient = both(at, mask)
            found = builder.fmul(weights, builder.fsub(gradient, total))
            loop.store(found, to, at, mask)

    def _largest_of(self, vector: ir.Value) -> ir.Value:
        """Return the largest of the lanes in every lane."""
        builder, lanes, size = self._loop.builder, self._lanes, self._lanes.width // 2
        while size:
            order = ir.Constant(
                ir.VectorType(I32, lanes.width), [lane ^ size for lane in range(lanes.width)]
            )
            other = builder.shuffle_vector(vector, ir.Constant(lanes.type, ir.Undefined), order)
            vector = builder.select(builder.fcmp_ordered(">", other, vector), other, vector)
            size //= 2
        return vector

    def _summed(self, count: ir.Value, value_at: Callable[..., ir.Value]) -> ir.Value:
        """Return the sum over the places of a row, in every lane."""
        loop, builder, lanes = self._loop, self._loop.builder, self._lanes
        rooms = [loop.space(lanes.type, 1) for _ in range(PARTS // lanes.width)]
        for room in rooms:
            builder.store(lanes.number(0), room)
        with loop.loop(whole(0), count, whole(PARTS)) as begin:
            for vector, room in enumerate(rooms):
                at = builder.add(begin, whole(vector * lanes.width))
                mask = loop.lanes_below(builder.sub(count, at))
                value = builder.select(mask, value_at(at, mask), lanes.number(0))
                builder.store(builder.fadd(builder.load(room), value), room)
        return loop.in_all_lanes([builder.load(room) for room in rooms])

    # a vector of units

    def value(self, node: Expr, spot: Spot) -> ir.Value | None:
        """Return what a memory gives, or a score in every lane; None for anything else."""
        loop = self._loop
        if node in self._leaves:
            return loop.load(self._leaves[node], self._at(spot), spot.mask)
        return self._score(node, spot) if node.kind == "score" else None

    # sums over the places

    def sums(self, number: int, one: Pass, slot: ir.Value, active: ir.Value) -> None:
        """Emit all sums over places that a pass begins with, and add to the gradients of a memory.

        A stretch of units of a row is gone through place by place, as they lie in memory.
        """
        loop, builder = self._loop, self._loop.builder
        added = [both for both in self.gradients.values() if both[0] in one.values]
        wanted = [*(node.args[0] for node in one.gathered), *(node for node, _ in added)]
        if not wanted:
            return
        size = whole(STRETCH)
        rooms = [loop.space(self._lanes.format.type, STRETCH) for _ in one.gathered]
        hidden, tile = loop.given["hidden"], whole(loop.span * self._lanes.width)
        first, last = (builder.mul(tile, end) for end in loop.tiles(hidden))
        last = loop.least(last, hidden)
        with (
            loop.loop(whole(0), active) as index,
            loop.loop(first, last, size) as begin,
        ):

            def clear(here: Spot) -> None:
                for room in rooms:
                    loop.store(self._lanes.number(0), room, builder.sub(here.unit, begin))

            def add(here: Spot) -> None:
                at = builder.sub(here.unit, begin)
                for node, room in zip(one.gathered, rooms, strict=True):
                    value = loop.compute(node.args[0], here)
                    loop.store(builder.fadd(loop.load(room, at), value), room, at)
                at = self._at(here)
                for gradient, total in added:
                    value = loop.compute(gradient, here)
                    value = builder.fadd(loop.load(total, at, here.mask), value)
                    loop.store(value, total, at, here.mask)

            def store(here: Spot) -> None:
                at = builder.sub(here.unit, begin)
                found = [(n, loop.load(r, at)) for n, r in zip(one.gathered, rooms, strict=True)]
                if found:
                    loop.store_values(found, here)

            spot = Spot(slot, loop.row(index), begin, None, number)
            end = loop.least(builder.add(begin, size), last)
            self._units(spot, end, clear)
            with loop.loop(whole(0), self.places(spot.row)) as place:
                self._units(replace(spot, place=place), end, add)
            self._units(spot, end, store)

    def _units(self, spot: Spot, end: ir.Value, emit: Callable[[Spot], None]) -> None:
        """Emit something for some units: for several vectors at once, then for what is left.

        What is computed of one number after the other waits for each; several hide that.
        """
        loop, builder, start = self._loop, self._loop.builder, spot.unit
        for vectors in (ABREAST, 1):
            with loop.abreast(vectors):
                full = builder.udiv(builder.sub(end, start), loop.width)
                full = builder.add(start, builder.mul(full, loop.width))
                stop = full if vectors > 1 else end
                with loop.loop(start, stop, loop.width) as unit:
                    left = builder.sub(loop.given["hidden"], unit)
                    mask = None if vectors > 1 else loop.lanes_below(left)
                    emit(replace(spot, unit=unit, mask=mask, values={}))
                start = stop

    def _score(self, node: Expr, spot: Spot) -> ir.Value:
        """Return a score of the place of a spot, in every lane."""
        at = self._loop.builder.gep(self._place(node, spot.slot, spot.row), [spot.place])
        return self._lanes.spread(self._loop.builder.load(at))

    def _at(self, spot: Spot) -> ir.Value:
        """Return where the units of a place lie in a memory."""
        loop = self._loop
        place = loop.sum((spot.row, self.most), spot.place)
        return loop.sum((place, loop.given["hidden"]), spot.unit)


_OVER_PLACES = {"softmax": Attention.softmax, "softmax_gradient": Attention.softmax_gradient}
