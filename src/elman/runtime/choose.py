"""Which backend runs a call, and why: the one place where this is decided."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from elman import settings
from elman.runtime.aten import Aten
from elman.runtime.call import Backend, Call, Tracer, refused
from elman.runtime.compiled import Compiled
from elman.runtime.reference import Reference

__all__ = ["Choice", "choose", "choose_tracer"]

_ATEN, _COMPILED, _REFERENCE = Aten(), Compiled(), Reference()
_ON_CPU: tuple[Backend, ...] = (_COMPILED, _ATEN, _REFERENCE)
_ELSEWHERE: tuple[Backend, ...] = (_ATEN, _COMPILED, _REFERENCE)
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
    # torch's operators are the faster ones where there are no kernels of ours
    return _first(call, _ON_CPU if call.x.is_cpu else _ELSEWHERE)


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
        if asked not in ("auto", backend.name):
            continue
        refusal = backend.refuses(call)
        if not refusal:
            why = "; ".join(refusals) if refusals else _FIRST if asked == "auto" else _ASKED
            return Choice(backend, why)
        refusals.append(refusal)
    raise refused(asked, refusals[0] if refusals else "it does not show the values of a step")
