"""One run of a layer: its directions beside each other, chunk of time by chunk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import torch
from torch import Tensor

from elman.graph import Expr
from elman.plan.kept import uniform
from elman.runtime.direction import Direction
from elman.runtime.facts import Facts
from elman.runtime.team import Job, run, threads_worth

__all__ = ["Run", "Totals"]

CHUNK = 1 << 21
"""Bytes of the tape that are worked on at once, so that they stay in a cache."""

TERMS = 512
"""Terms of the gradient of a matrix that are worth a visit of it."""


class Totals:
    """The gradients of the weights, as sums that grow chunk by chunk.

    Args:
        own: facts of the layer.
        x: an input.
        weights: for each direction its tensors.
    """

    def __init__(self, own: Facts, x: Tensor, weights: Sequence[Tensor]):
        self.weights = [torch.empty_like(w, memory_format=torch.contiguous_format) for w in weights]
        count = len(weights) // len(own.blocks)
        for name, gradient in zip(own.blocks * count, self.weights, strict=True):
            if name in ("vector", "gain", "shift"):
                gradient.zero_()
        self.vectors = [
            {name: x.new_zeros(x.size(1), own.hidden) for name in own.program.vectors}
            for _ in range(count)
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
        numbers: of the directions, 0 forward and 1 backward in time; all of them if None.
    """

    def __init__(
        self,
        own: Facts,
        x: Tensor,
        states: Sequence[Tensor],
        weights: Sequence[Tensor],
        lengths: Tensor | None,
        numbers: Sequence[int] | None = None,
    ):
        self.facts, self.x, self.lengths, self.states = own, x.contiguous(), lengths, states
        self.T, self.B, self.I = x.shape
        self.numbers = range(own.layer.directions) if numbers is None else numbers
        blocks = len(own.blocks)
        self.weights = [
            dict(zip(own.blocks, (w.contiguous() for w in weights[d : d + blocks]), strict=True))
            for d in range(0, len(weights), blocks)
        ]
        self.order = _ascending(self.B) if lengths is None else lengths.argsort(descending=True)
        maps, count = len(own.maps), len(self.numbers)
        terms = self.I * len(own.rows) + own.output * maps
        self.threads = threads_worth(self.T * self.B * own.hidden * terms * count)
        # with few rows all of them for a part of the units are more work than few for all units
        self.by_units = self.threads > count and self.B < 8 * self.threads
        self.step_bytes = self.B * maps * own.hidden * own.bytes
        self.directions: list[Direction] = []

    def _begin(self, output: Tensor) -> list[Job]:
        given = (self.lengths, self.order, output)
        self.directions = [
            Direction(self.facts, number, place, self.x, weights, *given, self.by_units)
            for place, (number, weights) in enumerate(zip(self.numbers, self.weights, strict=True))
        ]
        return [Job() for _ in self.directions]

    def _active(self) -> Tensor | None:
        if self.lengths is None:
            return None
        return (torch.arange(self.T)[:, None] < self.lengths).unsqueeze(-1)

    def forward(
        self, kept: tuple[Expr, ...], *, saving: bool
    ) -> tuple[Tensor, list[Tensor], list[Tensor]]:
        """Take all steps.

        Args:
            kept: the values of a step to keep.
            saving: whether the way back will follow.

        Returns:
            Output, final states, and what was saved.
        """
        own, T, B, x = self.facts, self.T, self.B, self.x
        output = x.new_empty(T + 2, B, len(self.numbers) * own.output)
        jobs = self._begin(output)
        places = own.program.tape_places if saving else sum(not uniform(node) for node in kept)
        averages = sum(map(uniform, kept))
        slots = T + 2 if saving or kept else 2
        steps = max(1, min(T, CHUNK // self.step_bytes))
        saved = [output]
        for place, (direction, job) in enumerate(zip(self.directions, jobs, strict=True)):
            others = [x.new_empty(slots, B, own.hidden) for _ in range(own.states - 1)]
            direction.begin(self.states[place * own.states : (place + 1) * own.states], others)
            direction.tape = x.new_empty(T + 2, B, places, own.hidden) if places else None
            direction.scalars = x.new_empty(T + 2, B, averages) if averages else None
            saved += [*others, *_some(direction.tape, direction.scalars)]
            direction.prepare(job, kept, steps)
            if not direction.hoisted:
                steps = T
        for first in range(0, T, steps):
            for direction, job in zip(self.directions, jobs, strict=True):
                direction.go_forward(job, first, min(steps, T - first))
            run(jobs, self.threads)
            jobs = [Job() for _ in self.directions]
        finals = [
            # a short ring of slots is nobody else's
            final if number and slots == 2 else final.clone()
            for direction in self.directions
            for number, final in enumerate(direction.at_end())
        ]
        real, active = output[1 : T + 1], self._active()
        if active is not None:
            return real.where(active, 0), finals, saved
        return (real.clone() if saving else real), finals, saved

    def trace(self) -> tuple[Tensor, list[Tensor], dict[str, list[Tensor]]]:
        """Take all steps, keeping every named value.

        Returns:
            Output, final states, and by name for each direction the values, (T, B, size).
        """
        own, T = self.facts, self.T
        kept = tuple(dict.fromkeys(node for _, node in own.named))
        output, finals, _ = self.forward(kept, saving=False)
        active = self._active()
        found: dict[str, list[Tensor]] = {}
        for direction in self.directions:
            named = {
                name: direction.tape[1 : T + 1, :, kept.index(node)] for name, node in own.named
            }
            states = own.program.step.states
            named |= dict(zip(states, (s[1 : T + 1] for s in direction.sequences), strict=True))
            for name, values in named.items():
                values = values.clone() if active is None else values.where(active, 0)
                found.setdefault(name, []).append(values)
        return output, finals, found

    def backward(
        self,
        saved: Sequence[Tensor],
        d_output: Tensor,
        d_finals: Sequence[Tensor],
        totals: Totals,
        *,
        of_input: bool,
    ) -> tuple[Tensor | None, list[Tensor]]:
        """Take all steps back.

        Args:
            saved: what `forward` saved.
            d_output: (T, B, D * P).
            d_finals: for each state its gradient at the end.
            totals: what the gradients of the weights are added to.
            of_input: whether the gradient of x is wanted.

        Returns:
            The gradients of x and of the states at the beginning.
        """
        own, T = self.facts, self.T
        active = self._active()
        if active is not None:
            self.x = self.x.where(active, 0)
        d_output = _with_rows(d_output)
        carried = [d.clone(memory_format=torch.contiguous_format) for d in d_finals]
        jobs = self._begin(saved[0])
        each = (len(saved) - 1) // len(jobs)
        d_inputs = []
        for place, (direction, job) in enumerate(zip(self.directions, jobs, strict=True)):
            mine = saved[1 + place * each : 1 + (place + 1) * each]
            direction.sequences += mine[: own.states - 1]
            direction.tape, direction.scalars = (*mine[own.states - 1 :], None)[:2]
            if of_input:
                d_inputs.append(torch.empty_like(self.x))
            direction.prepare_back(
                job,
                d_output[..., place * own.output : (place + 1) * own.output],
                carried[place * own.states : (place + 1) * own.states],
                dict(zip(own.blocks, totals.weights[place * len(own.blocks) :], strict=False)),
                totals.vectors[place],
                d_inputs[place] if of_input else None,
            )
        steps = max(1, min(T, max(CHUNK // self.step_bytes, TERMS // self.B)))
        for first in range(0, T, steps):
            for direction, job in zip(self.directions, jobs, strict=True):
                direction.come_back(job, first, min(steps, T - first), again=totals.begun)
            run(jobs, self.threads)
            totals.begun, jobs = True, [Job() for _ in self.directions]
        if not of_input:
            return None, carried
        d_x = d_inputs[0] if len(d_inputs) == 1 else d_inputs[0] + d_inputs[1]
        return d_x if own.rows else torch.zeros_like(d_x), carried

    def sum_vectors(self) -> None:
        """Add up the gradients of the learned vectors over the rows, after the last chunk."""
        if self.facts.program.vectors:
            jobs = [Job() for _ in self.directions]
            for direction, job in zip(self.directions, jobs, strict=True):
                direction.sum_vectors(job)
            run(jobs, 1)


def _some(*tensors: Tensor | None) -> list[Tensor]:
    return [tensor for tensor in tensors if tensor is not None]


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
