"""What a backend is asked to do: run a stack of layers over a batch of sequences."""

from __future__ import annotations

from typing import NamedTuple, Protocol

import torch
from torch import Tensor

from elman.errors import SettingError
from elman.runtime.random_masks import drop, dropout
from elman.runtime.stack import Stack

__all__ = ["Backend", "Call", "Record", "Result", "Tracer", "refused"]

Result = tuple[Tensor, tuple[Tensor, ...]]
"""The output of the last layer, (T, B, D * H), and each state at the end, (L * D, B, H)."""

Record = dict[str, Tensor]
"""Every named value of a layer and direction, (T, B, H), by name and ``_l0_reverse``."""


class Call(NamedTuple):
    """One run of a recurrent stack; with a projection, P stands for H in the first state.

    Args:
        stack: the layers.
        x: (T, B, I), the input.
        states: each state at the beginning, (L * D, B, H).
        weights: of each layer and direction (forward, backward, next layer) in the order of
            `Stack.names`.
        lengths: (B,) of int64, how many steps of each row are real; None if all are. Beyond them
            the output is zero, the state stays, and the input does not matter.
        dropout: the share of the outputs dropped between layers while training.
        training: whether this is training.
        locked: whether what is dropped of a row is the same at every step.
    """

    stack: Stack
    x: Tensor
    states: tuple[Tensor, ...]
    weights: tuple[Tensor, ...]
    lengths: Tensor | None = None
    dropout: float = 0.0
    training: bool = False
    locked: bool = False

    def named(self, index: int) -> dict[str, Tensor]:
        """Return the weights of a layer and direction by name.

        Args:
            index: layer times D, plus the direction.

        Returns:
            By name of the block.
        """
        names = self.stack.names
        first = index * len(names)
        return dict(zip(names, self.weights[first : first + len(names)], strict=True))

    def active(self) -> Tensor | None:
        """Return which steps are real.

        Returns:
            (T, B, 1) of bool; None if all are.
        """
        if self.lengths is None:
            return None
        steps = torch.arange(self.x.size(0), device=self.x.device)
        return (steps[:, None] < self.lengths.to(self.x.device)).unsqueeze(-1)

    def drop(self, output: Tensor) -> Tensor:
        """Drop a share of the outputs of a layer that is not the last.

        Args:
            output: (T, B, D * H).

        Returns:
            The same shape; every element is dropped by itself, or every unit of a row.
        """
        if not (self.dropout and self.training):
            return output
        if self.locked:
            return output * drop(output.new_ones(output.shape[1:]), self.dropout)
        return dropout(output, self.dropout, True)


class Backend(Protocol):
    """A way of running a call."""

    @property
    def name(self) -> str:
        """What it is called in settings and explanations."""

    def refuses(self, call: Call) -> str:
        """Return why it cannot run the call; an empty string if it can."""

    def run(self, call: Call) -> Result:
        """Run the call."""


class Tracer(Backend, Protocol):
    """A way of running a call that can show every value."""

    def trace(self, call: Call) -> tuple[Result, Record]:
        """Run the call, of at least one step, and keep every named value."""


def refused(backend: str, reason: str) -> SettingError:
    """Return the error for a backend that was asked for and cannot run a call.

    Args:
        backend: its name.
        reason: why it cannot.

    Returns:
        The error.
    """
    return SettingError(
        f'the backend "{backend}" was asked for, but cannot run this: {reason}. '
        'Ask for "auto" to let Elman choose.'
    )
