"""`elman cells`: the cells, and the equations and derivative of one."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.telling import tell

__all__ = ["cells"]


def cells(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="One cell.", show_default=False)
    ] = None,
    latex: Annotated[bool, typer.Option("--latex", help="Print the equations as LaTeX.")] = False,
) -> None:
    """List the cells, or print one cell's equations and derivative."""
    from elman.view.equations import cell_page, cell_table

    tell(cell_table() if name is None else cell_page(name, latex=latex))
