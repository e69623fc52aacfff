"""The functions that a cell's equations are written with."""

from elman.graph.expression import Expr, lift, make

__all__ = [
    "attend",
    "exp",
    "log",
    "maximum",
    "minimum",
    "relu",
    "sigmoid",
    "softmax",
    "softplus",
    "sqrt",
    "stop_gradient",
    "tanh",
    "total",
    "where",
]


def sigmoid(a: Expr | float) -> Expr:
    r"""Return the logistic function, $1 / (1 + e^{-a})$, unit by unit."""
    return make("sigmoid", (lift(a),))


def tanh(a: Expr | float) -> Expr:
    r"""Return the hyperbolic tangent, unit by unit."""
    return make("tanh", (lift(a),))


def relu(a: Expr | float) -> Expr:
    r"""Return $\max(a, 0)$, unit by unit; its derivative at 0 is 0."""
    return make("relu", (lift(a),))


def exp(a: Expr | float) -> Expr:
    r"""Return $e^a$, unit by unit."""
    return make("exp", (lift(a),))


def log(a: Expr | float) -> Expr:
    r"""Return the natural logarithm, unit by unit."""
    return make("log", (lift(a),))


def sqrt(a: Expr | float) -> Expr:
    r"""Return the square root, unit by unit."""
    return make("sqrt", (lift(a),))


def softplus(a: Expr | float) -> Expr:
    r"""Return $\log(1 + e^a)$, unit by unit; so $\log \sigma(a)$ is ``-softplus(-a)``."""
    return make("softplus", (lift(a),))


def minimum(a: Expr | float, b: Expr | float) -> Expr:
    r"""Return the smaller of two values, unit by unit; equal values share the gradient."""
    return make("minimum", (lift(a), lift(b)))


def maximum(a: Expr | float, b: Expr | float) -> Expr:
    r"""Return the larger of two values, unit by unit; equal values share the gradient."""
    return make("maximum", (lift(a), lift(b)))


def where(condition: Expr, a: Expr | float, b: Expr | float) -> Expr:
    r"""Return `a` for the units at which the condition holds, `b` for the others."""
    return make("where", (lift(condition), lift(a), lift(b)))


def total(a: Expr) -> Expr:
    r"""Return the sum over the units of each place of a memory, $e_s = \sum_j a_{sj}$: a score."""
    return make("total", (lift(a),))


def softmax(scores: Expr) -> Expr:
    r"""Return $e^{e_s} / \sum_r e^{e_r}$ over the real places of a memory, zero at the others."""
    return make("softmax", (lift(scores), make("real", data="real")))


def attend(weights: Expr, values: Expr) -> Expr:
    r"""Return the sum of the places of a memory by weights, $\sum_s a_s v_s$."""
    return make("gather", (lift(weights) * lift(values),))


def stop_gradient(a: Expr | float) -> Expr:
    r"""Return the value unchanged, as a constant to differentiation."""
    return make("stop_gradient", (lift(a),))
