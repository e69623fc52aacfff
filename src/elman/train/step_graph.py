"""One step of a cell as a graph of named nodes, as viewers of graphs take it."""

from __future__ import annotations

from typing import NamedTuple

from elman.cells import Cell
from elman.graph import Expr
from elman.graph.spell import TEXT, spell

__all__ = ["Node", "step_graph"]

# what every value may be made of
LEAVES = {"input": "{}", "memory": "{}", "real": "{}", "state": "{}_before"}


class Node(NamedTuple):
    """A value of the step.

    Args:
        name: of its own; what stands before a slash is the cell and the value that it is part of.
        op: the operation.
        inputs: the names of the nodes that it is computed from.
        equation: how it is computed, in the symbols of the cell.
    """

    name: str
    op: str
    inputs: tuple[str, ...]
    equation: str


def step_graph(cell: Cell, called: str = "") -> list[Node]:
    """Return one step of a cell, a node for each value.

    Args:
        cell: of a layer.
        called: what stands before the names; if not given the name of the cell.

    Returns:
        The nodes, each after those that it is computed from.

    Example:
        >>> import elman
        >>> for node in step_graph(elman.cells.get("elman")):
        ...     print(node.name, node.inputs)
        elman/x ()
        elman/h_before ()
        elman/h/map_3 ('elman/x', 'elman/h_before')
        elman/h/tanh_4 ('elman/h/map_3',)
    """
    graph = cell.graph
    values = {node: name for name, node in graph.values.items()}
    # a value that serves one other alone is part of what that one is part of
    part = dict(values)
    for node in reversed(graph.order):
        for arg in node.args:
            if part.setdefault(arg, part[node]) != part[node] and arg not in values:
                part[arg] = ""
    names: dict[Expr, str] = {}
    for number, node in enumerate(graph.order, 1):
        own = [LEAVES[node.op]] if node.op in LEAVES else [part[node], f"{node.op}_{number}"]
        own = [piece.format(node.data) for piece in own if piece]
        names[node] = "/".join([called or cell.name, *own])
    return [
        Node(
            names[node],
            node.op,
            tuple(names[arg] for arg in node.args),
            spell(node, TEXT, values, whole=True),
        )
        for node in graph.order
    ]
