"""Options of music: where the pieces are, and how long a step is."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.panels import data_option

__all__ = ["MusicalData", "Resolution"]

MusicalData = Annotated[
    str,
    typer.Argument(
        metavar="DATA",
        help="A MIDI file, a folder or a .zip of them, or JSON: a list of pieces, or one each of "
        "train, valid and test; a piece is a list of steps, a step a list of MIDI notes.",
        show_default=False,
    ),
]
Resolution = Annotated[
    int | None,
    data_option(min=1, metavar="N", help="Steps a quarter note.", show_default="4; 1 of JSON"),
]
