"""`elman fit tag`: from tagged sentences to a model that tags others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from elman.cli.grouping import grouped
from elman.cli.loading import load_torch
from elman.cli.network import Cell, Dropout, HiddenSize, NumLayers
from elman.cli.panels import data_option, model_option, training_option
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
        str, data_option(help="IOB1, IOB2, IOBES; none: not of spans; auto: found.")
    ] = "auto",
    vectors: Annotated[
        str | None,
        data_option(metavar="FILE", help="Vectors of words to begin with (.vec, GloVe)."),
    ] = None,
    cell: Cell = "lstm",
    hidden_size: HiddenSize = 200,
    num_layers: NumLayers = 1,
    embedding_size: Annotated[int, model_option(help="Features of a word.")] = 100,
    characters: Annotated[str, model_option(help="What spells words: lstm, cnn or none.")] = "lstm",
    character_size: Annotated[int, model_option(help="Features of a character.")] = 30,
    character_hidden: Annotated[int, model_option(help="Units a direction that spell.")] = 50,
    shapes: Annotated[
        bool,
        model_option(" /--no-shapes", help="Hide capitals, digits, marks.", show_default=False),
    ] = True,
    crf: Annotated[
        bool, model_option(" /--no-crf", help="Choose every tag by itself.", show_default=False)
    ] = True,
    balance: Annotated[
        bool,
        model_option(
            "--balance", help="Lower the score of O as is best for entities of the validation."
        ),
    ] = False,
    dropout: Dropout = 0.5,
    min_count: Annotated[int, model_option(help="Know words seen so often.")] = 1,
    unknown: Annotated[float, training_option(help="Share of words taken for unknown.")] = 0.2,
    validation: Annotated[
        str, training_option(metavar="SHARE|FILE", help="What decides when to stop.")
    ] = "0.1",
    test: Annotated[str | None, training_option(metavar="FILE", help="What only judges.")] = None,
    epochs: Annotated[
        int | None,
        training_option(help="Times the data are seen.", show_default="15, more if they are few"),
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
