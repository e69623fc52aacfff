"""Options of every training: which network, and how it learns."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = [
    "Average",
    "BatchSize",
    "Cell",
    "ClipNorm",
    "ClipValue",
    "Dropout",
    "HiddenSize",
    "LearningRate",
    "Log",
    "Momentum",
    "NumLayers",
    "Optimizer",
    "Out",
    "Patience",
    "Schedule",
    "WeightDecay",
]

DATA, MODEL, TRAINING = "The data", "The model", "The training"
REGULARISATION = "Regularisation"

Out = Annotated[
    str, typer.Option(metavar="DIR", help="The model folder to write.", show_default=False)
]

Cell = Annotated[str, typer.Option(help="Any that elman cells lists.", rich_help_panel=MODEL)]
HiddenSize = Annotated[int, typer.Option(help="Units a layer.", rich_help_panel=MODEL)]
NumLayers = Annotated[int, typer.Option(help="Recurrent layers.", rich_help_panel=MODEL)]
Dropout = Annotated[
    float, typer.Option(help="Share of values dropped in training.", rich_help_panel=MODEL)
]

Patience = Annotated[
    int | None,
    typer.Option(help="Stop after so many epochs without gain.", rich_help_panel=TRAINING),
]
BatchSize = Annotated[int, typer.Option(help="Rows a step.", rich_help_panel=TRAINING)]
Optimizer = Annotated[
    str,
    typer.Option(help="adam, adamw, rmsprop, sgd or rmsprop-tensorflow.", rich_help_panel=TRAINING),
]
LearningRate = Annotated[float, typer.Option(help="At the start.", rich_help_panel=TRAINING)]
Momentum = Annotated[
    float | None, typer.Option(help="Of rmsprop and sgd.", rich_help_panel=TRAINING)
]
WeightDecay = Annotated[
    float | None, typer.Option(help="Pull towards zero.", rich_help_panel=TRAINING)
]
ClipNorm = Annotated[
    float | None, typer.Option(help="Bound of the gradient's norm.", rich_help_panel=TRAINING)
]
ClipValue = Annotated[
    float | None, typer.Option(help="Bound of each element of it.", rich_help_panel=TRAINING)
]
Schedule = Annotated[
    str, typer.Option(help="constant, cosine, linear, step or plateau.", rich_help_panel=TRAINING)
]
Average = Annotated[
    int | None,
    typer.Option(
        help="Average the weights after so many epochs without gain.",
        rich_help_panel=REGULARISATION,
    ),
]
Log = Annotated[
    str | None,
    typer.Option(
        metavar="tensorboard",
        help="Write the run for TensorBoard into the model folder.",
        rich_help_panel=TRAINING,
    ),
]
