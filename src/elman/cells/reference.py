"""The value of one step, in plain torch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from elman.errors import CellError, did_you_mean
from elman.graph.evaluate import constants, evaluate, named_map
from elman.graph.expression import Expr
from elman.graph.step import X

if TYPE_CHECKING:
    from torch import Tensor

    from elman.cells.cell import Cell

__all__ = ["step_values"]


def step_values(
    cell: Cell, x: Tensor, states: Sequence[Tensor], parameters: Mapping[str, Tensor]
) -> dict[Expr, Tensor]:
    """Return the value of every expression of one step.

    Args:
        cell: the cell.
        x: (B, I) or (I).
        states: for each state (B, H) or (H).
        parameters: by their names in the equations; an absent bias is zero.

    Returns:
        For each expression its value, of (B, H) or (H).

    Raises:
        CellError: a state too many or too few, or a parameter is missing.
    """
    graph = cell.graph
    if len(states) != len(graph.states):
        raise CellError(
            f"{cell.name} has {len(graph.states)} states ({', '.join(graph.states)}), "
            f"but {len(states)} were given."
        )
    values = {X: x, **dict(zip(graph.before, states, strict=True)), **constants(graph.order, x)}
    try:
        rows = x.shape[:-1]
        values |= {node: parameters[n].expand(*rows, -1) for n, node in graph.vectors.items()}
        evaluate(graph.order, values, named_map(parameters))
    except KeyError as error:
        name = str(error.args[0])
        known = {f"{letter}_{name}" for name in graph.maps for letter in "WRb"} | {*graph.vectors}
        raise CellError(
            f"{cell.name} needs the parameter {name}, which was not given."
            f"{did_you_mean(name, set(parameters) - known)}"
        ) from None
    return values
