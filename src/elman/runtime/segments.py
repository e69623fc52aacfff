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
from elman.runtime.layer_run import Totals, run_back, run_forward

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
        states: each state at the beginning, (D, B, size).
        weights: for each direction its tensors.
        lengths: (B,), or None.

    Returns:
        The output, the states at the end, and each state before every segment, in the order in
        which each direction goes through them, (segments, D, B, size).
    """
    outputs, finals, saved = [], [], []
    for number in range(own.layer.directions):
        before, parts = [state[number : number + 1] for state in states], []
        mine = _of_direction(own, number, weights)
        kept: list[list[Tensor]] = [[] for _ in before]
        for first, last in _cuts(x.size(0), number):
            for state, of_state in zip(before, kept, strict=True):
                of_state.append(state)
            given = (x[first:last], before, mine, _within(lengths, first, last), (number,))
            part, before, _ = run_forward(own.layer, *given, "nothing")
            parts.append(part)
        outputs.append(torch.cat(parts if number == 0 else parts[::-1]))
        finals.append(before)
        saved.append([torch.stack(of_state) for of_state in kept])
    if own.layer.directions == 1:
        return outputs[0], finals[0], saved[0]
    together = [torch.cat(both) for both in zip(*finals, strict=True)]
    kept_of_both = [torch.cat(both, dim=1) for both in zip(*saved, strict=True)]
    return torch.cat(outputs, dim=-1), together, kept_of_both


def backward(
    own: Facts,
    x: Tensor,
    weights: Sequence[Tensor],
    lengths: Tensor | None,
    saved: Sequence[Tensor],
    d_output: Tensor,
    d_finals: Sequence[Tensor | None],
    *,
    of_input: bool,
) -> list[Tensor | None]:
    """Run a layer back, each segment forward once more before.

    Args:
        own: as for `forward`, like the next three.
        x: (T, B, I).
        weights: of each direction.
        lengths: (B,), or None.
        saved: the states before every segment.
        d_output: (T, B, D * P).
        d_finals: for each state its gradient at the end; None if it is zero.
        of_input: whether the gradient of x is wanted.

    Returns:
        The gradients of x, of the states and of the weights.
    """
    d_inputs, d_states, d_weights = [], [], []
    for number in range(own.layer.directions):
        mine = _of_direction(own, number, weights)
        here = slice(number, number + 1)
        carried: Sequence[Tensor | None] = [None if d is None else d[here] for d in d_finals]
        totals = Totals(own, x, mine, 1)
        parts: list[Tensor] = []
        part_of_output = slice(number * own.output, (number + 1) * own.output)
        cuts = _cuts(x.size(0), number)
        for place, (first, last) in reversed(list(enumerate(cuts))):
            before = [state[place, here] for state in saved]
            real, segment = _within(lengths, first, last), x[first:last]
            _, _, again = run_forward(own.layer, segment, before, mine, real, (number,), "saved")
            given = (own.layer, segment, mine, real, (number,), again)
            arriving = (d_output[first:last, :, part_of_output], carried, totals)
            part, carried = run_back(*given, *arriving, of_input=of_input, ends=place == 0)
            parts += [] if part is None else [part]
        if of_input:
            d_inputs.append(torch.cat(parts[::-1] if number == 0 else parts))
        d_states.append(carried)
        d_weights += totals.weights
    d_x = sum(d_inputs[1:], d_inputs[0]) if of_input else None
    return [d_x, *[torch.cat(both) for both in zip(*d_states, strict=True)], *d_weights]


def _of_direction(own: Facts, number: int, weights: Sequence[Tensor]) -> Sequence[Tensor]:
    blocks = len(own.blocks)
    return weights[number * blocks : (number + 1) * blocks]


def _cuts(steps: int, number: int) -> list[tuple[int, int]]:
    """Return the segments in the order in which a direction goes through them."""
    size = math.ceil(math.sqrt(steps))
    cuts = [(first, min(first + size, steps)) for first in range(0, steps, size)]
    return cuts[::-1] if number else cuts


def _within(lengths: Tensor | None, first: int, last: int) -> Tensor | None:
    return None if lengths is None else (lengths - first).clamp(0, last - first)
