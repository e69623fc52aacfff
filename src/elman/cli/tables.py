"""Options of every table: which column is what, and how the file is written down."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from elman.cli.panels import data_option, model_option

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

reading_option = partial(typer.Option, rich_help_panel="How the file is written down")

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

Past = Annotated[list[str] | None, data_option(metavar="COLUMN", help="Helps; known up to now.")]
Future = Annotated[list[str] | None, data_option(metavar="COLUMN", help="Helps; known ahead too.")]
Static = Annotated[
    list[str] | None, data_option(metavar="COLUMN", help="Helps; one value a series.")
]
Calendar = Annotated[bool, data_option("--calendar", help="Add hour, day, week, month and year.")]
Season = Annotated[int | None, model_option(help="Steps of a season.", show_default="found")]

Table = Annotated[
    str, typer.Argument(metavar="DATA", help="A CSV file (.gz too); - is standard input.")
]
Time = Annotated[str | None, data_option(metavar="COLUMN", help="The times of the rows.")]
Target = Annotated[
    list[str] | None,
    data_option(
        metavar="COLUMN", help="What to forecast; may be repeated.", show_default="the only column"
    ),
]
SeriesColumn = Annotated[
    str | None, data_option("--series", metavar="COLUMN", help="What tells many series apart.")
]
Missing = Annotated[
    str | None,
    data_option(help="What to do about missing values: error, ffill, interpolate or mask."),
]
Sort = Annotated[bool | None, data_option("--sort", help="Rows may be in any order.")]
DateFormat = Annotated[
    str | None, reading_option(metavar="FORMAT", help="Such as %d/%m/%Y.", show_default="ISO")
]
TimeZone = Annotated[
    str | None, reading_option(metavar="ZONE", help="Whose clocks tell the times: Europe/Berlin.")
]
Delimiter = Annotated[str | None, reading_option(help="Between cells.", show_default="detected")]
Decimal = Annotated[str | None, reading_option(help="Point or comma.", show_default="detected")]
Encoding = Annotated[str | None, reading_option(help="Of the file.", show_default="detected")]
Header = Annotated[
    bool | None, reading_option(help="The first row names the columns.", show_default="detected")
]
