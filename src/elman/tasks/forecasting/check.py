"""What is in a table, what is wrong with it and where, and what to do, before training on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import numpy as np

from elman.data.tables.missing import fill
from elman.data.tables.tabular import Tabular
from elman.data.tables.times import read_times
from elman.errors import UserError
from elman.tasks.check import Report
from elman.tasks.forecasting.gathering import Gathered, covariate, gather, table_of
from elman.tasks.forecasting.preparation import arrange, resolved, some
from elman.tasks.forecasting.rhythm import season_of
from elman.tasks.forecasting.settings import ForecastSettings
from elman.tasks.forecasting.splitting import Share

__all__ = ["check_table"]

SEASONS = 3  # of the data that are needed to see one


def check_table(
    path: str | Path,
    settings: ForecastSettings,
    *,
    validation: Share = 0.15,
    test: Share = 0.15,
) -> Report:
    """Count what is in a table and say what would be in the way of a forecast.

    Args:
        path: a CSV file; ``"-"`` is standard input.
        settings: which columns are what.
        validation: as for `Forecaster.fit`.
        test: likewise.

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
    counts = [("rows", f"{len(table):,}"), ("columns", some(table.columns))]
    dialect = getattr(table, "dialect", None)
    counts += [("written as", str(dialect))] if dialect else []
    try:
        settings = resolved(settings, table)
    except UserError as error:
        return Report(counts, _each([str(error), *_faults(table, settings)]), [])
    troubles, notes = [], []
    try:
        gathered = gather(table, settings)
        notes = gathered.notes
    except UserError as error:
        troubles = [str(error), *_faults(table, settings)]
        try:  # missing values must not hide how the rest is
            settings = settings.model_copy(update={"missing": "mask"})
            gathered = gather(table, settings)
        except UserError:
            return Report(counts, _each(troubles), [])
    counts += _counts(gathered)
    try:
        prepared = arrange(table, gathered, settings, validation, test)
        troubles += [f"{lack[:1].upper()}{lack[1:]}." for lack in prepared.lacks]
    except UserError as error:
        troubles.append(str(error))
    troubles += _still(gathered)
    return Report(counts, _each(troubles), [*notes, *_advice(gathered, settings)])


def _each(troubles: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(troubles))  # the same fault may be met twice


def _caught(work: Callable[[], object]) -> Iterator[str]:
    try:
        work()
    except UserError as error:
        yield str(error)


def _faults(table: Tabular, settings: ForecastSettings) -> Iterator[str]:
    """Return what is wrong with each column by itself, where all of them together fail."""
    # with a future the targets of the last rows are empty, as they should be
    policy = "mask" if settings.future else settings.missing
    for name in settings.target:
        yield from _caught(partial(_filled, table, name, policy))
    for name in (*settings.past, *settings.future, *settings.static):
        yield from _caught(partial(covariate, table, name, None))
    if settings.time is not None:
        choices = {"date_format": settings.date_format, "time_zone": settings.time_zone}
        yield from _caught(partial(read_times, table, settings.time, **choices))


def _filled(table: Tabular, name: str, policy: str) -> None:
    values, lines = table.matrix([name]), table.lines
    fill(values, policy, columns=[name], lines=lines, name=table.name)


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


def _still(gathered: Gathered) -> Iterator[str]:
    for place, name in enumerate(gathered.columns.targets if len(gathered.series) > 1 else ()):
        still = []
        for one in gathered.series:
            known = one.values[: one.length, place]
            known = known[np.isfinite(known)]
            if len(known) and (known == known[0]).all():
                still.append(one.name)
        if still:
            yield (
                f'The target "{name}" never changes in {len(still):,} of '
                f"{len(gathered.series):,} series ({some(still)}): there is nothing to forecast "
                "in them. Take them out if they are not meant."
            )


def _advice(gathered: Gathered, settings: ForecastSettings) -> Iterator[str]:
    season = settings.season or season_of(gathered.frequency)
    longest = max(one.length for one in gathered.series)
    if settings.time is None and season == 1:
        yield (
            "There is no column of times (--time), so rows are taken as even steps, and nothing is "
            "known of seasons: give --season if there is one."
        )
    elif season > 1 and settings.season is None:
        yield (
            f"A season is taken to be {season} steps. If it is another, give --season; every "
            "forecast is compared with what was a season before."
        )
    if season > 1 and longest < SEASONS * season:
        yield f"With {longest:,} steps there are fewer than {SEASONS} seasons: expect little."
