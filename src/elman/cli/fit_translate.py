"""`elman fit translate`: from pairs of sentences to a model that translates others."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.grouping import grouped
from elman.cli.loading import load_torch
from elman.cli.network import Cell, Dropout, HiddenSize, NumLayers
from elman.cli.paired import Longest, PairData, PairUnit, Subwords, Translations, beside
from elman.cli.panels import DATA, MODEL, TRAINING
from elman.cli.regularisation import WithinLayers
from elman.cli.training import Training

__all__ = ["fit_translate"]


@grouped(batch_size=64, clip_norm=1.0)
def fit_translate(
    data: PairData,
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
            help="additive, concatenated, dot, general, keys or none (one vector).",
            rich_help_panel=MODEL,
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
    scheduled_sampling: Annotated[
        float,
        typer.Option(
            help="Share of its own symbols that the decoder is given in the end.",
            rich_help_panel=TRAINING,
        ),
    ] = 0.0,
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
    stop_on: Annotated[
        str, typer.Option(help="What epochs are judged by: loss or bleu.", rich_help_panel=TRAINING)
    ] = "loss",
    *,
    regularisation: WithinLayers,
    training: Training,
) -> None:
    """Learn to translate sentences."""
    load_torch()
    from elman.tasks import Translator
    from elman.tasks.texts import share_or_file

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
        scheduled_sampling=scheduled_sampling,
        unit=unit,
        subwords=subwords,
        lower=lower,
        min_count=min_count,
        max_size=max_size,
        longest=longest,
        reverse=reverse,
        **vars(regularisation),
    )
    training.run(
        model,
        data if target is None else (data, target),
        validation=beside(share_or_file(validation), validation_target, "--validation"),
        test=beside(test, test_target, "--test"),
        epochs=epochs,
        stop_on=stop_on,
    )
