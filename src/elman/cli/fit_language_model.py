"""`elman fit language-model`: from a text to a model that goes on with it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from elman.cli.grouping import grouped
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
from elman.cli.panels import model_option, training_option
from elman.cli.regularisation import Regularisation
from elman.cli.training import Training

__all__ = ["fit_language_model"]


@grouped(learning_rate=0.003)
def fit_language_model(
    data: Annotated[
        str,
        typer.Argument(
            metavar="DATA", help="A text file (.gz too); - is standard input.", show_default=False
        ),
    ],
    unit: Annotated[str, model_option(help="word or character.")] = "word",
    cell: Cell = "lstm",
    hidden_size: HiddenSize = 128,
    num_layers: NumLayers = 1,
    input: Annotated[str, model_option(help="embedding, one-hot or number.")] = "embedding",
    embedding_size: EmbeddingSize = None,
    dropout: Dropout = 0.0,
    tied: Annotated[
        bool,
        model_option(
            "--tied", help="Head and embedding share weights: for the words of large texts."
        ),
    ] = False,
    window: Annotated[int | None, model_option(help="See so many symbols, from zero.")] = None,
    tbptt: Annotated[
        int | None,
        model_option(
            help="Or carry the state, and go so far back.", show_default="35 words, 100 characters"
        ),
    ] = None,
    loss_steps: Annotated[
        str, model_option(help="Learn every symbol of a window, or the last.")
    ] = "every",
    max_vocabulary: MaxVocabulary = None,
    min_count: MinCount = 1,
    validation: Annotated[
        str,
        training_option(
            metavar="SHARE|FILE",
            help="What to judge by: the end of the text or a file; 0: nothing.",
        ),
    ] = "0.1",
    epochs: Annotated[
        int | None,
        training_option(help="Times the text is seen.", show_default="10, more if it is short"),
    ] = None,
    *,
    regularisation: Regularisation,
    training: Training,
    display_every: Annotated[
        int | None, training_option(help="Steps between two shown examples.")
    ] = None,
) -> None:
    """Learn to predict the next symbol of a text."""
    load_torch()
    from elman.tasks import LanguageModel
    from elman.tasks.texts import share_or_file

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
        **vars(regularisation),
    )
    training.run(
        model,
        Path(data),
        epochs=epochs,
        validation=share_or_file(validation),
        display_every=display_every,
    )
