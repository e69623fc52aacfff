"""What a network has learnt: pictures of a run, equations of a cell, tables."""

from elman.view.curves import plot_history as plot_history
from elman.view.equations import cell_page as cell_page
from elman.view.equations import cell_table as cell_table
from elman.view.layers import layer_rows as layer_rows
from elman.view.layers import summary as summary
from elman.view.reading import unroll as unroll
from elman.view.table import table as table
from elman.view.unrolled import plot_unrolled as plot_unrolled

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
