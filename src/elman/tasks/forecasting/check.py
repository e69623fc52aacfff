"""What is in a table, what is wrong with it and where, and what to do, before training on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from elman.data.tables.tabular import Tabular
from elman.errors import DataError
from elman.tasks.check import Report
from elman.tasks.forecasting.gathering import Gathered, gather, table_of
from elman.tasks.forecasting.preparation import resolved
from elman.tasks.forecasting.rhythm import lookback_for, season_of
from elman.tasks.forecasting.settings import ForecastSettings

__all__ = ["check_table"]

SEASONS = 3  # of the data that are needed to see one
NAMED = 5


def check_table(path: str | Path, settings: ForecastSettings) -> Report:
    """Count what is in a table and say what would be in the way of a forecast.

    Args:
        path: a CSV file; ``"-"`` is standard input.
        settings: which columns are what.

    Returns:
        The report.

    Raises:
        DataError: the file cannot be read as a table at all.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as place:
        ...     file = Path(place, "sales.csv")
        ...     _ = file.write_text("sales\\n" + "\\n".join(map(str, range(50))))
        ...     check_table(file, ForecastSettings(horizon=2, lookback=4)).counts[:2]
        [('rows', '50'), ('columns', 'sales')]
    """
    table = table_of(path, settings)
    counts = [("rows", f"{len(table):,}"), ("columns", _some(table.columns))]
    dialect = getattr(table, "dialect", None)
    counts += [("written as", str(dialect))] if dialect else []
    try:
        settings = resolved(settings, table)
        masked = ForecastSettings(**{**settings.model_dump(), "missing": "mask"})
        gathered = gather(table, masked)
    except DataError as error:
        return Report(counts, [str(error)], [])
    counts += _counts(gathered)
    troubles = [*_missing(table, settings), *_troubles(gathered, settings)]
    return Report(counts, troubles, [*gathered.notes[:0], *_advice(gathered, settings)])


def _some(names: Any) -> str:
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return f"{', '.join(names[:NAMED])}{more}"


def _counts(gathered: Gathered) -> list[tuple[str, str]]:
    series, times = gathered.series, gathered.times
    lengths = sorted(one.length for one in series)
    counts = [("rhythm", gathered.rhythm)]
    if len(series) > 1:
        counts.append(("series", f"{len(series):,}, of {lengths[0]:,} to {lengths[-1]:,} steps"))
    else:
        counts.append(("steps", f"{lengths[0]:,}"))
    if times is not None:
        first, last = min(s.times[0] for s in series), max(s.times[-1] for s in series)
        counts.append(("from", times.shown(first)))
        counts.append(("to", times.shown(last)))
    for place, name in enumerate(gathered.columns.targets):
        values = np.concatenate([one.values[: one.length, place] for one in series])
        low, middle, high = np.nanmin(values), np.nanmedian(values), np.nanmax(values)
        counts.append((name, f"{low:.6g} to {high:.6g}, half of it below {middle:.6g}"))
    return counts


def _missing(table: Tabular, settings: ForecastSettings) -> Iterator[str]:
    try:
        gather(table, settings)
    except DataError as error:
        yield str(error)


def _troubles(gathered: Gathered, settings: ForecastSettings) -> Iterator[str]:
    season = settings.season or season_of(gathered.frequency)
    longest = max(one.length for one in gathered.series)
    lookback = settings.lookback or lookback_for(settings.horizon, season, longest)
    short = [one for one in gathered.series if one.length < lookback + settings.horizon]
    if short:
        named = _some([one.name or "the only one" for one in short])
        yield (
            f"{len(short):,} of {len(gathered.series):,} series are shorter than look-back "
            f"{lookback} and horizon {settings.horizon} together ({named}): nothing can be learnt "
            "from them. Give longer ones, or a shorter look-back or horizon."
        )
    for place, name in enumerate(gathered.columns.targets):
        still = []
        for one in gathered.series:
            known = one.values[: one.length, place]
            known = known[np.isfinite(known)]
            if len(known) and (known == known[0]).all():
                still.append(one.name or "the only series")
        if still:
            yield f"{name} never changes in {_some(still)}: there is nothing to forecast."


def _advice(gathered: Gathered, settings: ForecastSettings) -> Iterator[str]:
    season = settings.season or season_of(gathered.frequency)
    longest = max(one.length for one in gathered.series)
    if settings.time is None:
        yield (
            "There is no column of times (--time), so rows are taken as even steps, and nothing is "
            "known of seasons: give --season if there is one."
        )
    elif season > 1:
        yield (
            f"A season is taken to be {season} steps. If it is another, give --season; every "
            "forecast is compared with what was a season before."
        )
    if season > 1 and longest < SEASONS * season:
        yield f"With {longest:,} steps there are fewer than {SEASONS} seasons: expect little."
