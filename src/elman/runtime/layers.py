"""Layers over each other: how a stack runs when each layer does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from elman.runtime.call import Call, Result
from elman.runtime.stack import Layer

__all__ = ["RunLayer", "through_layers"]

RunLayer = Callable[
    [Layer, Tensor, Sequence[Tensor], Sequence[Tensor], Tensor | None],
    tuple[Tensor, Sequence[Tensor]],
]
"""Layer, input, states, weights and lengths -> output and final states."""


def through_layers(call: Call, run: RunLayer) -> Result:
    """Run all layers, the lowest first.

    Args:
        call: the call.
        run: runs one layer: input (T, B, I), states (B, H) and weights for each direction.

    Returns:
        Output and states.
    """
    stack, states, weights = call.stack, call.states, call.weights
    layers, per_layer = stack.num_layers, stack.directions * len(stack.names)
    rows = [state[row] for row in range(stack.rows) for state in states]
    output, per = call.x, len(rows) // layers
    finals: list[Tensor] = []
    for n in range(layers):
        output, ends = run(
            stack.layer,
            call.drop(output) if n else output,
            rows[n * per : (n + 1) * per],
            weights[n * per_layer : (n + 1) * per_layer],
            call.lengths,
        )
        finals += ends
    if len(finals) == len(states):
        return output, tuple([final.unsqueeze(0) for final in finals])
    count = len(states)
    return output, tuple([torch.stack(finals[place::count]) for place in range(count)])
