"""`elman fit language-model`: from a text to a model that goes on with it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from elman.cli.loading import load_torch
from elman.cli.options import Force, Resume, Seed, resume_command
from elman.cli.regularisation import (
    ActivationRegularisation,
    EmbeddingDropout,
    Locked,
    RecurrentDropout,
    TemporalRegularisation,
    WeightDrop,
    Zoneout,
)
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

__all__ = ["fit_language_model"]


def fit_language_model(
    data: Annotated[
        str,
        typer.Argument(
            metavar="DATA", help="A text file (.gz too); - is standard input.", show_default=False
        ),
    ],
    out: Out,
    force: Force = False,
    resume: Resume = False,
    seed: Seed = 0,
    unit: Annotated[str, typer.Option(help="word or character.", rich_help_panel=MODEL)] = "word",
    cell: Cell = "lstm",
    hidden_size: HiddenSize = 128,
    num_layers: NumLayers = 1,
    input: Annotated[
        str, typer.Option(help="embedding, one-hot or number.", rich_help_panel=MODEL)
    ] = "embedding",
    embedding_size: Annotated[
        int | None,
        typer.Option(
            help="Features of an embedding.", show_default="hidden size", rich_help_panel=MODEL
        ),
    ] = None,
    dropout: Dropout = 0.0,
    tied: Annotated[
        bool,
        typer.Option("--tied", help="Head and embedding share weights.", rich_help_panel=MODEL),
    ] = False,
    window: Annotated[
        int | None, typer.Option(help="See so many symbols, from zero.", rich_help_panel=MODEL)
    ] = None,
    tbptt: Annotated[
        int | None,
        typer.Option(
            help="Or carry the state, and go so far back.",
            show_default="35 words, 100 characters",
            rich_help_panel=MODEL,
        ),
    ] = None,
    loss_steps: Annotated[
        str,
        typer.Option(help="Learn every symbol of a window, or the last.", rich_help_panel=MODEL),
    ] = "every",
    max_vocabulary: Annotated[
        int | None, typer.Option(help="Keep so many symbols.", rich_help_panel=MODEL)
    ] = None,
    min_count: Annotated[
        int, typer.Option(help="Keep symbols seen so often.", rich_help_panel=MODEL)
    ] = 1,
    validation: Annotated[
        str,
        typer.Option(
            metavar="SHARE|FILE",
            help="What to judge by: the end of the text or a file; 0: nothing.",
            rich_help_panel=TRAINING,
        ),
    ] = "0.1",
    epochs: Annotated[
        int | None,
        typer.Option(
            help="Times the text is seen.",
            show_default="10, more if it is short",
            rich_help_panel=TRAINING,
        ),
    ] = None,
    patience: Patience = None,
    batch_size: BatchSize = 32,
    optimizer: Optimizer = "adam",
    learning_rate: LearningRate = 0.003,
    momentum: Momentum = None,
    weight_decay: WeightDecay = None,
    clip_norm: ClipNorm = None,
    clip_value: ClipValue = None,
    schedule: Schedule = "constant",
    locked: Locked = False,
    embedding_dropout: EmbeddingDropout = 0.0,
    recurrent_dropout: RecurrentDropout = 0.0,
    zoneout: Zoneout = 0.0,
    weight_drop: WeightDrop = 0.0,
    activation_regularisation: ActivationRegularisation = 0.0,
    temporal_regularisation: TemporalRegularisation = 0.0,
    average: Average = None,
    display_every: Annotated[
        int | None,
        typer.Option(help="Steps between two shown examples.", rich_help_panel=TRAINING),
    ] = None,
    log: Log = None,
) -> None:
    """Learn to predict the next symbol of a text."""
    load_torch()
    from elman.tasks import LanguageModel
    from elman.tasks.folder import files_of
    from elman.tasks.texts import share_or_file
    from elman.train.reporter import make_reporter

    model = LanguageModel(
        unit,
        cell,
        hidden_size,
        num_layers,
        input=input,
        embedding_size=embedding_size,
        dropout=dropout,
        tied=tied,
        window=window,
        tbptt=tbptt,
        loss_steps=loss_steps,
        max_vocabulary=max_vocabulary,
        min_count=min_count,
        locked=locked,
        embedding_dropout=embedding_dropout,
        recurrent_dropout=recurrent_dropout,
        zoneout=zoneout,
        weight_drop=weight_drop,
        activation_regularisation=activation_regularisation,
        temporal_regularisation=temporal_regularisation,
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
        display_every=display_every,
    )
    model.fit(
        Path(data),
        epochs=epochs,
        batch_size=batch_size,
        validation=share_or_file(validation),
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
