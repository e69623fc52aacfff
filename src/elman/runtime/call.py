"""What a backend is asked to do: run a stack of layers over a batch of sequences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

import torch
from torch import Tensor
from torch.nn import functional as F

from elman.cells import Cell
from elman.cells.layout import Layout

__all__ = ["Backend", "Call", "Result"]

Result = tuple[Tensor, tuple[Tensor, ...]]
"""The output of the last layer, (T, B, D * H), and each state at the end, (L * D, B, H)."""


@dataclass(frozen=True, eq=False)
class Call:
    """One run of a recurrent stack; with a projection, P stands for H in the first state.

    Args:
        cell: the cell of every layer.
        layout: how the tensors of a layer and direction are packed.
        x: (T, B, I), the input.
        states: each state at the beginning, (L * D, B, H).
        weights: for each layer and direction (forward, backward, next layer) its tensors by name.
        hidden_size: H.
        bidirectional: whether D is 2.
        dropout: the share of the outputs dropped between layers while training.
        training: whether this is training.
        lengths: (B,) of int64, how many steps of each row are real; None if all are. Beyond them
            the output is zero, the state stays, and the input does not matter.
    """

    cell: Cell
    layout: Layout
    x: Tensor
    states: tuple[Tensor, ...]
    weights: tuple[Mapping[str, Tensor], ...]
    hidden_size: int
    bidirectional: bool
    dropout: float
    training: bool
    lengths: Tensor | None

    @property
    def directions(self) -> int:
        """D, the number of directions."""
        return 2 if self.bidirectional else 1

    @property
    def num_layers(self) -> int:
        """L, the number of layers."""
        return len(self.weights) // self.directions

    @property
    def projected(self) -> bool:
        """Whether the output of the cell is projected to another size."""
        return "weight_hr" in self.weights[0]

    def layer(self, layer: int, direction: int, x: Tensor) -> Call:
        """Return the call of one layer and direction alone.

        Args:
            layer: from 0.
            direction: 0 forward, 1 backward.
            x: (T, B, columns), its input.

        Returns:
            A call of one layer, its states (B, H).
        """
        index = layer * self.directions + direction
        states = tuple(state[index] for state in self.states)
        return replace(
            self, x=x, states=states, weights=(self.weights[index],), bidirectional=False
        )

    def with_tensors(self, tensors: tuple[Tensor, ...], backwards: bool) -> Call:
        """Return a call of one layer with other tensors, for a backend that takes any number.

        Args:
            tensors: input, states of (B, H), and the weights in their order.
            backwards: whether it is the backward direction, which is then the second of two.

        Returns:
            The call.
        """
        count, D = 1 + len(self.states), 2 if backwards else 1
        weights = dict(zip(self.weights[0], tensors[count:], strict=True))
        states = tuple(state.expand(D, *state.shape) for state in tensors[1:count])
        return replace(
            self, x=tensors[0], states=states, weights=(weights,) * D, bidirectional=backwards
        )

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
            The same shape; every element is dropped by itself.
        """
        return F.dropout(output, self.dropout, self.training) if self.dropout else output


class Backend(Protocol):
    """A way of running a call."""

    @property
    def name(self) -> str:
        """What it is called in settings and explanations."""

    def refuses(self, call: Call) -> str:
        """Return why it cannot run the call; an empty string if it can."""

    def run(self, call: Call) -> Result:
        """Run the call."""
