"""The way forward: the states at every step."""

from __future__ import annotations

from collections.abc import Callable

from llvmlite import ir

from elman.codegen.llvm.emitter import KERNEL, whole
from elman.codegen.llvm.spot import Spot
from elman.codegen.llvm.time_loop import Product, Term, TimeLoop
from elman.graph import Expr
from elman.plan.expand import PROJECTION
from elman.plan.kept import of_units, scored, uniform
from elman.plan.passes import Pass
from elman.plan.program import Program

__all__ = ["GROUP", "Forward", "crossing", "groups", "scores"]

GROUP = 4
"""Maps whose sums are in registers together at most: with six rows they fill them."""


def groups(program: Program, one: Pass) -> list[tuple[Expr | None, tuple[Expr, ...]]]:
    """Return the products of a pass: maps of one hidden value, those of the input first.

    Args:
        program: what is computed.
        one: the pass.

    Returns:
        The hidden value, None for maps of the input alone, and the maps.
    """
    found: dict[Expr | None, list[Expr]] = {}
    for node in (node for node in program.step.maps.values() if node in one.products):
        hidden = node.args[-1] if node.args[-1].kind == "hidden" else None
        found.setdefault(hidden, []).append(node)
    parts: list[tuple[Expr | None, tuple[Expr, ...]]] = []
    for hidden, nodes in found.items():
        nodes.sort(key=lambda node: node.args[0].kind != "input")
        cuts = range(0, len(nodes), GROUP)
        parts += [(hidden, tuple(nodes[cut : cut + GROUP])) for cut in cuts]
    return parts


def crossing(program: Program, kept: str) -> list[Expr]:
    """Return the values of the way forward that a later pass needs and that lie nowhere else.

    Args:
        program: what is computed.
        kept: a key of `Program.kept`.

    Returns:
        The values, in the order of buffers.
    """
    elsewhere = {*program.kept[kept], *program.step.results}
    values = [node for one in program.forward[kept] for node in one.values]
    return [node for node in values if of_units(node) and node not in elsewhere]


def scores(program: Program, kept: str) -> list[Expr]:
    """Return the scores of the way forward that are not kept, in the order of their rooms.

    Args:
        program: what is computed.
        kept: a key of `Program.kept`.

    Returns:
        The scores.
    """
    passes = program.forward[kept]
    found = dict.fromkeys(n for p in passes for n in (*p.totals, *filter(scored, p.values)))
    return [node for node in found if node not in program.kept[kept]]


class Forward(TimeLoop):
    """The kernel of the way forward.

    Its buffers: I, the places of a row of the tape; the kernel that packs the weights of a tile
    when it comes to them, null if they were packed before; whether the states before the first step
    are zero; the products of the input with their biases (slots, B, maps of x, H), or the input
    itself (slots, B, I); each state (slots, B, size); for each product its weights packed, or room
    for a tile of them of each thread, and then the weights of each map, (size, I or size); for each
    map without such a start its bias (H); for each learned vector (H); the tape (slots, B, places,
    H); the averages kept (slots, B, their number); averages of one step (B, their number); for each
    value that a later pass needs (B, size); the scores kept (slots, B, their number, S), and those
    of one step (B, their number, S).

    Args:
        program: what to compute.
        kept: a key of `Program.kept`.
        with_input: whether the products of the input are formed here, step by step.
        format: of the numbers.
        width: numbers in a vector.
        registers: of vectors.
        span: vectors in a tile.
    """

    def __init__(
        self,
        program: Program,
        kept: str,
        with_input: bool,
        format: str,
        width: int,
        registers: int,
        span: int,
    ):
        super().__init__("forward", program, format, width, registers, span)
        self.passes, self.with_input = program.forward[kept], with_input
        self.kept = [node for node in program.kept[kept] if of_units(node)]
        self.kept_scores = [node for node in program.kept[kept] if scored(node)]
        self.kept_scalars = [node for node in program.kept[kept] if uniform(node)]
        step = program.step
        self.inputs, self.places = self.argument(), self.argument()
        self.packer, self.fresh = self.argument(KERNEL), self.argument()
        self.rows_of_input = self.buffer()
        self.states = [self.buffer() for _ in step.states]
        self.products = [self._products(one) for one in self.passes]
        self.biases = {
            name: self.buffer()
            for name in step.maps
            if name != PROJECTION and (with_input or name not in program.rows)
        }
        self.vectors = {node: self.buffer() for node in step.vectors.values()}
        self.tape = self.buffer() if self.kept else None
        self.tape_of_scalars = self.buffer() if self.kept_scalars else None
        self.scalars = [n for p in self.passes for n in p.values if uniform(n)]
        self.scalars = [node for node in self.scalars if node not in self.kept_scalars]
        self.row_of_scalars = self.buffer() if self.scalars else None
        self.crossing = {node: self.buffer() for node in crossing(program, kept)}
        self.tape_of_scores = self.buffer() if self.kept_scores else None
        self.scores = scores(program, kept)
        self.row_of_scores = self.buffer() if self.scores else None
        self.emit(backwards=False)

    def _products(self, one: Pass) -> list[Product]:
        found = []
        for hidden, nodes in groups(self.program, one):
            terms: list[Term] = []
            of_input = sum(node.args[0].kind == "input" for node in nodes)
            if self.with_input and of_input:
                terms.append(self._term(self.inputs, self._input_row, of_input))
            if hidden is not None:
                ended = self._from_zero if hidden in self.step.before else None
                terms.append(self._term(self.size(hidden), self._row_of(hidden), len(nodes), ended))
            found.append(Product(nodes, tuple(terms)))
        return found

    def _term(
        self,
        size: ir.Value,
        begins: Callable[[ir.Value, ir.Value], ir.Value],
        results: int,
        ended: Callable[[ir.Value], ir.Value] | None = None,
    ) -> Term:
        panel = self.buffer()
        sources = [self.buffer() for _ in range(results)]
        return Term(panel, size, begins, results, sources, ended=ended)

    def _from_zero(self, slot: ir.Value) -> ir.Value:
        """Return whether the states before a step are known to be zero."""
        first = self.builder.add(self.given["time"], whole(1))
        fresh = self.builder.icmp_signed("!=", self.fresh, whole(0))
        return self.builder.and_(fresh, self.builder.icmp_signed("==", slot, first))

    def _input_row(self, slot: ir.Value, row: ir.Value) -> ir.Value:
        at = self.builder.mul(self.sum((slot, self.given["batch"]), row), self.inputs)
        return self.builder.gep(self.rows_of_input, [at])

    def _row_of(self, hidden: Expr) -> Callable[[ir.Value, ir.Value], ir.Value]:
        """Return what gives the place where a row of a value begins."""
        if hidden in self.step.before:
            number = self.step.before.index(hidden)

            def begins(slot: ir.Value, row: ir.Value) -> ir.Value:
                before = self.builder.sub(slot, self.given["direction"])
                return self.builder.gep(self.states[number], [self.state_at(number, before, row)])

            return begins
        return lambda slot, row: self._inner_row(hidden, slot, row)

    def _inner_row(self, node: Expr, slot: ir.Value, row: ir.Value) -> ir.Value:
        if node in self.crossing:
            at = self.builder.mul(row, self.size(node))
            return self.builder.gep(self.crossing[node], [at])
        if node in self.kept:
            return self.builder.gep(self.tape, [self._tape_at(node, slot, row)])
        number = self.step.results.index(node)
        return self.builder.gep(self.states[number], [self.state_at(number, slot, row)])

    def _tape_at(self, node: Expr, slot: ir.Value, row: ir.Value) -> ir.Value:
        place = self.sum((slot, self.given["batch"]), row)
        here = self.sum((place, self.places), whole(self.kept.index(node)))
        return self.builder.mul(here, self.given["hidden"])

    def scalar_place(self, node: Expr, slot: ir.Value, row: ir.Value) -> ir.Value | None:
        """Return where a value of a whole row lies; None if it is not stored."""
        if node in self.kept_scalars:
            at = self.sum((slot, self.given["batch"]), row)
            number, count = self.kept_scalars.index(node), len(self.kept_scalars)
            return self.builder.gep(
                self.tape_of_scalars, [self.sum((at, whole(count)), whole(number))]
            )
        if node not in self.scalars:
            return None
        number, count = self.scalars.index(node), len(self.scalars)
        return self.builder.gep(self.row_of_scalars, [self.sum((row, whole(count)), whole(number))])

    def score_place(self, node: Expr, slot: ir.Value, row: ir.Value) -> ir.Value | None:
        """Return where a score of the first place of a row lies; None if it is not stored."""
        assert self.attention is not None
        rows, nodes, buffer = row, self.scores, self.row_of_scores
        if node in self.kept_scores:
            rows = self.sum((slot, self.given["batch"]), row)
            nodes, buffer = self.kept_scores, self.tape_of_scores
        if node not in nodes:
            return None
        at = self.sum((rows, whole(len(nodes))), whole(nodes.index(node)))
        return self.builder.gep(buffer, [self.builder.mul(at, self.attention.most)])

    def start(self, node: Expr, spot: Spot) -> ir.Value:
        """Return what a sum begins from: the product of the input, a bias, or nothing."""
        name = str(node.data)
        if name in self.biases:
            return self.load(self.biases[name], spot.unit, spot.mask)
        if name == PROJECTION:
            return self.lanes.number(0)
        rows = self.program.rows
        at = self.sum((spot.slot, self.given["batch"]), spot.row)
        at = self.sum((at, whole(len(rows))), whole(rows.index(name)))
        at = self.sum((at, self.given["hidden"]), spot.unit)
        return self.load(self.rows_of_input, at, spot.mask)

    def place(self, node: Expr, spot: Spot) -> ir.Value | None:
        """Return where a state before the step, a vector, or a value of an earlier pass lies."""
        builder = self.builder
        if node in self.vectors:
            return builder.gep(self.vectors[node], [spot.unit])
        if node in self.step.before:
            number = self.step.before.index(node)
            before = builder.sub(spot.slot, self.given["direction"])
            at = builder.add(self.state_at(number, before, spot.row), spot.unit)
            return builder.gep(self.states[number], [at])
        if self.known(node, spot):
            return builder.gep(self._inner_row(node, spot.slot, spot.row), [spot.unit])
        return None

    def fetched(self, spot: Spot) -> list[tuple[ir.Value, bool]]:
        """Return where on the tape this pass will write."""
        values = self.passes[spot.number].values
        at = [self._tape_at(node, spot.slot, spot.row) for node in self.kept if node in values]
        return [(self.builder.gep(self.tape, [self.sum(here, spot.unit)]), True) for here in at]

    def store_values(self, values: list[tuple[Expr, ir.Value]], spot: Spot) -> None:
        """Store states, what is kept, and what a later pass needs."""
        for node, value in values:
            for number, result in enumerate(self.step.results):
                if node is result:
                    at = self.builder.add(self.state_at(number, spot.slot, spot.row), spot.unit)
                    self.store(value, self.states[number], at, spot.mask)
            if node in self.kept:
                at = self.builder.add(self._tape_at(node, spot.slot, spot.row), spot.unit)
                self.store(value, self.tape, at, spot.mask)
            if node in self.crossing:
                at = self.sum((spot.row, self.size(node)), spot.unit)
                self.store(value, self.crossing[node], at, spot.mask)

    def idle(self, slot: ir.Value, active: ir.Value) -> None:
        """Let the states of rows without this step stay what they are.

        What their gradients, which are zero, will be multiplied with must be a number.
        """
        before = self.builder.sub(slot, self.given["direction"])
        with self.loop(active, self.rows) as index:
            row = self.row(index)
            for number, node in enumerate(self.step.before):
                size = self.size(node)
                with (
                    self.loop(*self.tiles(size)) as tile,
                    self.vectors_of(tile, size) as (_, unit, mask),
                ):
                    old = self.builder.add(self.state_at(number, before, row), unit)
                    new = self.builder.add(self.state_at(number, slot, row), unit)
                    value = self.load(self.states[number], old, mask)
                    self.store(value, self.states[number], new, mask)
            for node in dict.fromkeys(self.program.inner.values()):
                if node in self.kept:
                    with (
                        self.loop(*self.tiles(self.size(node))) as tile,
                        self.vectors_of(tile, self.size(node)) as (_, unit, mask),
                    ):
                        at = self.builder.add(self._tape_at(node, slot, row), unit)
                        self.store(self.lanes.number(0), self.tape, at, mask)
