"""Options of a network that several tasks have."""

from __future__ import annotations

from typing import Annotated

from elman.cli.panels import model_option

__all__ = [
    "Cell",
    "Dropout",
    "EmbeddingSize",
    "HiddenSize",
    "MaxVocabulary",
    "MinCount",
    "NumLayers",
]

Cell = Annotated[str, model_option(help="Any that elman cells lists.")]
HiddenSize = Annotated[int, model_option(help="Units a layer.")]
NumLayers = Annotated[int, model_option(help="Recurrent layers.")]
Dropout = Annotated[float, model_option(help="Share of values dropped in training.")]
EmbeddingSize = Annotated[
    int | None, model_option(help="Features of an embedding.", show_default="hidden size")
]
MaxVocabulary = Annotated[int | None, model_option(help="Keep so many symbols.")]
MinCount = Annotated[int, model_option(help="Keep symbols seen so often.")]
