"""Which backend runs a call, and why: the one place where this is decided."""

from __future__ import annotations

from typing import NamedTuple

from elman import settings
from elman.errors import SettingError
from elman.runtime.aten import Aten
from elman.runtime.call import Backend, Call
from elman.runtime.compiled import Compiled
from elman.runtime.reference import Reference

__all__ = ["Choice", "choose"]

_BACKENDS: tuple[Backend, ...] = (Aten(), Compiled(), Reference())
"""In the order of preference: the first that does not refuse a call runs it."""


class Choice(NamedTuple):
    """The backend chosen and the reason, as a sentence."""

    backend: Backend
    reason: str


def choose(call: Call) -> Choice:
    """Choose the backend for a call.

    Args:
        call: the call.

    Returns:
        The backend and why.

    Raises:
        SettingError: the backend that was asked for cannot run the call.
    """
    asked = settings.backend()
    if asked != "auto":
        backend = next(backend for backend in _BACKENDS if backend.name == asked)
        refusal = backend.refuses(call)
        if refusal:
            raise SettingError(
                f'the backend "{asked}" was asked for, but cannot run this: {refusal}. '
                'Ask for "auto" to let Elman choose.'
            )
        return Choice(backend, "it was asked for")
    refusals: list[str] = []
    for backend in _BACKENDS:
        refusal = backend.refuses(call)
        if not refusal:
            return Choice(backend, "; ".join(refusals) or "it computes exactly this cell")
        refusals.append(refusal)
    raise AssertionError("the reference runs everything")
