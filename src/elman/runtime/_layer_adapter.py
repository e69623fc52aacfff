"""The two functions of a layer over kernels of one direction at a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import Tensor

from elman.cells import Cell
from elman.cells.layout import Layout
from elman.plan import program

if TYPE_CHECKING:
    from elman.runtime.layer import LayerRun

__all__ = ["Layer", "backward", "forward", "refuses", "saved_shapes", "trace"]


class Layer(NamedTuple):
    """What is the same for every call of a layer.

    Args:
        cell: the cell.
        layout: how the tensors of a direction are packed.
        hidden_size: H.
        proj_size: P, 0 if the output is not projected.
        directions: D.
        recompute: whether less is kept for the way back and computed again.
    """

    cell: Cell
    layout: Layout
    hidden_size: int
    proj_size: int
    directions: int
    recompute: bool


def refuses(layer: Layer) -> str:
    """Return why no kernel covers a layer; an empty string if one does."""
    reason = program.refuses(layer.cell.graph)
    if reason:
        return f"kernels do not cover the cell {layer.cell.name}: {reason}"
    return "kernels do not project" if layer.proj_size else ""


def saved_shapes(layer: Layer, steps: int, rows: int) -> list[tuple[int, ...]]:
    """Return the shapes of what `forward` saves, contiguous and of the dtype of the input."""
    if layer.recompute:
        return []
    plan, H = program.plan(layer.cell.graph), layer.hidden_size
    beyond = len(plan.saved) - len(plan.rows)
    one: list[tuple[int, ...]] = [(steps + 1, rows, H)] * len(layer.cell.states)
    one += [(steps + 1, rows, len(plan.rows) * H)] + [(steps, rows, H)] * beyond
    return one * layer.directions


def forward(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
    *,
    saving: bool,
) -> tuple[Tensor, list[Tensor], list[Tensor]]:
    """Return output, final states and what is saved."""
    x, real = _cleaned(x, lengths)
    outputs: list[Tensor] = []
    finals: list[Tensor] = []
    saved: list[Tensor] = []
    for direction in range(layer.directions):
        run = _run(layer, direction, x, states, weights, lengths)
        sequences, kept = run.forward(saving=saving)
        output = sequences[0][1:]
        outputs.append(output.flip(0) if direction else output)
        finals += [sequence[-1].clone() for sequence in sequences]
        saved += [*sequences, *kept] if saving and not layer.recompute else []
    output = torch.cat(outputs, -1)
    return (output if real is None else output.where(real, 0)), finals, saved


def backward(
    layer: Layer,
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
    """Return the gradients of input, states and weights."""
    x, real = _cleaned(x, lengths)
    if real is not None:
        d_output = d_output.where(real, 0)
    if layer.recompute:
        saved = forward(layer._replace(recompute=False), x, states, weights, lengths, saving=True)[
            2
        ]
    count, H = len(layer.cell.states), layer.hidden_size
    per_direction = len(saved) // layer.directions
    d_input: Tensor | None = None
    d_states, d_weights = [], []
    for direction in range(layer.directions):
        here = saved[direction * per_direction : (direction + 1) * per_direction]
        found, *rest = _run(layer, direction, x, states, weights, lengths).backward(
            here[:count],
            here[count:],
            d_output[..., direction * H : (direction + 1) * H],
            d_finals[direction * count : (direction + 1) * count],
            of_input=of_input,
        )
        if found is not None:
            found = found if real is None else found.where(real, 0)
            d_input = found if d_input is None else d_input + found
        d_states.append(rest[:count])
        d_weights.append(rest[count:])
    return [d_input, *chain(*d_states), *chain(*d_weights)]


def trace(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> tuple[Tensor, list[Tensor], dict[str, list[Tensor]]]:
    """Return output, final states and, for each name, its value in each direction."""
    from elman.runtime.reference_layer import trace

    return trace(layer, x, states, weights, lengths)


def _cleaned(x: Tensor, lengths: Tensor | None) -> tuple[Tensor, Tensor | None]:
    if lengths is None:
        return x, None
    real = (torch.arange(x.size(0))[:, None] < lengths).unsqueeze(-1)
    return x.where(real, 0), real


def _run(
    layer: Layer,
    direction: int,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> LayerRun:
    from elman.runtime.layer import LayerRun

    count, names = len(layer.cell.states), [block.name for block in layer.layout.blocks]
    begin = states[direction * count : (direction + 1) * count]
    tensors = weights[direction * len(names) : (direction + 1) * len(names)]
    call = SimpleNamespace(
        cell=layer.cell,
        layout=layer.layout,
        x=x,
        states=begin,
        weights=(dict.fromkeys(names),),
        hidden_size=layer.hidden_size,
        lengths=lengths,
    )
    return LayerRun(call, (x, *begin, *tensors), direction == 1)  # type: ignore[arg-type]
