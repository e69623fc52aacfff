"""Options of a network that several tasks have."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.panels import MODEL

__all__ = [
    "Cell",
    "Dropout",
    "EmbeddingSize",
    "HiddenSize",
    "MaxVocabulary",
    "MinCount",
    "NumLayers",
]

Cell = Annotated[str, typer.Option(help="Any that elman cells lists.", rich_help_panel=MODEL)]
HiddenSize = Annotated[int, typer.Option(help="Units a layer.", rich_help_panel=MODEL)]
NumLayers = Annotated[int, typer.Option(help="Recurrent layers.", rich_help_panel=MODEL)]
Dropout = Annotated[
    float, typer.Option(help="Share of values dropped in training.", rich_help_panel=MODEL)
]
EmbeddingSize = Annotated[
    int | None,
    typer.Option(
        help="Features of an embedding.", show_default="hidden size", rich_help_panel=MODEL
    ),
]
MaxVocabulary = Annotated[
    int | None, typer.Option(help="Keep so many symbols.", rich_help_panel=MODEL)
]
MinCount = Annotated[int, typer.Option(help="Keep symbols seen so often.", rich_help_panel=MODEL)]
