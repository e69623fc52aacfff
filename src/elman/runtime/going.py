"""The way forward of one direction, as a schedule."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache

from elman.codegen.llvm import forward as way_forward
from elman.graph import Expr
from elman.plan.expand import PROJECTION
from elman.plan.kept import of_units, scored, uniform
from elman.runtime.direction import Direction, Shape, Within, stretches
from elman.runtime.facts import Facts
from elman.runtime.schedule import At

__all__ = ["CHUNK", "going", "record_going"]

CHUNK = 1 << 21
"""Bytes of products of the input that are formed at once, so that they stay in a cache."""


@lru_cache(maxsize=256)
def going(facts: Facts, shape: Shape, kept: str) -> tuple[array[int], int]:
    """Return the schedule of the way forward.

    Buffers: lengths, order, x, workspace, the blocks of weights; each state at the beginning, at
    the end, and its sequence; the tape, its averages, its scores; the output, if it is not the
    first sequence.

    Args:
        facts: of the layer.
        shape: of the run.
        kept: a key of `Program.kept`.

    Returns:
        The schedule, and how many numbers its workspace has.
    """
    way = _Going(facts, shape, kept)
    way.record()
    return way.recorder.finished(), way.recorder.numbers


def record_going(facts: Facts, shape: Shape, kept: str, within: Within) -> None:
    """Record the way forward as a part of something larger; no output but the first sequence.

    Args:
        facts: of the layer.
        shape: of the run.
        kept: a key of `Program.kept`.
        within: the recording, and where in it the buffers that `going` names lie.
    """
    _Going(facts, shape, kept, within).record()


class _Going(Direction):
    def __init__(self, facts: Facts, shape: Shape, kept: str, within: Within | None = None):
        states = range(facts.states)
        names = [f"{what} {n}" for what in ("begin", "end", "sequence") for n in states]
        super().__init__(facts, shape, [*names, "tape", "scalars", "scores", "output"], within)
        self.copied = kept == "saved" and not shape.ragged and within is None
        self.kept, self.values = kept, facts.program.kept[kept]
        self.slots = 2 if kept == "nothing" else self.T + 2
        self.places = facts.places(kept)
        # few inputs are multiplied on the way, which saves a pass through memory
        self.with_input = bool(facts.rows) and self.I <= 64 and self.I <= 2 * self.B
        self.hoisted = bool(facts.rows) and not self.with_input

    def record(self) -> None:
        """Record all of it."""
        facts, T, B = self.facts, self.T, self.B
        for number in range(facts.states):
            size, row = facts.size_of_state(number), self.row_of_state(number)
            begin = self.state(number, self.slot_before)
            self.copy(B, size, self.at[f"begin {number}"], size, begin, row)
        self._pack()
        columns = len(facts.rows) * facts.hidden
        steps = max(1, min(T, CHUNK // self.numbers(B * columns))) if self.hoisted else T
        if self.hoisted:
            self.rows_of_input = self.room(steps * B * columns)
        self.recorder.over_chunks(T, steps, self._steps)
        for number in range(facts.states):
            size, row = facts.size_of_state(number), self.row_of_state(number)
            end = self.state(number, self.slot_at_end)
            self.copy(B, size, end, row, self.at[f"end {number}"], size)

    def _pack(self) -> None:
        facts, program = self.facts, self.facts.program
        passes = program.forward[self.kept]
        self.panels = [
            place
            for one in passes
            for hidden, nodes in way_forward.groups(program, one)
            for place in self._pack_maps(hidden, [str(node.data) for node in nodes])
        ]
        if self.hoisted and not self.shape.packers:
            columns = len(facts.rows) * facts.hidden
            matrix = self.at["weight_ih"]
            self.panel_of_input = self.pack_right(
                "weight_ih", matrix, columns, self.I, self.I, transposed=True
            )
        self.bias = self._add_biases()
        self.biases = [
            self.bias + self.numbers(facts.maps.index(name) * facts.hidden)
            for name in program.step.maps
            if name != PROJECTION and (self.with_input or name not in facts.rows)
        ]
        others = [n for one in passes for n in one.values if uniform(n) and n not in self.values]
        self.row_of_scalars = [self.room(self.B * len(others))] if others else []
        crossing = way_forward.crossing(program, self.kept)
        self.crossing = [self.room(self.B * facts.hidden) for _ in crossing]
        own = way_forward.scores(program, self.kept)
        self.row_of_scores = [self.room(self.B * len(own) * self.shape.places)] if own else []
        self.wait()

    def _pack_maps(self, hidden: Expr | None, names: list[str]) -> Iterator[At]:
        """Record packing the maps of a group; return where the panels are, and their sources."""
        facts, packers = self.facts, self.shape.packers
        of_input = [name for name in names if name in facts.rows]
        matrices = [("W", of_input)] if self.with_input and of_input else []
        matrices += [("R", names)] if hidden is not None else []
        for letter, maps in matrices:
            units, terms = facts.shape_of_map(maps[0])
            terms = self.I if letter == "W" else terms
            span, width = facts.forward_span, facts.common.width
            line = len(maps) * span * width
            panel = self.room((packers or -(-units // (span * width))) * terms * line)
            sources = [self.weight(f"{letter}_{name}") for name in maps]
            for place, source in enumerate([] if packers else sources):
                result = panel + self.numbers(place * span * width)
                sizes = (units, terms, terms, span, terms * line, line)
                self.add(facts.common.pack_transposed, *sizes, source, result)
            yield from (panel, *sources)

    def _add_biases(self) -> At:
        """Record adding up the biases of every map."""
        facts, H = self.facts, self.facts.hidden
        maps = facts.maps
        result = self.room(len(maps) * H)
        self.copy(1, len(maps) * H, 0, 0, result, 0)
        for block in facts.layer.layout.blocks:
            if block.name.startswith("bias"):
                self.wait()
                for place, first, count in stretches([maps.index(p[2:]) for p in block.parts]):
                    source = self.at[block.name] + self.numbers(first * H)
                    total = result + self.numbers(place * H)
                    self.add(facts.common.column_sums, 1, count * H, 0, 1, source, total)
        return result

    def _steps(self, first: int, steps: int) -> None:
        """Record some steps, counted from the beginning of the direction."""
        facts, B = self.facts, self.B
        time = self.T - 1 - first if self.shape.number else first
        lowest = time - steps + 1 if self.shape.number else time
        source = self.at["x"] - self.numbers(B * self.I)
        if self.hoisted:
            columns = len(facts.rows) * facts.hidden
            left = self.at["x"] + self.numbers(lowest * B * self.I)
            sizes = (steps * B, self.I, columns, self.I, 1, columns)
            ends = (self.rows_of_input, self.bias)
            if self.shape.packers:
                right = self.at["weight_ih"]
                self.product_of_few(sizes, left, right, *ends, packers=self.shape.packers)
            else:
                self.product(sizes, (left, self.panel_of_input, *ends))
            self.wait()
            source = self.rows_of_input - self.numbers((lowest + 1) * B * columns)
        self.add(
            facts.forward(self.kept, self.with_input),
            *self.head(time, steps),
            self.I,
            self.places,
            facts.common.pack_transposed if self.shape.packers else 0,
            self.shape.fresh and first == 0,
            source,
            *self.sequences(),
            *self.panels,
            *self.biases,
            *self.vectors(),
            *([self.at["tape"]] if any(map(of_units, self.values)) else []),
            *([self.at["scalars"]] if any(map(uniform, self.values)) else []),
            *self.row_of_scalars,
            *self.crossing,
            *([self.at["scores"]] if any(map(scored, self.values)) else []),
            *self.row_of_scores,
        )
        self.wait()
        if self.copied:
            row = self.output_row
            output = self.at["output"] + self.numbers(lowest * B * row)
            self.copy(steps * B, facts.output, self.state(0, lowest + 1), row, output, row)
