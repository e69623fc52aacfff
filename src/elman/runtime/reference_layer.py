"""The reference by the signature of the kernels: one layer at a time."""

from __future__ import annotations

from collections.abc import Sequence

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
) -> Result:
    """Run one layer.

    Args:
        layer: the layer.
        x: (T, B, I).
        states: each state, (D, B, H).
        weights: for each direction its tensors.
        lengths: (B,); None if all steps are real.

    Returns:
        The output, (T, B, D * H), and the final states as the states.
    """
    return Reference().run(_call(layer, x, states, weights, lengths))


def trace(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> tuple[Tensor, tuple[Tensor, ...], dict[str, Tensor]]:
    """Run one layer and keep every named value.

    Args:
        layer: as for `forward`.
        x: the same.
        states: the same.
        weights: the same.
        lengths: the same.

    Returns:
        What `forward` returns, and by name (D, T, B, H).
    """
    result, record = Reference().trace(_call(layer, x, states, weights, lengths))
    suffixes = ("_l0", "_l0_reverse")[: layer.directions]
    names = layer.cell.graph.values
    return *result, {name: torch.stack([record[name + s] for s in suffixes]) for name in names}


def _call(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> Call:
    # what is computed again is this very run
    whole = stack(layer._replace(recompute=False), x.size(2))
    return Call(whole, x, tuple(states), tuple(weights), lengths)
