"""Algebra on expressions: numbers folded, ones and zeros gone, signs outside, factors taken out."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable

from elman.graph.expression import Expr, lift, make, topological

__all__ = ["simplify"]

_FOLDED: dict[str, Callable[..., float]] = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "negate": lambda a: -a,
}


def simplify(roots: Iterable[Expr], keep: Collection[Expr] = ()) -> tuple[Expr, ...]:
    """Return equal expressions that are shorter to write and cheaper to compute.

    The shared parts of the expressions stay shared.

    Args:
        roots: the expressions.
        keep: expressions that are left as they are, since their values are at hand.

    Returns:
        The simplified ones, in the same order.

    Example:
        >>> h = make("state", data="h")
        >>> simplify([h * 1 + (-h) * h])
        (<h[t-1] - h[t-1]^2>,)
    """
    roots = tuple(roots)
    done: dict[Expr, Expr] = {}
    for node in topological(roots):
        if node in keep:
            done[node] = node
        else:
            done[node] = _settle(make(node.op, [done[arg] for arg in node.args], node.data))
    return tuple(done[root] for root in roots)


def _settle(node: Expr) -> Expr:
    """Apply the rule of this node, whose arguments are settled, as what the rule gives will be."""
    folded = _fold(node)
    if folded is not None:
        return folded
    rule = _RULES.get(node.op)
    shorter = rule(*node.args) if rule else None
    return node if shorter is None else shorter


def _fold(node: Expr) -> Expr | None:
    if node.op in _FOLDED and all(arg.op == "number" for arg in node.args):
        value = _FOLDED[node.op](*(arg.data for arg in node.args))
        return lift(value) if math.isfinite(value) else None
    return None


def _is(node: Expr, number: float) -> bool:
    return node.op == "number" and node.data == number


def _build(op: str, *args: Expr) -> Expr:
    return _settle(make(op, args))


def _add(a: Expr, b: Expr) -> Expr | None:
    if _is(a, 0):
        return b
    if _is(b, 0):
        return a
    if b.op == "negate":
        return _build("subtract", a, b.args[0])
    if a.op == "negate":
        return _build("subtract", b, a.args[0])
    return _factor("add", a, b)


def _subtract(a: Expr, b: Expr) -> Expr | None:
    if _is(b, 0):
        return a
    if _is(a, 0):
        return _build("negate", b)
    if b.op == "negate":
        return _build("add", a, b.args[0])
    return _factor("subtract", a, b)


def _factor(op: str, a: Expr, b: Expr) -> Expr | None:
    """Take a common factor out: p q + p r = p (q + r)."""
    if a.op != "multiply" or b.op != "multiply" or a is b:
        return None
    for place, common in enumerate(a.args):
        if common in b.args:
            rest = b.args[1 - b.args.index(common)]
            return _build("multiply", common, _build(op, a.args[1 - place], rest))
    return None


def _multiply(a: Expr, b: Expr) -> Expr | None:
    if _is(a, 0) or _is(b, 0):
        return lift(0.0)
    if _is(a, 1):
        return b
    if _is(b, 1):
        return a
    return _sign_outside("multiply", a, b)


def _divide(a: Expr, b: Expr) -> Expr | None:
    if _is(b, 1):
        return a
    return _sign_outside("divide", a, b)


def _sign_outside(op: str, a: Expr, b: Expr) -> Expr | None:
    if a.op == "negate":
        return _build("negate", _build(op, a.args[0], b))
    if b.op == "negate":
        return _build("negate", _build(op, a, b.args[0]))
    return None


def _negate(a: Expr) -> Expr | None:
    if a.op == "negate":
        return a.args[0]
    if a.op == "subtract":
        return _build("subtract", a.args[1], a.args[0])
    return None


_RULES: dict[str, Callable[..., Expr | None]] = {
    "add": _add,
    "subtract": _subtract,
    "multiply": _multiply,
    "divide": _divide,
    "negate": _negate,
}
