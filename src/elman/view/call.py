"""A run of a layer: what it made, and what reached it from where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from torch import nn

from elman.nn.drop_in import stack_of
from elman.nn.engine import Engine
from elman.runtime import Stack

__all__ = ["READ", "Call", "Flow", "stack_in"]

READ = ("x", "input")
"""What recurrent layers call that argument which they read step by step."""


@dataclass(frozen=True)
class Flow:
    """What an argument of a layer goes back to.

    Args:
        origin: the number of the call that made it, or the name of a parameter or of an argument of
            the network, if it is of floating point.
        state: whether it is the state after that call, and not its output.
        steps: empty if each step goes back to the same step, or neither side is a sequence; else
            those that matter, from 0: of a sequence that one vector goes back to, of a sequence
            that goes back to one vector, or of the other sequence that the first step goes back to.
    """

    origin: int | str
    state: bool = False
    steps: tuple[int, ...] = ()


@dataclass(frozen=True)
class Call:
    """One run of one layer.

    Args:
        name: of the layer in the network.
        module: the layer.
        shape: of its output.
        sequence: whether its output has a time axis.
        flows: what its arguments go back to, by the names of the arguments.
        steps: T of a recurrent layer; 0 of others.
        rows: B of a recurrent layer; 0 of others.
        backend: which ran a recurrent layer, and why.
    """

    name: str
    module: nn.Module
    shape: tuple[int, ...]
    sequence: bool
    flows: Mapping[str, tuple[Flow, ...]]
    steps: int = 0
    rows: int = 0
    backend: str = ""


def stack_in(module: nn.Module) -> Stack | None:
    """Return the layers of a recurrent module, ours or torch's; None for any other.

    Args:
        module: any.

    Example:
        >>> stack_in(nn.GRU(3, 4, num_layers=2)).num_layers
        2
    """
    if isinstance(module, Engine):
        return module._stack
    return stack_of(module) if isinstance(module, nn.RNNBase) else None
