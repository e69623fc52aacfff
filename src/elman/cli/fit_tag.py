"""`elman fit tag`: from tagged sentences to a model that tags others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from elman.cli.grouping import grouped
from elman.cli.loading import load_torch
from elman.cli.network import Cell, Dropout, HiddenSize, NumLayers
from elman.cli.panels import DATA, MODEL, TRAINING
from elman.cli.regularisation import WithinLayers
from elman.cli.tagged import TagColumn, TaggedData, TokenColumn
from elman.cli.training import Training

__all__ = ["fit_tag"]


@grouped()
def fit_tag(
    data: TaggedData,
    token_column: TokenColumn = None,
    tag_column: TagColumn = None,
    scheme: Annotated[
        str,
        typer.Option(
            help="IOB1, IOB2, IOBES; none: not of spans; auto: found.", rich_help_panel=DATA
        ),
    ] = "auto",
    vectors: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Vectors of words to begin with (.vec, GloVe).",
            rich_help_panel=DATA,
        ),
    ] = None,
    cell: Cell = "lstm",
    hidden_size: HiddenSize = 200,
    num_layers: NumLayers = 1,
    embedding_size: Annotated[
        int, typer.Option(help="Features of a word.", rich_help_panel=MODEL)
    ] = 100,
    characters: Annotated[
        str, typer.Option(help="What spells words: lstm, cnn or none.", rich_help_panel=MODEL)
    ] = "lstm",
    character_size: Annotated[
        int, typer.Option(help="Features of a character.", rich_help_panel=MODEL)
    ] = 30,
    character_hidden: Annotated[
        int, typer.Option(help="Units a direction that spell.", rich_help_panel=MODEL)
    ] = 50,
    shapes: Annotated[
        bool,
        typer.Option(
            " /--no-shapes",
            help="Hide capitals, digits, marks.",
            show_default=False,
            rich_help_panel=MODEL,
        ),
    ] = True,
    crf: Annotated[
        bool,
        typer.Option(
            " /--no-crf",
            help="Choose every tag by itself.",
            show_default=False,
            rich_help_panel=MODEL,
        ),
    ] = True,
    balance: Annotated[
        bool,
        typer.Option(
            "--balance",
            help="Lower the score of O as is best for entities of the validation.",
            rich_help_panel=MODEL,
        ),
    ] = False,
    dropout: Dropout = 0.5,
    min_count: Annotated[
        int, typer.Option(help="Know words seen so often.", rich_help_panel=MODEL)
    ] = 1,
    unknown: Annotated[
        float,
        typer.Option(help="Share of words taken for unknown.", rich_help_panel=TRAINING),
    ] = 0.2,
    validation: Annotated[
        str,
        typer.Option(
            metavar="SHARE|FILE", help="What decides when to stop.", rich_help_panel=TRAINING
        ),
    ] = "0.1",
    test: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="What only judges.", rich_help_panel=TRAINING),
    ] = None,
    epochs: Annotated[
        int | None,
        typer.Option(
            help="Times the data are seen.",
            show_default="15, more if they are few",
            rich_help_panel=TRAINING,
        ),
    ] = None,
    *,
    regularisation: WithinLayers,
    training: Training,
) -> None:
    """Learn to tag every word of a sentence."""
    load_torch()
    from elman.tasks import Tagger
    from elman.tasks.texts import share_or_file

    model = Tagger(
        cell,
        hidden_size,
        num_layers,
        embedding_size=embedding_size,
        characters=characters,
        character_size=character_size,
        character_hidden=character_hidden,
        shapes=shapes,
        dropout=dropout,
        unknown=unknown,
        min_count=min_count,
        crf=crf,
        balance=balance,
        scheme=scheme,
        token_column=token_column,
        tag_column=tag_column,
        **vars(regularisation),
    )
    training.run(
        model,
        Path(data),
        validation=share_or_file(validation),
        test=test,
        vectors=vectors,
        epochs=epochs,
    )
