"""What is known of a value on its way from the input to the scores, and what may come next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from elman.runtime.stack import Stack
from elman.train.whole_loop.parts import Unread

__all__ = ["EndState", "Fact", "Given", "Part", "Reading", "Run", "Zeros", "expect", "whole"]

# What may be done with a value at each stage.
_NEXT = {
    "given": "the input may only be embedded, made one-hot or numbers, dropped out, or go into "
    "recurrent layers as it is",
    "input": "between the input and the recurrent layers only dropout is compiled",
    "sequence": "after recurrent layers only dropout, further recurrent layers, the last step or "
    "the mean of all steps, and one linear layer are compiled",
    "pooled": "between the last step, or the mean of all, and the linear layer only dropout is "
    "compiled",
    "scored": "only one linear layer after the recurrent ones is compiled, and after it nothing "
    "but squeeze(-1): the loss gets the scores as they are",
    "squeezed": "nothing is compiled after the scores are squeezed: the loss gets them as they are",
}


@dataclass(frozen=True)
class Given:
    """An argument other than the input, as it is given.

    Args:
        name: what it is called.
    """

    name: str


@dataclass(frozen=True)
class Fact:
    """A size, a device or a format: what is known of a value without its numbers."""


@dataclass(frozen=True)
class Zeros:
    """A tensor of zeros, which a state at the beginning is where none is given."""


@dataclass(frozen=True)
class Run:
    """A recurrent module as it is called.

    Args:
        path: of the module.
        stack: of all its layers.
        dropouts: on the input of each of its layers.
        locked: whether each of these has one mask for all steps.
        batch_first: whether the batch comes before time.
        state: at the beginning; None if it is zero.
        lengths: of the rows; None if all steps are real.
    """

    path: str
    stack: Stack
    dropouts: tuple[float, ...]
    locked: tuple[bool, ...]
    batch_first: bool
    state: Given | None
    lengths: Given | None


@dataclass(frozen=True)
class Reading:
    """A value made of the input.

    Args:
        stage: "given", "input", "sequence", "pooled", "scored" or "squeezed".
        input: what the recurrent layers are to see, as in `Architecture`.
        width: the size of the last dimension; None if it is not known.
        table: the path of the embedding; None if there is none.
        padding: its padding_idx.
        runs: the recurrent modules that it has been through.
        dropout: on the value, before what comes next.
        locked: where that has one mask for all steps, whether it takes the batch to come before
            time; None where each step has its own.
        pooling: as in `Architecture`.
        head: the path of the linear layer.
        casts: the formats of numbers that it is brought into on its way.
        drops_all: as in `Architecture`.
        counted: as in `Architecture`.
    """

    stage: str = "given"
    input: str = "features"
    width: int | None = None
    table: str | None = None
    padding: int | None = None
    runs: tuple[Run, ...] = ()
    dropout: float = 0.0
    locked: bool | None = None
    pooling: str = "every"
    head: str = ""
    casts: tuple[torch.dtype, ...] = ()
    drops_all: bool = False
    counted: bool = True

    @property
    def rank(self) -> int:
        """The number of dimensions, of a value behind recurrent layers."""
        return 3 if self.pooling == "every" else 2


@dataclass(frozen=True)
class EndState:
    """The state that a recurrent module returns.

    Args:
        reading: the output that goes with it.
    """

    reading: Reading

    @property
    def stack(self) -> Stack:
        """The layers whose state it is."""
        return self.reading.runs[-1].stack


@dataclass(frozen=True)
class Part:
    """One of the tensors of a state.

    Args:
        state: the state.
        index: which of them.
    """

    state: Given | EndState
    index: int


def expect(value: Any, *stages: str) -> Reading:
    """Return a value if it is a reading at one of some stages.

    Args:
        value: the value.
        stages: where it may be.

    Returns:
        The value.

    Raises:
        Unread: it is something else; the message says what may come next instead.

    Example:
        >>> expect(Reading(), "given", "sequence").stage
        'given'
    """
    if isinstance(value, (EndState, Part)):
        raise Unread(
            "of a state only h[-1], the last layer's output after the last step, goes on to a head"
        )
    if isinstance(value, tuple):
        raise Unread("it gets the output and the state of recurrent layers, not the output alone")
    if not isinstance(value, Reading):
        raise Unread("it gets something that is not made of the input alone")
    if value.stage not in stages:
        raise Unread(_NEXT[value.stage])
    return value


def whole(value: Any, count: int) -> Any:
    """Return the state that a tuple of all its tensors in order is.

    Args:
        value: a state, a tuple, or something else.
        count: of tensors in a state.

    Returns:
        The state; what is no such tuple as it is.

    Example:
        >>> whole((Part(Given("state"), 0), Part(Given("state"), 1)), 2)
        Given(name='state')
    """
    if not isinstance(value, tuple) or not value or not isinstance(value[0], Part):
        return value
    state = value[0].state
    return state if value == tuple(Part(state, n) for n in range(count)) else value
