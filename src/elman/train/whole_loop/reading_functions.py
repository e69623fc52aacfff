"""What each function and method makes of a value, by how it is called."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import torch
import torch.nn.functional as F

from elman.train.whole_loop.following import TRAINING
from elman.train.whole_loop.parts import Unread
from elman.train.whole_loop.reading import (
    EndState,
    Fact,
    Given,
    Part,
    Reading,
    Zeros,
    expect,
)

__all__ = ["FUNCTIONS", "drop", "flatten", "one_hot"]

_ALL = slice(None)


def one_hot(value: Any, num_classes: int = -1) -> Reading:
    """Read symbols as vectors with a single one."""
    reading = expect(value, "given")
    if not isinstance(num_classes, int) or num_classes < 1:
        raise Unread("the number of classes must be a fixed number")
    if reading.dropout:
        raise Unread("symbols cannot be dropped out")
    return replace(reading, stage="input", input="one-hot", width=num_classes)


def drop(value: Any, p: float, inplace: bool, *, counted: bool = False) -> Reading:
    """Read a dropout that acts while training."""
    reading = expect(value, "given", "input", "sequence", "pooled")
    if inplace:
        raise Unread("it overwrites what it gets: leave inplace out")
    if p and reading.dropout:
        raise Unread("two dropouts in a row are not compiled: one does the same")
    if not p:
        return reading
    return replace(reading, dropout=float(p), counted=reading.counted and counted)


def _dropout(input: Any, p: float = 0.5, training: Any = True, inplace: bool = False) -> Reading:
    if training is True:
        raise Unread("it drops out in evaluation, too: give it self.training as training")
    return drop(input, p if training == Given(TRAINING) else 0.0, inplace)


def _fact(*_: Any) -> Fact:
    return Fact()


def _attribute(value: Any, name: str) -> Fact:
    if name not in ("device", "dtype", "ndim", "shape"):
        expect(value)
    return Fact()


def _zeros(*_: Any, **__: Any) -> Zeros:
    return Zeros()


def _cast(value: Any, dtype: Any) -> Any:
    if isinstance(value, Zeros):
        return value
    reading = expect(value, "given", "input", "sequence", "pooled", "scored", "squeezed")
    if not isinstance(dtype, torch.dtype):
        raise Unread("only a format of numbers may be given, such as torch.float32")
    return replace(reading, casts=(*reading.casts, dtype))


def _as_it_is(value: Any) -> Reading:
    return expect(value, "given", "input", "sequence", "pooled", "scored", "squeezed")


def _item(value: Any, index: Any) -> Any:
    if isinstance(value, tuple):
        return value[index]
    if isinstance(value, Fact):
        return value
    if isinstance(value, Given):
        return Part(value, index)
    if isinstance(value, EndState) and len(value.stack.state_sizes) > 1:
        return Part(value, index)
    if isinstance(value, (EndState, Part)):
        return _last_layer(value, index)
    reading = expect(value, "sequence", "scored")
    return _last_step(reading, index) if reading.stage == "sequence" else _only_one(reading, index)


def _last_layer(value: EndState | Part, index: Any) -> Reading:
    """Read h[-1], which is the last layer's output after the last step."""
    state = value.state if isinstance(value, Part) else value
    if not isinstance(state, EndState) or (isinstance(value, Part) and value.index != 0):
        expect(value)
    assert isinstance(state, EndState)
    if state.stack.directions > 1:
        raise Unread("the state of one direction alone is not compiled: take output[:, -1]")
    if not _is_index(index, 3, 0, (-1, state.stack.rows - 1)):
        raise Unread("of a state only the last layer's, h[-1], is compiled")
    return replace(state.reading, stage="pooled", pooling="last")


def _last_step(reading: Reading, index: Any) -> Reading:
    time = 1 if reading.runs[-1].batch_first else 0
    if not _is_index(index, 3, time, (-1,)):
        raise Unread(f"of the steps only the last, {('output[-1]', 'output[:, -1]')[time]}, or all")
    if reading.runs[-1].lengths:
        raise Unread("the last step of shorter rows is padding: take h[-1] of the state instead")
    return replace(reading, stage="pooled", pooling="last", drops_all=bool(reading.dropout))


def _only_one(reading: Reading, index: Any) -> Reading:
    if not _is_index(index, reading.rank, reading.rank - 1, (0, -1)):
        expect(reading, "squeezed")
    return _squeezed(reading)


def _squeezed(reading: Reading) -> Reading:
    if reading.width != 1:
        raise Unread(f"the linear layer has {reading.width} outputs: only a single one is squeezed")
    return replace(reading, stage="squeezed")


def _is_index(index: Any, rank: int, dim: int, numbers: tuple[int, ...]) -> bool:
    """Return whether an index picks one of some numbers in one dimension and all in the others."""
    given = list(index) if isinstance(index, tuple) else [index]
    if Ellipsis in given:
        place = given.index(Ellipsis)
        given[place : place + 1] = [_ALL] * (rank - len(given) + 1)
    given += [_ALL] * (rank - len(given))
    picked = given.pop(dim)
    is_number = isinstance(picked, int) and not isinstance(picked, bool)
    return is_number and picked in numbers and given == [_ALL] * (rank - 1)


def _mean(value: Any, dim: Any = None, keepdim: bool = False) -> Reading:
    reading = expect(value, "sequence")
    time = 1 if reading.runs[-1].batch_first else 0
    if dim not in (time, time - 3) or keepdim:
        raise Unread(f"only the mean over time, mean({time}), is compiled")
    if reading.dropout:
        raise Unread("dropout before the mean is not compiled: drop out behind it")
    if reading.runs[-1].lengths:
        raise Unread("the mean would count padding: take h[-1] of the state instead")
    return replace(reading, stage="pooled", pooling="mean")


def _squeeze(value: Any, dim: Any = None) -> Reading:
    if isinstance(value, (EndState, Part)):
        # which it does to a single row of states alone
        return _last_layer(value, 0 if dim == 0 else None)
    reading = expect(value, "scored")
    if dim not in (-1, reading.rank - 1):
        raise Unread("only the last dimension is squeezed, by squeeze(-1)")
    return _squeezed(reading)


def flatten(value: Any, start_dim: int = 0, end_dim: int = -1) -> Reading:
    """Read scores whose last dimension goes into the one before."""
    reading = expect(value, "scored")
    if (start_dim % reading.rank, end_dim % reading.rank) != (reading.rank - 2, reading.rank - 1):
        raise Unread("only the last dimension is flattened, by squeeze(-1)")
    return _squeezed(reading)


def _reshape(value: Any, *shape: Any) -> Reading:
    reading = expect(value, "scored")
    if shape not in ((-1,), ((-1,),)) or reading.rank != 2:
        raise Unread("only the last dimension is dropped, by squeeze(-1)")
    return _squeezed(reading)


FUNCTIONS: dict[Any, Callable[..., Any]] = {
    operator.getitem: _item,
    getattr: _attribute,
    "size": _fact,
    "dim": _fact,
    "new_zeros": _zeros,
    torch.zeros: _zeros,
    F.dropout: _dropout,
    F.one_hot: one_hot,
    "to": _cast,
    "type": _cast,
    "float": lambda value: _cast(value, torch.float32),
    "double": lambda value: _cast(value, torch.float64),
    "contiguous": _as_it_is,
    **dict.fromkeys(("mean", torch.mean), _mean),
    **dict.fromkeys(("squeeze", torch.squeeze), _squeeze),
    **dict.fromkeys(("flatten", torch.flatten), flatten),
    **dict.fromkeys(("view", "reshape", torch.reshape), _reshape),
}
"""By function, or by the name of a method."""
