"""What is rather kept than computed again, by what either costs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import inf
from typing import NamedTuple

from elman.graph import Expr
from elman.graph.expression import topological

__all__ = ["FAR", "GIVEN", "NEAR", "Keeping", "Kept", "of_places", "of_units", "scored", "uniform"]

COST = {
    "sigmoid": 0.25,
    "tanh": 0.3,
    "exp": 0.2,
    "log": 0.25,
    "softplus": 0.45,
    "sqrt": 0.1,
    "divide": 0.1,
    "noise": 0.25,
    "locked_noise": 0.25,
    "map": inf,
    "mean": inf,
    "gradient": inf,
    "total": inf,
    "gather": inf,
    "softmax": inf,
    "softmax_gradient": inf,
    "pull_hidden": inf,
}
"""Nanoseconds for a unit; whatever is not here takes `CHEAP`."""

CHEAP = 0.03

FAR, NEAR = 0.4, 0.1
"""Nanoseconds to write a value and read it again: in memory, in a cache."""


@cache
def uniform(node: Expr) -> bool:
    """Whether a value is the same for all units of a row, as an average is."""
    return node.op in ("mean", "number") or (bool(node.args) and all(map(uniform, node.args)))


def of_places(node: Expr) -> bool:
    """Whether a value is another for each unit of each place of a memory, and lies nowhere."""
    return node.kind in ("source", "source condition")


def of_units(node: Expr) -> bool:
    """Whether a value is one number for each unit."""
    return node.kind == "hidden" and not uniform(node)


def scored(node: Expr) -> bool:
    """Whether a value is one number for each place of a memory."""
    return node.kind in ("score", "score condition")


class Kept(NamedTuple):
    """A value that is kept, and why."""

    value: Expr
    reason: str


GIVEN = ("number", "memory", "source", "real")
"""What is there at every step."""


class Keeping:
    """Which values to keep so that others can be computed from them at little cost.

    Args:
        at_hand: values that need not be computed at all.
        price: what it costs to keep one, in nanoseconds for a unit.
    """

    def __init__(self, at_hand: Iterable[Expr], price: float):
        self._at_hand, self.price = set(at_hand), price
        self.kept: dict[Expr, str] = {}

    def keep(self, node: Expr, reason: str) -> None:
        """Keep a value."""
        if not self.has(node):
            self.kept[node] = reason

    def has(self, node: Expr) -> bool:
        """Whether a value is at hand, or kept."""
        return node.op in GIVEN or node in self._at_hand or node in self.kept

    def need(self, node: Expr) -> None:
        """See to it that a value can be had: it, or what it is computed from, is kept."""
        if self.has(node) or uniform(node):
            self.keep(node, "is one number a row")
            return
        if scored(node) and node.op != "real":
            self.keep(node, "is one number for each place of a row")
            return
        if of_places(node):
            for arg in node.args:
                self.need(arg)
            return
        if (cost := self.cost(node)) <= self.price:
            return
        if node.op in COST:
            again = "needs all units" if cost == inf else f"costs {cost:.2g} ns a unit"
            self.keep(node, f"computing it again {again}, keeping it {self.price} ns")
        for arg in () if node.op in COST else node.args:
            self.need(arg)

    def cost(self, node: Expr) -> float:
        """Return what it takes to compute a value from what there is, in nanoseconds for a unit."""
        seen: set[Expr] = set()
        stack, total = [node], 0.0
        while stack:
            current = stack.pop()
            if current in seen or self.has(current):
                continue
            seen.add(current)
            if not current.args and current.op not in COST:
                return inf
            total += COST.get(current.op, CHEAP)
            stack.extend(() if COST.get(current.op) == inf else current.args)
        return total

    def in_order(self) -> tuple[Kept, ...]:
        """Return what is kept, each after what it is computed from."""
        return tuple(
            Kept(node, self.kept[node]) for node in topological(self.kept) if node in self.kept
        )
