"""One direction of a layer: what its kernels are given, going forward and coming back.

Every buffer of a sequence has T + 2 slots: that of the step t is t + 1, and the first and the last
hold what lies before the beginning and beyond the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import torch
from torch import Tensor

from elman.codegen.llvm import backward as way_back
from elman.codegen.llvm import forward as way_forward
from elman.graph import Expr
from elman.plan.expand import PROJECTION
from elman.plan.kept import uniform
from elman.runtime.facts import Facts
from elman.runtime.team import Job, waiting

__all__ = ["Direction"]


class Direction:
    """One direction of one run.

    Args:
        facts: of the layer.
        number: 0 forward in time, 1 backward.
        place: which part of the output is its own.
        x: (T, B, I), contiguous.
        weights: the tensors of this direction, by block, contiguous.
        lengths: (B,), or None.
        order: (B,), the rows by falling length.
        output: (T + 2, B, D * P), the first states of all directions.
        by_units: whether threads share the units rather than the rows.
    """

    def __init__(
        self,
        facts: Facts,
        number: int,
        place: int,
        x: Tensor,
        weights: Mapping[str, Tensor],
        lengths: Tensor | None,
        order: Tensor,
        output: Tensor,
        by_units: bool,
    ):
        self.facts, self.number, self.weights = facts, number, weights
        self.x, self.lengths, self.order, self.by_units = x, lengths, order, by_units
        self.T, self.B, self.I = x.shape
        self.sign = -1 if number else 1
        self.output_row = output.size(2)
        self.sequences = [output[..., place * facts.output : (place + 1) * facts.output]]
        self.held: list[Tensor] = []
        self._rooms: dict[object, int] = {}
        self.tape: Tensor | None = None
        self.scalars: Tensor | None = None

    # memory

    def room(self, numbers: int) -> int:
        """Return the address of room for some numbers."""
        self.held.append(self.x.new_empty(numbers))
        return self.held[-1].data_ptr()

    def _again(self, key: object, numbers: int) -> int:
        """Return the address of room for some numbers, the same each time; the first is largest."""
        if key not in self._rooms:
            self._rooms[key] = self.room(numbers)
        return self._rooms[key]

    def weight(self, part: str) -> int:
        """Return where a parameter begins, by its name in the equations."""
        block, number = self.facts.parts[part]
        tensor = self.weights[block]
        rows = tensor.size(0) // max(1, len(self._parts(block)))
        return tensor.data_ptr() + number * rows * tensor.stride(0) * self.facts.bytes

    def _parts(self, block: str) -> tuple[str, ...]:
        for known in self.facts.layer.layout.blocks:
            if known.name == block:
                return known.parts
        return (f"R_{PROJECTION}",)

    def begin(self, states: Sequence[Tensor], others: Sequence[Tensor]) -> None:
        """Take the buffers of the other states, and write what every state begins with.

        Args:
            states: (B, size) each.
            others: for each state but the first (slots, B, H).
        """
        self.sequences += others
        for sequence, state in zip(self.sequences, states, strict=True):
            sequence[self.slot_before % sequence.size(0)] = state

    @property
    def slot_before(self) -> int:
        """The slot before the first step of this direction."""
        return self.T + 1 if self.number else 0

    def at_end(self) -> list[Tensor]:
        """Return each state after the last step of this direction, (B, size)."""
        slot = 1 if self.number else self.T
        return [sequence[slot % sequence.size(0)] for sequence in self.sequences]

    def _head(self, job: Job, time: int, steps: int) -> list[int]:
        facts = self.facts
        slots = self.sequences[-1].size(0) if facts.states > 1 else 2
        return [
            time,
            steps,
            self.sign,
            self.B,
            facts.hidden,
            facts.output,
            self.output_row,
            1 if slots == 2 else -1,
            self.by_units,
            waiting(),
            job.meeting,
            0 if self.lengths is None else self.lengths.data_ptr(),
            self.order.data_ptr(),
        ]

    def _vectors(self) -> list[int]:
        return [self.weight(name) for name in self.facts.program.step.vectors]

    # forward

    def prepare(self, job: Job, kept: tuple[Expr, ...], steps: int) -> None:
        """Pack the weights and make room, before the first chunk.

        Args:
            job: what the packing is added to.
            kept: the values of a step that are kept.
            steps: of a chunk.
        """
        facts, program = self.facts, self.facts.program
        self.kept, rows = kept, len(facts.rows)
        # few inputs are multiplied on the way, which saves a pass through memory
        self.with_input = 0 < rows and self.I <= 64 and self.I <= 2 * self.B
        passes = program.storing(kept)
        self.panels = [
            panel
            for one in passes
            for hidden, nodes in way_forward.groups(program, one)
            for panel in self._pack_forward(job, hidden, [str(node.data) for node in nodes])
        ]
        biases = self._add_biases(job)
        H = facts.hidden * facts.bytes
        self.biases = [
            biases + facts.maps.index(name) * H
            for name in program.step.maps
            if name != PROJECTION and (self.with_input or name not in facts.rows)
        ]
        self.hoisted = 0
        if rows and not self.with_input:
            self.hoisted = self.room(steps * self.B * rows * facts.hidden)
            columns, terms = rows * facts.hidden, self.I
            self.panel_of_input = self._pack_right(
                job,
                "weight_ih",
                self.weights["weight_ih"].data_ptr(),
                columns,
                terms,
                terms,
                transposed=True,
            )
            self.bias_of_input = biases
        others = [n for one in passes for n in one.values if uniform(n) and n not in kept]
        self.row_of_scalars = self.room(self.B * len(others)) if others else 0
        crossing = way_forward.crossing(program, kept)
        self.crossing = [self.room(self.B * facts.hidden) for _ in crossing]
        job.wait()

    def _pack_forward(self, job: Job, hidden: Expr | None, names: list[str]) -> Iterable[int]:
        facts = self.facts
        of_input = [name for name in names if name in facts.rows]
        matrices = []
        if self.with_input and of_input:
            matrices.append(("W", of_input))
        if hidden is not None:
            matrices.append(("R", names))
        for letter, maps in matrices:
            units, terms = facts.shape_of_map(maps[0])
            terms = self.I if letter == "W" else terms
            span, width = facts.forward_span, facts.common.width
            line = len(maps) * span * width
            tiles = -(-units // (span * width))
            panel = self.room(tiles * terms * line)
            for place, name in enumerate(maps):
                rest = [units, terms, terms, span, terms * line, line, self.weight(f"{letter}_{name}")]
                at = panel + place * span * width * facts.bytes
                job.add(facts.common.pack_transposed, [*rest, at], wait=False)
            yield panel

    def _add_biases(self, job: Job) -> int:
        """Add up the biases of every map, and return where they lie."""
        facts, H = self.facts, self.facts.hidden
        maps = [name for name in facts.maps if name != PROJECTION]
        result = self.room(len(maps) * H)
        job.add(facts.common.column_sums, [0, len(maps) * H, 0, 0, result, result], wait=False)
        blocks = [b for b in facts.layer.layout.blocks if b.name.startswith("bias")]
        job.wait()
        for block in blocks:
            for place, first, count in _stretches([maps.index(part[2:]) for part in block.parts]):
                source = self.weights[block.name].data_ptr() + first * H * facts.bytes
                at = result + place * H * facts.bytes
                rest = [1, count * H, 0, 1, source, at]
                job.add(facts.common.column_sums, rest, wait=False)
            job.wait()
        return result

    def _pack_right(
        self,
        job: Job,
        source_of: object,
        source: int,
        columns: int,
        terms: int,
        row: int,
        *,
        transposed: bool = False,
    ) -> int:
        """Pack the right side of a product, (terms, columns) or transposed, and return where."""
        facts, vectors = self.facts, self._panel_vectors(columns)
        line = vectors * facts.common.width
        panel = self._again(source_of, -(-columns // line) * terms * line)
        kernel = facts.common.pack_transposed if transposed else facts.common.pack
        job.add(kernel, [columns, terms, row, vectors, terms * line, line, source, panel], wait=False)
        return panel

    def _panel_vectors(self, columns: int) -> int:
        common = self.facts.common
        return common.vectors if columns > 2 * common.width else 1

    def _product(self, job: Job, sizes: Sequence[int], addresses: Sequence[int]) -> None:
        """Add a product: rows, terms, columns, strides; left, right, result, start."""
        common = self.facts.common
        wide = self._panel_vectors(sizes[2]) > 1
        kernel = common.product if wide else common.narrow_product
        job.add(kernel, [*sizes, *addresses], wait=False)

    def go_forward(self, job: Job, first: int, steps: int) -> None:
        """Take some steps.

        Args:
            job: what they are added to.
            first: how many steps of this direction were taken before.
            steps: how many.
        """
        facts, rows, tape, scalars = self.facts, len(self.facts.rows), self.tape, self.scalars
        size = self.B * facts.bytes
        time = self.T - 1 - first if self.number else first
        lowest = time - steps + 1 if self.number else time
        x = self.x.data_ptr()
        source = x - size * self.I
        if self.hoisted:
            columns = rows * facts.hidden
            left = x + lowest * size * self.I
            sizes = (steps * self.B, self.I, columns, self.I, 1, columns)
            self._product(job, sizes, (left, self.panel_of_input, self.hoisted, self.bias_of_input))
            job.wait()
            source = self.hoisted - (lowest + 1) * size * columns
        rest = [
            *self._head(job, time, steps),
            self.I,
            0 if tape is None else tape.size(2),
            source,
            *(sequence.data_ptr() for sequence in self.sequences),
            *self.panels,
            *self.biases,
            *self._vectors(),
            *([] if all(map(uniform, self.kept)) else [tape.data_ptr()]),
            *([] if scalars is None else [scalars.data_ptr()]),
            *([self.row_of_scalars] if self.row_of_scalars else []),
            *self.crossing,
        ]
        job.add(facts.forward(self.kept, self.with_input), rest)

    # back

    def prepare_back(
        self,
        job: Job,
        d_output: Tensor,
        carried: Sequence[Tensor],
        gradients: Mapping[str, Tensor],
        d_vectors: Mapping[str, Tensor],
        d_x: Tensor | None,
    ) -> None:
        """Pack the weights and make room, before the first chunk back.

        Args:
            job: what the packing is added to.
            d_output: (T, B, P), of this direction; its last dimension is contiguous.
            carried: for each state (B, size): its gradient at the end, then at the beginning.
            gradients: by block, where the gradients of the weights go.
            d_vectors: by learned vector the sums of its gradients so far, (B, H).
            d_x: (T, B, I), where that of the input goes; None if it is not wanted.
        """
        facts, program = self.facts, self.facts.program
        self.d_output, self.carried = d_output, carried
        self.gradients, self.d_vectors, self.d_x = gradients, d_vectors, d_x
        self.tape[self.T + 1 - self.slot_before] = 0
        self.panels = [self._pack_back(job, names) for names in way_back.panels(program)]
        H = facts.hidden
        own = [node for one in program.backward for node in one.values if uniform(node)]
        self.row_of_scalars = self.room(self.B * len(own)) if own else 0
        self.crossing = [self.room(self.B * H) for _ in way_back.crossing(program)]
        if d_x is not None and facts.rows:
            matrix = self.weights["weight_ih"].data_ptr()
            terms = len(facts.rows) * H
            self.panel_of_input = self._pack_right(job, "weight_ih", matrix, self.I, terms, self.I)
        widest = max([self.I, H, facts.output])
        self.zeros = self._zeros(widest)
        job.wait()

    def _zeros(self, numbers: int) -> int:
        self.held.append(self.x.new_zeros(numbers))
        return self.held[-1].data_ptr()

    def _pack_back(self, job: Job, names: Sequence[str]) -> int:
        facts = self.facts
        rows, columns = facts.shape_of_map(names[0])
        span, width = facts.backward_span, facts.common.width
        line, terms = span * width, rows * len(names)
        panel = self.room(-(-columns // line) * terms * line)
        for place, name in enumerate(names):
            at = panel + place * rows * line * facts.bytes
            rest = [columns, rows, columns, span, terms * line, line, self.weight(f"R_{name}"), at]
            job.add(facts.common.pack, rest, wait=False)
        return panel

    def come_back(self, job: Job, first: int, steps: int, *, again: bool) -> None:
        """Take some steps back, and add what they give to the gradients of the weights.

        Args:
            job: what they are added to.
            first: how many steps back were taken before.
            steps: how many.
            again: whether the gradients of the weights are begun.
        """
        facts = self.facts
        time = first if self.number else self.T - 1 - first
        lowest = time if self.number else time - steps + 1
        stride = self.d_output.stride()
        rest = [
            *self._head(job, time, steps),
            first + steps == self.T,
            *(sequence.data_ptr() for sequence in self.sequences),
            self.tape.data_ptr(),
            *([] if self.scalars is None else [self.scalars.data_ptr()]),
            *self._vectors(),
            stride[0],
            stride[1],
            self.d_output.data_ptr() - stride[0] * facts.bytes,
            *(tensor.data_ptr() for tensor in self.carried),
            *self.panels,
            *(tensor.data_ptr() for tensor in self.d_vectors.values()),
            *([self.row_of_scalars] if self.row_of_scalars else []),
            *self.crossing,
        ]
        job.add(facts.backward(), rest)
        self._of_matrices(job, lowest + 1, steps, again=again)
        self._of_input(job, lowest, steps)
        self._of_biases(job, lowest + 1, steps, again=again)
        job.wait()

    def sum_vectors(self, job: Job) -> None:
        """Add up the gradients of the learned vectors over the rows."""
        facts, H = self.facts, self.facts.hidden
        for name, total in self.d_vectors.items():
            block, number = facts.parts[name]
            result = self.gradients[block].data_ptr() + number * H * facts.bytes
            rest = [self.B, H, H, 0, total.data_ptr(), result]
            job.add(facts.common.column_sums, rest, wait=False)

    # Gradients of weights are sums over all steps and rows, from the last of the direction to its
    # first, wherever the sequence is cut.

    def _from_the_last(self, slot: int, steps: int, row: int) -> tuple[int, int]:
        """Return by how many numbers the last row lies behind slot 0, and the way to the next."""
        if self.number:
            return slot * self.B * row, row
        return ((slot + steps) * self.B - 1) * row, -row

    def _tape_from(self, place: int, slot: int, steps: int) -> tuple[int, int]:
        facts = self.facts
        row = self.tape.size(2) * facts.hidden
        at, step = self._from_the_last(slot, steps, row)
        return self.tape.data_ptr() + (at + place * facts.hidden) * facts.bytes, step

    def _of_matrices(self, job: Job, slot: int, steps: int, *, again: bool) -> None:
        facts, terms = self.facts, steps * self.B
        products = []
        if facts.rows:
            at, row = self._from_the_last(slot - 1, steps, self.I)
            source = self.x.data_ptr() + at * facts.bytes
            panel = self._pack_right(job, "x", source, self.I, terms, row)
            count = len(facts.rows) * facts.hidden
            products.append((facts.rows[0], count, panel, self.I, self.gradients["weight_ih"], 0))
        for source_of, names, block, first in self._recurrent:
            rows, columns = facts.shape_of_map(names[0])
            source, row = self._values_from(source_of, slot, steps)
            panel = self._pack_right(job, source_of, source, columns, terms, row)
            target = self.gradients[block]
            products.append((names[0], rows * len(names), panel, columns, target, first * rows))
        job.wait()
        for name, count, panel, columns, target, first in products:
            left, step = self._tape_from(self.facts.program.place(name), slot, steps)
            result = target.data_ptr() + first * columns * facts.bytes
            sizes = (count, terms, columns, 1, step, columns)
            start = 0 if again else self.zeros
            self._product(job, sizes, (left, panel, result, start))

    @cached_property
    def _recurrent(self) -> list[tuple[Expr, list[str], str, int]]:
        """Maps of one hidden value whose matrices and gradients follow one another.

        With the value, the names, the block, and the number of the first in its block.
        """
        facts, program = self.facts, self.facts.program
        blocks = [b for b in facts.layer.layout.blocks if b.name == "weight_hh"]
        parts = [part[2:] for block in blocks for part in block.parts]
        found: list[tuple[Expr, list[str], str, int]] = []
        for number, name in enumerate(parts):
            value, place = program.step.maps[name].args[-1], program.place(name)
            if found and found[-1][0] is value and program.place(found[-1][1][-1]) == place - 1:
                found[-1][1].append(name)
            else:
                found.append((value, [name], "weight_hh", number))
        if PROJECTION in program.step.maps:
            value = program.step.maps[PROJECTION].args[-1]
            found.append((value, [PROJECTION], "weight_hr", 0))
        return found

    def _values_from(self, value: Expr, slot: int, steps: int) -> tuple[int, int]:
        """Return where a value lies that maps are of, from the last row, and the way to the next."""
        facts, step = self.facts, self.facts.program.step
        if value in facts.program.tape:
            return self._tape_from(facts.program.tape.index(value), slot, steps)
        before = value in step.before
        number = (step.before if before else step.results).index(value)
        row = facts.hidden if number else self.output_row
        at, way = self._from_the_last(slot - self.sign * before, steps, row)
        return self.sequences[number].data_ptr() + at * facts.bytes, way

    def _of_input(self, job: Job, time: int, steps: int) -> None:
        if self.d_x is None or not self.facts.rows:
            return
        facts = self.facts
        row, terms = self.tape.size(2) * facts.hidden, len(facts.rows) * facts.hidden
        place = facts.program.place(facts.rows[0]) * facts.hidden
        left = self.tape.data_ptr() + ((time + 1) * self.B * row + place) * facts.bytes
        result = self.d_x.data_ptr() + time * self.B * self.I * facts.bytes
        sizes = (steps * self.B, terms, self.I, row, 1, self.I)
        self._product(job, sizes, (left, self.panel_of_input, result, self.zeros))

    def _of_biases(self, job: Job, slot: int, steps: int, *, again: bool) -> None:
        facts, H = self.facts, self.facts.hidden
        for block in facts.layer.layout.blocks:
            if not block.name.startswith("bias"):
                continue
            places = [facts.program.place(part[2:]) for part in block.parts]
            for place, first, count in _stretches(places):
                left, row = self._tape_from(place, slot, steps)
                result = self.gradients[block.name].data_ptr() + first * H * facts.bytes
                rest = [steps * self.B, count * H, row, again, left, result]
                job.add(facts.common.column_sums, rest, wait=False)


def _stretches(places: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return runs of places that follow one another: the place, the number of the first, how many."""
    found: list[tuple[int, int, int]] = []
    for number, place in enumerate(places):
        if found and found[-1][0] + found[-1][2] == place:
            found[-1] = (*found[-1][:2], found[-1][2] + 1)
        else:
            found.append((place, number, 1))
    return found
