"""Options of labelled sequences: where the sequence and where the label stand."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.panels import data_option

__all__ = [
    "LABELLED_OPTIONS",
    "Columns",
    "Label",
    "LabelledData",
    "Order",
    "Permutation",
    "Rate",
    "Sequence",
    "TextColumn",
    "TimeColumn",
]

# Those that `predict` and `evaluate` take too, for data that are read otherwise than in training.
LABELLED_OPTIONS = (
    "text",
    "label",
    "sequence",
    "time",
    "columns",
    "order",
    "permutation",
    "rate",
    "delimiter",
    "encoding",
)

LabelledData = Annotated[
    str,
    typer.Argument(
        metavar="DATA",
        help="A table, JSON lines, a folder with a file or a folder for each class, sounds "
        "(.wav, .zip), pictures (.png, IDX) or arrays (.npz).",
        show_default=False,
    ),
]
TextColumn = Annotated[
    str | None, data_option(metavar="COLUMN", help="The text.", show_default="found")
]
Label = Annotated[
    str | None, data_option(metavar="COLUMN", help="The label.", show_default="found")
]
Sequence = Annotated[
    str | None,
    data_option(metavar="COLUMN", help="Of a table of numbers: which sequence a row belongs to."),
]
TimeColumn = Annotated[str | None, data_option(metavar="COLUMN", help="To sort its rows by.")]
Order = Annotated[str | None, data_option(help="Of pictures: rows or pixels.", show_default="rows")]
Permutation = Annotated[
    int | None, data_option(metavar="SEED", help="Of pixels: shuffle them alike.")
]
Columns = Annotated[
    list[str] | None,
    data_option(metavar="COLUMN", help="Its numbers; may be repeated.", show_default="all others"),
]
Rate = Annotated[
    int | None,
    data_option(metavar="HZ", help="Of sounds: bring them to it.", show_default="that of most"),
]
