"""The loop over time that the way forward and the way back share.

A kernel goes through time, passes, tiles of hidden units (a few vectors each) and blocks of rows. A
tile's products with the rows of a block are summed in registers, laid aside for a moment, and the
equations of the pass computed on them for one vector of one row at a time. Threads share out the
rows, or the tiles with a wait after each pass; no bit of a result depends on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from llvmlite import ir

from elman.codegen.llvm.attention import Attention
from elman.codegen.llvm.emitter import I32, I64, KERNEL, Emitter, whole
from elman.codegen.llvm.lanes import Lanes
from elman.codegen.llvm.noise import Noise
from elman.codegen.llvm.operations import EMITTED
from elman.codegen.llvm.pack import call_for_tile
from elman.codegen.llvm.spot import Spot
from elman.codegen.llvm.sums import Sums, rows_in_registers
from elman.graph import Expr
from elman.graph.expression import topological
from elman.plan.expand import PROJECTION
from elman.plan.kept import of_places, of_units, scored, uniform
from elman.plan.passes import Pass
from elman.plan.program import Program

__all__ = ["PARTS", "Product", "Term", "TimeLoop"]


class Term(NamedTuple):
    """What sums are products with.

    Args:
        panel: the weights, packed.
        size: how many numbers a row has.
        begins: where that of a slot and row of the batch begins.
        results: how many of the first results it is for.
        sources: for each of them its weights, (units, size), if they may be packed on the way.
        line: numbers from one line of the panel to the next where it is a matrix as it is, zero
            where it is packed; None if it always is.
        ended: whether a slot is one at which all that it is a product with is zero; None if never.
    """

    panel: ir.Value
    size: ir.Value
    begins: Callable[[ir.Value, ir.Value], ir.Value]
    results: int
    sources: Sequence[ir.Value] = ()
    line: ir.Value | None = None
    ended: Callable[[ir.Value], ir.Value] | None = None


PARTS = 16
"""Partial sums of an average: one for the units 0, 16, 32..., one for 1, 17, 33..., and so on."""

_ARGUMENTS = (
    "time",
    "steps",
    "direction",
    "batch",
    "hidden",
    "projected",
    "output_row",
    "slots",
    "by_units",
)


@dataclass(frozen=True)
class Product:
    """Sums that a pass begins with.

    Args:
        results: the sums, side by side in the panels of weights.
        terms: what they are products with, one after the other.
        apart: whether each of the terms has a sum of its own, added up at the end.
    """

    results: tuple[Expr, ...]
    terms: tuple[Term, ...]
    apart: bool = False

    @property
    def sums(self) -> int:
        """How many sums there are for a unit of a row."""
        return len(self.results) * (len(self.terms) if self.apart else 1)


class TimeLoop(Emitter):
    """A kernel under construction, with its arguments, loops and addresses.

    Slots are steps of time counted from 1; slot 0 and slot T + 1 are what lies before and beyond.

    Args:
        name: of the function.
        program: what it computes.
        format: of the numbers.
        width: numbers in a vector.
        registers: of vectors.
        span: vectors in a tile.
    """

    passes: Sequence[Pass]

    def __init__(
        self, name: str, program: Program, format: str, width: int, registers: int, span: int
    ):
        super().__init__(name, dict.fromkeys(_ARGUMENTS, I64), format, width)
        self.program, self.step, self.registers, self.span = program, program.step, registers, span
        wait = ir.FunctionType(ir.VoidType(), [I64, I64.as_pointer()]).as_pointer()
        self.wait, self.meeting = self.argument(wait), self.argument(I64.as_pointer())
        self.lengths, self.order = (self.argument(I64.as_pointer()) for _ in range(2))
        noises = program.step.noises
        self.noise = Noise(self, self.buffer(), noises) if noises else None
        sources = program.step.sources
        self.attention = Attention(self, sources) if sources else None
        self.packer = ir.Constant(KERNEL, None)
        self.products: list[list[Product]] = []
        self.crossing: dict[Expr, ir.Value] = {}

    # what a kernel of either way knows

    def place(self, node: Expr, spot: Spot) -> ir.Value | None:
        """Return where a value lies in memory; None if it is computed."""
        raise NotImplementedError

    def known(self, node: Expr, spot: Spot) -> bool:
        """Return whether an earlier pass has stored a value, or this one before its units."""
        earlier = any(node in one.values for one in self.passes[: spot.number])
        return earlier or node in self.passes[spot.number].gathered

    def fetched(self, spot: Spot) -> list[tuple[ir.Value, bool]]:
        """Return where lies what a pass will need from afar, and whether it will be written."""
        raise NotImplementedError

    def load_value(self, node: Expr, spot: Spot) -> ir.Value | None:
        """Return a value that lies in memory; None if it is computed."""
        if self.noise and node in self.noise.pairs:
            return self._drawn(self.noise, node, spot)
        if scored(node) or of_places(node):
            return None
        place = self.place(node, spot)
        return None if place is None else self.load(place, whole(0), spot.mask)

    def _drawn(self, noise: Noise, node: Expr, spot: Spot) -> ir.Value:
        """Return noise; the other of its pair, if there is one, comes along with it."""
        pair, _ = noise.pairs[node]
        both = noise.drawn(pair, spot.row, spot.unit)
        spot.values |= {n: both[word] for n, (of, word) in noise.pairs.items() if of == pair}
        return spot.values[node]

    def store_values(self, values: list[tuple[Expr, ir.Value]], spot: Spot) -> None:
        """Store what a pass has computed for a vector of a row."""
        raise NotImplementedError

    def scalar_place(self, node: Expr, slot: ir.Value, row: ir.Value) -> ir.Value | None:
        """Return where a value of a whole row lies; None if it is not stored."""
        raise NotImplementedError

    def score_place(self, node: Expr, slot: ir.Value, row: ir.Value) -> ir.Value | None:
        """Return where a score of the first place of a row lies; None if it is not stored."""
        raise NotImplementedError

    def start(self, node: Expr, spot: Spot) -> ir.Value:
        """Return what a sum begins from."""
        raise NotImplementedError

    # loops

    def emit(self, backwards: bool) -> None:
        """Emit all steps."""
        builder, given = self.builder, self.given
        by_units = builder.icmp_signed("!=", given["by_units"], whole(0))
        ragged = builder.icmp_unsigned("!=", builder.ptrtoint(self.lengths, I64), whole(0))
        first, last = self.share(given["batch"])
        rows = builder.sub(last, first)
        # rows of falling lengths are dealt out in turn, so that every thread has some of each
        dealt = builder.sub(self.sum(given["batch"], self.threads, whole(-1)), self.thread)
        rows = builder.select(ragged, builder.udiv(dealt, self.threads), rows)
        self.rows = builder.select(by_units, given["batch"], rows)
        own = builder.select(ragged, self.thread, first)
        self.first_row = builder.select(by_units, whole(0), own)
        alone = builder.or_(by_units, builder.not_(ragged))
        self.row_step = builder.select(alone, whole(1), self.threads)
        self.by_units, self.ragged = by_units, ragged
        packer = builder.ptrtoint(self.packer, I64)
        self.on_the_way = builder.icmp_unsigned("!=", packer, whole(0))
        if self.attention:
            self.attention.passes = self.passes
        self.prepare_blocks()
        with self.loop(whole(0), given["steps"]) as number:
            passed = builder.mul(number, given["direction"])
            time = (builder.sub if backwards else builder.add)(given["time"], passed)
            slot = builder.add(time, whole(1))
            active = self._active(time)
            if self.noise:
                self.noise.at_step(time)
            # before the passes, after which threads wait for one another
            self.idle(slot, active)
            for place, one in enumerate(self.passes):
                self._emit_pass(place, one, slot, active)

    def idle(self, slot: ir.Value, active: ir.Value) -> None:
        """Emit what is done for rows that have no such step."""
        raise NotImplementedError

    def state_at(self, number: int, slot: ir.Value, row: ir.Value) -> ir.Value:
        """Return where a row of a state begins; all but the first may have only a few slots."""
        builder, given = self.builder, self.given
        if number == 0:
            return builder.mul(self.sum((slot, given["batch"]), row), given["output_row"])
        slot = builder.and_(slot, given["slots"])
        return builder.mul(self.sum((slot, given["batch"]), row), given["hidden"])

    def row(self, number: ir.Value) -> ir.Value:
        """Return the row of the batch that is this thread's row of some number."""
        at = self.sum(self.first_row, (number, self.row_step))
        return self.builder.load(self.builder.gep(self.order, [at]))

    def _active(self, time: ir.Value) -> ir.Value:
        """Return how many of this thread's rows have a step at some time: they come first."""
        builder = self.builder
        before = builder.block
        head, look, end = (builder.append_basic_block(n) for n in ("head", "length", "active"))
        builder.cbranch(self.ragged, head, end)
        builder.position_at_end(head)
        count = builder.phi(I64)
        count.add_incoming(self.rows, before)
        builder.cbranch(builder.icmp_signed(">", count, whole(0)), look, end)
        builder.position_at_end(look)
        fewer = builder.sub(count, whole(1))
        length = builder.load(builder.gep(self.lengths, [self.row(fewer)]))
        count.add_incoming(fewer, look)
        builder.cbranch(builder.icmp_signed("<=", length, time), head, end)
        builder.position_at_end(end)
        active = builder.phi(I64)
        active.add_incoming(self.rows, before)
        active.add_incoming(whole(0), head)
        active.add_incoming(count, look)
        return active

    def tiles(self, size: ir.Value) -> tuple[ir.Value, ir.Value]:
        """Return the first of this thread's tiles of some units, and the one after the last."""
        tiles = self.ceiling(size, whole(self.span * self.lanes.width))
        first, last = self.share(tiles)
        builder = self.builder
        none = builder.select(self.by_units, first, whole(0))
        return none, builder.select(self.by_units, last, tiles)

    def together(self) -> None:
        """Emit a wait for the threads that have the other units."""
        many = self.builder.icmp_signed(">", self.threads, whole(1))
        with self.builder.if_then(self.builder.and_(self.by_units, many)):
            self.builder.call(self.wait, [self.threads, self.meeting])

    @contextmanager
    def abreast(self, vectors: int) -> Iterator[None]:
        """Compute what is emitted inside on so many vectors at once, as if they were one."""
        before = self.lanes, self.width
        count = vectors * self.lanes.width
        self.lanes, self.width = Lanes(self.builder, self.format, count), whole(count)
        yield
        self.lanes, self.width = before

    def size(self, node: Expr) -> ir.Value:
        """Return how many numbers a value has: H, or P for the projected state."""
        given = self.given
        return given["projected"] if self.is_projected(node) else given["hidden"]

    def is_projected(self, node: Expr) -> bool:
        """Whether a value is of the size of the projection."""
        output = self.step.states[0]
        if PROJECTION not in self.step.maps:
            return False
        own = node.op in ("state", "gradient") and node.data == output
        return own or (node.op == "map" and node.data == PROJECTION)

    # a pass

    def prepare_blocks(self) -> None:
        """Make room for the sums of a block, and decide how many rows it has."""
        products = [product for found in self.products for product in found]
        most = max((len(product.results) for product in products), default=1)
        self.block = rows_in_registers(self.registers, most * self.span)
        count = max((len(found) for found in self.products), default=1)
        most = max((product.sums for product in products), default=1)
        room = self.block * most * self.span * self.lanes.width
        self.blocks_of_sums = [self.space(self.lanes.format.type, room) for _ in range(count)]
        self.pointers = self.space(self.numbers, self.block)

    def _emit_pass(self, place: int, one: Pass, slot: ir.Value, active: ir.Value) -> None:
        if one.means:
            self._averages(place, one, slot, active)
            self.together()
        if self.attention and (one.totals or any(map(scored, one.values))):
            self.attention.scores(place, one, slot, active)
            self.together()
        if self.attention:
            self.attention.sums(place, one, slot, active)
        for projected in (False, True):
            values = [
                node
                for node in one.values
                if of_units(node)
                and node not in one.gathered
                and self.is_projected(node) == projected
            ]
            if values:
                products = [
                    product
                    for product in self.products[place]
                    if self.is_projected(product.results[0]) == projected
                ]
                self._emit_tiles(place, products, values, slot, active)
        self.together()

    def _emit_tiles(
        self,
        place: int,
        products: Sequence[Product],
        values: Sequence[Expr],
        slot: ir.Value,
        active: ir.Value,
    ) -> None:
        size = self.size(values[0])
        with self.loop(*self.tiles(size)) as tile:
            self._pack(products, tile, size, slot)
            with self.blocks(active, self.block) as (first, rows):
                self.multiply(products, place, tile, first, rows, slot, size)
                with self.loop(whole(0), rows) as index:
                    row = self.row(self.builder.add(first, index))
                    with self.vectors_of(tile, size) as (vector, unit, mask):
                        spot = Spot(slot, row, unit, mask, place)
                        self._take_sums(products, index, vector, spot)
                        found = [(node, self.compute(node, spot)) for node in values]
                        self.store_values(found, spot)

    def _pack(
        self, products: Sequence[Product], tile: ir.Value, size: ir.Value, slot: ir.Value
    ) -> None:
        """Emit packing the weights of a tile where none were packed before."""
        terms = [term for product in products for term in product.terms if term.sources]
        if not terms:
            return
        with self.builder.if_then(self.on_the_way):
            for term in terms:
                room, line = self._panel(term, tile)
                sizes = {"units": size, "terms": self._terms(term, slot)}
                sizes |= {"source_row": term.size, "span": whole(self.span), "line": line}
                for place, source in enumerate(term.sources):
                    at = whole(place * self.span * self.lanes.width)
                    own = self.builder.gep(room, [at])
                    call_for_tile(self, self.packer, tile, sizes, source, own)

    def _terms(self, term: Term, slot: ir.Value) -> ir.Value:
        """Return how many numbers a row has that are not known to be zero."""
        if term.ended is None:
            return term.size
        return self.builder.select(term.ended(slot), whole(0), term.size)

    def _panel(self, term: Term, tile: ir.Value) -> tuple[ir.Value, ir.Value]:
        """Return where the weights of a tile lie, and the way from line to line.

        They lie behind those of the tile before, in a thread's room, or in the matrix itself.
        """
        builder = self.builder
        place = builder.select(self.on_the_way, self.thread, tile) if term.sources else tile
        line = whole(term.results * self.span * self.lanes.width)
        behind = builder.mul(term.size, line)
        if term.line is not None:
            packed = builder.icmp_signed("==", term.line, whole(0))
            behind = builder.select(packed, behind, line)
            line = builder.select(packed, line, term.line)
        return builder.gep(term.panel, [builder.mul(place, behind)]), line

    @contextmanager
    def vectors_of(
        self, tile: ir.Value, size: ir.Value
    ) -> Iterator[tuple[ir.Value, ir.Value, ir.Value]]:
        """Emit what is inside for the vectors of a tile with units: number, first unit, mask."""
        first = self.builder.mul(tile, whole(self.span))
        used = self.builder.sub(self.ceiling(size, self.width), first)
        with self.loop(whole(0), self.least(used, whole(self.span))) as vector:
            unit = self.builder.mul(self.builder.add(first, vector), self.width)
            yield vector, unit, self.lanes_below(self.builder.sub(size, unit))

    def multiply(
        self,
        products: Sequence[Product],
        place: int,
        tile: ir.Value,
        first: ir.Value,
        rows: ir.Value,
        slot: ir.Value,
        size: ir.Value,
    ) -> None:
        """Emit the sums of a block of rows."""
        builder, width = self.builder, self.lanes.width
        before = builder.mul(tile, whole(self.span))
        used = builder.sub(self.ceiling(size, self.width), before)
        used = self.least(used, whole(self.span))
        for product, room in zip(products, self.blocks_of_sums, strict=False):
            apart = product.sums * self.span
            with self.loop(whole(0), rows) as index:
                row = self.row(builder.add(first, index))
                with self.vectors_of(tile, size) as (vector, unit, mask):
                    spot = Spot(slot, row, unit, mask, place)
                    if product is products[0]:
                        for line, to_write in self.fetched(spot):
                            self.fetch(line, to_write=to_write)
                    for number in range(product.sums):
                        node = product.results[number % len(product.results)]
                        at = self._sum_at(product, number, index, vector)
                        self.store(self.start(node, spot), room, at)
            for number, term in enumerate(product.terms):
                with self.loop(whole(0), rows) as index:
                    begin = term.begins(slot, self.row(builder.add(first, index)))
                    builder.store(begin, builder.gep(self.pointers, [index]))
                sums = Sums(self, term.results, self.span, apart, self.block)
                part = number * len(product.results) * self.span * width if product.apart else 0
                block = builder.gep(room, [whole(part)])
                own = (self._terms(term, slot), whole(1), self.pointers, block)
                sums.add(*self._panel(term, tile), *own, rows, used)

    def _sum_at(self, product: Product, number: int, index: ir.Value, vector: ir.Value) -> ir.Value:
        """Return where a sum lies: [row][sum][vector][lane]."""
        apart, own = whole(product.sums * self.span), whole(number * self.span)
        return self.builder.mul(self.sum((index, apart), own, vector), self.width)

    def totals(
        self, product: Product, room: ir.Value, index: ir.Value, vector: ir.Value
    ) -> list[ir.Value]:
        """Return the results of a product for a vector of a row of the block."""
        count = len(product.results)
        sums = [
            self.load(room, self._sum_at(product, number, index, vector))
            for number in range(product.sums)
        ]
        totals, rest = sums[:count], sums[count:]
        while rest:
            totals = [self.builder.fadd(a, b) for a, b in zip(totals, rest, strict=False)]
            rest = rest[count:]
        return totals

    def _take_sums(
        self, products: Sequence[Product], index: ir.Value, vector: ir.Value, spot: Spot
    ) -> None:
        for product, room in zip(products, self.blocks_of_sums, strict=False):
            totals = self.totals(product, room, index, vector)
            for node, total in zip(product.results, totals, strict=True):
                spot.values[node] = self.finish(node, total, spot)

    def finish(self, node: Expr, total: ir.Value, spot: Spot) -> ir.Value:
        """Return a sum with what is added after its products."""
        return total

    def compute(self, node: Expr, spot: Spot) -> ir.Value:
        """Emit an expression, and what of its arguments has no value yet."""
        if node not in spot.values:
            found = self._scalar(node, spot) if uniform(node) else self.load_value(node, spot)
            if found is None and self.attention:
                found = self.attention.value(node, spot)
            if found is None:
                args = [self.compute(arg, spot) for arg in node.args]
                found = EMITTED[node.op](self.lanes, *args)
            spot.values[node] = found
        return spot.values[node]

    def _scalar(self, node: Expr, spot: Spot) -> ir.Value | None:
        """Return what is the same for all units of a row, if it is known; None if not."""
        if node.op == "number":
            return self.lanes.number(float(str(node.data)))
        place = self.scalar_place(node, spot.slot, spot.row)
        return None if place is None else self.lanes.spread(self.builder.load(place))

    # averages

    def _averages(self, number: int, one: Pass, slot: ir.Value, active: ir.Value) -> None:
        """Emit the averages of every row, and what is computed of them alone."""
        builder = self.builder
        first, last = self.share(active)
        first = builder.select(self.by_units, first, whole(0))
        last = builder.select(self.by_units, last, active)
        wanted = [node for node in topological(one.values) if uniform(node) and node in one.values]
        with self.loop(first, last) as index:
            row = self.row(index)
            spot = Spot(slot, row, whole(0), None, number)
            sums = self.sums_over_units([mean.args[0] for mean in one.means], number, slot, row)
            units = self.lanes.spread(builder.sitofp(self.given["hidden"], self.lanes.format.type))
            for mean, parts in zip(one.means, sums, strict=True):
                spot.values[mean] = builder.fdiv(self.in_all_lanes(parts), units)
            for node in wanted:
                if node not in spot.values:
                    args = [self.compute(arg, spot) for arg in node.args]
                    spot.values[node] = EMITTED[node.op](self.lanes, *args)
                value = builder.extract_element(spot.values[node], ir.Constant(I32, 0))
                builder.store(value, self.scalar_place(node, slot, row))

    def sums_over_units(
        self,
        wanted: Sequence[Expr],
        number: int,
        slot: ir.Value,
        row: ir.Value,
    ) -> list[list[ir.Value]]:
        """Emit the partial sums of a row: for each value as many vectors as hold `PARTS`."""
        builder, lanes = self.builder, self.lanes
        vectors = PARTS // lanes.width
        rooms = [[self.space(lanes.type, 1) for _ in range(vectors)] for _ in wanted]
        for room in (room for of_mean in rooms for room in of_mean):
            builder.store(lanes.number(0), room)
        with self.loop(whole(0), self.given["hidden"], whole(PARTS)) as begin:
            for vector in range(vectors):
                unit = builder.add(begin, whole(vector * lanes.width))
                mask = self.lanes_below(builder.sub(self.given["hidden"], unit))
                spot = Spot(slot, row, unit, mask, number)
                for node, of_mean in zip(wanted, rooms, strict=True):
                    value = self.compute(node, spot)
                    value = builder.select(mask, value, lanes.number(0))
                    room = of_mean[vector]
                    builder.store(builder.fadd(builder.load(room), value), room)
        return [[builder.load(room) for room in of_mean] for of_mean in rooms]

    def in_all_lanes(self, parts: Sequence[ir.Value]) -> ir.Value:
        """Emit the sum of partial sums, by halves, in every lane."""
        builder, lanes = self.builder, self.lanes
        while len(parts) > 1:
            half = len(parts) // 2
            parts = [builder.fadd(a, b) for a, b in zip(parts[:half], parts[half:], strict=True)]
        total, size = parts[0], lanes.width // 2
        while size:
            lower = [lane ^ size for lane in range(lanes.width)]
            order = ir.Constant(ir.VectorType(I32, lanes.width), lower)
            undefined = ir.Constant(lanes.type, ir.Undefined)
            total = builder.fadd(total, builder.shuffle_vector(total, undefined, order))
            size //= 2
        return total
