"""Forecasts of windows as the panels of a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from elman.tasks.forecasting.gathering import Gathered
from elman.tasks.forecasting.settings import ForecastSettings

__all__ = ["panels_of"]

Array = NDArray[np.float64]
BEFORE = 3  # times the horizon that is shown of what was known


def panels_of(
    settings: ForecastSettings,
    gathered: Gathered,
    starts: NDArray[np.int64],
    lookback: int,
    values: Sequence[Array],
    *,
    truth: bool = False,
) -> list[dict[str, Any]]:
    """Return a panel for each window and target.

    Args:
        settings: of the model.
        gathered: the series.
        starts: the series and the first step, of each window, (W, 2).
        lookback: L.
        values: the forecasts, all lower and all upper ends of the intervals, (W, H, D) each.
        truth: what came is drawn too.

    Returns:
        What `elman.view.forecast.plot_forecast` takes.
    """
    V, H = len(settings.levels), settings.horizon
    forecast, lows, highs = values[0], values[1 : 1 + V], values[1 + V :]
    panels = []
    for window, (number, start) in enumerate(starts):
        one, now = gathered.series[number], start + lookback
        first = max(0, now - max(BEFORE * H, lookback))
        times = _clock(gathered, one.times)
        for d, target in enumerate(settings.target):
            panels.append(
                {
                    "name": f"{one.name}: {target}" if one.name else target,
                    "x": times[first:now],
                    "past": one.values[first:now, d],
                    "ahead": times[now : now + H],
                    "forecast": forecast[window, :, d],
                    "intervals": [
                        (level, low[window, :, d], high[window, :, d])
                        for level, low, high in zip(settings.levels, lows, highs, strict=True)
                    ],
                    "truth": one.values[now : now + H, d] if truth else None,
                }
            )
    return panels


def _clock(gathered: Gathered, times: Any) -> Any:
    if gathered.times is None:
        return np.asarray(times)
    return replace(gathered.times, values=times).local.to_numpy()
