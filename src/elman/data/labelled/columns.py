"""Which columns of a table play which role: told, found by their names, or by what is in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from elman.data.tables.cells import is_missing, is_value
from elman.errors import DataError, did_you_mean

__all__ = ["column_called", "find_label", "find_text", "given_column", "is_text_column", "listed"]

NAMES = {
    "text": ("text", "sentence", "content", "review", "message", "sequence"),
    "label": ("label", "class", "category", "target", "sentiment"),
    "sequence": ("sequence", "sequence_id", "series", "series_id", "unique_id", "id"),
    "time": ("time", "timestamp", "step"),
}
LOOKED_AT = 1_000  # cells that say what a column holds
NAMED = 10  # columns that a message lists

Cells = Sequence[str] | NDArray[np.object_]


def listed(columns: Sequence[str]) -> str:
    """Return the names of columns for a message.

    Args:
        columns: their names.

    Returns:
        The first of them in quotes, and how many more there are.

    Example:
        >>> listed(["day", "sales"])
        '"day", "sales"'
    """
    more = f" and {len(columns) - NAMED:,} more" if len(columns) > NAMED else ""
    return ", ".join(f'"{column}"' for column in columns[:NAMED]) + more


def given_column(name: str, columns: Sequence[str], given: str) -> str:
    """Return a column that was asked for, provided that there is one.

    Args:
        name: of the data, for messages.
        columns: that it has.
        given: what was asked for.

    Returns:
        The column.

    Raises:
        DataError: there is no such column.

    Example:
        >>> given_column('"a.csv"', ["text", "label"], "label")
        'label'
    """
    if given not in columns:
        raise DataError(
            f'{name} has no column "{given}"; it has {listed(columns)}.'
            f"{did_you_mean(given, columns)}"
        )
    return given


def column_called(role: str, columns: Sequence[str]) -> str | None:
    """Return the column whose name says that it plays a role.

    Args:
        role: one of `NAMES`.
        columns: their names, in any case.

    Returns:
        The first that fits best; None if none does.

    Example:
        >>> column_called("label", ["Class", "x"]), column_called("time", ["Class", "x"])
        ('Class', None)
    """
    folded = {column.strip().casefold(): column for column in reversed(columns)}
    return next((folded[name] for name in NAMES[role] if name in folded), None)


def find_text(
    name: str, columns: Sequence[str], cells: Callable[[str], Cells], label: str | None
) -> str:
    """Find the column that holds the texts.

    Args:
        name: of the data, for messages.
        columns: that it has.
        cells: returns what a column holds.
        label: the column of the labels, where that is known.

    Returns:
        The column called so; else the only one with texts; of two, the one that repeats less.

    Raises:
        DataError: there is none, or several could be it.

    Example:
        >>> table = {"c1": ["good", "bad", "good"], "c2": ["I liked it", "Never", "It is fine"]}
        >>> find_text('"a.csv"', list(table), table.__getitem__, None)
        'c2'
    """
    others = [column for column in columns if column != label]
    if called := column_called("text", others):
        return called
    found = [column for column in others if is_text_column(cells(column))]
    if len(found) == 2 and label is None:
        distinct = {len(set(cells(column))): column for column in found}
        if len(distinct) == 2:
            return distinct[max(distinct)]
    if len(found) == 1:
        return found[0]
    raise DataError(
        f"{name}: which column holds the texts? "
        f"{'Several do' if found else 'None holds any'}: {listed(found or columns)}. Name it with "
        "--text (text=), or name --sequence (sequence=) if a sequence is numbers over several rows."
    )


def find_label(name: str, columns: Sequence[str], others: Sequence[str | None]) -> str:
    """Find the column that holds the labels.

    Args:
        name: of the data, for messages.
        columns: that it has.
        others: those that have another role.

    Returns:
        The column called so; else the only one that is left.

    Raises:
        DataError: there is none, or several could be it.

    Example:
        >>> find_label('"a.csv"', ["c1", "c2"], ["c2"])
        'c1'
    """
    left = [column for column in columns if column not in others]
    found = column_called("label", left) or (left[0] if len(left) == 1 else None)
    if found is None:
        raise DataError(
            f"{name}: which column holds the labels? Expected one called label beside "
            f"{listed([column for column in others if column])}; "
            + (
                f"there are {listed(left)}. Name it with --label (label=)."
                if left
                else "there is no other. If something unusual parts the cells, name it with "
                "--delimiter (delimiter=)."
            )
        )
    return found


def is_text_column(cells: Cells) -> bool:
    """Say whether a column holds texts.

    Args:
        cells: what it holds.

    Returns:
        Whether more of its first cells are texts than are numbers or dates.

    Example:
        >>> is_text_column(["mew", "woof", "7"]), is_text_column(["1.5", "NA"])
        (True, False)
    """
    known = [cell for cell in cells[:LOOKED_AT] if not is_missing(cell)]
    return sum(not is_value(cell, ".") for cell in known) * 2 > len(known)
