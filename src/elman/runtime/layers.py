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
        run: runs one layer: input (T, B, I), states (D, B, H), and weights for each direction.

    Returns:
        Output and states.
    """
    stack, output, states, weights, lengths, *_ = call
    layer = stack.layer
    if stack.num_layers == 1:
        output, ends = run(layer, output, states, weights, lengths)
        return output, tuple(ends)
    finals, D, blocks = [], stack.directions, stack.directions * len(stack.names)
    for n in range(stack.num_layers):
        output, ends = run(
            layer,
            call.drop(output) if n else output,
            [state[n * D : (n + 1) * D] for state in states],
            weights[n * blocks : (n + 1) * blocks],
            lengths,
        )
        finals.append(ends)
    return output, tuple([torch.cat(of_layers) for of_layers in zip(*finals, strict=True)])
