"""`elman fit classify`: from labelled sequences to a model that tells labels."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from elman.cli.grouping import grouped
from elman.cli.labelled import (
    Columns,
    Label,
    LabelledData,
    Order,
    Permutation,
    Rate,
    Sequence,
    TextColumn,
    TimeColumn,
)
from elman.cli.loading import load_torch
from elman.cli.network import (
    Cell,
    Dropout,
    EmbeddingSize,
    HiddenSize,
    MaxVocabulary,
    MinCount,
    NumLayers,
)
from elman.cli.panels import MODEL, TRAINING
from elman.cli.regularisation import WithinLayers
from elman.cli.tables import Delimiter, Encoding
from elman.cli.training import Training

__all__ = ["fit_classify"]


@grouped()
def fit_classify(
    data: LabelledData,
    text: TextColumn = None,
    label: Label = None,
    sequence: Sequence = None,
    time: TimeColumn = None,
    columns: Columns = None,
    order: Order = None,
    permutation: Permutation = None,
    rate: Rate = None,
    delimiter: Delimiter = None,
    encoding: Encoding = None,
    unit: Annotated[
        str, typer.Option(help="word, character or byte.", rich_help_panel=MODEL)
    ] = "word",
    lower: Annotated[
        bool, typer.Option("--lower", help="Texts in lower case.", rich_help_panel=MODEL)
    ] = False,
    cell: Cell = "gru",
    hidden_size: HiddenSize = 128,
    num_layers: NumLayers = 1,
    bidirectional: Annotated[
        bool,
        typer.Option("--bidirectional", help="Read from both ends.", rich_help_panel=MODEL),
    ] = False,
    pooling: Annotated[
        str, typer.Option(help="last, mean, max or attention.", rich_help_panel=MODEL)
    ] = "last",
    input: Annotated[
        str, typer.Option(help="embedding or one-hot.", rich_help_panel=MODEL)
    ] = "embedding",
    embedding_size: EmbeddingSize = None,
    dropout: Dropout = 0.0,
    max_vocabulary: MaxVocabulary = None,
    min_count: MinCount = 1,
    max_length: Annotated[
        int | None, typer.Option(help="Read so many steps.", rich_help_panel=MODEL)
    ] = None,
    weights: Annotated[
        str,
        typer.Option(help="balanced: every class counts alike.", rich_help_panel=TRAINING),
    ] = "none",
    memory: Annotated[
        int | None,
        typer.Option(help="Begin with gates that hold so many steps.", rich_help_panel=MODEL),
    ] = None,
    validation: Annotated[
        float, typer.Option(help="Share that decides when to stop.", rich_help_panel=TRAINING)
    ] = 0.1,
    test: Annotated[
        str,
        typer.Option(metavar="SHARE|DATA", help="What only judges.", rich_help_panel=TRAINING),
    ] = "0.1",
    epochs: Annotated[
        int | None,
        typer.Option(
            help="Times the data are seen.",
            show_default="10, more if they are few",
            rich_help_panel=TRAINING,
        ),
    ] = None,
    *,
    regularisation: WithinLayers,
    training: Training,
) -> None:
    """Learn to tell the label of a sequence."""
    load_torch()
    from elman.tasks import Classifier
    from elman.tasks.texts import share_or_file

    model = Classifier(
        unit,
        cell,
        hidden_size,
        num_layers,
        bidirectional=bidirectional,
        pooling=pooling,
        embedding_size=embedding_size,
        input=input,
        dropout=dropout,
        lower=lower,
        max_vocabulary=max_vocabulary,
        min_count=min_count,
        max_length=max_length,
        weights=weights,
        memory=memory,
        text=text,
        label=label,
        sequence=sequence,
        time=time,
        columns=columns or None,
        order=order,
        permutation=permutation,
        rate=rate,
        delimiter=delimiter,
        encoding=encoding,
        **vars(regularisation),
    )
    training.run(
        model,
        Path(data),
        validation=validation,
        test=share_or_file(test),
        epochs=epochs,
    )
