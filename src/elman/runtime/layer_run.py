"""One run of a layer: its memory, and the schedules of its directions beside each other."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cache, partial

import torch
from torch import Tensor

from elman.plan.kept import uniform
from elman.runtime.coming import coming
from elman.runtime.direction import Shape
from elman.runtime.facts import Facts
from elman.runtime.going import going
from elman.runtime.memory import fresh
from elman.runtime.team import Job, barrier, run, threads_worth

__all__ = ["Run", "Totals"]

FEW_ROWS = 8
"""Rows for each thread below which threads rather share the units."""


class Totals:
    """The gradients of the weights, as sums that grow run by run.

    Args:
        own: facts of the layer.
        x: an input.
        weights: for each direction its tensors.
        directions: how many of them.
    """

    def __init__(self, own: Facts, x: Tensor, weights: Sequence[Tensor], directions: int):
        self.weights = [torch.empty_like(w, memory_format=torch.contiguous_format) for w in weights]
        vectors = own.program.vectors
        if len(vectors) < len(own.program.step.vectors):
            for gradient in self.weights:
                gradient.zero_()
        self.vectors = [
            [x.new_empty(x.size(1), own.hidden) for _ in vectors] for _ in range(directions)
        ]
        self.begun = False


class Run:
    """One run of a layer.

    Args:
        own: facts of the layer.
        x: (T, B, I).
        states: for each direction each state at the beginning, (B, size).
        weights: for each direction its tensors.
        lengths: (B,), or None.
        numbers: of the directions, 0 forward and 1 backward in time.
    """

    def __init__(
        self,
        own: Facts,
        x: Tensor,
        states: Sequence[Tensor],
        weights: Sequence[Tensor],
        lengths: Tensor | None,
        numbers: Sequence[int],
    ):
        self.facts, self.x, self.lengths, self.numbers = own, x.contiguous(), lengths, numbers
        self.states = [state.contiguous() for state in states]
        self.weights = [weight.contiguous() for weight in weights]
        self.T, self.B, self.I = x.shape
        self.order = _ascending(self.B) if lengths is None else lengths.argsort(descending=True)
        self.threads = threads_worth(self.T * self.B * own.multiplications(self.I) * len(numbers))
        # with few rows all of them for a part of the units are more work than few for all units
        by_units = self.threads > len(numbers) and FEW_ROWS * self.threads > self.B
        ragged = lengths is not None
        self.shapes = [
            Shape(self.T, self.B, self.I, number, len(numbers), ragged, by_units)
            for number in numbers
        ]

    def forward(self, kept: str) -> tuple[Tensor, list[Tensor], list[Tensor]]:
        """Take all steps.

        Args:
            kept: what of each step is kept, a key of `Program.kept`.

        Returns:
            Output, final states, and what was saved: the sequence of the output of all directions,
            and for each direction those of the other states, the tape and the averages.
        """
        own, T, B, new = self.facts, self.T, self.B, partial(fresh, self.x)
        directions, count = len(self.numbers), own.states
        sequence = new(T + 2, B, directions * own.output)
        copied = kept == "saved" and self.lengths is None
        output = new(T, B, directions * own.output) if copied else sequence[1 : T + 1]
        averages = sum(map(uniform, own.program.kept[kept]))
        places = own.places(kept)
        slots = 2 if kept == "nothing" else T + 2
        finals, saved, jobs, held = [], [sequence], [], []
        for place, shape in enumerate(self.shapes):
            schedule, numbers = going(own, shape, kept)
            workspace = new(numbers)
            others = [new(slots, B, own.hidden) for _ in range(count - 1)]
            tape = [new(T + 2, B, places, own.hidden)] if places else []
            scalars = [new(T + 2, B, averages)] if averages else []
            ends = [new(B, own.size_of_state(number)) for number in range(count)]
            bases = self._bases(place, workspace)
            bases += _pointers(self.states[place * count : (place + 1) * count])
            bases += _pointers(ends)
            bases.append(sequence.data_ptr() + place * own.output * own.bytes)
            bases += _pointers(others)
            bases += _pointers(tape) or [0]
            bases += _pointers(scalars) or [0]
            bases.append(output.data_ptr() + place * own.output * own.bytes)
            jobs.append(_job(schedule, bases))
            held.append(workspace)
            finals += ends
            saved += [*others, *tape, *scalars]
        run(jobs, self.threads)
        if self.lengths is not None:
            output = output.where(self._active(), 0)
        return output, finals, saved

    def backward(
        self,
        saved: Sequence[Tensor],
        d_output: Tensor,
        d_finals: Sequence[Tensor],
        totals: Totals,
        *,
        of_input: bool,
        ends: bool,
    ) -> tuple[Tensor | None, list[Tensor]]:
        """Take all steps back.

        Args:
            saved: what `forward` saved.
            d_output: (T, B, D * P).
            d_finals: for each state its gradient at the end.
            totals: what the gradients of the weights are added to.
            of_input: whether the gradient of x is wanted.
            ends: whether nothing will be added to the totals after this.

        Returns:
            The gradients of x and of the states at the beginning.
        """
        own, new = self.facts, partial(fresh, self.x)
        directions, count, blocks = len(self.numbers), own.states, len(own.blocks)
        if self.lengths is not None:
            self.x = self.x.where(self._active(), 0)
        d_output, d_finals = _with_rows(d_output), [d.contiguous() for d in d_finals]
        strides = d_output.stride()[:2]
        each = (len(saved) - 1) // directions
        d_states, d_inputs, jobs, held = [], [], [], []
        for place, shape in enumerate(self.shapes):
            mine = saved[1 + place * each : 1 + (place + 1) * each]
            schedule, numbers = coming(
                own, shape, strides, of_input=of_input, begun=totals.begun, ends=ends
            )
            workspace = new(numbers)
            d_begin = [torch.empty_like(d) for d in d_finals[place * count : (place + 1) * count]]
            d_inputs += [torch.empty_like(self.x)] if of_input else []
            bases = self._bases(place, workspace)
            bases.append(saved[0].data_ptr() + place * own.output * own.bytes)
            bases += _pointers(mine[: count - 1])
            bases += _pointers(d_finals[place * count : (place + 1) * count])
            bases += _pointers(d_begin)
            bases += [*_pointers(mine[count - 1 :]), 0][:2]
            bases.append(d_output.data_ptr() + place * own.output * own.bytes)
            bases += _pointers(totals.weights[place * blocks : (place + 1) * blocks])
            bases += _pointers(totals.vectors[place])
            bases += _pointers(d_inputs[-1:])
            jobs.append(_job(schedule, bases))
            held.append(workspace)
            d_states += d_begin
        run(jobs, self.threads)
        totals.begun = True
        if not of_input:
            return None, d_states
        if not own.rows:
            return torch.zeros_like(self.x), d_states
        return d_inputs[0] if directions == 1 else d_inputs[0] + d_inputs[1], d_states

    def trace(self) -> tuple[Tensor, list[Tensor], dict[str, list[Tensor]]]:
        """Take all steps, keeping every named value.

        Returns:
            Output, final states, and by name for each direction the values, (T, B, size).
        """
        own, T = self.facts, self.T
        names, kept = own.program.step.names, own.program.kept["named"]
        output, finals, saved = self.forward("named")
        each = (len(saved) - 1) // len(self.numbers)
        found: dict[str, list[Tensor]] = {}
        for place in range(len(self.numbers)):
            mine = saved[1 + place * each : 1 + (place + 1) * each]
            first = saved[0][..., place * own.output : (place + 1) * own.output]
            sequences = [first, *mine[: own.states - 1]]
            values = {name: mine[-1][:, :, kept.index(node)] for name, node in names}
            values |= dict(zip(own.program.step.states, sequences, strict=True))
            for name, value in values.items():
                real = value[1 : T + 1]
                real = real.clone() if self.lengths is None else real.where(self._active(), 0)
                found.setdefault(name, []).append(real)
        return output, finals, found

    def _bases(self, place: int, workspace: Tensor) -> list[int]:
        blocks = len(self.facts.blocks)
        return [
            0 if self.lengths is None else self.lengths.data_ptr(),
            self.order.data_ptr(),
            self.x.data_ptr(),
            -(-workspace.data_ptr() // 64) * 64,
            *_pointers(self.weights[place * blocks : (place + 1) * blocks]),
        ]

    def _active(self) -> Tensor:
        assert self.lengths is not None
        return (torch.arange(self.T)[:, None] < self.lengths).unsqueeze(-1)


def _job(schedule: array[int], bases: list[int]) -> Job:
    place = barrier()
    return Job(schedule, array("q", (0, place.buffer_info()[0], *bases)), place)


def _pointers(tensors: Iterable[Tensor]) -> list[int]:
    return [tensor.data_ptr() for tensor in tensors]


@cache
def _ascending(count: int) -> Tensor:
    return torch.arange(count)


def _with_rows(d_output: Tensor) -> Tensor:
    """Return the same numbers, those of a row side by side, without spreading what is expanded."""
    if d_output.size(-1) == 1 or d_output.stride(-1) == 1:
        return d_output
    shape = d_output.shape
    for dim in (0, 1):
        if d_output.stride(dim) == 0:
            d_output = d_output.narrow(dim, 0, 1)
    return d_output.contiguous().expand(shape)
