"""The derivative of every operation: one row each.

A row takes the expression and the gradient of the loss with respect to it, and gives the gradient
with respect to each of its arguments; None stands for no gradient. All of them are expressions of
the cell language again, so that they can be written, evaluated and compiled like any other.
"""

from collections.abc import Callable
from typing import TypeAlias

from elman.graph.expression import Expr, lift, make
from elman.graph.functions import sigmoid, where

__all__ = ["RULES", "Gradients"]

Gradients: TypeAlias = tuple[Expr | None, ...]
Rule: TypeAlias = Callable[[Expr, Expr], Gradients]


def _over_units(op: str, a: Expr) -> Expr:
    return make(op, (a,))


def _map(y: Expr, g: Expr) -> Gradients:
    return tuple(make(_PULLS[term.kind], (g,), y.data) for term in y.args)


_PULLS = {"input": "pull_input", "hidden": "pull_hidden", "source": "pull_memory"}


def _normalise(y: Expr, g: Expr) -> Gradients:
    centred = g - _over_units("mean", g) - y * _over_units("mean", g * y)
    return (centred / _over_units("deviation", y.args[0]),)


def _multiply(y: Expr, g: Expr) -> Gradients:
    a, b = y.args
    return g * b, g * a


def _divide(y: Expr, g: Expr) -> Gradients:
    b = y.args[1]
    return g / b, -(g * y / b)


def _extreme(first: Expr, second: Expr, g: Expr) -> Gradients:
    """Give the gradient to the first argument where `first`, to the second where `second`."""
    half = g / 2
    return (
        where(first, g, where(second, lift(0.0), half)),
        where(second, g, where(first, lift(0.0), half)),
    )


def _where(y: Expr, g: Expr) -> Gradients:
    condition = y.args[0]
    return None, where(condition, g, lift(0.0)), where(condition, lift(0.0), g)


def _none(y: Expr, g: Expr) -> Gradients:
    return (None,) * len(y.args)


RULES: dict[str, Rule] = {
    "map": _map,
    "total": lambda y, g: (g,),
    "gather": lambda y, g: (g,),
    "softmax": lambda y, g: (make("softmax_gradient", (y, g)), None),
    "mean": lambda y, g: (_over_units("mean", g),),
    "deviation": lambda y, g: (_over_units("mean", g) * _over_units("normalise", y.args[0]),),
    "normalise": _normalise,
    "add": lambda y, g: (g, g),
    "subtract": lambda y, g: (g, -g),
    "multiply": _multiply,
    "divide": _divide,
    "negate": lambda y, g: (-g,),
    "sigmoid": lambda y, g: (g * y * (1 - y),),
    "tanh": lambda y, g: (g * (1 - y * y),),
    "relu": lambda y, g: (where(y > 0, g, lift(0.0)),),
    "exp": lambda y, g: (g * y,),
    "log": lambda y, g: (g / y.args[0],),
    "sqrt": lambda y, g: (g / (2 * y),),
    "abs": lambda y, g: (g * make("sign", y.args),),
    "sign": _none,
    "softplus": lambda y, g: (g * sigmoid(y.args[0]),),
    "minimum": lambda y, g: _extreme(y.args[0] < y.args[1], y.args[1] < y.args[0], g),
    "maximum": lambda y, g: _extreme(y.args[1] < y.args[0], y.args[0] < y.args[1], g),
    "stop_gradient": _none,
    "less": _none,
    "less_equal": _none,
    "where": _where,
}
