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
    """

    stack: Stack
    weights: tuple[Parameter, ...]
    dropout: float


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
        head: the weight of the head, (K, D * P); the table itself if they are tied.
        bias: of the head, (K,); None if there is none.
        squeezed: whether the last dimension of the scores, of size 1, is dropped.
        carries: whether the module takes a state and returns it.
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
