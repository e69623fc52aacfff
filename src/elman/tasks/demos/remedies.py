"""What has been proposed against gradients that vanish or explode, as starts and trainings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor

from elman.nn import Recurrent, chrono
from elman.tasks.demos.network import OverNumbers

__all__ = ["BACK", "REMEDIES", "CutShort", "Remedy"]

BACK = 20  # steps that truncated BPTT goes back
LARGE = 4.0  # times as large are the recurrent weights from which gradients explode
Start = Callable[[Recurrent], None]


def as_drawn(layer: Recurrent) -> None:
    """Leave the weights as they are, of which a state keeps but a part."""


def large(layer: Recurrent) -> None:
    """Begin with large recurrent weights."""
    with torch.no_grad():
        layer.named_views()["R_h"].mul_(LARGE)


def identity(layer: Recurrent) -> None:
    """Begin with the identity as recurrent weights and without biases, as Le et al. (2015) do."""
    views = layer.named_views()
    with torch.no_grad():
        views["R_h"].copy_(torch.eye(layer.hidden_size))
        views["b_h"].zero_()
        views["W_h"].normal_(std=0.001)


def holding(layer: Recurrent) -> None:
    """Begin with gates that hold for up to 100 steps, as Tallec & Ollivier (2018) do."""
    chrono(layer, 100)


class CutShort(OverNumbers):
    """A network that learns from its last 20 steps alone: truncated BPTT of a loss at the end.

    Example:
        >>> y, state = CutShort("gru", inputs=3, units=8, outputs=2)(torch.zeros(4, 25, 3))
        >>> y.shape
        torch.Size([4, 20, 2])
    """

    not_compiled = "the first steps are not learnt from."

    def forward(self, x: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return what is told at the last 20 steps, and the state after the last one."""
        with torch.no_grad():
            _, state = self.recurrent(x[:, :-BACK], state)
        return super().forward(x[:, -BACK:], state)


def by_sgd(**more: float) -> tuple[dict[str, Any], ...]:
    """Return trainings by gradient descent with momentum, with three learning rates.

    Example:
        >>> by_sgd(clip_norm=1.0)[0]
        {'optimizer': 'sgd', 'momentum': 0.9, 'learning_rate': 0.01, 'clip_norm': 1.0}
    """
    plain = {"optimizer": "sgd", "momentum": 0.9}
    return tuple({**plain, "learning_rate": rate, **more} for rate in (0.01, 0.1, 1.0))


RMSPROP: tuple[dict[str, Any], ...] = tuple(
    {"optimizer": "rmsprop", "learning_rate": rate} for rate in (0.0003, 0.001, 0.003)
)


class Remedy(NamedTuple):
    """A network, its start and its trainings.

    Args:
        name: what it is called.
        start: sets the weights of the recurrent layer, which are drawn already.
        cell: of the layer.
        network: made of cell, inputs, units and outputs.
        trainings: settings, of which the best ones count.
    """

    name: str
    start: Start = as_drawn
    cell: str = "elman"
    network: Callable[[str, int, int, int], OverNumbers] = OverNumbers
    trainings: Sequence[Mapping[str, Any]] = by_sgd()


# Another cell or start is trained in both ways, so that RMSprop is no reason why it does better.
BOTH = (*by_sgd(), *RMSPROP)

REMEDIES = (
    Remedy("none: they vanish"),
    Remedy("none: they explode", large),
    Remedy(f"BPTT over {BACK} steps", large, network=CutShort),
    Remedy("clipped by norm", large, trainings=by_sgd(clip_norm=1.0)),
    Remedy("clipped by value", large, trainings=by_sgd(clip_value=0.01)),
    Remedy("RMSprop", trainings=RMSPROP),
    Remedy("ReLU, identity", identity, "elman_relu", trainings=BOTH),
    Remedy("LSTM", cell="lstm", trainings=BOTH),
    Remedy("GRU", cell="gru", trainings=BOTH),
    Remedy("LSTM that holds", holding, "lstm", trainings=BOTH),
    Remedy("GRU that holds", holding, "gru", trainings=BOTH),
)
