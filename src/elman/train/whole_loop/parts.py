"""What a module is made of, as far as whole-loop training covers it: plain data."""

from __future__ import annotations

from typing import NamedTuple

from torch.nn import Parameter

from elman.errors import UserError
from elman.runtime.stack import Stack

__all__ = ["Architecture", "Cells", "Unread"]


class Unread(UserError):
    """A module that does more, or something else, than whole-loop training covers."""


class Cells(NamedTuple):
    """One recurrent layer, in its one or two directions.

    Args:
        stack: of this one layer.
        weights: its tensors, in the order of `Stack.shapes`.
        dropout: the probability of dropout on the input of the layer.
        within: whether that dropout is the recurrent module's own, between its layers, where time
            comes before the rows.
        locked: whether it has one mask for all steps.
    """

    stack: Stack
    weights: tuple[Parameter, ...]
    dropout: float
    within: bool = False
    locked: bool = False


class Architecture(NamedTuple):
    """A module that is an input, recurrent layers, pooling and a linear head.

    Args:
        input: what the first layer sees: ``"embedding"``, ``"one-hot"`` or ``"number"`` of symbols,
            (B, T) each, or ``"features"``, (B, T, I), as they are given.
        table: of the embedding, (K, I); None if there is none.
        padding: the symbol whose row of the table is never trained, if there is one.
        features: I of the first layer.
        layers: those of all recurrent modules, in their order.
        batch_first: whether inputs are (B, T, ...) and not (T, B, ...).
        pooling: what the head sees: ``"every"`` step, the ``"last"`` or the ``"mean"`` of all.
        dropout: the probability of dropout on what the head sees.
        locked: whether that has one mask for all steps.
        head: the weight of the head, (K, D * P); the table itself if they are tied.
        bias: of the head, (K,); None if there is none.
        squeezed: whether the last dimension of the scores, of size 1, is dropped.
        carries: whether the module takes a state and returns it.
        drops_all: whether the dropout before the head falls on all steps, and not on the last
            alone where that is what the head sees.
        counted: whether all dropouts draw their masks within `counted` of
            `elman.runtime.random_masks`, so that the ordinary loop can draw the same.
    """

    input: str
    table: Parameter | None
    padding: int | None
    features: int
    layers: tuple[Cells, ...]
    batch_first: bool
    pooling: str
    dropout: float
    head: Parameter
    bias: Parameter | None
    squeezed: bool
    carries: bool
    drops_all: bool = False
    counted: bool = True
    locked: bool = False

    @property
    def dropouts(self) -> tuple[float, ...]:
        """All of them in the order in which they act: on the input of each layer, of the head."""
        return (*(layer.dropout for layer in self.layers), self.dropout)

    def without_dropout(self) -> Architecture:
        """Return what it is in evaluation."""
        layers = tuple(layer._replace(dropout=0.0) for layer in self.layers)
        return self._replace(layers=layers, dropout=0.0)
