"""What a network is and what it has learnt: pictures, equations of a cell, tables."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from elman.view.curves import plot_history as plot_history
from elman.view.equations import cell_page as cell_page
from elman.view.equations import cell_table as cell_table
from elman.view.table import table as table
from elman.view.unrolled import plot_unrolled as plot_unrolled

if TYPE_CHECKING:
    from elman.view.layers import layer_rows as layer_rows
    from elman.view.layers import summary as summary
    from elman.view.reading import unroll as unroll

__all__ = [
    "cell_page",
    "cell_table",
    "layer_rows",
    "plot_history",
    "plot_unrolled",
    "summary",
    "table",
    "unroll",
]

# What needs torch is imported at its first use, for the equations of a cell do not.
_HOMES = {
    "layer_rows": "elman.view.layers",
    "summary": "elman.view.layers",
    "unroll": "elman.view.reading",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'elman.view' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
