"""Averaged weights: the mean of those after every step, once the validation stops gaining."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel

__all__ = ["Averaging", "is_time"]


def is_time(losses: Sequence[float], patience: int) -> bool:
    """Return whether averaging begins: the non-monotone trigger.

    Args:
        losses: of validation, one an epoch, the latest last.
        patience: n; a rise that lasts for no more epochs is of no account.

    Returns:
        Whether the latest is above the smallest of those more than n epochs before it.

    Example:
        >>> is_time([3.0, 2.0, 2.1], patience=1), is_time([3.0, 2.0, 2.1, 2.2], patience=1)
        (False, True)

    Source:
        Merity, Keskar & Socher 2017, Regularizing and Optimizing LSTM Language Models, algorithm 1,
        as their program has it.
    """
    before = losses[: -1 - patience]
    return bool(before) and losses[-1] > min(before)


class Averaging:
    """The averaged weights of a network; there are none until it has begun.

    Args:
        network: that is trained.

    Attributes:
        since: the number of steps that were done as it began; None before.

    Example:
        >>> import torch
        >>> network = nn.Linear(1, 1, bias=False)
        >>> averaging = Averaging(network)
        >>> averaging.begin(step=10)
        >>> for value in (1.0, 3.0):
        ...     _ = nn.init.constant_(network.weight, value)
        ...     averaging.after_step()
        >>> with averaging.shown():
        ...     network.weight.item()
        2.0
        >>> network.weight.item()
        3.0
    """

    def __init__(self, network: nn.Module) -> None:
        self._network = network
        self._averaged: AveragedModel | None = None
        self.since: int | None = None

    def begin(self, step: int) -> None:
        """Average the weights of all steps from now on.

        Args:
            step: how many were done.
        """
        self.since, self._averaged = step, AveragedModel(self._network)

    def after_step(self) -> None:
        """Take the weights after a step into the mean."""
        if self._averaged is not None:
            self._averaged.update_parameters(self._network)

    @property
    def weights(self) -> dict[str, Tensor] | None:
        """The averaged weights, by the names that they have in the network; None before."""
        if self._averaged is None or not self._averaged.n_averaged:
            return None
        weights: dict[str, Tensor] = self._averaged.module.state_dict()
        return weights

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Let the network have the averaged weights for a stretch of code, if there are any."""
        if self.weights is None:
            yield
            return
        own = {name: tensor.clone() for name, tensor in self._network.state_dict().items()}
        self.take()
        try:
            yield
        finally:
            self._network.load_state_dict(own)

    def take(self) -> None:
        """Put the averaged weights into the network for good, if there are any."""
        if self.weights is not None:
            self._network.load_state_dict(self.weights)

    def state_dict(self) -> dict[str, Any] | None:
        """Return what there is to keep; None before it has begun."""
        if self._averaged is None:
            return None
        return {"since": self.since, "averaged": self._averaged.state_dict()}

    def load_state_dict(self, values: dict[str, Any] | None) -> None:
        """Go on from what `state_dict` gave.

        Args:
            values: as returned there.
        """
        if values is not None:
            self.begin(values["since"])
            assert self._averaged is not None  # it has begun
            self._averaged.load_state_dict(values["averaged"])
