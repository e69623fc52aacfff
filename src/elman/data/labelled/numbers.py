"""A long table becomes sequences of numbers: each row is a step of one of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from elman.data.labelled.columns import column_called, find_label, is_text_column, listed
from elman.data.labelled.examples import Examples
from elman.data.tables.numbers import number_of
from elman.data.tables.reading import Table
from elman.data.tables.times import read_times
from elman.errors import DataError

__all__ = ["read_long", "sequence_column"]


def sequence_column(table: Table, label: str | None = None) -> str | None:
    """Find the column that says to which sequence a row belongs.

    Args:
        table: of anything.
        label: the column of the labels, where that is known.

    Returns:
        The column, where one is called so and others beside the labels are numbers, but no
        texts; else None.

    Example:
        >>> from pathlib import Path
        >>> from elman.data.tables.reading import read_table
        >>> _ = Path("walks.csv").write_text("id,x,label\\na,1,up\\na,2,up\\n")
        >>> sequence_column(read_table("walks.csv"))
        'id'
    """
    found = column_called("sequence", table.columns)
    if found is None:
        return None
    known = {found, label or column_called("label", table.columns)}
    others = [column for column in table.columns if column not in known]
    values = [column for column in others if column != column_called("time", others)]
    texts = any(is_text_column(table.texts(column)) for column in values)
    return found if values and not texts else None


def read_long(
    table: Table,
    *,
    sequence: str | None = None,
    label: str | None = None,
    time: str | None = None,
    columns: Sequence[str] | None = None,
    labelled: bool = True,
) -> Examples:
    """Read sequences of numbers from a table with a step a row.

    Args:
        table: with a column that says to which sequence a row belongs.
        sequence: that column; found by its name if not given.
        label: the column of the labels, the same in all rows of a sequence.
        time: the column of numbers or dates by which the rows of a sequence are sorted; the
            order is that of the file if there is none.
        columns: the I features, in this order; all other columns if not given.
        labelled: whether there are labels.

    Returns:
        The sequences, (T, I) each, in the order in which they begin in the file.

    Raises:
        DataError: a cell is empty or no number, the label changes within a sequence, or it cannot
            be told which columns are meant.

    Example:
        >>> from pathlib import Path
        >>> from elman.data.tables.reading import read_table
        >>> _ = Path("walks.csv").write_text("id,x,label\\na,1,up\\na,2,up\\n")
        >>> read_long(read_table("walks.csv")).numbers
        [tensor([[1.],
                [2.]])]
    """
    names = table.columns
    sequence = table.column(sequence) if sequence else column_called("sequence", names)
    if sequence is None:
        raise DataError(
            f"{table.name}: which column says to which sequence a row belongs? It has "
            f"{listed(names)}. Name it with --sequence (sequence=)."
        )
    time = table.column(time) if time else column_called("time", names)
    label = table.column(label) if label else column_called("label", names)
    if labelled and label is None:
        label = find_label(table.name, names, [sequence, time, *(columns or [])])
    features = [column for column in names if column not in (sequence, time, label)]
    features = [table.column(column) for column in columns] if columns else features
    if not features:
        raise DataError(
            f"{table.name} has no column of numbers beside {listed(names)}. Expected at least one."
        )
    ids = table.texts(sequence)
    _none_empty(table, sequence, ids)
    _, first, number = np.unique(ids, return_index=True, return_inverse=True)
    keys = [first[number]] if time is None else [_clock(table, time), first[number]]
    order = np.lexsort(keys)
    ends = np.cumsum(np.unique(first[number], return_counts=True)[1])
    rows = np.split(order, ends[:-1])
    sorted_by = f', sorted by "{time}"' if time else ""
    return Examples(
        table.name,
        None,
        _sequences(table, features, rows),
        _labels(table, label, sequence, ids, rows) if labelled and label else None,
        [f'sequence "{ids[own[0]]}" (line {table.lines[own.min()]:,})' for own in rows],
        kind=f'a table with a step a row, of the sequences in "{sequence}"{sorted_by}: '
        f"{listed(features)}",
        options={"columns": features},
    )


def _sequences(table: Table, features: list[str], rows: list[NDArray[np.intp]]) -> list[Tensor]:
    matrix = table.matrix(features).astype(np.float32)
    if np.isnan(matrix).any():
        row, column = np.argwhere(np.isnan(matrix))[0]
        raise DataError(
            f'{table.name}, line {table.lines[row]:,}, column "{features[column]}": there is no '
            "number. Expected one in every row. Fill it in, take the row out, or name the other "
            "columns with --columns (columns=)."
        )
    return [torch.from_numpy(matrix[own]) for own in rows]


def _labels(
    table: Table, label: str, sequence: str, ids: NDArray[np.object_], rows: list[NDArray[np.intp]]
) -> list[str]:
    texts = table.texts(label)
    _none_empty(table, label, texts)
    for own in map(np.sort, rows):
        if len(other := own[texts[own] != texts[own[0]]]):
            raise DataError(
                f'{table.name}, line {table.lines[other[0]]:,}: the sequence "{ids[own[0]]}" of '
                f'"{sequence}" has the label "{texts[other[0]]}" here and "{texts[own[0]]}" in '
                f"line {table.lines[own[0]]:,}. Expected one label a sequence. Mend the rows, or "
                "name other columns with --sequence and --label."
            )
    return [texts[own[0]] for own in rows]


def _clock(table: Table, time: str) -> NDArray[np.float64] | NDArray[np.int64]:
    texts = table.texts(time)
    _none_empty(table, time, texts)
    if number_of(texts[0], table.dialect.decimal) is not None:
        return table.numbers(time)
    stamps: NDArray[np.int64] = read_times(table, time).values.asi8
    return stamps


def _none_empty(table: Table, column: str, texts: NDArray[np.object_]) -> None:
    if len(empty := np.flatnonzero(texts == "")):
        raise DataError(
            f'{table.name}, line {table.lines[empty[0]]:,}: the column "{column}" is empty. '
            "Expected something in every row. Write it, or take the row out."
        )
