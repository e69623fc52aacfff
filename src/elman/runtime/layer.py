"""A layer by its kernels: forward, back, and with everything by name."""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor

from elman.plan import program
from elman.plan.kept import uniform
from elman.runtime import segments
from elman.runtime.facts import Layer, facts
from elman.runtime.kernels import FORMATS
from elman.runtime.layer_run import Totals, active, kept_shapes, run_back, run_forward

__all__ = [
    "FORMATS",
    "Layer",
    "backward",
    "forward",
    "output_shape",
    "refuses",
    "saved_shapes",
    "trace",
    "traces",
]

DIRECTIONS = {1: (0,), 2: (0, 1)}
"""Of a layer: 0 forward and 1 backward in time."""


def refuses(layer: Layer) -> str:
    """Return why no kernel covers a layer.

    Args:
        layer: the layer.

    Returns:
        The reason; an empty string if one does.
    """
    reason = program.refuses(layer.cell.graph, projection=layer.proj_size > 0)
    if layer.recompute and layer.cell.graph.noises:
        reason = "its noise is of whole sequences, and not of the parts that are computed again"
    if layer.proj_size and layer.cell.graph.sources:
        reason = "it attends to a memory beside a projection"
    return f"kernels do not cover the cell {layer.cell.name}: {reason}" if reason else ""


def traces(layer: Layer) -> bool:
    """Return whether kernels keep every named value of a layer.

    Args:
        layer: the layer.

    Returns:
        False if one of them is a condition, or the same for all units.
    """
    return all(node.kind == "hidden" and not uniform(node) for _, node in layer.cell.graph.names)


def output_shape(layer: Layer, x: Tensor) -> tuple[int, int, int]:
    """Return the shape of the output of a layer, (T, B, D * P).

    Args:
        layer: the layer.
        x: (T, B, I).

    Returns:
        The shape.
    """
    return x.size(0), x.size(1), layer.directions * (layer.proj_size or layer.hidden_size)


def saved_shapes(layer: Layer, steps: int, rows: int, places: int = 0) -> list[tuple[int, ...]]:
    """Return the shapes of what `forward` saves, contiguous and of the dtype of the input.

    Args:
        layer: the layer.
        steps: T.
        rows: B.
        places: S, of a memory.

    Returns:
        The shapes.
    """
    hidden, directions = layer.hidden_size, layer.directions
    output = layer.proj_size or hidden
    if layer.recompute:
        sizes = (output, *[hidden] * (len(layer.cell.states) - 1))
        return [(segments.count(steps), directions, rows, size) for size in sizes]
    made = program.plan(layer.cell.graph, projection=layer.proj_size > 0)
    beside = kept_shapes(made, hidden, steps, rows, places, directions, "saved")
    return [(steps + 2, rows, directions * output), *beside]


def forward(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
    *,
    saving: bool,
) -> tuple[Tensor, list[Tensor], list[Tensor]]:
    """Run a layer.

    Args:
        layer: the layer.
        x: (T, B, I).
        states: each state at the beginning, (D, B, size).
        weights: for each direction its tensors, in the order of its blocks.
        lengths: (B,) of int64 on the CPU; None if all steps are real.
        saving: whether the way back will follow.

    Returns:
        The output (T, B, D * P), zero beyond the lengths; each state at the end; what the way back
        needs.
    """
    if saving and layer.recompute:
        return segments.forward(facts(layer, x.dtype), x, states, weights, lengths)
    numbers, kept = DIRECTIONS[layer.directions], "saved" if saving else "nothing"
    output, finals, saved = run_forward(layer, x, states, weights, lengths, numbers, kept)
    return output, finals, saved if saving else []


def backward(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
    saved: Sequence[Tensor],
    d_output: Tensor,
    d_finals: Sequence[Tensor | None],
    *,
    of_input: bool,
) -> list[Tensor | None]:
    """Run a layer back.

    Args:
        layer: as for `forward`, like the next four.
        x: (T, B, I).
        states: at the beginning.
        weights: of each direction.
        lengths: (B,), or None.
        saved: what `forward` returned last; it may be written over.
        d_output: (T, B, D * P).
        d_finals: for each state at the end its gradient, (D, B, size); None if it is zero.
        of_input: whether the gradient of x is wanted.

    Returns:
        The gradients of x (None if not wanted), of the states and of the weights.
    """
    own = facts(layer, x.dtype)
    if layer.recompute:
        given = (own, x, weights, lengths, saved, d_output, d_finals)
        return segments.backward(*given, of_input=of_input)
    totals, numbers = Totals(own, x, weights, layer.directions), DIRECTIONS[layer.directions]
    ways = (layer, x, weights, lengths, numbers, saved, d_output, d_finals, totals)
    d_x, d_states = run_back(*ways, of_input=of_input, ends=True)
    return [d_x, *d_states, *totals.weights]


def trace(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> tuple[Tensor, list[Tensor], dict[str, Tensor]]:
    """Run a layer and keep every named value of every step.

    Args:
        layer: as for `forward`, like all others.
        x: (T, B, I).
        states: at the beginning.
        weights: of each direction.
        lengths: (B,), or None.

    Returns:
        Output and states as `forward` returns them; by name (D, T, B, size), zero beyond the
        lengths.
    """
    own, D, T = facts(layer, x.dtype), layer.directions, x.size(0)
    output, finals, saved = run_forward(layer, x, states, weights, lengths, DIRECTIONS[D], "named")
    step, kept = own.program.step, own.program.kept["named"]
    first = saved[0].view(*saved[0].shape[:2], D, own.output).movedim(2, 0)
    found = {name: saved[-1].select(3, kept.index(node)) for name, node in step.names}
    found |= dict(zip(step.states, [first, *saved[1 : own.states]], strict=True))
    real = None if lengths is None else active(lengths, T)
    values = {
        name: value[:, 1:-1].clone() if real is None else value[:, 1:-1].where(real, 0)
        for name, value in found.items()
    }
    return output, finals, values
