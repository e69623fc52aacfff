"""What an expression is worth: the reference for every operation, in plain torch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import torch
from torch import Tensor
from torch.nn import functional as F

from elman.graph.expression import Expr
from elman.graph.operations import NORM_EPSILON
from elman.graph.spell import matrix

__all__ = ["VALUES", "Product", "constants", "evaluate", "named_map"]


def _mean(a: Tensor) -> Tensor:
    return a.mean(-1, keepdim=True).expand_as(a)


def _centred(a: Tensor) -> Tensor:
    # on its own, so that the two parts of its gradient cancel before anything else is added to them
    a = a.clone()
    return a - _mean(a)


def _deviation(a: Tensor) -> Tensor:
    return _spread(_centred(a))


def _spread(centred: Tensor) -> Tensor:
    return torch.sqrt(_mean(centred**2) + NORM_EPSILON)


def _normalise(a: Tensor) -> Tensor:
    centred = _centred(a)
    return centred / _spread(centred)


VALUES: dict[str, Callable[..., Tensor]] = {
    "mean": _mean,
    "deviation": _deviation,
    "normalise": _normalise,
    "add": torch.add,
    "subtract": torch.sub,
    "multiply": torch.mul,
    "divide": torch.div,
    "negate": torch.neg,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "exp": torch.exp,
    "log": torch.log,
    "sqrt": torch.sqrt,
    "abs": torch.abs,
    "sign": torch.sign,
    # torch.nn.functional.softplus is the identity above 20, which float64 can tell from the truth
    "softplus": lambda a: torch.logaddexp(a, torch.zeros_like(a)),
    "minimum": torch.minimum,
    "maximum": torch.maximum,
    "stop_gradient": torch.detach,
    "less": torch.lt,
    "less_equal": torch.le,
    "where": torch.where,
}

Product = Callable[[Expr, dict[Expr, Tensor]], Tensor]


def evaluate(order: Iterable[Expr], values: dict[Expr, Tensor], product: Product) -> None:
    """Compute every expression of an order that has no value yet.

    Args:
        order: expressions, each after its arguments.
        values: the values of the leaves, each of (B, kind) or (kind); the others are added to it.
        product: gives the value of a map, or of its transpose, from the node and the values.
    """
    for node in order:
        if node not in values:
            compute = VALUES.get(node.op)
            if compute is None:
                values[node] = product(node, values)
            else:
                values[node] = compute(*_aligned(node, values))


def _aligned(node: Expr, values: dict[Expr, Tensor]) -> Iterator[Tensor]:
    """Return the arguments of an operation, each with a dimension for every axis of any."""
    kinds = {arg.kind for arg in node.args}
    spread = "source" in kinds or "source condition" in kinds or {"hidden", "score"} <= kinds
    for arg in node.args:
        missing = _MISSING.get(arg.kind) if spread else None
        value = values[arg]
        yield value if missing is None or value.dim() == 0 else value.unsqueeze(missing)


_MISSING = {"hidden": -2, "condition": -2, "score": -1, "score condition": -1}
"""Where a value without all axes of a source, (B, S, H), has one dimension less."""


def _total(a: Tensor) -> Tensor:
    return a.sum(-1)


def _gather(a: Tensor) -> Tensor:
    return a.sum(-2)


def _softmax(scores: Tensor, real: Tensor) -> Tensor:
    # a row may have no places at all
    weights = scores.masked_fill(~real, -torch.inf).softmax(-1)
    return weights.masked_fill(~real, 0.0)


def _softmax_gradient(weights: Tensor, gradient: Tensor) -> Tensor:
    return weights * (gradient - (weights * gradient).sum(-1, keepdim=True))


VALUES |= {
    "total": _total,
    "gather": _gather,
    "softmax": _softmax,
    "softmax_gradient": _softmax_gradient,
}


def constants(order: Iterable[Expr], like: Tensor) -> dict[Expr, Tensor]:
    """Return the numbers of an order as tensors.

    Args:
        order: expressions.
        like: a tensor of the dtype and device wanted.

    Returns:
        For each number its 0-dimensional tensor.
    """
    return {node: like.new_tensor(node.data) for node in order if node.op == "number"}


def named_map(parameters: Mapping[str, Tensor]) -> Product:
    """Return the `product` that reads W_f, R_f and b_f from a mapping.

    Args:
        parameters: W_f of (H, I), R_f of (H, H) and b_f of (H,) for every map f that has them;
            a bias that is absent is zero.

    Returns:
        A function for `evaluate`.
    """

    def product(node: Expr, values: dict[Expr, Tensor]) -> Tensor:
        if node.op == "pull_input":
            return values[node.args[0]] @ parameters[f"W_{node.data}"]
        if node.op == "pull_hidden":
            return values[node.args[0]] @ parameters[f"R_{node.data}"]
        if node.op == "pull_memory":
            return values[node.args[0]] @ parameters[f"U_{node.data}"]
        terms = [
            F.linear(values[arg], parameters[f"{matrix(arg)}_{node.data}"]) for arg in node.args
        ]
        bias = parameters.get(f"b_{node.data}")
        return sum(terms[1:], terms[0]) if bias is None else sum(terms, bias)

    return product
