"""`elman fit classify`: from labelled sequences to a model that tells labels."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

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
from elman.cli.options import Force, Resume, Seed, resume_command
from elman.cli.regularisation import RecurrentDropout, WeightDrop, Zoneout
from elman.cli.tables import Delimiter, Encoding
from elman.cli.telling import tell, tell_files
from elman.cli.training import (
    MODEL,
    TRAINING,
    Average,
    BatchSize,
    Cell,
    ClipNorm,
    ClipValue,
    Dropout,
    HiddenSize,
    LearningRate,
    Log,
    Momentum,
    NumLayers,
    Optimizer,
    Out,
    Patience,
    Schedule,
    WeightDecay,
)

__all__ = ["fit_classify"]


def fit_classify(
    data: LabelledData,
    out: Out,
    force: Force = False,
    resume: Resume = False,
    seed: Seed = 0,
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
    embedding_size: Annotated[
        int | None,
        typer.Option(
            help="Features of an embedding.", show_default="hidden size", rich_help_panel=MODEL
        ),
    ] = None,
    dropout: Dropout = 0.0,
    max_vocabulary: Annotated[
        int | None, typer.Option(help="Keep so many symbols.", rich_help_panel=MODEL)
    ] = None,
    min_count: Annotated[
        int, typer.Option(help="Keep symbols seen so often.", rich_help_panel=MODEL)
    ] = 1,
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
    patience: Patience = None,
    batch_size: BatchSize = 32,
    optimizer: Optimizer = "adam",
    learning_rate: LearningRate = 0.001,
    momentum: Momentum = None,
    weight_decay: WeightDecay = None,
    clip_norm: ClipNorm = None,
    clip_value: ClipValue = None,
    schedule: Schedule = "constant",
    recurrent_dropout: RecurrentDropout = 0.0,
    zoneout: Zoneout = 0.0,
    weight_drop: WeightDrop = 0.0,
    average: Average = None,
    log: Log = None,
) -> None:
    """Learn to tell the label of a sequence."""
    load_torch()
    from elman.tasks import Classifier
    from elman.tasks.folder import files_of
    from elman.tasks.texts import share_or_file
    from elman.train.reporter import make_reporter

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
        recurrent_dropout=recurrent_dropout,
        zoneout=zoneout,
        weight_drop=weight_drop,
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
    )
    model.compile(
        optimizer=optimizer,
        learning_rate=learning_rate,
        momentum=momentum,
        weight_decay=weight_decay,
        clip_norm=clip_norm,
        clip_value=clip_value,
        schedule=schedule,
        log=log,
        average=average,
    )
    model.fit(
        Path(data),
        validation=validation,
        test=share_or_file(test),
        epochs=epochs,
        batch_size=batch_size,
        patience=patience,
        seed=seed,
        out=out,
        force=force,
        resume=resume,
        reporter=make_reporter(),
        how_to_resume=f"\n  {resume_command(Path(out))}",
    )
    tell(f"\n{model.outcome()}\n")
    tell_files(Path(out), files_of(Path(out)))
