"""Losses as torch's modules and functions spell them, read as equations.

The prediction is the symbol "p", the target "y". The loss of one element is written so that nothing
overflows and every term is positive, and is differentiated as the step of a cell is.
"""

import math
from collections.abc import Callable
from types import FunctionType
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from elman.derive.reverse import derive
from elman.errors import SettingError
from elman.graph.expression import Expr, make
from elman.graph.functions import maximum, minimum, softplus, stop_gradient
from elman.graph.simplify import simplify
from elman.graph.step import Step

__all__ = ["ClassLoss", "Loss", "PointwiseLoss", "UnreadLoss", "read_loss", "scales"]


class UnreadLoss(SettingError):
    """A loss that is not among the equations: the message says why."""


class PointwiseLoss(NamedTuple):
    """A loss that compares number by number.

    Args:
        value: the loss of one element, in the state "p" and the vector "y".
        gradient: its derivative by "p", times the gradient "p" that arrives.
    """

    value: Expr
    gradient: Expr


class ClassLoss(NamedTuple):
    """The cross-entropy of classes, from scores before the softmax.

    Args:
        ignore_index: targets of this class do not count.
        weight: of each class, (K,); None if all weigh one.
        label_smoothing: the share of the target that is spread over all classes.
    """

    ignore_index: int
    weight: Tensor | None
    label_smoothing: float


class Loss(NamedTuple):
    """What is minimised.

    Args:
        kind: the loss of one element or one class.
        reduction: "mean" or "sum", over all that count in a step.
    """

    kind: PointwiseLoss | ClassLoss
    reduction: str


_P, _Y = make("state", data="p"), make("vector", data="y")


def _pointwise(value: Expr) -> PointwiseLoss:
    (value,) = simplify([value])
    gradient = derive(Step(("p",), (value,), ())).states["p"]
    assert gradient is not None  # the prediction stands in every loss
    return PointwiseLoss(value, gradient)


def _huber(delta: float) -> Expr:
    # s = clamp(d) makes s (d - s / 2) stationary, or is constant: the derivative is s either way
    d = _P - _Y
    s = stop_gradient(minimum(maximum(d, -delta), delta))
    return s * (d - 0.5 * s)


def _read_huber(loss: nn.HuberLoss) -> PointwiseLoss:
    if not loss.delta > 0:
        raise UnreadLoss(f"delta of the HuberLoss is {loss.delta}, but is expected to be above 0.")
    return _pointwise(_huber(loss.delta))


def _read_smooth_l1(loss: nn.SmoothL1Loss) -> PointwiseLoss:
    if not loss.beta >= 0:
        raise UnreadLoss(f"beta of the SmoothL1Loss is {loss.beta}, but is expected to be 0 or up.")
    return _pointwise(_huber(loss.beta) / loss.beta if loss.beta > 0 else abs(_P - _Y))


def _read_binary(loss: nn.BCEWithLogitsLoss) -> PointwiseLoss:
    if loss.weight is not None:
        raise UnreadLoss("the BCEWithLogitsLoss has a weight, but is compiled only without.")
    if loss.pos_weight is not None and loss.pos_weight.numel() != 1:
        raise UnreadLoss(
            f"pos_weight of the BCEWithLogitsLoss has {loss.pos_weight.numel()} numbers, but is "
            "compiled only as a single one."
        )
    positive = 1.0 if loss.pos_weight is None else loss.pos_weight.item()
    return _pointwise(positive * _Y * softplus(-_P) + (1 - _Y) * softplus(_P))


def _read_classes(loss: nn.CrossEntropyLoss) -> ClassLoss:
    if not 0 <= loss.label_smoothing <= 1:
        raise UnreadLoss(
            f"label_smoothing of the CrossEntropyLoss is {loss.label_smoothing}, but is expected "
            "to be from 0 to 1."
        )
    return ClassLoss(loss.ignore_index, loss.weight, loss.label_smoothing)


_MODULES: dict[type[nn.Module], Callable[[Any], PointwiseLoss | ClassLoss]] = {
    nn.CrossEntropyLoss: _read_classes,
    nn.MSELoss: lambda loss: _pointwise((_P - _Y) * (_P - _Y)),
    nn.L1Loss: lambda loss: _pointwise(abs(_P - _Y)),
    nn.HuberLoss: _read_huber,
    nn.SmoothL1Loss: _read_smooth_l1,
    nn.BCEWithLogitsLoss: _read_binary,
}

_FUNCTIONS: dict[Callable[..., Tensor], type[nn.Module]] = {
    F.cross_entropy: nn.CrossEntropyLoss,
    F.mse_loss: nn.MSELoss,
    F.l1_loss: nn.L1Loss,
    F.huber_loss: nn.HuberLoss,
    F.smooth_l1_loss: nn.SmoothL1Loss,
    F.binary_cross_entropy_with_logits: nn.BCEWithLogitsLoss,
    F.binary_cross_entropy: nn.BCELoss,
    F.nll_loss: nn.NLLLoss,
}

_INSTEAD: dict[type[nn.Module], str] = {
    nn.BCELoss: " Take the sigmoid from the model and use BCEWithLogitsLoss: it is stable, too.",
    nn.NLLLoss: " Take the log-softmax from the model and use CrossEntropyLoss.",
}


def read_loss(loss: object) -> Loss:
    """Return what a loss of torch computes.

    Args:
        loss: one of torch's loss modules, or one of its functions, which stands for its module with
            the options left as they are.

    Returns:
        The equations of one element, or the options of the cross-entropy, and the reduction.

    Raises:
        UnreadLoss: the loss is another, or has options that are not compiled.

    Example:
        >>> mse = read_loss(torch.nn.MSELoss())
        >>> mse.kind.value, mse.reduction
        (<(p[t-1] - y)^2>, 'mean')
    """
    if isinstance(loss, FunctionType) and loss in _FUNCTIONS:
        loss = _FUNCTIONS[loss]()
    name = getattr(loss, "__name__", type(loss).__name__)
    read = _MODULES.get(type(loss))  # type: ignore[arg-type]  # any type may be asked for
    if read is None:
        known = ", ".join(module.__name__ for module in _MODULES)
        made = f" Make one of the class: {name}()." if isinstance(loss, type) else ""
        instead = _INSTEAD.get(type(loss), made)  # type: ignore[arg-type]  # likewise
        raise UnreadLoss(
            f"the loss is {name}, but only {known} and their functions are compiled.{instead}"
        )
    reduction = loss.reduction  # type: ignore[attr-defined]  # all of these modules have it
    if reduction not in ("mean", "sum"):
        raise UnreadLoss(
            f'reduction of the {name} is "{reduction}", but is expected to be "mean" or "sum": '
            "training needs one number."
        )
    return Loss(read(loss), reduction)


def scales(loss: Loss, targets: Tensor) -> Tensor:
    """Return what the gradient of each step's summed loss is multiplied with.

    Args:
        loss: what `read_loss` returned.
        targets: of n steps, (n, ...): classes as int64, or numbers.

    Returns:
        (n,) in float64: for a mean, one over the number of elements, or over the sum of the weights
        of the classes that count; nan for a step in which nothing counts, as torch's mean then is.
        For a sum, 1.

    Raises:
        UnreadLoss: the loss is of classes, but the targets are no class numbers.

    Example:
        >>> loss = read_loss(torch.nn.CrossEntropyLoss(ignore_index=0))
        >>> scales(loss, torch.tensor([[1, 2, 3, 4], [5, 6, 0, 0]]))
        tensor([0.2500, 0.5000], dtype=torch.float64)
    """
    counted = _counted(loss.kind, targets)
    if loss.reduction == "sum":
        return torch.ones_like(counted)
    return 1 / counted.masked_fill(counted == 0, math.nan)


def _counted(kind: PointwiseLoss | ClassLoss, targets: Tensor) -> Tensor:
    """Return what each step's mean divides by, (n,)."""
    if isinstance(kind, PointwiseLoss):
        return torch.full(targets.shape[:1], math.prod(targets.shape[1:]), dtype=torch.float64)
    if targets.dtype != torch.int64:
        raise UnreadLoss(
            f"the targets are of {targets.dtype}, but the cross-entropy is compiled only for class "
            "numbers, torch.int64."
        )
    counts = targets != kind.ignore_index
    if kind.weight is None:
        each = counts.double()
    else:
        each = kind.weight.double()[targets.where(counts, 0)].where(counts, 0)
    return each.unsqueeze(-1).flatten(1).sum(1)
