"""`elman check`: what is in a file, and what is wrong with it, before training on it."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.loading import load_torch
from elman.cli.options import Tasks
from elman.cli.telling import tell

__all__ = ["check"]

check = typer.Typer(
    cls=Tasks,
    help="Say what is in a file and what is wrong with it, before training on it.",
    no_args_is_help=True,
)


@check.callback()
def _check() -> None:
    pass


@check.command("language-model")
def language_model(
    data: Annotated[
        str, typer.Argument(metavar="DATA", help="A text file (.gz too); - is standard input.")
    ],
    unit: Annotated[str, typer.Option(help="word or character.")] = "word",
    window: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Symbols that the model is to see at once."),
    ] = None,
) -> None:
    """Check a text for predicting its next symbol."""
    load_torch()
    from elman.tasks.check import check_text

    tell(str(check_text(data, unit=unit, window=window)))
