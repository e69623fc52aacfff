"""Which optimizers there are: a table from names to classes and the settings that reach them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from torch import Tensor
from torch.optim import SGD, Adam, AdamW, Optimizer, RMSprop

from elman.data.arguments import one_of
from elman.errors import SettingError
from elman.train.rmsprop_tensorflow import RMSpropTensorFlow

__all__ = ["OPTIMIZERS", "OptimizerChoice", "check_options", "make_optimizer"]


@dataclass(frozen=True)
class OptimizerChoice:
    """One row of the table.

    Args:
        make: the class; ``make(parameters, lr=..., **options)``.
        options: the settings that it takes besides the learning rate, by torch's own names.
        fused: the same for many numbers, whose parts do not wait for memory one after the other.
    """

    make: Callable[..., Optimizer]
    options: tuple[str, ...] = ()
    fused: Callable[..., Optimizer] | None = None


MANY = 1_000_000  # numbers, from which they no longer stay in a cache from part to part

# foreach: the same bits as one parameter after the other, in less time for small networks.
OPTIMIZERS = {
    "adam": OptimizerChoice(
        partial(Adam, foreach=True), ("weight_decay",), partial(Adam, fused=True)
    ),
    "adamw": OptimizerChoice(
        partial(AdamW, foreach=True), ("weight_decay",), partial(AdamW, fused=True)
    ),
    "rmsprop": OptimizerChoice(partial(RMSprop, foreach=True), ("momentum", "weight_decay")),
    "sgd": OptimizerChoice(partial(SGD, foreach=True), ("momentum", "weight_decay")),
    "rmsprop-tensorflow": OptimizerChoice(RMSpropTensorFlow),
}


def check_options(name: str, options: Mapping[str, Any]) -> None:
    """Refuse options that the optimizer would not heed.

    Args:
        name: one of `OPTIMIZERS`.
        options: settings by name; those that are None are not given.

    Raises:
        SettingError: there is no such optimizer, or it has no such option.

    Example:
        >>> check_options("sgd", {"momentum": 0.9})
    """
    choice = OPTIMIZERS[one_of("optimizer", name, OPTIMIZERS)]
    for option, value in options.items():
        if value is not None and option not in choice.options:
            have = ", ".join(other for other in OPTIMIZERS if option in OPTIMIZERS[other].options)
            raise SettingError(
                f"{option} is {value!r}, but the optimizer {name} has none. "
                f"Leave it out or take one of: {have}."
            )


def make_optimizer(
    name: str, parameters: Iterable[Tensor], learning_rate: float, options: Mapping[str, Any]
) -> Optimizer:
    """Make an optimizer by its name.

    Args:
        name: one of `OPTIMIZERS`.
        parameters: what it trains.
        learning_rate: above 0.
        options: settings by name; where one is None, torch's own default holds.

    Returns:
        The optimizer.

    Raises:
        SettingError: there is no such optimizer, or it has no such option.

    Example:
        >>> import torch
        >>> weight = torch.nn.Parameter(torch.zeros(1))
        >>> type(make_optimizer("sgd", [weight], 0.1, {"momentum": 0.9})).__name__
        'SGD'
    """
    check_options(name, options)
    given = {option: value for option, value in options.items() if value is not None}
    parameters, choice = [*parameters], OPTIMIZERS[name]
    many = sum(weight.numel() for weight in parameters) >= MANY
    make = choice.fused if many and choice.fused else choice.make
    return make(parameters, lr=learning_rate, **given)
