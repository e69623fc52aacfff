"""Cells that forget at random while they are trained."""

from __future__ import annotations

from functools import cache

from elman.cells.cell import Cell
from elman.graph import Expr, Step
from elman.graph.expression import lift, make
from elman.graph.functions import where

__all__ = ["regularised"]


@cache
def regularised(
    cell: Cell, recurrent_dropout: float, zoneout: tuple[float, ...], *, training: bool
) -> Cell:
    r"""Return a cell with recurrent dropout and zoneout.

    Every map of a state sees $m \odot h_{t-1} / (1 - p)$ in its place, with one mask $m$ for all
    steps; and of every state a part stays what it was, $z \odot h_{t-1} + (1 - z) \odot h_t$, with
    a mask $z$ of each step. When the cell is not trained the first is nothing, and the second is
    its mean, $p\, h_{t-1} + (1 - p) h_t$.

    Args:
        cell: the cell.
        recurrent_dropout: the share p of the state that no map sees.
        zoneout: for each state the share of its units that stay.
        training: whether there are masks.

    Returns:
        The cell; the same one if there is nothing to be done.

    Example:
        >>> import elman
        >>> print(regularised(elman.cells.get("elman"), 0.0, (0.1,), training=True).equations())
        h[t] = where(u_h[t] < 0.1, h[t-1], tanh(W_h x[t] + R_h h[t-1] + b_h))

    Source:
        Gal & Ghahramani 2016, A Theoretically Grounded Application of Dropout in Recurrent Neural
        Networks; Krueger et al. 2017, Zoneout: Regularizing RNNs by Randomly Preserving Hidden
        Activations.
    """
    step = cell.graph
    if training and recurrent_dropout:
        step = _seen_in_part(step, recurrent_dropout)
    if any(zoneout):
        step = _staying_in_part(step, zoneout, training)
    return cell if step is cell.graph else Cell(cell.name, cell.doc, step)


def _seen_in_part(step: Step, p: float) -> Step:
    """Return a step whose maps see a part of the states before."""
    scale = 1 / (1 - p) if p < 1 else 0.0
    seen = {
        state: state * where(make("locked_noise", data=str(state.data)) < p, 0.0, scale)
        for state in step.before
    }
    done: dict[Expr, Expr] = {}
    for node in step.order:
        mapped = node.op == "map"
        args = [seen[arg] if mapped and arg in seen else done[arg] for arg in node.args]
        done[node] = make(node.op, args, node.data)
    return Step(
        step.states,
        tuple(done[result] for result in step.results),
        tuple((name, done[node]) for name, node in step.names),
    )


def _staying_in_part(step: Step, shares: tuple[float, ...], training: bool) -> Step:
    """Return a step after which a part of each state is what it was."""
    results = []
    for p, before, result in zip(shares, step.before, step.results, strict=True):
        if training and p:
            result = where(make("noise", data=str(before.data)) < p, before, result)
        elif p:
            result = lift(p) * before + lift(1 - p) * result
        results.append(result)
    return Step(step.states, tuple(results), step.names)
