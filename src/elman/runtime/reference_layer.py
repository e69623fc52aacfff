"""The reference by the signature of the kernels: one layer at a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import torch
from torch import Tensor

from elman.runtime.call import Call, Result
from elman.runtime.reference import Reference
from elman.runtime.stack import Layer, stack

__all__ = ["forward", "trace"]


def forward(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> tuple[Tensor, list[Tensor]]:
    """Run one layer.

    Args:
        layer: the layer.
        x: (T, B, I).
        states: for each direction each state, (B, H).
        weights: for each direction its tensors.
        lengths: (B,); None if all steps are real.

    Returns:
        The output, (T, B, D * H), and the final states as the states.
    """
    return _flat(Reference().run(_call(layer, x, states, weights, lengths)))


def trace(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> tuple[Tensor, list[Tensor], dict[str, list[Tensor]]]:
    """Run one layer and keep every named value.

    Args:
        layer: as for `forward`.
        x: the same.
        states: the same.
        weights: the same.
        lengths: the same.

    Returns:
        What `forward` returns, and for each name its value in each direction, (T, B, H).
    """
    result, record = Reference().trace(_call(layer, x, states, weights, lengths))
    suffixes = ("_l0", "_l0_reverse")[: layer.directions]
    values = {name: [record[name + s] for s in suffixes] for name in layer.cell.graph.values}
    return *_flat(result), values


def _call(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> Call:
    count = len(layer.cell.states)
    together = tuple(torch.stack(tuple(states[place::count])) for place in range(count))
    # what is computed again is this very run
    whole = stack(layer._replace(recompute=False), x.size(2))
    return Call(whole, x, together, tuple(weights), lengths)


def _flat(result: Result) -> tuple[Tensor, list[Tensor]]:
    output, finals = result
    return output, list(chain(*zip(*(final.unbind(0) for final in finals), strict=True)))
