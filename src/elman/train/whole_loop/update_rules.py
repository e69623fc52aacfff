"""How optimizers update a weight: one function of equations each, for torch's own objects.

Tensors are the symbols "w" (the weight), "g" (its gradient, after clipping) and the optimizer's
states by torch's own names; every other symbol is a scalar, one number a step. What depends on the
step alone is worked out in the scalars, so that little is left to compute for every weight.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.optim import SGD, Adam, AdamW, Optimizer, RMSprop

from elman.errors import SettingError
from elman.graph.expression import Expr, make, topological
from elman.graph.functions import maximum, sqrt
from elman.graph.simplify import simplify
from elman.train.rmsprop_tensorflow import RMSpropTensorFlow

__all__ = ["Unruled", "UpdateRule", "update_rule"]

Scalars = Callable[[int], dict[str, float]]


class Unruled(SettingError):
    """An optimizer whose update is not among the rules: the message says why."""


class UpdateRule(NamedTuple):
    """The equations by which an optimizer updates the weights of one group.

    Args:
        states: the state tensors of a weight, by torch's names, with their initial value.
        values: the new value of "w" and of each state.
        scalars: from the step of a weight, 1 for its first, to the scalars in the values; reads the
            group anew, so that a schedule is heeded.
        counts: whether the state holds the number of steps, as "step".
    """

    states: Mapping[str, float]
    values: Mapping[str, Expr]
    scalars: Scalars
    counts: bool


def _symbol(name: str) -> Expr:
    return make("vector", data=name)


_W, _G = _symbol("w"), _symbol("g")


def _rule(
    values: Mapping[str, Expr], scalars: Scalars, *, initial: float = 0.0, counts: bool = True
) -> UpdateRule:
    shorter = dict(zip(values, simplify(values.values()), strict=True))
    used = {leaf.data for leaf in topological(shorter.values()) if not leaf.args}
    return UpdateRule(
        {name: initial for name in shorter if name != "w"},
        shorter,
        lambda step: {name: number for name, number in scalars(step).items() if name in used},
        counts,
    )


def _downhill(group: Mapping[str, Any]) -> Expr:
    """Return the gradient of what is minimised, the penalty on the weights among it."""
    gradient = -_G if group["maximize"] else _G
    penalised = group["weight_decay"] != 0 and not group.get("decoupled_weight_decay")
    return gradient + _symbol("weight_decay") * _W if penalised else gradient


def _towards(a: Expr, b: Expr, share: Expr) -> Expr:
    return a + share * (b - a)


def _sgd(group: Mapping[str, Any]) -> UpdateRule:
    values = {}
    way = gradient = _downhill(group)
    if group["momentum"] != 0:
        share = _symbol("share") if group["dampening"] != 0 else 1.0
        way = _symbol("momentum") * _symbol("momentum_buffer") + share * gradient
        values["momentum_buffer"] = way
        if group["nesterov"]:
            way = gradient + _symbol("momentum") * way
    values["w"] = _W - _symbol("lr") * way

    def scalars(step: int) -> dict[str, float]:
        return {
            "lr": group["lr"],
            "weight_decay": group["weight_decay"],
            "momentum": group["momentum"],
            # the first gradient fills torch's buffer undampened
            "share": 1.0 if step == 1 else 1 - group["dampening"],
        }

    return _rule(values, scalars, counts=False)


def _rmsprop(group: Mapping[str, Any]) -> UpdateRule:
    gradient, rest = _downhill(group), _symbol("rest")
    square = _symbol("alpha") * _symbol("square_avg") + rest * gradient * gradient
    values = {"square_avg": square}
    variance = square
    if group["centered"]:
        mean = values["grad_avg"] = _towards(_symbol("grad_avg"), gradient, rest)
        variance = square - mean * mean
    deviation = sqrt(variance) + _symbol("eps")
    if group["momentum"] != 0:
        buffer = _symbol("momentum") * _symbol("momentum_buffer") + gradient / deviation
        values["momentum_buffer"] = buffer
        values["w"] = _W - _symbol("lr") * buffer
    else:
        values["w"] = _W - _symbol("lr") * gradient / deviation

    def scalars(step: int) -> dict[str, float]:
        return {
            "lr": group["lr"],
            "weight_decay": group["weight_decay"],
            "momentum": group["momentum"],
            "alpha": group["alpha"],
            "rest": 1 - group["alpha"],
            "eps": group["eps"],
        }

    return _rule(values, scalars)


def _adam(group: Mapping[str, Any]) -> UpdateRule:
    gradient = _downhill(group)
    mean = _towards(_symbol("exp_avg"), gradient, _symbol("beta1_rest"))
    square = _symbol("beta2") * _symbol("exp_avg_sq") + _symbol("beta2_rest") * gradient * gradient
    values = {"exp_avg": mean, "exp_avg_sq": square}
    if group["amsgrad"]:
        square = values["max_exp_avg_sq"] = maximum(_symbol("max_exp_avg_sq"), square)
    decays = group["decoupled_weight_decay"] and group["weight_decay"] != 0
    kept = _symbol("kept") * _W if decays else _W
    values["w"] = kept - _symbol("step_size") * mean / (sqrt(square) + _symbol("eps"))

    def scalars(step: int) -> dict[str, float]:
        beta1, beta2 = group["betas"]
        # sqrt(v / c) + eps = (sqrt(v) + sqrt(c) eps) / sqrt(c) spares every weight a product
        root = math.sqrt(1 - beta2**step)
        return {
            "beta1_rest": 1 - beta1,
            "beta2": beta2,
            "beta2_rest": 1 - beta2,
            "step_size": group["lr"] * root / (1 - beta1**step),
            "eps": group["eps"] * root,
            "weight_decay": group["weight_decay"],
            "kept": 1 - group["lr"] * group["weight_decay"],
        }

    return _rule(values, scalars)


def _rmsprop_tensorflow(group: Mapping[str, Any]) -> UpdateRule:
    square = _towards(_symbol("mean_square"), _G * _G, _symbol("rest"))
    moved = _W - _symbol("lr") * _G / sqrt(square + _symbol("eps"))

    def scalars(step: int) -> dict[str, float]:
        return {"lr": group["lr"], "rest": 1 - group["decay"], "eps": group["eps"]}

    return _rule({"mean_square": square, "w": moved}, scalars, initial=1.0, counts=False)


_RULES: dict[type[Optimizer], Callable[[Mapping[str, Any]], UpdateRule]] = {
    SGD: _sgd,
    RMSprop: _rmsprop,
    Adam: _adam,
    AdamW: _adam,
    RMSpropTensorFlow: _rmsprop_tensorflow,
}


def update_rule(optimizer: Optimizer, group: Mapping[str, Any]) -> UpdateRule:
    """Return the equations by which an optimizer updates the weights of one of its groups.

    Args:
        optimizer: SGD, RMSprop, Adam or AdamW of torch, or `RMSpropTensorFlow`.
        group: one of its `param_groups`.

    Returns:
        The equations, simplified; those that an option does not need are absent.

    Raises:
        Unruled: the optimizer is none of these, or is used in a way that the equations leave out.

    Example:
        >>> weight = torch.nn.Parameter(torch.zeros(3))
        >>> optimizer = torch.optim.SGD([weight], lr=0.1, momentum=0.9)
        >>> rule = update_rule(optimizer, optimizer.param_groups[0])
        >>> list(rule.states), rule.scalars(1)
        (['momentum_buffer'], {'lr': 0.1, 'momentum': 0.9})
        >>> rule.values["momentum_buffer"]
        <momentum * momentum_buffer + g>
    """
    for reason in _refusals(optimizer, group):
        raise Unruled(reason)
    return _RULES[type(optimizer)](group)


def _refusals(optimizer: Optimizer, group: Mapping[str, Any]) -> Iterator[str]:
    if type(optimizer) not in _RULES:
        known = ", ".join(known.__name__ for known in _RULES)
        yield (
            f"the optimizer is of the class {type(optimizer).__name__}, but updates are compiled "
            f"only for {known}, themselves and not classes made from them."
        )
    if optimizer._optimizer_step_pre_hooks or optimizer._optimizer_step_post_hooks:
        yield "the optimizer has hooks on its steps, which would not be called: remove them."
    for option in ("capturable", "differentiable"):
        if group.get(option):
            yield f"the optimizer has {option}=True, but its update is compiled only without."
    for name, value in group.items():
        numbers = value if isinstance(value, (tuple, list)) else (value,)
        if name != "params" and any(isinstance(number, Tensor) for number in numbers):
            yield f"{name} of the optimizer is a tensor, but is expected to be a number."
    if any(weight.is_complex() or weight.layout != torch.strided for weight in group["params"]):
        yield "the optimizer holds a complex or sparse weight, but is expected to hold real ones."
