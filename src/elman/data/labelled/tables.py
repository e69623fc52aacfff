"""A table with labels: a text a row, or a sequence of numbers over several rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from elman.data.labelled.columns import column_called, find_label, find_text
from elman.data.labelled.examples import Examples
from elman.data.labelled.numbers import read_long, sequence_column
from elman.data.tables.dialect import detect_dialect
from elman.data.tables.reading import Table
from elman.data.tables.shape import measure
from elman.data.tables.source import read_source
from elman.errors import DataError, SettingError

__all__ = ["read_labelled_table"]

SEPARATORS = {".tsv": "\t", ".tab": "\t"}
NUMBERED = re.compile(r"c\d+")  # what the columns of a table without a header are called


def read_labelled_table(
    path: str | Path,
    *,
    text: str | None = None,
    label: str | None = None,
    sequence: str | None = None,
    time: str | None = None,
    columns: Sequence[str] | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    labelled: bool = True,
) -> Examples:
    """Read a table of texts, a row each, or of numbers, several rows a sequence.

    Args:
        path: the file, compressed by gzip or not; ``"-"`` is standard input.
        text: the column of the texts.
        label: the column of the labels.
        sequence: the column that says to which sequence of numbers a row belongs.
        time: the column by which the rows of a sequence are sorted.
        columns: those of the numbers; all others if not given.
        delimiter: what parts the cells.
        encoding: of the file, as Python names it.
        labelled: whether there are labels.

    Returns:
        The sequences.

    Raises:
        DataError: the file is no such table, or it cannot be told which columns are meant.
        SettingError: the settings contradict one another.

    Example:
        >>> _ = Path("pets.csv").write_text("text,label\\nmew,cat\\nwoof,dog\\n")
        >>> read_labelled_table("pets.csv").labels
        ['cat', 'dog']
    """
    long = {"sequence": sequence, "time": time, "columns": columns}
    told = [name for name, value in long.items() if value]
    if text and told:
        raise SettingError(
            f"text and {told[0]} are both given; expected --text for a text a row, or "
            "--sequence for numbers over several rows. Leave one out."
        )
    delimiter = delimiter or SEPARATORS.get(Path(str(path).removesuffix(".gz")).suffix.lower())
    header = _header([text, label, sequence, time, *(columns or [])])
    source = read_source(path, encoding)
    dialect = detect_dialect(source, delimiter=delimiter, header=header)
    table = Table(source, dialect, measure(source, dialect))
    if not text and (told or sequence_column(table, label) is not None):
        return read_long(
            table, sequence=sequence, label=label, time=time, columns=columns, labelled=labelled
        )
    if header is None and dialect.header and not _is_named(table):
        bare = replace(dialect, header=False)
        plain = Table(source, bare, measure(source, bare))
        if _begins_with_an_example(plain):
            table = plain
    return _texts(table, *_roles(table, text, label, labelled))


def _header(names: Sequence[str | None]) -> bool | None:
    given = [name for name in names if name]
    return not all(map(NUMBERED.fullmatch, given)) if given else None


def _roles(
    table: Table, text: str | None, label: str | None, labelled: bool
) -> tuple[str, str | None]:
    columns = table.columns
    label = table.column(label) if label else column_called("label", columns)
    text = table.column(text) if text else find_text(table.name, columns, table.texts, label)
    if labelled and label in (None, text):
        label = find_label(table.name, columns, [text])
    return text, label if labelled else None


def _is_named(table: Table) -> bool:
    return any(column_called(role, table.columns) for role in ("text", "label"))


def _begins_with_an_example(plain: Table) -> bool:
    # In a table of nothing but texts the first row looks like a header whatever it is.
    if len(plain.columns) == 1:
        return True
    try:
        labels = [plain.texts(label) for label in _roles(plain, None, None, True)[1:] if label]
    except DataError:
        return False
    return any(own[0] in own[1:] for own in labels)


def _texts(table: Table, text: str, label: str | None) -> Examples:
    labels = None if label is None else table.texts(label)
    if labels is not None and len(empty := np.flatnonzero(labels == "")):
        raise DataError(
            f'{table.name}, line {table.lines[empty[0]]:,}: the label in the column "{label}" is '
            "empty. Expected one in every row. Write it, or take the row out."
        )
    return Examples(
        table.name,
        table.texts(text).tolist(),
        None,
        None if labels is None else labels.tolist(),
        [f"line {line:,}" for line in table.lines],
        kind=f'a table with texts in the column "{text}"'
        + (f' and labels in "{label}"' if label else "")
        + ("" if table.dialect.header else ", without a header"),
    )
