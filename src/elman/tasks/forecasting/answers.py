"""Forecasts as frames: a row for each step, named as the user's columns are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from elman.tasks.forecasting.backtest import Backtest
from elman.tasks.forecasting.gathering import Gathered
from elman.tasks.forecasting.settings import ForecastSettings

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["answer", "history_table"]

Array = NDArray[np.float64]


def answer(
    settings: ForecastSettings,
    gathered: Gathered,
    starts: NDArray[np.int64],
    lookback: int,
    values: Sequence[Array],
) -> pd.DataFrame:
    """Return the forecasts of windows as a frame.

    Args:
        settings: of the model.
        gathered: the series.
        starts: the series and the first step, of each window, (W, 2).
        lookback: L.
        values: the forecasts, all lower and all upper ends of the intervals, (W, H, D) each.

    Returns:
        W H rows.
    """
    import pandas as pd

    columns = _where(settings, gathered, starts + np.array([0, lookback]))
    return pd.DataFrame({**columns, **_numbers(settings, values)})


def history_table(
    settings: ForecastSettings,
    gathered: Gathered,
    starts: NDArray[np.int64],
    tested: Backtest,
) -> pd.DataFrame:
    """Return forecasts from many origins as a frame, the truth beside them.

    Args:
        settings: of the model.
        gathered: the series.
        starts: the series and the first step, of each window, (W, 2).
        tested: the forecasts.

    Returns:
        W H rows.
    """
    import pandas as pd

    H, lookback = settings.horizon, tested.past.shape[1]
    columns = _where(settings, gathered, starts + np.array([0, lookback]))
    origins = [
        _shown(gathered, gathered.series[number].times[start + lookback - 1])
        for number, start in starts
    ]
    columns["origin"] = np.repeat(np.array(origins, dtype=object), H)
    numbers = _numbers(settings, [tested.forecast, *tested.low, *tested.high])
    truth = {f"{name}_true": tested.truth[..., d].ravel() for d, name in enumerate(settings.target)}
    return pd.DataFrame({**columns, **numbers, **truth})


def _where(
    settings: ForecastSettings, gathered: Gathered, firsts: NDArray[np.int64]
) -> dict[str, Any]:
    H = settings.horizon
    columns: dict[str, Any] = {}
    if settings.series is not None:
        names = [gathered.series[number].name for number, _ in firsts]
        columns[settings.series] = np.repeat(np.array(names, dtype=object), H)
    columns[settings.time or "step"] = [
        _shown(gathered, one)
        for number, first in firsts
        for one in gathered.series[number].times[first : first + H]
    ]
    return columns


def _shown(gathered: Gathered, time: Any) -> Any:
    return gathered.times.shown(time) if gathered.times else int(time)


def _numbers(settings: ForecastSettings, values: Sequence[Array]) -> dict[str, Array]:
    V = len(settings.levels)
    forecast, lows, highs = values[0], values[1 : 1 + V], values[1 + V :]
    columns = {}
    for d, name in enumerate(settings.target):
        columns[name] = forecast[..., d].ravel()
        for level, low, high in zip(settings.levels, lows, highs, strict=True):
            percent = f"{100 * level:g}"
            columns[f"{name}_low_{percent}"] = low[..., d].ravel()
            columns[f"{name}_high_{percent}"] = high[..., d].ravel()
    return columns
