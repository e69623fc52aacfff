"""`elman fit music`: from pieces of music to a model that goes on with others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from elman.cli.loading import load_torch
from elman.cli.musical import MusicalData, Resolution
from elman.cli.options import Force, Resume, Seed, resume_command
from elman.cli.telling import tell, tell_files
from elman.cli.training import (
    MODEL,
    TRAINING,
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

__all__ = ["fit_music"]


def fit_music(
    data: MusicalData,
    out: Out,
    force: Force = False,
    resume: Resume = False,
    seed: Seed = 0,
    resolution: Resolution = None,
    cell: Cell = "gru",
    hidden_size: HiddenSize = 384,
    num_layers: NumLayers = 1,
    dropout: Dropout = 0.5,
    input_dropout: Annotated[
        float, typer.Option(help="Share of keys not seen in training.", rich_help_panel=MODEL)
    ] = 0.1,
    recurrent_dropout: Annotated[
        float, typer.Option(help="Share of the states not seen.", rich_help_panel=MODEL)
    ] = 0.0,
    zoneout: Annotated[
        float, typer.Option(help="Share of units that stay.", rich_help_panel=MODEL)
    ] = 0.0,
    weight_drop: Annotated[
        float, typer.Option(help="Share of recurrent weights dropped.", rich_help_panel=MODEL)
    ] = 0.5,
    transpose: Annotated[
        int,
        typer.Option(
            min=0,
            metavar="N",
            help="Move pieces by up to N semitones, by lot.",
            rich_help_panel=TRAINING,
        ),
    ] = 0,
    validation: Annotated[
        str | None,
        typer.Option(
            metavar="SHARE|DATA",
            help="What decides when to stop.",
            show_default="what DATA calls valid, else 0.1",
            rich_help_panel=TRAINING,
        ),
    ] = None,
    test: Annotated[
        str | None,
        typer.Option(
            metavar="DATA",
            help="What only judges.",
            show_default="what DATA calls test",
            rich_help_panel=TRAINING,
        ),
    ] = None,
    epochs: Annotated[
        int, typer.Option(help="Times the pieces are seen.", rich_help_panel=TRAINING)
    ] = 60,
    patience: Patience = None,
    batch_size: BatchSize = 4,
    optimizer: Optimizer = "adam",
    learning_rate: LearningRate = 0.005,
    momentum: Momentum = None,
    weight_decay: WeightDecay = None,
    clip_norm: ClipNorm = 1.0,
    clip_value: ClipValue = None,
    schedule: Schedule = "cosine",
    log: Log = None,
) -> None:
    """Learn which keys sound next in pieces of music."""
    load_torch()
    from elman.tasks import Music
    from elman.tasks.folder import files_of
    from elman.tasks.texts import share_or_file
    from elman.train.reporter import make_reporter

    model = Music(
        cell,
        hidden_size,
        num_layers,
        dropout=dropout,
        input_dropout=input_dropout,
        recurrent_dropout=recurrent_dropout,
        zoneout=zoneout,
        weight_drop=weight_drop,
        transpose=transpose,
        resolution=resolution,
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
    )
    model.fit(
        Path(data),
        validation=None if validation is None else share_or_file(validation),
        test=test,
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
