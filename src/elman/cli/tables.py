"""Options of every table: which column is what, and how the file is written down."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.training import DATA

__all__ = [
    "Columns",
    "DateFormat",
    "Decimal",
    "Delimiter",
    "Encoding",
    "Header",
    "Missing",
    "SeriesColumn",
    "Sort",
    "Target",
    "Time",
    "TimeZone",
]

READING = "How the file is written down"

Table = Annotated[
    str, typer.Argument(metavar="DATA", help="A CSV file (.gz too); - is standard input.")
]
Time = Annotated[
    str | None,
    typer.Option(metavar="COLUMN", help="The times of the rows.", rich_help_panel=DATA),
]
Target = Annotated[
    list[str] | None,
    typer.Option(
        metavar="COLUMN",
        help="What to forecast; may be repeated.",
        show_default="the only column",
        rich_help_panel=DATA,
    ),
]
SeriesColumn = Annotated[
    str | None,
    typer.Option(
        "--series",
        metavar="COLUMN",
        help="What tells many series apart.",
        rich_help_panel=DATA,
    ),
]
Columns = list[str] | None
Missing = Annotated[
    str,
    typer.Option(
        help="What to do about missing values: error, ffill, interpolate or mask.",
        rich_help_panel=DATA,
    ),
]
Sort = Annotated[
    bool, typer.Option("--sort", help="Rows may be in any order.", rich_help_panel=DATA)
]
DateFormat = Annotated[
    str | None,
    typer.Option(
        metavar="FORMAT", help="Such as %d/%m/%Y.", show_default="ISO", rich_help_panel=READING
    ),
]
TimeZone = Annotated[
    str | None,
    typer.Option(
        metavar="ZONE", help="Whose clocks tell the times: Europe/Berlin.", rich_help_panel=READING
    ),
]
Delimiter = Annotated[
    str | None,
    typer.Option(help="Between cells.", show_default="detected", rich_help_panel=READING),
]
Decimal = Annotated[
    str | None,
    typer.Option(help="Point or comma.", show_default="detected", rich_help_panel=READING),
]
Encoding = Annotated[
    str | None,
    typer.Option(help="Of the file.", show_default="detected", rich_help_panel=READING),
]
Header = Annotated[
    bool | None,
    typer.Option(
        help="The first row names the columns.", show_default="detected", rich_help_panel=READING
    ),
]
