"""Maps of a memory, taken out of the step: the memory is the same at every step."""

from __future__ import annotations

from functools import cache

from elman.cells.cell import Cell
from elman.graph import Expr, Step
from elman.graph.expression import make

__all__ = ["hoisted"]


@cache
def hoisted(cell: Cell) -> Cell:
    """Return a cell whose maps of its memory are given, as the memory is.

    Args:
        cell: the cell.

    Returns:
        The cell with a leaf in the place of every map of its memory, called as the map; the same
        one if it has none.

    Example:
        >>> import elman
        >>> from elman.cells import attend, softmax, total
        >>> @elman.cell
        ... def attentive(x, h, *, W, memory):
        ...     return attend(softmax(total(h * W.k(memory))), W.v(memory)) + W.x(x)
        >>> [leaf.data for leaf in hoisted(attentive).graph.sources]
        ['k', 'v']
    """
    done: dict[Expr, Expr] = {}
    for node in cell.graph.order:
        if node.op == "map" and node.kind == "source":
            done[node] = make("source", data=str(node.data))
        else:
            done[node] = make(node.op, [done[arg] for arg in node.args], node.data)
    step = cell.graph
    if all(done[node] is node for node in step.order):
        return cell
    results = tuple(done[result] for result in step.results)
    names = tuple((name, done[node]) for name, node in step.names if done[node].args)
    return Cell(cell.name, cell.doc, Step(step.states, results, names))
