"""`elman fit translate`: from pairs of sentences to a model that translates others."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.loading import load_torch
from elman.cli.options import Force, Resume, Seed, resume_command
from elman.cli.paired import Longest, PairData, PairUnit, Subwords, Translations, beside
from elman.cli.regularisation import RecurrentDropout, WeightDrop, Zoneout
from elman.cli.telling import tell, tell_files
from elman.cli.training import (
    DATA,
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

__all__ = ["fit_translate"]


def fit_translate(
    data: PairData,
    out: Out,
    force: Force = False,
    resume: Resume = False,
    seed: Seed = 0,
    target: Translations = None,
    reverse: Annotated[
        bool,
        typer.Option("--reverse", help="Translate into the first side.", rich_help_panel=DATA),
    ] = False,
    unit: PairUnit = "word",
    subwords: Subwords = None,
    lower: Annotated[
        bool, typer.Option("--lower", help="Tell no capitals apart.", rich_help_panel=DATA)
    ] = False,
    min_count: Annotated[
        int, typer.Option(min=1, help="Know units seen so often.", rich_help_panel=DATA)
    ] = 2,
    max_size: Annotated[
        int | None, typer.Option(help="Known units of a side at most.", rich_help_panel=DATA)
    ] = None,
    longest: Longest = 60,
    cell: Cell = "gru",
    hidden_size: HiddenSize = 256,
    num_layers: NumLayers = 1,
    embedding_size: Annotated[
        int, typer.Option(help="Features of a unit.", rich_help_panel=MODEL)
    ] = 256,
    attention: Annotated[
        str,
        typer.Option(
            help="additive, dot, general, keys or none (one vector).", rich_help_panel=MODEL
        ),
    ] = "additive",
    bidirectional: Annotated[
        bool,
        typer.Option(
            " /--one-direction",
            help="Read sources from the front alone.",
            show_default=False,
            rich_help_panel=MODEL,
        ),
    ] = True,
    tied: Annotated[
        bool,
        typer.Option("--tied", help="The head has the embedding's weights.", rich_help_panel=MODEL),
    ] = False,
    dropout: Dropout = 0.3,
    label_smoothing: Annotated[
        float, typer.Option(help="Share of the truth spread over all.", rich_help_panel=TRAINING)
    ] = 0.1,
    validation: Annotated[
        str,
        typer.Option(
            metavar="SHARE|FILE", help="What decides when to stop.", rich_help_panel=TRAINING
        ),
    ] = "0.05",
    validation_target: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Its translations, if it has none.", rich_help_panel=TRAINING
        ),
    ] = None,
    test: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="What only judges.", rich_help_panel=TRAINING),
    ] = None,
    test_target: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Its translations, if it has none.", rich_help_panel=TRAINING
        ),
    ] = None,
    epochs: Annotated[
        int | None,
        typer.Option(
            help="Times the data are seen.",
            show_default="10, more if they are few",
            rich_help_panel=TRAINING,
        ),
    ] = None,
    patience: Patience = None,
    batch_size: BatchSize = 64,
    optimizer: Optimizer = "adam",
    learning_rate: LearningRate = 0.001,
    momentum: Momentum = None,
    weight_decay: WeightDecay = None,
    clip_norm: ClipNorm = 1.0,
    clip_value: ClipValue = None,
    schedule: Schedule = "constant",
    recurrent_dropout: RecurrentDropout = 0.0,
    zoneout: Zoneout = 0.0,
    weight_drop: WeightDrop = 0.0,
    average: Average = None,
    log: Log = None,
) -> None:
    """Learn to translate sentences."""
    load_torch()
    from pathlib import Path

    from elman.tasks import Translator
    from elman.tasks.folder import files_of
    from elman.tasks.texts import share_or_file
    from elman.train.reporter import make_reporter

    model = Translator(
        cell,
        hidden_size,
        num_layers,
        embedding_size=embedding_size,
        bidirectional=bidirectional,
        attention=attention,
        tied=tied,
        dropout=dropout,
        label_smoothing=label_smoothing,
        unit=unit,
        subwords=subwords,
        lower=lower,
        min_count=min_count,
        max_size=max_size,
        longest=longest,
        reverse=reverse,
        recurrent_dropout=recurrent_dropout,
        zoneout=zoneout,
        weight_drop=weight_drop,
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
        data if target is None else (data, target),
        validation=beside(share_or_file(validation), validation_target, "--validation"),
        test=beside(test, test_target, "--test"),
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
