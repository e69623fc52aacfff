"""`elman evaluate`: how well a model does on a file."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.labelled import (
    LABELLED_OPTIONS,
    Columns,
    Label,
    Order,
    Permutation,
    Rate,
    Sequence,
    TextColumn,
    TimeColumn,
)
from elman.cli.loading import load_torch
from elman.cli.options import Folder, Seed, given, refuse_options_of_others
from elman.cli.paired import Beam, Translations
from elman.cli.tables import (
    READING_OPTIONS,
    DateFormat,
    Decimal,
    Delimiter,
    Encoding,
    Header,
    Missing,
    Sort,
    TimeZone,
)
from elman.cli.tagged import TagColumn, TokenColumn
from elman.cli.telling import tell

__all__ = ["evaluate"]

OWN = {
    "language-model": (),
    "forecast": ("stride", *READING_OPTIONS),
    "classify": LABELLED_OPTIONS,
    "tag": ("token_column", "tag_column"),
    "music": (),
    "translate": ("target", "beam"),
}


def evaluate(
    context: typer.Context,
    folder: Folder,
    data: Annotated[
        str,
        typer.Argument(metavar="DATA", help="A file or folder, as the model was trained on."),
    ],
    stride: Annotated[
        int,
        typer.Option(min=1, metavar="N", help="Of a forecaster: steps between two forecasts."),
    ] = 1,
    text: TextColumn = None,
    label: Label = None,
    sequence: Sequence = None,
    time: TimeColumn = None,
    columns: Columns = None,
    order: Order = None,
    permutation: Permutation = None,
    rate: Rate = None,
    token_column: TokenColumn = None,
    tag_column: TagColumn = None,
    target: Translations = None,
    beam: Beam = 1,
    missing: Missing = None,
    sort: Sort = None,
    date_format: DateFormat = None,
    time_zone: TimeZone = None,
    delimiter: Delimiter = None,
    decimal: Decimal = None,
    encoding: Encoding = None,
    header: Header = None,
    seed: Seed = 0,
) -> None:
    """Say how well a model predicts a file."""
    load_torch()
    from pathlib import Path

    import elman

    model = elman.load(folder)
    own = refuse_options_of_others(context, model.task, OWN)
    tell(str(model.evaluate(Path(data), **given(own))))
