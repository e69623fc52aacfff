"""The cell of a task: as it is given, and as config.json says it."""

from __future__ import annotations

from typing import Any

import torch

from elman import cells
from elman.cells import Cell
from elman.errors import CellError, SettingError
from elman.nn import Recurrent

__all__ = ["cell_entry", "cell_of", "cell_of_choice"]


def cell_of_choice(cell: str | Cell) -> Cell:
    """Return the cell that is meant.

    Args:
        cell: a name, or a cell.

    Raises:
        SettingError: it is neither.
        CellError: there is no cell of that name.

    Example:
        >>> cell_of_choice("gru").name
        'gru'
    """
    if not isinstance(cell, str | Cell):
        raise SettingError(f"cell is {cell!r}; expected a name or a cell of your own.")
    return cells.get(cell) if isinstance(cell, str) else cell


def cell_entry(cell: Cell) -> str | dict[str, Any]:
    """Return what config.json says of a cell: the name of a shipped one, else its whole graph.

    Args:
        cell: of the network.

    Returns:
        What JSON can hold.

    Example:
        >>> cell_entry(cells.get("gru"))
        'gru'
    """
    shipped = cell.name in cells.names() and cells.get(cell.name) == cell
    return cell.name if shipped else cell.to_dict()


def cell_of(entry: str | dict[str, Any]) -> Cell:
    """Return the cell of what config.json says of it.

    Args:
        entry: what `cell_entry` returned.

    Returns:
        The cell.

    Raises:
        CellError: there is no such cell, or it cannot take a step.

    Example:
        >>> cell_of("gru").name
        'gru'
    """
    if isinstance(entry, str):
        return cells.get(entry)
    try:
        cell = Cell.from_dict(entry)
        with torch.random.fork_rng(devices=[]):
            Recurrent(cell, 1, 1)(torch.zeros(1, 1, 1))
    except Exception as error:  # a graph from a file can be wrong in any way
        raise CellError(
            f"its cell cannot take a step ({type(error).__name__}: {error})."
        ) from error
    return cell
