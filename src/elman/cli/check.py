"""`elman check`: what is in a file, and what is wrong with it, before training on it."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from elman.cli.labelled import (
    Columns,
    Label,
    LabelledData,
    Order,
    Permutation,
    Rate,
    Sequence,
    TextColumn,
    TimeColumn,
)
from elman.cli.loading import load_torch
from elman.cli.musical import MusicalData, Resolution
from elman.cli.options import Tasks
from elman.cli.paired import Longest, PairData, PairUnit, Translations
from elman.cli.tables import (
    Calendar,
    DateFormat,
    Decimal,
    Delimiter,
    Encoding,
    Future,
    Header,
    Missing,
    Past,
    Season,
    SeriesColumn,
    Sort,
    Static,
    Table,
    Target,
    Time,
    TimeZone,
)
from elman.cli.tagged import TagColumn, TaggedData, TokenColumn
from elman.cli.telling import tell

__all__ = ["check"]

check = typer.Typer(
    cls=Tasks,
    help="Say what is in a file and what is wrong with it, before training on it.",
    no_args_is_help=True,
)


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


@check.command("forecast")
def forecast(
    data: Table,
    time: Time = None,
    target: Target = None,
    series: SeriesColumn = None,
    horizon: Annotated[
        int, typer.Option(min=1, metavar="N", help="Steps that are to be forecast.")
    ] = 1,
    lookback: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Steps that the network is to see.")
    ] = None,
    past: Past = None,
    future: Future = None,
    static: Static = None,
    calendar: Calendar = False,
    season: Season = None,
    missing: Missing = "error",
    sort: Sort = None,
    date_format: DateFormat = None,
    time_zone: TimeZone = None,
    delimiter: Delimiter = None,
    decimal: Decimal = None,
    encoding: Encoding = None,
    header: Header = None,
) -> None:
    """Check a table for forecasting."""
    load_torch()
    from pathlib import Path

    from elman.tasks.forecasting.check import check_table
    from elman.tasks.forecasting.settings import ForecastSettings

    choices: dict[str, Any] = {
        "horizon": horizon,
        "target": tuple(target or ()),
        "time": time,
        "series": series,
        "lookback": lookback,
        "past": past,
        "future": future,
        "static": static,
        "calendar": calendar,
        "season": season,
        "missing": missing or "error",
        "sort": bool(sort),
        "date_format": date_format,
        "time_zone": time_zone,
        "delimiter": delimiter,
        "decimal": decimal,
        "encoding": encoding,
        "header": header,
    }
    tell(str(check_table(Path(data), ForecastSettings(**choices))))


@check.command("classify")
def classify(
    data: LabelledData,
    text: TextColumn = None,
    label: Label = None,
    sequence: Sequence = None,
    time: TimeColumn = None,
    columns: Columns = None,
    order: Order = None,
    permutation: Permutation = None,
    rate: Rate = None,
    delimiter: Delimiter = None,
    encoding: Encoding = None,
    unit: Annotated[str, typer.Option(help="word, character or byte.")] = "word",
    validation: Annotated[float, typer.Option(help="Share that is to decide when to stop.")] = 0.1,
    test: Annotated[str, typer.Option(metavar="SHARE|DATA", help="What is only to judge.")] = "0.1",
) -> None:
    """Check labelled sequences for telling their labels."""
    load_torch()
    from pathlib import Path

    from elman.tasks.classification.check import check_examples
    from elman.tasks.texts import share_or_file

    reading: dict[str, Any] = {
        "text": text,
        "label": label,
        "sequence": sequence,
        "time": time,
        "columns": columns or None,
        "order": order,
        "permutation": permutation,
        "rate": rate,
        "delimiter": delimiter,
        "encoding": encoding,
    }
    judged = share_or_file(test)
    tell(str(check_examples(Path(data), judged, validation=validation, unit=unit, **reading)))


@check.command("tag")
def tag(
    data: TaggedData,
    test: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="On which a tagger is to be judged.", show_default=False),
    ] = None,
    token_column: TokenColumn = None,
    tag_column: TagColumn = None,
) -> None:
    """Check tagged sentences."""
    load_torch()
    from elman.tasks.tagging.check import check_tagged

    tell(str(check_tagged(data, test, token_column=token_column, tag_column=tag_column)))


@check.command("music")
def music(data: MusicalData, resolution: Resolution = None) -> None:
    """Check pieces of music."""
    load_torch()
    from elman.tasks.music.check import check_music

    tell(str(check_music(data, resolution=resolution)))


@check.command("translate")
def translate(
    data: PairData,
    target: Translations = None,
    unit: PairUnit = "word",
    longest: Longest = 60,
) -> None:
    """Check sentences with their translations."""
    load_torch()
    from elman.tasks.translation.check import check_pairs

    tell(str(check_pairs(data, target, unit=unit, longest=longest)))
