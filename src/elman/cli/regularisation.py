"""Options that keep a network from learning its data by heart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from elman.cli.panels import REGULARISATION

__all__ = ["Regularisation", "WithinLayers"]


@dataclass(frozen=True, kw_only=True)
class WithinLayers:
    """What is typed about the layers' own regularisation, each an option of `elman fit`."""

    recurrent_dropout: Annotated[
        float,
        typer.Option(help="Share of a state that a layer forgets.", rich_help_panel=REGULARISATION),
    ] = 0.0
    zoneout: Annotated[
        float, typer.Option(help="Share of a state that stays.", rich_help_panel=REGULARISATION)
    ] = 0.0
    weight_drop: Annotated[
        float,
        typer.Option(help="Share of recurrent weights dropped.", rich_help_panel=REGULARISATION),
    ] = 0.0


@dataclass(frozen=True, kw_only=True)
class Regularisation(WithinLayers):
    """What is typed about the regularisation of a language model, each an option of `elman fit`."""

    locked: Annotated[
        bool,
        typer.Option(
            "--locked",
            help="Dropout is the same at every step of a sequence.",
            rich_help_panel=REGULARISATION,
        ),
    ] = False
    embedding_dropout: Annotated[
        float, typer.Option(help="Share of symbols left out.", rich_help_panel=REGULARISATION)
    ] = 0.0
    activation_regularisation: Annotated[
        float,
        typer.Option(help="Weight of large outputs in the loss.", rich_help_panel=REGULARISATION),
    ] = 0.0
    temporal_regularisation: Annotated[
        float,
        typer.Option(help="Weight of their change over time.", rich_help_panel=REGULARISATION),
    ] = 0.0
