"""The cells that come with Elman, by name: every file of the library is one entry."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from elman.cells import library
from elman.cells.cell import Cell
from elman.errors import CellError, did_you_mean

__all__ = ["get", "names"]


@cache
def _cells() -> dict[str, Cell]:
    modules = [
        importlib.import_module(f"{library.__name__}.{entry.name}")
        for entry in pkgutil.iter_modules(library.__path__)
    ]
    found = [value for module in modules for value in vars(module).values()]
    cells = {value.name: value for value in found if isinstance(value, Cell)}
    return dict(sorted(cells.items()))


def names() -> list[str]:
    """Return the names of the cells that come with Elman.

    Returns:
        The names in alphabetical order.

    Example:
        >>> "gru" in names()
        True
    """
    return list(_cells())


def get(name: str) -> Cell:
    """Return the cell of a name.

    Args:
        name: one of `names()`.

    Returns:
        The cell.

    Raises:
        CellError: there is none; the nearest name is suggested.

    Example:
        >>> get("gru").states
        ('h',)
    """
    cells = _cells()
    if name not in cells:
        raise CellError(
            f'there is no cell "{name}".{did_you_mean(name, cells)} There are: {", ".join(cells)}.'
        )
    return cells[name]
