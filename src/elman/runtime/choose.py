"""Which backend runs a call, and why: the one place where this is decided."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

import torch

from elman import settings
from elman.runtime.aten import Aten
from elman.runtime.call import Backend, Call, Tracer, refused
from elman.runtime.compiled import Compiled
from elman.runtime.reference import Reference

__all__ = ["Choice", "choose", "choose_tracer"]

_ATEN, _COMPILED, _REFERENCE = Aten(), Compiled(), Reference()
_ATEN_FIRST: tuple[Backend, ...] = (_ATEN, _COMPILED, _REFERENCE)
_COMPILED_FIRST: tuple[Backend, ...] = (_COMPILED, _ATEN, _REFERENCE)
_TRACERS: tuple[Tracer, ...] = (_COMPILED, _REFERENCE)
_FIRST = "it is the first choice for this call"
_ASKED = "it was asked for"
_Backend = TypeVar("_Backend", bound=Backend)


class Choice(NamedTuple, Generic[_Backend]):
    """The backend chosen and the reason, as a sentence."""

    backend: _Backend
    reason: str


def choose(call: Call) -> Choice[Backend]:
    """Choose the backend for a call.

    Args:
        call: the call.

    Returns:
        The backend and why.

    Raises:
        SettingError: the backend that was asked for cannot run the call.
    """
    return _first(call, _by_preference(call))


def choose_tracer(call: Call) -> Choice[Tracer]:
    """Choose the backend for a call whose every value is wanted.

    Args:
        call: the call.

    Returns:
        The backend and why.

    Raises:
        SettingError: the backend that was asked for cannot do this.
    """
    return _first(call, _TRACERS)


def _first(call: Call, backends: tuple[_Backend, ...]) -> Choice[_Backend]:
    """Return the first backend that runs the call, or the one that was asked for."""
    asked = settings.backend()
    refusals: list[str] = []
    for backend in backends:
        if asked != "auto" and asked != backend.name:
            continue
        refusal = backend.refuses(call)
        if not refusal:
            reason = _ASKED if asked != "auto" else "; ".join(refusals) if refusals else _FIRST
            return Choice(backend, reason)
        refusals.append(refusal)
    raise refused(asked, refusals[0] if refusals else "it does not show the values of a step")


def _by_preference(call: Call) -> tuple[Backend, ...]:
    """Return the backends, the first choice first.

    On a CPU torch has a kernel of its own for the LSTM over rows of equal length in single
    precision, which no kernel of ours beats at every size; everything else it runs by general
    operators, step by step. On a GPU there are no kernels of ours.
    """
    x = call.x
    even = call.lengths is None and x.dtype == torch.float32
    if not x.is_cpu or (even and _ATEN.operator(call) == "lstm"):
        return _ATEN_FIRST
    return _COMPILED_FIRST
