"""Options of every table: which column is what, and how the file is written down."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.panels import DATA, MODEL

__all__ = [
    "READING_OPTIONS",
    "Calendar",
    "DateFormat",
    "Decimal",
    "Delimiter",
    "Encoding",
    "Future",
    "Header",
    "Missing",
    "Past",
    "Season",
    "SeriesColumn",
    "Sort",
    "Static",
    "Table",
    "Target",
    "Time",
    "TimeZone",
]

READING = "How the file is written down"

# Those that `predict` and `evaluate` take too, for data written down otherwise than in training.
READING_OPTIONS = (
    "missing",
    "sort",
    "date_format",
    "time_zone",
    "delimiter",
    "decimal",
    "encoding",
    "header",
)

Past = Annotated[
    list[str] | None,
    typer.Option(metavar="COLUMN", help="Helps; known up to now.", rich_help_panel=DATA),
]
Future = Annotated[
    list[str] | None,
    typer.Option(metavar="COLUMN", help="Helps; known ahead too.", rich_help_panel=DATA),
]
Static = Annotated[
    list[str] | None,
    typer.Option(metavar="COLUMN", help="Helps; one value a series.", rich_help_panel=DATA),
]
Calendar = Annotated[
    bool,
    typer.Option("--calendar", help="Add hour, day, week, month and year.", rich_help_panel=DATA),
]
Season = Annotated[
    int | None,
    typer.Option(help="Steps of a season.", show_default="found", rich_help_panel=MODEL),
]

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
Missing = Annotated[
    str | None,
    typer.Option(
        help="What to do about missing values: error, ffill, interpolate or mask.",
        rich_help_panel=DATA,
    ),
]
Sort = Annotated[
    bool | None, typer.Option("--sort", help="Rows may be in any order.", rich_help_panel=DATA)
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
