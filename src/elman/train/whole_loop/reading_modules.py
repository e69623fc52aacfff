"""What each kind of module makes of a value, by the function that is its forward."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import torch
from torch import nn

from elman.nn import (
    GRU,
    LSTM,
    RNN,
    Dropout,
    Embedding,
    LockedDropout,
    Number,
    OneHot,
    Recurrent,
)
from elman.nn.drop_in import stack_of
from elman.nn.engine import Engine
from elman.runtime.stack import Stack, stack
from elman.train.whole_loop.parts import Unread
from elman.train.whole_loop.reading import EndState, Given, Reading, Run, Zeros, expect, whole
from elman.train.whole_loop.reading_functions import drop, flatten, one_hot

__all__ = ["MODULES"]


def _embedding(module: Any, path: str, symbols: Any) -> Reading:
    reading = _symbols(symbols)
    for setting in ("max_norm", "scale_grad_by_freq", "sparse"):
        if getattr(module, setting):
            raise Unread(f"its {setting} is not compiled")
    made = replace(reading, stage="input", input="embedding", width=module.weight.size(1))
    return replace(made, table=path, padding=module.padding_idx)


def _embedding_with_dropout(module: Any, path: str, symbols: Any) -> Reading:
    if module.dropout:
        raise Unread("its dropout of whole symbols is not compiled")
    return _embedding(module, path, symbols)


def _one_hot(module: Any, _: str, symbols: Any) -> Reading:
    return one_hot(symbols, module.vocabulary_size)


def _number(_: Any, __: str, symbols: Any) -> Reading:
    return replace(_symbols(symbols), stage="input", input="number", width=1)


def _symbols(value: Any) -> Reading:
    reading = expect(value, "given")
    if reading.dropout:
        raise Unread("symbols cannot be dropped out")
    return reading


_ORDINARY = ("recurrent_dropout", "zoneout", "weight_drop")


def _recurrent(
    module: Any, path: str, x: Any, state: Any = None, lengths: Any = None, memory: Any = None
) -> Any:
    reading = expect(x, "given", "input", "sequence")
    if memory is not None:
        raise Unread("attention to a memory is for the ordinary loop alone")
    for name in _ORDINARY:
        if share := getattr(module, name, 0):
            raise Unread(f"its {name} = {share} is for the ordinary loop alone")
    layers = _stack(module)
    if layers.refusal:
        raise Unread(layers.refusal)
    _fits(reading.width, module.input_size)
    if reading.locked not in (None, module.batch_first):
        raise Unread("its batch_first is not that of the locked dropout before it")
    within = layers.num_layers - 1
    dropouts = (reading.dropout, *[float(module.dropout)] * within)
    locked = (reading.locked is not None, *[getattr(module, "locked", False)] * within)
    count = len(layers.state_sizes)
    state = None if state in (Zeros(), (Zeros(),) * count) else whole(state, count)
    for name, value in (("state", state), ("lengths", lengths)):
        if not isinstance(value, Given | None):
            raise Unread(f"its {name} must be what forward was given, or not be given at all")
    run = Run(path, layers, dropouts, locked, module.batch_first, state, lengths)
    for other in reading.runs:
        for name in ("batch_first", "lengths"):
            if getattr(other, name) != getattr(run, name):
                raise Unread(f"its {name} is not that of {other.path}")
    width = layers.directions * layers.output_size
    output = replace(reading, stage="sequence", width=width, runs=(*reading.runs, run))
    output = replace(output, dropout=0.0, locked=None)
    if any(dropouts[1:]) and not isinstance(module, Engine):
        output = replace(output, counted=False)
    return output, EndState(output)


def _stack(module: Any) -> Stack:
    made = stack_of(module) if isinstance(module, nn.RNNBase) else module._stack
    # how much is kept for the way back is not the module's to say where nothing is handed out
    return stack(made.layer._replace(recompute=False), made.input_size, made.num_layers)


def _linear(module: Any, path: str, value: Any) -> Reading:
    reading = expect(value, "sequence", "pooled")
    outputs, inputs = module.weight.shape
    _fits(reading.width, inputs)
    return replace(reading, stage="scored", head=path, width=outputs)


def _fits(width: int | None, expected: int) -> None:
    if width not in (None, expected):
        raise Unread(f"it expects {expected} features and gets {width}")


def _dropout(module: Any, _: str, value: Any) -> Reading:
    # torch's own draws from torch's random numbers
    return drop(value, module.p, module.inplace, counted=isinstance(module, Dropout))


def _locked_dropout(module: Any, _: str, value: Any) -> Reading:
    reading = expect(value, "given", "input", "sequence", "pooled")
    if reading.stage == "pooled":
        raise Unread("there are no steps left that could share a mask")
    if reading.runs and reading.runs[-1].batch_first != module.batch_first:
        raise Unread(f"its batch_first is not that of {reading.runs[-1].path}")
    dropped = drop(reading, module.p, inplace=False, counted=True)
    return replace(dropped, locked=module.batch_first) if module.p else dropped


def _identity(_: Any, __: str, value: Any) -> Any:
    return value


def _flatten(module: Any, _: str, value: Any) -> Reading:
    return flatten(value, module.start_dim, module.end_dim)


_Row = Callable[..., Any]
"""Of the module, its path and the arguments of its forward, in order and with all defaults."""

# by forward, so that a subclass counts as its base for as long as it does the same
_ROWS: dict[tuple[type[nn.Module], ...], _Row] = {
    (nn.Embedding,): _embedding,
    (Embedding,): _embedding_with_dropout,
    (OneHot,): _one_hot,
    (Number,): _number,
    (Recurrent, LSTM, GRU, RNN, torch.nn.LSTM, torch.nn.GRU, torch.nn.RNN): _recurrent,
    (nn.Linear,): _linear,
    (nn.Dropout, Dropout): _dropout,
    (LockedDropout,): _locked_dropout,
    (nn.Identity,): _identity,
    (nn.Flatten,): _flatten,
}
MODULES: dict[Any, _Row] = {kind.forward: row for kinds, row in _ROWS.items() for kind in kinds}
