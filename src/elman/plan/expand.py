"""A step as kernels compute it: averages over the units written out, a projection as a map."""

from __future__ import annotations

from collections.abc import Callable

from elman.graph import Expr, Step
from elman.graph.expression import lift, make, topological
from elman.graph.operations import NORM_EPSILON

__all__ = ["PROJECTION", "expanded", "projected"]

PROJECTION = "the projection"
"""The name of the map from the output to its projection; no attribute of W is so called."""


def projected(step: Step) -> Step:
    """Return a step whose output goes through one more map.

    Args:
        step: the equations.

    Returns:
        The same with a map called `PROJECTION` around the first result.
    """
    output = make("map", (step.results[0],), PROJECTION)
    return Step(step.states, (output, *step.results[1:]), step.names)


def expanded(node: Expr) -> Expr:
    r"""Write out $\sigma = \sqrt{\overline{(a - \bar a)^2} + \epsilon}$, $(a - \bar a) / \sigma$.

    Args:
        node: an expression.

    Returns:
        The same without `deviation` and `normalise`.
    """
    done: dict[Expr, Expr] = {}
    for part in topological([node]):
        args = [done[arg] for arg in part.args]
        expansion = _EXPANSIONS.get(part.op)
        done[part] = expansion(*args) if expansion else make(part.op, args, part.data)
    return done[node]


def _centred(a: Expr) -> Expr:
    return a - make("mean", (a,))


def _deviation(a: Expr) -> Expr:
    square = _centred(a) * _centred(a)
    return make("sqrt", (make("mean", (square,)) + lift(NORM_EPSILON),))


_EXPANSIONS: dict[str, Callable[[Expr], Expr]] = {
    "deviation": _deviation,
    "normalise": lambda a: _centred(a) / _deviation(a),
}
