"""The way back: the gradients of maps, vectors and states, from the last step to the first."""

from __future__ import annotations

from collections.abc import Callable

from llvmlite import ir

from elman.codegen.llvm.emitter import whole
from elman.codegen.llvm.spot import Spot
from elman.codegen.llvm.time_loop import Product, Term, TimeLoop
from elman.graph import Expr
from elman.graph.expression import make
from elman.plan.kept import of_units, scored, uniform
from elman.plan.program import Program

__all__ = ["Backward", "crossing", "panels", "scores"]

_Begins = Callable[[str, ir.Value, ir.Value], ir.Value]


def panels(program: Program) -> list[str]:
    """Return the maps whose matrices the way back needs, in the order of buffers.

    Args:
        program: what is computed.

    Returns:
        Their names.
    """
    found = [name for place in program.recurrent for name in program.mapped(place)]
    return found + [name for name in program.inner if name in program.maps]


def crossing(program: Program) -> list[Expr]:
    """Return the values of the way back that a later pass needs and that lie nowhere else.

    Args:
        program: what is computed.

    Returns:
        The values, in the order of buffers.
    """
    on_tape = set(program.maps.values())
    *others, last = program.backward
    values = [*(node for one in others for node in one.values), *last.gathered]
    return [node for node in values if of_units(node) and node not in on_tape]


def scores(program: Program) -> list[Expr]:
    """Return the scores of the way back, in the order of their rooms.

    Args:
        program: what is computed.

    Returns:
        The scores.
    """
    passes = program.backward
    return [*dict.fromkeys(n for p in passes for n in (*p.totals, *filter(scored, p.values)))]


class Backward(TimeLoop):
    """The kernel of the way back.

    Its buffers: whether the first step is among these, and the last; each state (slots, B, size),
    as the way forward left them; the tape (slots, B, places, H); the saved averages (slots, B,
    their number); for each learned vector (H); the distances of the gradient of the output from
    slot to slot and from row to row, and it; for each state what is carried (B, size), first its
    gradient at the end; for each product its weights; for each learned vector the sum of its
    gradients (B, H), first zero; averages of one step (B, their number); for each value that a
    later pass needs (B, size); the saved scores (slots, B, their number, S), those of one step (B,
    their number, S), and for whatever is given of a memory the sum of its gradients (B, S, H).

    Args:
        program: what to compute.
        format: of the numbers.
        width: numbers in a vector.
        registers: of vectors.
        span: vectors in a tile.
    """

    def __init__(self, program: Program, format: str, width: int, registers: int, span: int):
        super().__init__("backward", program, format, width, registers, span)
        self.passes = program.backward
        step = program.step
        self.finishes, self.starts = self.argument(), self.argument()
        self.states = [self.buffer() for _ in step.states]
        self.tape = self.buffer()
        self.saved_scalars = self.buffer() if program.scalars else None
        self.vectors = {node: self.buffer() for node in step.vectors.values()}
        self.output_slot, self.output_batch = self.argument(), self.argument()
        self.output = self.buffer()
        self.carried = [self.buffer() for _ in step.states]
        self.leaves = [make("gradient", data=name) for name in step.states]
        self.panels = {key: (self.buffer(), self.argument()) for key in panels(program)}
        self.products = [
            [found for node in one.products if (found := self._product(node))]
            for one in self.passes
        ]
        self.d_vectors = {name: self.buffer() for name in program.vectors}
        self.scalars = [node for one in self.passes for node in one.values if uniform(node)]
        self.row_of_scalars = self.buffer() if self.scalars else None
        self.crossing = {node: self.buffer() for node in crossing(program)}
        self.saved_scores = self.buffer() if program.scores else None
        self.scores = scores(program)
        self.row_of_scores = self.buffer() if self.scores else None
        if self.attention:
            of = program.sources.items()
            self.attention.gradients = {leaf: (node, self.buffer()) for leaf, node in of}
        self.emit(backwards=True)
        finishing = self.builder.icmp_signed("!=", self.finishes, whole(0))
        with self.builder.if_then(finishing):
            self._finish()

    def _product(self, node: Expr, begins: _Begins | None = None) -> Product | None:
        """Return a sum over maps: those of the step after it for the gradient of a state."""
        # nothing comes from beyond the last step, unless the rows are looked for elsewhere
        ended = self._at_the_last if begins is None else None
        begins = begins or self._row
        if node.op == "pull_hidden":
            name = str(node.data)
            size = self.size(self.step.maps[name])
            panel, line = self.panels[name]
            term = Term(panel, size, lambda slot, row: begins(name, slot, row), 1, line=line)
            return Product((node,), (term,))
        names = self.program.mapped(self.leaves.index(node))
        if not names:
            return None
        terms: list[Term] = []
        for name in names:

            def later(slot: ir.Value, row: ir.Value, name: str = name) -> ir.Value:
                return begins(name, self.builder.add(slot, self.given["direction"]), row)

            panel, line = self.panels[name]
            size = self.given["hidden"]
            terms.append(Term(panel, size, later, 1, line=line, ended=ended))
        return Product((node,), tuple(terms), apart=True)

    def _at_the_last(self, slot: ir.Value) -> ir.Value:
        """Return whether a slot is that of the last step."""
        last = self.builder.add(self.given["time"], whole(1))
        starts = self.builder.icmp_signed("!=", self.starts, whole(0))
        return self.builder.and_(starts, self.builder.icmp_signed("==", slot, last))

    def _row(self, name: str, slot: ir.Value, row: ir.Value) -> ir.Value:
        """Return where the gradients of a map begin, of one row at one step."""
        return self.builder.gep(self.tape, [self._tape_at(self.program.place(name), slot, row)])

    def _tape_at(self, place: int, slot: ir.Value, row: ir.Value) -> ir.Value:
        at = self.sum((slot, self.given["batch"]), row)
        at = self.sum((at, whole(self.program.tape_places)), whole(place))
        return self.builder.mul(at, self.given["hidden"])

    def scalar_place(self, node: Expr, slot: ir.Value, row: ir.Value) -> ir.Value | None:
        """Return where a value of a whole row lies; None if it is not stored."""
        saved = self.program.scalars
        if node in saved:
            at = self.sum((slot, self.given["batch"]), row)
            at = self.sum((at, whole(len(saved))), whole(saved.index(node)))
            return self.builder.gep(self.saved_scalars, [at])
        if node not in self.scalars:
            return None
        at = self.sum((row, whole(len(self.scalars))), whole(self.scalars.index(node)))
        return self.builder.gep(self.row_of_scalars, [at])

    def score_place(self, node: Expr, slot: ir.Value, row: ir.Value) -> ir.Value | None:
        """Return where a score of the first place of a row lies; None if it is not stored."""
        assert self.attention is not None
        rows, nodes, buffer = row, self.scores, self.row_of_scores
        if node in self.program.scores:
            rows = self.sum((slot, self.given["batch"]), row)
            nodes, buffer = [*self.program.scores], self.saved_scores
        if node not in nodes:
            return None
        at = self.sum((rows, whole(len(nodes))), whole(nodes.index(node)))
        return self.builder.gep(buffer, [self.builder.mul(at, self.attention.most)])

    def start(self, node: Expr, spot: Spot) -> ir.Value:
        """Return zero: what comes from elsewhere is added to the sum."""
        return self.lanes.number(0)

    def finish(self, node: Expr, total: ir.Value, spot: Spot) -> ir.Value:
        """Return the gradient of a state: carried, through the maps, and from the output."""
        return self._gradient(node, spot, total) if node in self.leaves else total

    def _gradient(self, node: Expr, spot: Spot, arriving: ir.Value | None) -> ir.Value:
        number = self.leaves.index(node)
        at = self.sum((spot.row, self.size(node)), spot.unit)
        total = self.load(self.carried[number], at, spot.mask)
        if arriving is not None:
            total = self.builder.fadd(total, arriving)
        if number == 0:
            at = self.sum((spot.slot, self.output_slot), (spot.row, self.output_batch), spot.unit)
            total = self.builder.fadd(total, self.load(self.output, at, spot.mask))
        return total

    def load_value(self, node: Expr, spot: Spot) -> ir.Value | None:
        """Return a value that lies in memory, or the gradient of a state that nothing maps."""
        found = super().load_value(node, spot)
        if found is None and node in self.leaves:
            return self._gradient(node, spot, None)
        return found

    def place(self, node: Expr, spot: Spot) -> ir.Value | None:
        """Return where states, vectors, saved values and values of earlier passes lie."""
        builder, step, program = self.builder, self.step, self.program
        if node in self.vectors:
            return builder.gep(self.vectors[node], [spot.unit])
        for nodes, slot in (
            (step.before, builder.sub(spot.slot, self.given["direction"])),
            (step.results, spot.slot),
        ):
            if node in nodes:
                number = nodes.index(node)
                at = builder.add(self.state_at(number, slot, spot.row), spot.unit)
                return builder.gep(self.states[number], [at])
        if node in program.tape:
            at = self._tape_at(program.tape.index(node), spot.slot, spot.row)
            return builder.gep(self.tape, [builder.add(at, spot.unit)])
        if not self.known(node, spot):
            return None
        if node in self.crossing:
            at = self.sum((spot.row, self.size(node)), spot.unit)
            return builder.gep(self.crossing[node], [at])
        name = next(name for name, gradient in program.maps.items() if gradient is node)
        return builder.gep(self._row(name, spot.slot, spot.row), [spot.unit])

    def fetched(self, spot: Spot) -> list[tuple[ir.Value, bool]]:
        """Return where what was saved lies, the other states, and the gradient of the output."""
        if spot.number:
            return []
        builder, program = self.builder, self.program
        found = [(self.place(node, spot), True) for node in program.tape]
        found += [(self.place(node, spot), False) for node in self.step.before[1:]]
        at = self.sum((spot.slot, self.output_slot), (spot.row, self.output_batch), spot.unit)
        return [*found, (builder.gep(self.output, [at]), False)]

    def store_values(self, values: list[tuple[Expr, ir.Value]], spot: Spot) -> None:
        """Store gradients of maps, add those of vectors, and keep what is carried."""
        builder, program = self.builder, self.program
        projected = self.is_projected(values[0][0])
        for node, value in values:
            for name, gradient in program.maps.items():
                if gradient is node:
                    self.store(value, self._row(name, spot.slot, spot.row), spot.unit, spot.mask)
            at = self.sum((spot.row, self.size(node)), spot.unit)
            for name, gradient in program.vectors.items():
                if gradient is node:
                    total = builder.fadd(self.load(self.d_vectors[name], at, spot.mask), value)
                    self.store(total, self.d_vectors[name], at, spot.mask)
            for carried, buffer in zip(program.carried, self.carried, strict=True):
                if carried is node:
                    self.store(value, buffer, at, spot.mask)
            if node in self.crossing:
                self.store(value, self.crossing[node], at, spot.mask)
        if spot.number:
            return
        for leaf, carried, buffer in zip(self.leaves, program.carried, self.carried, strict=True):
            if carried is None and self.is_projected(leaf) == projected:
                at = self.sum((spot.row, self.size(leaf)), spot.unit)
                self.store(self.lanes.number(0), buffer, at, spot.mask)

    def idle(self, slot: ir.Value, active: ir.Value) -> None:
        """Write that no gradient comes from rows without this step, nor ever through some maps."""
        for name, node in self.step.maps.items():
            first = active if name in self.program.maps else whole(0)
            with self.loop(first, self.rows) as index:
                size, begin = self.size(node), self._row(name, slot, self.row(index))
                with (
                    self.loop(*self.tiles(size)) as tile,
                    self.vectors_of(tile, size) as (_, unit, mask),
                ):
                    self.store(self.lanes.number(0), begin, unit, mask)

    def _finish(self) -> None:
        """Add to the gradient of the first states what the maps of the first step pass on."""
        builder, given = self.builder, self.given
        passed = builder.mul(builder.sub(given["steps"], whole(1)), given["direction"])
        slot = builder.add(builder.sub(given["time"], passed), whole(1))
        reverse = builder.icmp_signed("<", given["direction"], whole(0))
        own = builder.and_(self.ragged, reverse)

        def begins(name: str, _: ir.Value, row: ir.Value) -> ir.Value:
            # backwards in time a row begins at its own last step
            numbers = builder.select(own, self.lengths, self.order)
            length = builder.load(builder.gep(numbers, [row]))
            return self._row(name, builder.select(own, length, slot), row)

        for leaf, buffer in zip(self.leaves, self.carried, strict=True):
            product, size = self._product(leaf, begins), self.size(leaf)
            if product is None:
                continue
            with (
                self.loop(*self.tiles(size)) as tile,
                self.blocks(self.rows, self.block) as (first, rows),
            ):
                self.multiply([product], 0, tile, first, rows, slot, size)
                with self.loop(whole(0), rows) as index:
                    row = self.row(builder.add(first, index))
                    with self.vectors_of(tile, size) as (vector, unit, mask):
                        total = self.totals(product, self.blocks_of_sums[0], index, vector)[0]
                        at = self.sum((row, size), unit)
                        total = builder.fadd(self.load(buffer, at, mask), total)
                        self.store(total, buffer, at, mask)
