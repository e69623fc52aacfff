"""What a network has learnt: pictures of a run, equations of a cell, tables."""

from elman.view.curves import plot_history as plot_history
from elman.view.equations import cell_page as cell_page
from elman.view.equations import cell_table as cell_table
from elman.view.table import table as table

__all__ = ["cell_page", "cell_table", "plot_history", "table"]
