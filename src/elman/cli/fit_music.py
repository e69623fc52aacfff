"""`elman fit music`: from pieces of music to a model that goes on with others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from elman.cli.grouping import grouped
from elman.cli.loading import load_torch
from elman.cli.musical import MusicalData, Resolution
from elman.cli.network import Cell, Dropout, HiddenSize, NumLayers
from elman.cli.panels import model_option, training_option
from elman.cli.regularisation import WithinLayers
from elman.cli.training import Training

__all__ = ["fit_music"]


@grouped(
    without=["average"],
    batch_size=4,
    learning_rate=0.005,
    clip_norm=1.0,
    schedule="cosine",
    weight_drop=0.5,
)
def fit_music(
    data: MusicalData,
    resolution: Resolution = None,
    cell: Cell = "gru",
    hidden_size: HiddenSize = 384,
    num_layers: NumLayers = 1,
    dropout: Dropout = 0.5,
    input_dropout: Annotated[float, model_option(help="Share of keys not seen in training.")] = 0.1,
    transpose: Annotated[
        int, training_option(min=0, metavar="N", help="Move pieces by up to N semitones, by lot.")
    ] = 0,
    validation: Annotated[
        str | None,
        training_option(
            metavar="SHARE|DATA",
            help="What decides when to stop.",
            show_default="what DATA calls valid, else 0.1",
        ),
    ] = None,
    test: Annotated[
        str | None,
        training_option(
            metavar="DATA", help="What only judges.", show_default="what DATA calls test"
        ),
    ] = None,
    epochs: Annotated[int, training_option(help="Times the pieces are seen.")] = 60,
    *,
    regularisation: WithinLayers,
    training: Training,
) -> None:
    """Learn which keys sound next in pieces of music."""
    load_torch()
    from elman.tasks import Music
    from elman.tasks.texts import share_or_file

    model = Music(
        cell,
        hidden_size,
        num_layers,
        dropout=dropout,
        input_dropout=input_dropout,
        transpose=transpose,
        resolution=resolution,
        **vars(regularisation),
    )
    training.run(
        model,
        Path(data),
        validation=None if validation is None else share_or_file(validation),
        test=test,
        epochs=epochs,
    )
