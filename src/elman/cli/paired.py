"""Options of sentences with their translations."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.training import DATA

__all__ = ["Beam", "Longest", "PairData", "PairUnit", "Subwords", "Translations"]

PairData = Annotated[
    str,
    typer.Argument(
        metavar="DATA",
        help="A file with a sentence, a tab and its translation a line; or, with --target, with a "
        "sentence a line; .gz too.",
        show_default=False,
    ),
]
Translations = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="The translations, line by line, if DATA has none.",
        show_default=False,
        rich_help_panel=DATA,
    ),
]
PairUnit = Annotated[
    str,
    typer.Option("--unit", help="Of a sentence: word, character or subword.", rich_help_panel=DATA),
]
Subwords = Annotated[
    int | None,
    typer.Option(
        min=1,
        metavar="N",
        help="Of the unit subword: at most so many.",
        show_default="one for 50 words, up to 8,000",
        rich_help_panel=DATA,
    ),
]
Longest = Annotated[
    int,
    typer.Option(min=1, metavar="N", help="Leave out longer pairs (units).", rich_help_panel=DATA),
]
Beam = Annotated[
    int,
    typer.Option(
        min=1,
        metavar="N",
        help="Of a translator: beginnings kept; 1 takes the likeliest symbol.",
        rich_help_panel="Of a translator",
    ),
]
