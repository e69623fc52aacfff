"""Options that keep a network from learning its data by heart."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.training import REGULARISATION

__all__ = [
    "ActivationRegularisation",
    "EmbeddingDropout",
    "Locked",
    "RecurrentDropout",
    "TemporalRegularisation",
    "WeightDrop",
    "Zoneout",
]

Locked = Annotated[
    bool,
    typer.Option(
        "--locked",
        help="Dropout is the same at every step of a sequence.",
        rich_help_panel=REGULARISATION,
    ),
]
EmbeddingDropout = Annotated[
    float, typer.Option(help="Share of symbols left out.", rich_help_panel=REGULARISATION)
]
RecurrentDropout = Annotated[
    float,
    typer.Option(help="Share of a state that a layer forgets.", rich_help_panel=REGULARISATION),
]
Zoneout = Annotated[
    float, typer.Option(help="Share of a state that stays.", rich_help_panel=REGULARISATION)
]
WeightDrop = Annotated[
    float, typer.Option(help="Share of recurrent weights dropped.", rich_help_panel=REGULARISATION)
]
ActivationRegularisation = Annotated[
    float, typer.Option(help="Weight of large outputs in the loss.", rich_help_panel=REGULARISATION)
]
TemporalRegularisation = Annotated[
    float, typer.Option(help="Weight of their change over time.", rich_help_panel=REGULARISATION)
]
