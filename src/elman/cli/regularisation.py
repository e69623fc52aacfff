"""Options that keep a network from learning its data by heart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from elman.cli.panels import regularisation_option

__all__ = ["Regularisation", "WithinLayers"]


@dataclass(frozen=True, kw_only=True)
class WithinLayers:
    """What is typed about the layers' own regularisation, each an option of `elman fit`."""

    recurrent_dropout: Annotated[
        float, regularisation_option(help="Share of a state that a layer forgets.")
    ] = 0.0
    zoneout: Annotated[float, regularisation_option(help="Share of a state that stays.")] = 0.0
    weight_drop: Annotated[
        float, regularisation_option(help="Share of recurrent weights dropped.")
    ] = 0.0


@dataclass(frozen=True, kw_only=True)
class Regularisation(WithinLayers):
    """What is typed about the regularisation of a language model, each an option of `elman fit`."""

    locked: Annotated[
        bool,
        regularisation_option("--locked", help="Dropout is the same at every step of a sequence."),
    ] = False
    embedding_dropout: Annotated[
        float, regularisation_option(help="Share of symbols left out.")
    ] = 0.0
    activation_regularisation: Annotated[
        float, regularisation_option(help="Weight of large outputs in the loss.")
    ] = 0.0
    temporal_regularisation: Annotated[
        float, regularisation_option(help="Weight of their change over time.")
    ] = 0.0
