"""One step of a cell: the states after it, as expressions in the input and the states before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import NoneType
from typing import Any

from elman.errors import CellError
from elman.graph.expression import Expr, make, topological
from elman.graph.operations import OPERATIONS

__all__ = ["MEMORY", "NOISES", "Step", "X"]

X = make("input", data="x")
"""The input of every cell."""

MEMORY = make("memory", data="memory")
"""What a cell with attention attends to: a vector for each of S places."""

_ONLY_BACKWARD = {"gradient", "pull_input", "pull_hidden", "pull_memory", "softmax_gradient"}

NOISES = ("noise", "locked_noise")
"""The leaves that are drawn."""

_NAMED = ("input", "state", "vector", "map", "memory", "source", "real", *NOISES)
_CONTENT = {"number": float} | dict.fromkeys(_NAMED, str)
"""What the data of a node is, in a file; that of all others is nothing."""


@dataclass(frozen=True)
class Step:
    """The equations of a cell, as a graph.

    Args:
        states: the names of the states; the first is the output.
        results: for each state, its expression after the step.
        names: the named values in the order in which they were written, states not among them.
    """

    states: tuple[str, ...]
    results: tuple[Expr, ...]
    names: tuple[tuple[str, Expr], ...]

    def __post_init__(self) -> None:
        if len(self.results) != len(self.states):
            raise CellError(
                f"{len(self.results)} values are returned for {len(self.states)} states "
                f"({', '.join(self.states)}): return the states after the step, in the order of "
                "the parameters."
            )
        for name, result in zip(self.states, self.results, strict=True):
            if result.kind != "hidden":
                raise CellError(f"the state {name} is given a {result.kind}, not a hidden value.")
        maps: dict[str | float | None, Expr] = {}
        for node in self.order:
            if node.op in _ONLY_BACKWARD or (node.op == "state" and node not in self.before):
                raise CellError(f"{node!r} is no value that a step can depend on.")
            if node.op == "map" and maps.setdefault(node.data, node) is not node:
                raise CellError(
                    f"W.{node.data} is used for two different maps; a name stands for one set of "
                    "weights. Give the second map a name of its own."
                )

    @cached_property
    def before(self) -> tuple[Expr, ...]:
        """The symbols of the states before the step."""
        return tuple(make("state", data=name) for name in self.states)

    @cached_property
    def order(self) -> tuple[Expr, ...]:
        """Every node once, each after its arguments, in the order in which they were written."""
        return topological((*(node for _, node in self.names), *self.results))

    @cached_property
    def maps(self) -> dict[str, Expr]:
        """The learned maps by name, in the order in which they were written."""
        return {str(node.data): node for node in self.order if node.op == "map"}

    @cached_property
    def vectors(self) -> dict[str, Expr]:
        """The learned vectors by name, in the order in which they were written."""
        return {str(node.data): node for node in self.order if node.op == "vector"}

    @cached_property
    def sources(self) -> tuple[Expr, ...]:
        """What is given of a memory: itself and what it was mapped to."""
        return tuple(node for node in self.order if node.op in ("memory", "source"))

    @cached_property
    def noises(self) -> tuple[Expr, ...]:
        """What is drawn for a step, in the order in which it was written."""
        return tuple(node for node in self.order if node.op in NOISES)

    @cached_property
    def values(self) -> dict[str, Expr]:
        """Every named value of the step: gates and the like, then the states after it."""
        return {**dict(self.names), **dict(zip(self.states, self.results, strict=True))}

    def to_dict(self) -> dict[str, Any]:
        """Return the graph as plain data that JSON can hold.

        Returns:
            States, nodes (operation, places of the arguments, data), and which node is what.
        """
        place = {node: number for number, node in enumerate(self.order)}
        return {
            "states": list(self.states),
            "nodes": [[n.op, [place[arg] for arg in n.args], n.data] for n in self.order],
            "results": [place[node] for node in self.results],
            "names": [[name, place[node]] for name, node in self.names],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Step:
        """Return the step that `to_dict` described.

        Args:
            data: what `to_dict` returned, perhaps by way of a file.

        Returns:
            The step, of the very same expressions.

        Raises:
            CellError: the data describe no step.
        """
        try:
            nodes: list[Expr] = []
            for op, places, content in data["nodes"]:
                known = op in OPERATIONS and isinstance(content, _CONTENT.get(op, NoneType))
                if not known or any(not 0 <= place < len(nodes) for place in places):
                    raise CellError(f"node {len(nodes)} is {op!r} of {places!r} and {content!r}.")
                nodes.append(make(op, [nodes[place] for place in places], content))
            return cls(
                tuple(data["states"]),
                tuple(nodes[place] for place in data["results"]),
                tuple((name, nodes[place]) for name, place in data["names"]),
            )
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise CellError(f"the data describe no cell: {error}") from error
