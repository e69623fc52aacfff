"""A layer by its kernels: forward, back, and with everything by name."""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor

from elman.plan import program
from elman.plan.kept import uniform
from elman.runtime import segments
from elman.runtime.facts import Layer, facts
from elman.runtime.kernels import FORMATS
from elman.runtime.layer_run import Run, Totals

__all__ = ["FORMATS", "Layer", "backward", "forward", "refuses", "saved_shapes", "trace", "traces"]


def refuses(layer: Layer) -> str:
    """Return why no kernel covers a layer.

    Args:
        layer: the layer.

    Returns:
        The reason; an empty string if one does.
    """
    reason = program.refuses(layer.cell.graph, projection=layer.proj_size > 0)
    return f"kernels do not cover the cell {layer.cell.name}: {reason}" if reason else ""


def traces(layer: Layer) -> bool:
    """Return whether kernels keep every named value of a layer.

    Args:
        layer: the layer.

    Returns:
        False if one of them is a condition, or the same for all units.
    """
    return all(node.kind == "hidden" and not uniform(node) for _, node in layer.cell.graph.names)


def saved_shapes(layer: Layer, steps: int, rows: int) -> list[tuple[int, ...]]:
    """Return the shapes of what `forward` saves, contiguous and of the dtype of the input.

    Args:
        layer: the layer.
        steps: T.
        rows: B.

    Returns:
        The shapes.
    """
    plan = program.plan(layer.cell.graph, projection=layer.proj_size > 0)
    hidden, output = layer.hidden_size, layer.proj_size or layer.hidden_size
    others = len(layer.cell.states) - 1
    if layer.recompute:
        count = segments.count(steps)
        sizes = (output, *[hidden] * others) * layer.directions
        return [(count, rows, size) for size in sizes]
    each: list[tuple[int, ...]] = [(steps + 2, rows, hidden)] * others
    each += [(steps + 2, rows, plan.tape_places, hidden)]
    each += [(steps + 2, rows, len(plan.scalars))] if plan.scalars else []
    return [(steps + 2, rows, layer.directions * output), *each * layer.directions]


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
        states: for each direction each state at the beginning, (B, size).
        weights: for each direction its tensors, in the order of its blocks.
        lengths: (B,) of int64 on the CPU; None if all steps are real.
        saving: whether the way back will follow.

    Returns:
        The output (T, B, D * P), zero beyond the lengths; each state at the end; what the way back
        needs.
    """
    own = facts(layer, x.dtype)
    if saving and layer.recompute:
        return segments.forward(own, x, states, weights, lengths)
    one = Run(own, x, states, weights, lengths, range(layer.directions))
    output, finals, saved = one.forward("saved" if saving else "nothing")
    return output, finals, saved if saving else []


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
    """Run a layer back.

    Args:
        layer: as for `forward`, like the next four.
        x: (T, B, I).
        states: at the beginning.
        weights: of each direction.
        lengths: (B,), or None.
        saved: what `forward` returned last; it may be written over.
        d_output: (T, B, D * P).
        d_finals: for each state at the end its gradient, (B, size).
        of_input: whether the gradient of x is wanted.

    Returns:
        The gradients of x (None if not wanted), of the states and of the weights.
    """
    own = facts(layer, x.dtype)
    given = (own, x, states, weights, lengths)
    if layer.recompute:
        return segments.backward(*given, saved, d_output, d_finals, of_input=of_input)
    one = Run(*given, range(layer.directions))
    totals = Totals(own, x, weights, layer.directions)
    d_x, carried = one.backward(saved, d_output, d_finals, totals, of_input=of_input, ends=True)
    return [d_x, *carried, *totals.weights]


def trace(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> tuple[Tensor, list[Tensor], dict[str, list[Tensor]]]:
    """Run a layer and keep every named value of every step.

    Args:
        layer: as for `forward`, like all others.
        x: (T, B, I).
        states: at the beginning.
        weights: of each direction.
        lengths: (B,), or None.

    Returns:
        Output and states as `forward` returns them; by name, for each direction, (T, B, size),
        zero beyond the lengths.
    """
    return Run(facts(layer, x.dtype), x, states, weights, lengths, range(layer.directions)).trace()
