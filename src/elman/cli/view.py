"""`elman view`: what a cell computes and what a model has learnt, as pictures and numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from elman.cli.loading import load_torch
from elman.cli.options import Seed, Views
from elman.cli.telling import tell

__all__ = ["view"]

Again = Annotated[bool, typer.Option("--force", help="Replace files that are there.")]

view = typer.Typer(
    cls=Views, help="See what a cell computes and what a model has learnt.", no_args_is_help=True
)


@view.command("equations")
def equations(
    cell: Annotated[
        str,
        typer.Argument(metavar="CELL", help="Any that elman cells lists.", show_default=False),
    ],
    steps: Annotated[
        int, typer.Option(min=1, max=4, metavar="N", help="Steps of the sequence.")
    ] = 2,
    out: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="The PNG to write.", show_default="CELL.png or the next free"
        ),
    ] = None,
    seed: Seed = 0,
    force: Again = False,
) -> None:
    """Work one training step of a cell through, equation by equation, with numbers."""
    load_torch()
    from elman import cells
    from elman.data.writing import free_files, refuse_taken
    from elman.view.worked import LEGEND, worked_step, worked_text
    from elman.view.worked_page import plot_worked_step

    found = cells.get(cell)
    (file,) = [Path(out)] if out else free_files(cell, [".png"])
    refuse_taken([file], force=force)
    sections = worked_step(found, steps=steps, seed=seed)
    plot_worked_step(sections, file, f"{cell}: one training step")
    tell(f"{LEGEND}\n\n{worked_text(sections)}\n\nWrote {file}")
