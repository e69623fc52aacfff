"""One run of a layer: its memory, and the schedules of its directions beside each other."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache
from math import prod
from typing import NamedTuple

import torch
from torch import Tensor

from elman.plan.kept import of_units, scored, uniform
from elman.plan.program import Program
from elman.runtime.coming import coming
from elman.runtime.direction import Shape
from elman.runtime.facts import Facts, Layer, facts
from elman.runtime.going import going
from elman.runtime.memory import maker
from elman.runtime.team import run, threads_worth
from elman.runtime.workspace import LINE, workspace
from elman.settings import vector_bits

__all__ = ["Totals", "active", "kept_shapes", "places", "run_back", "run_forward"]

_contiguous, _address = Tensor.contiguous, Tensor.data_ptr

PACKED = 16
"""Multiplications that take as long as packing a weight."""

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
        shapes = [weight.shape for weight in weights]
        new = maker(x, own.bytes * max(map(prod, shapes), default=0))
        self.weights = [new(*shape) for shape in shapes]
        self.own, vectors = own, own.program.vectors
        if len(vectors) < len(own.program.step.vectors):
            for gradient in self.weights:
                gradient.zero_()
        self.vectors = [x.new_empty(directions, x.size(1), own.hidden) for _ in vectors]
        self.begun = False


class _Plan(NamedTuple):
    """What is the same for every run of a shape.

    Args:
        schedules: of each direction.
        threads: how many do it.
        largest: bytes of the largest of its tensors.
        order: (B,), the rows as they come.
        states: the shapes of the states.
        output: the shape of the output; None if it is a part of its sequence.
        saved: the shapes of that sequence, and those that `kept_shapes` returns.
        nowhere: a zero for each buffer that there is none of.
        inside: where the sequences lie in the workspace, in bytes, if nothing is kept.
        room: bytes of the workspace of all directions.
        steps: for each buffer but the weights, by how many bytes that of the next direction lies
            behind it.
    """

    schedules: list[array[int]]
    threads: int
    largest: int
    order: Tensor
    states: Sequence[tuple[int, ...]]
    output: tuple[int, ...] | None
    saved: Sequence[tuple[int, ...]]
    nowhere: list[int]
    inside: list[int]
    room: int
    steps: list[int]


def run_forward(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
    numbers: tuple[int, ...],
    kept: str,
) -> tuple[Tensor, list[Tensor], list[Tensor]]:
    """Take all steps.

    Args:
        layer: the layer.
        x: (T, B, I).
        states: each state at the beginning, (D, B, size).
        weights: for each direction its tensors.
        lengths: (B,), or None.
        numbers: of the D directions, 0 forward and 1 backward in time.
        kept: what of each step is kept, a key of `Program.kept`.

    Returns:
        Output, final states, and what was saved: the sequence of the output of all directions,
        (T + 2, B, D * P), and what `kept_shapes` says.
    """
    ragged, machine = lengths is not None, (vector_bits(), torch.get_num_threads())
    size = places(layer, weights)
    plan = _forward_plan(layer, x.dtype, x.shape, size, numbers, ragged, kept, *machine)
    x, *given = map(_contiguous, (x, *weights, *states))
    new = maker(x, plan.largest)
    sequence, *saved = [new(*shape) for shape in plan.saved]
    output = new(*plan.output) if plan.output else sequence[1:-1]
    finals = [new(*shape) for shape in plan.states]
    room, held = workspace(x, plan.room)
    at = [*map(_address, (*given, *finals, sequence, *saved))]
    at += [room + place for place in plan.inside]
    at += plan.nowhere
    at.append(_address(output))
    _run(plan, x, lengths, room, at)
    del held
    if lengths is not None:
        output = output.where(active(lengths, len(output)), 0)
    return output, finals, [sequence, *saved]


def run_back(
    layer: Layer,
    x: Tensor,
    weights: Sequence[Tensor],
    lengths: Tensor | None,
    numbers: tuple[int, ...],
    saved: Sequence[Tensor],
    d_output: Tensor,
    d_finals: Sequence[Tensor | None],
    totals: Totals,
    *,
    of_input: bool,
    ends: bool,
) -> tuple[Tensor | None, list[Tensor]]:
    """Take all steps back.

    Args:
        layer: as for `run_forward`, like the next four.
        x: (T, B, I).
        weights: of each direction.
        lengths: (B,), or None.
        numbers: of the directions.
        saved: what `run_forward` saved.
        d_output: (T, B, D * P).
        d_finals: for each state its gradient at the end, (D, B, size); None if it is zero.
        totals: what the gradients of the weights are added to.
        of_input: whether the gradient of x is wanted.
        ends: whether nothing will be added to the totals after this.

    Returns:
        The gradients of x and of the states at the beginning.
    """
    (T, B, I), directions, own = x.shape, len(numbers), totals.own
    d_output, machine = _with_rows(d_output), (vector_bits(), torch.get_num_threads())
    ways = (d_output.stride()[:2], of_input, totals.begun, ends)
    size = places(layer, weights)
    plan = _back_plan(layer, x.dtype, x.shape, size, numbers, lengths is not None, *ways, *machine)
    x = x.contiguous() if lengths is None else x.where(active(lengths, T), 0)
    weights = [*map(_contiguous, weights)]
    d_finals = [None if d is None else d.contiguous() for d in d_finals]
    new = maker(x, plan.largest)
    d_states = [new(*shape) for shape in plan.states]
    d_x = new(directions * T, B, I) if of_input else None
    room, held = workspace(x, plan.room)
    blocks, found = len(own.blocks), totals.weights
    at: list[int] = []
    for first in [place * blocks for place in range(directions)]:
        last = first + blocks
        at += map(_address, (*weights[first:last], *found[first:last]))
    kept = [*map(_address, saved), 0, 0, 0][: own.states + 3]
    at += kept[: own.states]
    at += [0 if d is None else _address(d) for d in d_finals]
    at += [*map(_address, d_states), *kept[own.states :], _address(d_output)]
    at += map(_address, totals.vectors if d_x is None else (*totals.vectors, d_x))
    _run(plan, x, lengths, room, at)
    del held
    totals.begun = True
    if d_x is None or not own.rows:
        return None if d_x is None else torch.zeros_like(x), d_states
    return d_x if directions == 1 else d_x[:T] + d_x[T:], d_states


def places(layer: Layer, weights: Sequence[Tensor]) -> int:
    """Return S, of the memory that a layer is given.

    Args:
        layer: the layer.
        weights: for each direction all tensors that it is given.

    Returns:
        S; 0 if there is no memory.
    """
    return weights[-2].size(1) if layer.cell.graph.sources else 0


def kept_shapes(
    program: Program, hidden: int, T: int, B: int, S: int, directions: int, kept: str
) -> list[tuple[int, ...]]:
    """Return the shapes of what a run keeps of every step beside the sequence of the output.

    Args:
        program: of the layer.
        hidden: H.
        T: steps.
        B: rows.
        S: places of a memory.
        directions: D.
        kept: a key of `Program.kept`.

    Returns:
        Those of the sequences of the other states, that of the tape, that of the averages and that
        of the scores, as far as there are any of it or of what comes behind it.
    """
    values = program.kept[kept]
    averages, scores = sum(map(uniform, values)), S * sum(map(scored, values))
    on_tape = program.tape_places if kept == "saved" else sum(map(of_units, values))
    shapes: list[tuple[int, ...]] = [(directions, T + 2, B, hidden)] * (
        len(program.step.states) - 1
    )
    shapes += [(directions, T + 2, B, on_tape, hidden)] if on_tape else []
    shapes += [(directions, T + 2, B, averages)] if averages or scores else []
    return [*shapes, (directions, T + 2, B, scores)] if scores else shapes


def active(lengths: Tensor, T: int) -> Tensor:
    """Return which steps are real.

    Args:
        lengths: (B,).
        T: steps.

    Returns:
        (T, B, 1) of bool.
    """
    return (torch.arange(T)[:, None] < lengths).unsqueeze(-1)


@lru_cache(maxsize=256)
def _forward_plan(
    layer: Layer,
    dtype: torch.dtype,
    shape: Sequence[int],
    S: int,
    numbers: tuple[int, ...],
    ragged: bool,
    kept: str,
    bits: str,
    available: int,
) -> _Plan:
    own, (T, B, _), directions = facts(layer, dtype), shape, len(numbers)
    threads, shapes = _shared(own, shape, S, numbers, ragged, available)
    found = [going(own, shape, kept) for shape in shapes]
    room = _lines(max(count for _, count in found) * own.bytes)
    saved = kept_shapes(own.program, own.hidden, T, B, S, directions, kept)
    inside: list[int] = []
    if kept == "nothing":
        # of the other states only the last two steps, which nobody wants to see
        size = _lines(2 * B * own.hidden * own.bytes)
        inside = [room + place * size for place in range(own.states - 1)]
        room, saved = room + len(inside) * size, []
    states = [(directions, B, own.size_of_state(number)) for number in range(own.states)]
    of_states = [prod(shape[1:]) * own.bytes for shape in states]
    steps = [*of_states, *of_states, own.output * own.bytes]
    steps += [room] * len(inside) + [prod(shape[1:]) * own.bytes for shape in saved]
    nowhere = [0] * (3 * own.states + 3 - len(steps))
    steps += [*nowhere, own.output * own.bytes]
    saved = [(T + 2, B, directions * own.output), *saved]
    # what is done in place to an output must not spoil what the way back needs
    output = (T, B, directions * own.output) if kept == "saved" and not ragged else None
    schedules, order = [schedule for schedule, _ in found], torch.arange(B, device="cpu")
    largest, room = own.bytes * max(map(prod, saved)), room * directions
    of = (states, output, saved, nowhere, inside)
    return _Plan(schedules, threads, largest, order, *of, room, steps)


@lru_cache(maxsize=256)
def _back_plan(
    layer: Layer,
    dtype: torch.dtype,
    shape: Sequence[int],
    S: int,
    numbers: tuple[int, ...],
    ragged: bool,
    d_output: tuple[int, int],
    of_input: bool,
    begun: bool,
    ends: bool,
    bits: str,
    available: int,
) -> _Plan:
    own, (T, B, I), directions = facts(layer, dtype), shape, len(numbers)
    threads, shapes = _shared(own, shape, S, numbers, ragged, available)
    found = [
        coming(own, shape, d_output, of_input=of_input, begun=begun, ends=ends) for shape in shapes
    ]
    room = directions * _lines(max(count for _, count in found) * own.bytes)
    saved = kept_shapes(own.program, own.hidden, T, B, S, directions, "saved")
    states = [(directions, B, own.size_of_state(number)) for number in range(own.states)]
    of_states = [prod(shape[1:]) * own.bytes for shape in states]
    of_saved = [prod(shape[1:]) * own.bytes for shape in saved]
    others, tape = of_saved[: own.states - 1], [*of_saved[own.states - 1 :], 0, 0, 0][:3]
    output = own.output * own.bytes
    steps = [output, *others, *of_states, *of_states, *tape, output]
    steps += [B * own.hidden * own.bytes] * len(own.program.vectors)
    steps += [T * B * I * own.bytes] if of_input else []
    schedules, order = [schedule for schedule, _ in found], torch.arange(B, device="cpu")
    largest = directions * max(T * B * I * own.bytes, *of_states)
    return _Plan(schedules, threads, largest, order, states, None, [], [], [], room, steps)


def _shared(
    own: Facts,
    shape: Sequence[int],
    S: int,
    numbers: tuple[int, ...],
    ragged: bool,
    available: int,
) -> tuple[int, list[Shape]]:
    """Return how many threads share a run, and what each direction's schedule depends on."""
    (T, B, I), directions = shape, len(numbers)
    multiplications = own.multiplications(I) * directions
    threads = threads_worth((T * B + PACKED) * multiplications, available)
    # with few rows all of them for a part of the units are more work than few for all units
    by_units = threads > directions and FEW_ROWS * threads > B
    # what is read once need not be packed far away
    packers = -(-threads // directions) if T == 1 and (by_units or threads <= directions) else 0
    ways = (directions, ragged, by_units, packers)
    return threads, [Shape(T, B, I, number, *ways, places=S) for number in numbers]


def _run(
    plan: _Plan,
    x: Tensor,
    lengths: Tensor | None,
    room: int,
    at: Sequence[int],
) -> None:
    """Do what is planned on this memory.

    Args:
        plan: what is to be done.
        x: (T, B, I).
        lengths: (B,), or None.
        room: where the workspace lies.
        at: where the parameters of each direction lie, and the other buffers of the first one.
    """
    order, lies, schedules = plan.order, 0, plan.schedules
    if lengths is not None:
        order, lies = lengths.argsort(descending=True), _address(lengths)
    head = (lies, _address(order), _address(x))
    if len(schedules) == 1:
        jobs = [(schedules[0], (*head, room, *at))]
    else:
        first = len(at) - len(plan.steps)
        half, rest = first // 2, at[first:]
        # of what is nowhere there is nothing for the other direction either
        other = [one and one + step for one, step in zip(rest, plan.steps, strict=True)]
        jobs = [
            (schedules[0], (*head, room, *at[:half], *rest)),
            (schedules[1], (*head, room + plan.room // 2, *at[half:first], *other)),
        ]
    run(jobs, plan.threads)


def _lines(size: int) -> int:
    """Return bytes such that what follows them begins a line of the cache."""
    return -(-size // LINE) * LINE


def _with_rows(d_output: Tensor) -> Tensor:
    """Return the same numbers, those of a row side by side, without spreading what is expanded."""
    if d_output.size(-1) == 1 or d_output.stride(-1) == 1:
        return d_output
    shape = d_output.shape
    for dim in (0, 1):
        if d_output.stride(dim) == 0:
            d_output = d_output.narrow(dim, 0, 1)
    return d_output.contiguous().expand(shape)
