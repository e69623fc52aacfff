"""A run that keeps only the states between segments of time, and takes each segment again.

With segments of about the square root of T steps, what is kept for the way back is about two square
roots of it instead of all.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor

from elman.runtime.facts import Facts
from elman.runtime.layer_run import Run, Totals

__all__ = ["backward", "count", "forward"]


def count(steps: int) -> int:
    """Return how many segments a run has.

    Args:
        steps: T.

    Returns:
        About the square root of T.
    """
    return len(_cuts(steps, 0))


def forward(
    own: Facts,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> tuple[Tensor, list[Tensor], list[Tensor]]:
    """Run a layer segment by segment.

    Args:
        own: facts of the layer.
        x: (T, B, I).
        states: for each direction each state at the beginning.
        weights: for each direction its tensors.
        lengths: (B,), or None.

    Returns:
        The output, the states at the end, and each state before every segment, (segments, B, size).
    """
    outputs: list[Tensor] = []
    finals: list[Tensor] = []
    saved: list[Tensor] = []
    for number in range(own.layer.directions):
        given = _of_direction(own, number, states, weights)
        before, parts = given[0], []
        kept: list[list[Tensor]] = [[] for _ in before]
        cuts = _cuts(x.size(0), number)
        for first, last in cuts:
            for state, of_state in zip(before, kept, strict=True):
                of_state.append(state)
            one = Run(
                own, x[first:last], before, given[1], _within(lengths, first, last), (number,)
            )
            part, before, _ = one.forward("nothing")
            parts.append(part)
        outputs.append(torch.cat(parts if number == 0 else parts[::-1]))
        finals += before
        saved += [torch.stack(of_state) for of_state in kept]
    return torch.cat(outputs, dim=-1), finals, saved


def backward(
    own: Facts,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
    saved: Sequence[Tensor],
    d_output: Tensor,
    d_finals: Sequence[Tensor],
    *,
    of_input: bool,
) -> list[Tensor | None]:
    """Run a layer back, each segment forward once more before.

    Args:
        own: as for `forward`, like the next four.
        x: (T, B, I).
        states: at the beginning.
        weights: of each direction.
        lengths: (B,), or None.
        saved: the states before every segment.
        d_output: (T, B, D * P).
        d_finals: for each state its gradient at the end.
        of_input: whether the gradient of x is wanted.

    Returns:
        The gradients of x, of the states and of the weights.
    """
    d_inputs, d_states, d_weights = [], [], []
    for number in range(own.layer.directions):
        _, own_weights = _of_direction(own, number, states, weights)
        mine = slice(number * own.states, (number + 1) * own.states)
        kept, carried = saved[mine], list(d_finals[mine])
        totals = Totals(own, x, own_weights, 1)
        parts: list[Tensor] = []
        part_of_output = slice(number * own.output, (number + 1) * own.output)
        cuts = _cuts(x.size(0), number)
        for place, (first, last) in reversed(list(enumerate(cuts))):
            before = [state[place] for state in kept]
            real = _within(lengths, first, last)
            one = Run(own, x[first:last], before, own_weights, real, (number,))
            _, _, again = one.forward("saved")
            given = (again, d_output[first:last, :, part_of_output], carried, totals)
            part, carried = one.backward(*given, of_input=of_input, ends=place == 0)
            parts += [] if part is None else [part]
        if of_input:
            d_inputs.append(torch.cat(parts[::-1] if number == 0 else parts))
        d_states += carried
        d_weights += totals.weights
    d_x = sum(d_inputs[1:], d_inputs[0]) if of_input else None
    return [d_x, *d_states, *d_weights]


def _of_direction(
    own: Facts, number: int, states: Sequence[Tensor], weights: Sequence[Tensor]
) -> tuple[Sequence[Tensor], Sequence[Tensor]]:
    states_of, blocks = own.states, len(own.blocks)
    return (
        states[number * states_of : (number + 1) * states_of],
        weights[number * blocks : (number + 1) * blocks],
    )


def _cuts(steps: int, number: int) -> list[tuple[int, int]]:
    """Return the segments in the order in which a direction goes through them."""
    size = math.ceil(math.sqrt(steps))
    cuts = [(first, min(first + size, steps)) for first in range(0, steps, size)]
    return cuts[::-1] if number else cuts


def _within(lengths: Tensor | None, first: int, last: int) -> Tensor | None:
    return None if lengths is None else (lengths - first).clamp(0, last - first)
