"""The way back of one direction, as a schedule.

Gradients of weights are sums over all steps and rows, from the last of the direction to its first,
in one order wherever the sequence is cut.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from elman.codegen.llvm import backward as way_back
from elman.graph import Expr
from elman.plan.expand import PROJECTION
from elman.plan.kept import uniform
from elman.runtime.direction import Direction, Shape, Within, stretches
from elman.runtime.facts import Facts
from elman.runtime.schedule import At

__all__ = ["Factors", "coming", "record_coming"]

CHUNK = 1 << 21
"""Bytes of the tape that are worked on at once, so that they stay in a cache."""

TERMS = 512
"""Terms of the gradient of a matrix that are worth a visit of it."""


class Factors(NamedTuple):
    """What a part of the gradient of a matrix is the product of.

    Args:
        block: of weights.
        first: the number in the block with which the part begins.
        rows: of the part.
        columns: of the matrix.
        terms: rows of each factor, whose product is summed over them.
        left: the first row of the left factor, (terms, rows).
        left_step: the numbers to its next row.
        right: the first row of the right factor, (terms, columns).
        right_step: the numbers to its next row.
    """

    block: str
    first: int
    rows: int
    columns: int
    terms: int
    left: At
    left_step: int
    right: At
    right_step: int

    def turned(self) -> Factors:
        """Return what the transposed gradient is the product of."""
        factors = (self.right, self.right_step, self.left, self.left_step)
        return Factors(self.block, self.first, self.columns, self.rows, self.terms, *factors)


@lru_cache(maxsize=256)
def coming(
    facts: Facts,
    shape: Shape,
    d_output: tuple[int, int],
    *,
    of_input: bool,
    begun: bool,
    ends: bool,
) -> tuple[array[int], int]:
    """Return the schedule of the way back.

    Buffers: lengths, order, x, workspace, the blocks of weights, where their gradients go; for each
    state its sequence, its gradient at the end and where that at the beginning goes; the tape, its
    averages, its scores, the gradient of the output; the sums of the gradients of the learned
    vectors (B, H), and where the gradient of the input goes.

    Args:
        facts: of the layer.
        shape: of the run.
        d_output: the numbers from step to step and from row to row of the gradient of the output.
        of_input: whether the gradient of the input is wanted.
        begun: whether the gradients of weights have something in them to be added to.
        ends: whether nothing will be added to them after this.

    Returns:
        The schedule, and how many numbers its workspace has.
    """
    way = _Coming(facts, shape, d_output, of_input, begun, ends)
    way.record()
    return way.recorder.finished(), way.recorder.numbers


def record_coming(
    facts: Facts,
    shape: Shape,
    d_output: tuple[int, int],
    within: Within,
    *,
    of_input: bool,
    formed: bool,
) -> list[Factors]:
    """Record the whole way back as a part of something larger.

    Args:
        facts: of the layer.
        shape: of the run.
        d_output: the numbers from step to step and from row to row of the gradient of the output.
        within: the recording, and where in it the buffers that `coming` names lie.
        of_input: whether the gradient of the input is wanted.
        formed: whether the gradients of matrices are formed; of vectors they are in any case.

    Returns:
        What they are products of where they are not formed.
    """
    way = _Coming(facts, shape, d_output, of_input, False, True, within, formed=formed)
    way.record()
    return way.factors


class _Coming(Direction):
    def __init__(
        self,
        facts: Facts,
        shape: Shape,
        d_output: tuple[int, int],
        of_input: bool,
        begun: bool,
        ends: bool,
        within: Within | None = None,
        *,
        formed: bool = True,
    ):
        states = range(facts.states)
        names = [f"d {block}" for block in facts.blocks]
        names += [f"{what} {n}" for what in ("sequence", "d_end", "d_begin") for n in states]
        names += [
            "tape",
            "scalars",
            "scores",
            "d_output",
            *(f"d {name}" for name in facts.program.vectors),
        ]
        super().__init__(facts, shape, [*names, "d_x"], within)
        self.d_output, self.of_input, self.begun, self.ends = d_output, of_input, begun, ends
        self.formed = formed
        self.factors: list[Factors] = []
        self.places = facts.program.tape_places

    def record(self) -> None:
        """Record all of it."""
        facts, program, T, B = self.facts, self.facts.program, self.T, self.B
        H = facts.hidden
        for number in range(facts.states):
            size = B * facts.size_of_state(number)
            self.copy(1, size, self.at[f"d_end {number}"], 0, self.at[f"d_begin {number}"], 0)
        beyond = self.numbers((T + 1 - self.slot_before) * B * self.places * H)
        self.copy(1, B * self.places * H, 0, 0, self.at["tape"] + beyond, 0)
        if not self.begun:
            for name in program.vectors:
                self.copy(1, B * H, 0, 0, self.at[f"d {name}"], 0)
        self.panels = [part for name in way_back.panels(program) for part in self._panel(name)]
        own = [node for one in program.backward for node in one.values if uniform(node)]
        self.row_of_scalars = [self.room(B * len(own))] if own else []
        self.crossing = [self.room(B * H) for _ in way_back.crossing(program)]
        scores, S = way_back.scores(program), self.shape.places
        self.row_of_scores = [self.room(B * len(scores) * S)] if scores else []
        if not self.begun:
            for name in facts.sources:
                self.copy(1, B * S * H, 0, 0, self.at[f"d {name}"], 0)
        plain = self.shape.plain and self.fills(self.I)
        if self.of_input and facts.rows and not plain:
            terms = len(facts.rows) * H
            matrix = self.at["weight_ih"]
            self.panel_of_input = self.pack_right("weight_ih", matrix, self.I, terms, self.I)
        widest = max(self.I, H)
        self.zeros = self.room(widest)
        self.copy(1, widest, 0, 0, self.zeros, 0)
        self.wait()
        bytes_of_step = self.numbers(B * self.places * H)
        steps = max(1, min(T, max(CHUNK // bytes_of_step, TERMS // B)))
        self.recorder.over_chunks(T, steps, self._steps)
        if self.ends:
            for name in program.vectors:
                block, number = facts.parts[name]
                total = self.at[f"d {block}"] + self.numbers(number * H)
                self.add(facts.common.column_sums, B, H, H, 0, self.at[f"d {name}"], total)

    def _panel(self, name: str) -> tuple[At, int]:
        """Return where the weights of a map lie, and the way from line to line if not packed."""
        facts = self.facts
        rows, columns = facts.shape_of_map(name)
        if self.shape.plain and self.fills(columns):
            return self.weight(f"R_{name}"), columns
        line = facts.backward_span * facts.common.width
        panel = self.room(-(-columns // line) * rows * line)
        sizes = (columns, rows, columns, facts.backward_span, rows * line, line)
        self.add(facts.common.pack, *sizes, self.weight(f"R_{name}"), panel)
        return panel, 0

    def _steps(self, first: int, steps: int) -> None:
        """Record some steps back, counted from the end of the direction."""
        facts = self.facts
        time = first if self.shape.number else self.T - 1 - first
        lowest = time if self.shape.number else time - steps + 1
        states = range(facts.states)
        self.add(
            facts.backward(),
            *self.head(time, steps),
            first + steps == self.T and not self.shape.fresh,
            first == 0,
            *self.sequences(),
            self.at["tape"],
            *([self.at["scalars"]] if facts.program.scalars else []),
            *self.vectors(),
            *self.d_output,
            self.at["d_output"] - self.numbers(self.d_output[0]),
            *(self.at[f"d_begin {number}"] for number in states),
            *self.panels,
            *(self.at[f"d {name}"] for name in facts.program.vectors),
            *self.row_of_scalars,
            *self.crossing,
            *([self.at["scores"]] if facts.program.scores else []),
            *self.row_of_scores,
            *(self.at[f"d source {leaf.data}"] for leaf in facts.program.sources),
        )
        self.wait()
        again = self.begun or first > 0
        self._of_matrices(lowest + 1, steps, again=again)
        self._of_input(lowest, steps)
        self._of_biases(lowest + 1, steps, again=again)
        self.wait()

    def _from_the_last(self, slot: int, steps: int, row: int) -> tuple[int, int]:
        """Return by how many numbers the last row lies behind slot 0, and the way to the next."""
        if self.shape.number:
            return slot * self.B * row, row
        return ((slot + steps) * self.B - 1) * row, -row

    def _tape_from(self, place: int, slot: int, steps: int) -> tuple[At, int]:
        row = self.places * self.facts.hidden
        at, step = self._from_the_last(slot, steps, row)
        return self.at["tape"] + self.numbers(at + place * self.facts.hidden), step

    def _of_matrices(self, slot: int, steps: int, *, again: bool) -> None:
        factors = [*self._factors(slot, steps)]
        if not self.formed:
            self.factors += factors
            return
        panels = [
            self.pack_right(number, one.right, one.columns, one.terms, one.right_step)
            for number, one in enumerate(factors)
        ]
        self.wait()
        for one, panel in zip(factors, panels, strict=True):
            total = self.at[f"d {one.block}"] + self.numbers(one.first)
            sizes = (one.rows, one.terms, one.columns, 1, one.left_step, one.columns)
            self.product(sizes, (one.left, panel, total, 0 if again else self.zeros))

    def _factors(self, slot: int, steps: int) -> Iterator[Factors]:
        facts, terms = self.facts, steps * self.B
        if facts.rows:
            at, row = self._from_the_last(slot - 1, steps, self.I)
            count = len(facts.rows) * facts.hidden
            left = self._tape_from(facts.program.place(facts.rows[0]), slot, steps)
            right = self.at["x"] + self.numbers(at)
            yield Factors("weight_ih", 0, count, self.I, terms, *left, right, row)
        for value, names, block, number in self._recurrent:
            rows, columns = facts.shape_of_map(names[0])
            left = self._tape_from(facts.program.place(names[0]), slot, steps)
            values = self._values_from(value, slot, steps)
            sizes = (number * rows * columns, rows * len(names), columns, terms)
            yield Factors(block, *sizes, *left, *values)

    @cached_property
    def _recurrent(self) -> list[tuple[Expr, list[str], str, int]]:
        """Maps of one hidden value whose matrices and gradients follow one another.

        With the value, the names, the block, and the number of the first in its block.
        """
        facts, program = self.facts, self.facts.program
        blocks = [b for b in facts.layer.layout.blocks if b.name == "weight_hh"]
        found: list[tuple[Expr, list[str], str, int]] = []
        for number, part in enumerate(part for block in blocks for part in block.parts):
            name = part[2:]
            value, place = program.step.maps[name].args[-1], program.place(name)
            if found and found[-1][0] is value and program.place(found[-1][1][-1]) == place - 1:
                found[-1][1].append(name)
            else:
                found.append((value, [name], "weight_hh", number))
        if PROJECTION in program.step.maps:
            value = program.step.maps[PROJECTION].args[-1]
            found.append((value, [PROJECTION], "weight_hr", 0))
        return found

    def _values_from(self, value: Expr, slot: int, steps: int) -> tuple[At, int]:
        """Return where a value that is mapped lies, from its last row, and the way to the next."""
        program, step = self.facts.program, self.facts.program.step
        if value in program.tape:
            return self._tape_from(program.tape.index(value), slot, steps)
        before = value in step.before
        number = (step.before if before else step.results).index(value)
        at, way = self._from_the_last(slot - self.sign * before, steps, self.row_of_state(number))
        return self.at[f"sequence {number}"] + self.numbers(at), way

    def _of_input(self, time: int, steps: int) -> None:
        facts = self.facts
        if not (self.of_input and facts.rows):
            return
        row, terms = self.places * facts.hidden, len(facts.rows) * facts.hidden
        place = facts.program.place(facts.rows[0]) * facts.hidden
        left = self.at["tape"] + self.numbers((time + 1) * self.B * row + place)
        result = self.at["d_x"] + self.numbers(time * self.B * self.I)
        sizes = (steps * self.B, terms, self.I, row, 1, self.I)
        if self.shape.plain and self.fills(self.I):
            right = self.at["weight_ih"]
            self.product_of_few(sizes, left, right, result, self.zeros, packers=0)
        else:
            self.product(sizes, (left, self.panel_of_input, result, self.zeros))

    def _of_biases(self, slot: int, steps: int, *, again: bool) -> None:
        facts, H = self.facts, self.facts.hidden
        for block in facts.layer.layout.blocks:
            if not block.name.startswith("bias"):
                continue
            for place, first, count in stretches([facts.program.place(p[2:]) for p in block.parts]):
                left, row = self._tape_from(place, slot, steps)
                total = self.at[f"d {block.name}"] + self.numbers(first * H)
                sizes = (steps * self.B, count * H, row, again)
                self.add(facts.common.column_sums, *sizes, left, total)
