"""Elman: finding structure in time."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from elman import cells as cells
    from elman import data as data
    from elman import errors as errors
    from elman import nn as nn
    from elman import settings as settings
    from elman import tasks as tasks
    from elman import train as train
    from elman import view as view
    from elman.cells import cell as cell
    from elman.tasks import load as load

__version__ = "0.1.0"

__all__ = [
    "cell",
    "cells",
    "data",
    "errors",
    "load",
    "nn",
    "settings",
    "tasks",
    "train",
    "view",
]

# Where the names live that are no folders themselves.
_HOMES = {"cell": "elman.cells", "load": "elman.tasks"}


def __getattr__(name: str) -> Any:
    # everything is imported at its first use, so that `import elman` costs nothing
    if name not in __all__:
        raise AttributeError(f"module 'elman' has no attribute {name!r}")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    return import_module(f"elman.{name}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
