"""`elman predict`: let a model continue a text, once, line by line, or at a prompt."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from elman.cli.loading import load_torch
from elman.cli.options import Folder
from elman.cli.telling import tell

__all__ = ["predict"]


def predict(
    folder: Folder,
    text: Annotated[
        str | None,
        typer.Argument(
            metavar="[INPUT]",
            help="What to continue. Without it: a prompt at a terminal, else one answer a line.",
            show_default=False,
        ),
    ] = None,
    length: Annotated[int, typer.Option(min=1, metavar="N", help="How many symbols to add.")] = 32,
    temperature: Annotated[
        float, typer.Option(min=0, help="0: always the likeliest; 1: drawn by probability.")
    ] = 0.0,
    top_k: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Draw among so many likeliest symbols only."),
    ] = None,
    top_p: Annotated[
        float | None, typer.Option(help="Draw among the likeliest that make up this probability.")
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(
            min=0, metavar="N", help="The same seed draws the same.", show_default="random"
        ),
    ] = None,
) -> None:
    """Let a model continue a text."""
    load_torch()
    import elman
    from elman.tasks.prompt import answer_lines, converse

    model = elman.load(folder)

    def answer(prompt: str) -> str:
        return model.predict(
            prompt, length=length, temperature=temperature, top_k=top_k, top_p=top_p, seed=seed
        )

    if text is not None:
        tell(answer(text))
    elif sys.stdin.isatty():
        converse(answer, model.greeting(length), tell)
    else:
        answer_lines(answer, sys.stdin, tell)
