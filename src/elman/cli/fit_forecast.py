"""`elman fit forecast`: from a table to a model that says what comes next."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from elman.cli.grouping import grouped
from elman.cli.loading import load_torch
from elman.cli.network import Cell, Dropout, HiddenSize, NumLayers
from elman.cli.panels import model_option, training_option
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
from elman.cli.training import Training

__all__ = ["fit_forecast"]


@grouped(without=["average"])
def fit_forecast(
    data: Table,
    horizon: Annotated[
        int, typer.Option(metavar="N", help="Steps to forecast.", show_default=False)
    ],
    time: Time = None,
    target: Target = None,
    series: SeriesColumn = None,
    past: Past = None,
    future: Future = None,
    static: Static = None,
    calendar: Calendar = False,
    missing: Missing = "error",
    sort: Sort = None,
    date_format: DateFormat = None,
    time_zone: TimeZone = None,
    delimiter: Delimiter = None,
    decimal: Decimal = None,
    encoding: Encoding = None,
    header: Header = None,
    model: Annotated[str, model_option(help="segment, direct, decoder or recursive.")] = "segment",
    lookback: Annotated[
        int | None,
        model_option(help="Steps that the network sees.", show_default="two horizons or seasons"),
    ] = None,
    season: Season = None,
    cell: Cell = "gru",
    hidden_size: HiddenSize = 128,
    num_layers: NumLayers = 1,
    segment: Annotated[
        int | None, model_option(help="Steps of a segment.", show_default="half the horizon")
    ] = None,
    dropout: Dropout = 0.0,
    likelihood: Annotated[
        str, model_option(help="absolute, squared, huber, quantile, gaussian or student-t.")
    ] = "absolute",
    level: Annotated[
        list[float] | None,
        model_option(
            help="Share of the truth within an interval; may be repeated.",
            show_default="0.8 0.9 0.95",
        ),
    ] = None,
    scaling: Annotated[str, model_option(help="standard, min-max, robust or none.")] = "standard",
    per_series: Annotated[bool, model_option(help="Scale each series by itself.")] = True,
    instance: Annotated[
        str, model_option(help="Taken from each window: standard, mean, last or none.")
    ] = "standard",
    validation: Annotated[
        float, training_option(help="Share or steps that decide when to stop.")
    ] = 0.15,
    test: Annotated[
        float, training_option(help="Share or steps, the newest, that only judge.")
    ] = 0.15,
    epochs: Annotated[
        int | None,
        training_option(
            help="Times the windows are seen, at most.", show_default="30, more if they are few"
        ),
    ] = None,
    *,
    training: Training,
) -> None:
    """Learn to forecast the next steps of series in a table."""
    load_torch()
    from elman.tasks import Forecaster

    forecaster = Forecaster(
        horizon,
        target or (),
        time=time,
        series=series,
        past=past or (),
        future=future or (),
        static=static or (),
        calendar=calendar,
        lookback=lookback,
        season=season,
        model=model,
        cell=cell,
        hidden_size=hidden_size,
        num_layers=num_layers,
        segment=segment,
        dropout=dropout,
        likelihood=likelihood,
        levels=level or (0.8, 0.9, 0.95),
        scaling=scaling,
        per_series=per_series,
        instance=instance,
        missing=missing or "error",
        sort=bool(sort),
        date_format=date_format,
        time_zone=time_zone,
        delimiter=delimiter,
        decimal=decimal,
        encoding=encoding,
        header=header,
    )
    training.run(
        forecaster,
        Path(data),
        validation=validation,
        test=test,
        epochs=epochs,
    )
