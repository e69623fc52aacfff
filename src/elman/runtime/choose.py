"""Which backend runs a call, and why: the one place where this is decided."""

from __future__ import annotations

from typing import NamedTuple

import torch

from elman import cells, settings
from elman.errors import SettingError
from elman.runtime.aten import Aten
from elman.runtime.call import Backend, Call
from elman.runtime.compiled import Compiled
from elman.runtime.reference import Reference

__all__ = ["Choice", "choose"]

_ATEN, _COMPILED, _REFERENCE = Aten(), Compiled(), Reference()
_BACKENDS: tuple[Backend, ...] = (_ATEN, _COMPILED, _REFERENCE)


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
    for backend in _by_preference(call):
        refusal = backend.refuses(call)
        if not refusal:
            return Choice(backend, "; ".join(refusals) or "it is the first choice for this call")
        refusals.append(refusal)
    raise AssertionError("the reference runs everything")


def _by_preference(call: Call) -> tuple[Backend, ...]:
    """Return the backends, the first choice first.

    On a CPU torch has a kernel of its own for the LSTM over rows of equal length in single
    precision, which no kernel of ours beats at every size; everything else it runs by general
    operators, step by step. On a GPU there are no kernels of ours.
    """
    lstm = call.cell.graph == cells.get("lstm").graph
    own_kernel = lstm and call.lengths is None and call.x.dtype == torch.float32
    if own_kernel or not call.x.is_cpu:
        return _ATEN, _COMPILED, _REFERENCE
    return _COMPILED, _ATEN, _REFERENCE
