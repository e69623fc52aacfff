"""In how many passes over the hidden units the values of a step are computed.

One value of a unit needs that same unit of other values, except for a product with a matrix, an
average and a score, which need all units of what they are taken of. So a value that is of products
only of what is there before the step begins is of pass 0, and each product, average or score of a
value of pass p is of pass p + 1. So is a sum over the places of a memory, which is taken before the
units are gone through, since a memory is read row by row and place by place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from elman.graph import Expr
from elman.plan.kept import GIVEN, NEAR, Keeping, of_places, scored, uniform

__all__ = ["Pass", "passes"]


@dataclass
class Pass:
    """One pass over the units.

    Args:
        means: averages taken before it, of every row.
        totals: scores taken before it, of every row and place of a memory.
        products: sums over all units of some values that it begins with.
        gathered: sums over the places of a memory taken before it, of every row and unit.
        values: what it computes and stores; what is the same for all units of a row is computed
            of the averages, once a row, and what is one number a place, of the scores.
    """

    means: list[Expr] = field(default_factory=list)
    totals: list[Expr] = field(default_factory=list)
    products: list[Expr] = field(default_factory=list)
    gathered: list[Expr] = field(default_factory=list)
    values: list[Expr] = field(default_factory=list)


def passes(
    targets: Iterable[Expr],
    at_hand: Collection[Expr],
    sources: Callable[[Expr], Collection[Expr] | None],
) -> tuple[Pass, ...]:
    """Return the passes in which values are computed.

    Args:
        targets: the values wanted; each is stored.
        at_hand: what can be loaded at any pass.
        sources: for a product the values of this step that it is a product of, each of them a
            target; None for what is no product.

    Returns:
        The passes; what a later one needs of an earlier is among the values of the earlier.
    """
    targets = list(targets)
    levels = _Levels(at_hand, sources)
    found: dict[int, Pass] = defaultdict(Pass)
    for target in targets:
        _add(found[levels.of(target) + of_places(target)].values, target)
    keeping = Keeping({*at_hand, *(t for t in targets if not of_places(t))}, NEAR)
    for number in reversed(range(max(found) + 1)):
        _need(found[number], number, levels, keeping)
        for node in keeping.kept:
            _add(found[levels.of(node)].values, node)
    return tuple(found[number] for number in range(max(found) + 1))


def _need(this: Pass, number: int, levels: _Levels, keeping: Keeping) -> None:
    """Find what the values of a pass need, of this pass and of those before it."""
    seen: set[Expr] = set()
    stack = list(reversed(this.values))
    while stack:
        node = stack.pop()
        if node in seen or node.op in GIVEN or node in levels.at_hand:
            continue
        seen.add(node)
        before = levels.of(node) < number
        if before and not of_places(node):
            keeping.need(node)
        elif scored(node):
            _add(this.totals if node.op == "total" else this.values, node)
            stack.extend(node.args)
            continue
        elif uniform(node):
            _add(this.values, node)
            stack.extend(_averages(this, node, number, levels))
            continue
        elif levels.sources(node) is not None:
            _add(this.products, node)
            continue
        elif node.op == "gather":
            _add(this.gathered, node)
            _add(this.values, node)
        if of_places(node):
            for arg in node.args:
                if arg.kind == "hidden" and levels.of(arg) < number:
                    keeping.keep(arg, "is needed at every place")
        if not (before and keeping.has(node)):
            stack.extend(node.args)


def _averages(this: Pass, node: Expr, number: int, levels: _Levels) -> list[Expr]:
    """Add the averages of this pass that a value is computed of; return what they are taken of."""
    if levels.of(node) < number or node.op == "number":
        return [node]
    if node.op == "mean":
        _add(this.means, node)
        return [node.args[0]]
    return [part for arg in node.args for part in _averages(this, arg, number, levels)]


def _add(nodes: list[Expr], node: Expr) -> None:
    if node not in nodes:
        nodes.append(node)


class _Levels:
    """The pass at which each value can be had."""

    def __init__(
        self, at_hand: Collection[Expr], sources: Callable[[Expr], Collection[Expr] | None]
    ):
        self.at_hand, self.sources = at_hand, sources
        self.known: dict[Expr, int] = {}

    def of(self, node: Expr) -> int:
        if node not in self.known:
            self.known[node] = self._found(node)
        return self.known[node]

    def _found(self, node: Expr) -> int:
        if node in self.at_hand or node.op in GIVEN:
            return 0
        sources = self.sources(node)
        if sources is not None:
            return max((self.of(source) + 1 for source in sources), default=0)
        lowest = 1 if node.op in ("mean", "total", "gather") else 0
        return max((self.of(arg) + lowest for arg in node.args), default=0)
