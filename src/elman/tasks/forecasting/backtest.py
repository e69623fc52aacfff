"""Forecasts made as if it were then, beside the truth and beside what needs no network.

Shapes: W windows, H steps of horizon, D targets, V levels.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from elman.tasks.forecasting import metrics
from elman.tasks.forecasting.naive import seasonal_naive
from elman.view.table import table

__all__ = ["Backtest", "ForecastEvaluation"]

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Backtest:
    """Forecasts from many origins, in the units of the data.

    Args:
        owner: the series of each, (W,).
        origins: the last step known to each, counted from 0, (W,).
        past: the look-back of each, (W, L, D), NaN where unknown.
        truth: (W, H, D), NaN where unknown.
        forecast: (W, H, D).
        low: the lower ends of the intervals, (V, W, H, D).
        high: the upper ends.
        levels: V.
        season: steps.
        steps: of each series, what MASE divides by, (S, D).
        spread: of the scaling of each series, (S, D).
    """

    owner: NDArray[np.int64]
    origins: NDArray[np.int64]
    past: Array
    truth: Array
    forecast: Array
    low: Array
    high: Array
    levels: tuple[float, ...]
    season: int
    steps: Array
    spread: Array

    @property
    def references(self) -> dict[str, Array]:
        """The forecasts that need no network, by name, (W, H, D) each."""
        horizon = self.truth.shape[1]
        found = {"naive": seasonal_naive(self.past, horizon, 1)}
        if 1 < self.season <= self.past.shape[1]:
            found["seasonal naive"] = seasonal_naive(self.past, horizon, self.season)
        return found

    def judged(self) -> ForecastEvaluation:
        """Return how good all of the forecasts are."""
        step, spread = self.steps[self.owner][:, None], self.spread[self.owner][:, None]
        rows = {
            name: {metric: of(self.truth, one, step, spread) for metric, of in METRICS.items()}
            for name, one in {"network": self.forecast, **self.references}.items()
        }
        intervals = {
            level: {
                "coverage": metrics.coverage(self.truth, low, high),
                "width": float(np.mean(high - low)),
                "pinball": metrics.pinball(self.truth, low, high, level),
            }
            for level, low, high in zip(self.levels, self.low, self.high, strict=True)
        }
        return ForecastEvaluation(
            rows, intervals, self.season, len(self.truth), int(np.isfinite(self.truth).sum())
        )


METRICS: dict[str, Callable[[Array, Array, Array, Array], float]] = {
    "MAE": lambda y, p, *_: metrics.mae(y, p),
    "RMSE": lambda y, p, *_: metrics.rmse(y, p),
    "MASE": lambda y, p, step, _: metrics.mase(y, p, step),
    "sMAPE": lambda y, p, *_: metrics.smape(y, p),
    "scaled MAE": lambda y, p, _, spread: metrics.mae(y / spread, p / spread),
    "scaled MSE": lambda y, p, _, spread: metrics.mse(y / spread, p / spread),
}


@dataclass(frozen=True)
class ForecastEvaluation:
    """How good forecasts are, beside those that need no network.

    Args:
        rows: metrics by name, of ``"network"``, ``"naive"`` and, if there is a season,
            ``"seasonal naive"``.
        intervals: coverage, mean width and pinball loss by level.
        season: steps.
        origins: from how many times it was forecast.
        count: how many values were judged.
        remark: what else a reader should know, if anything.

    Example:
        >>> rows = {"network": {"MAE": 1.0, "MASE": 0.5}, "naive": {"MAE": 2.0, "MASE": 1.0}}
        >>> print(ForecastEvaluation(rows, {}, season=1, origins=3, count=9))
        9 values, forecast from 3 origins
                 MAE  MASE
        network    1   0.5
        naive      2     1
    """

    rows: Mapping[str, Mapping[str, float]]
    intervals: Mapping[float, Mapping[str, float]]
    season: int
    origins: int
    count: int
    remark: str = ""

    SHOWN = ("MAE", "RMSE", "MASE", "sMAPE")

    def __getitem__(self, metric: str) -> float:
        """Return a metric of the network, such as ``"MASE"``."""
        return self.rows["network"][metric]

    @property
    def verdict(self) -> str:
        """One sentence on whether the network is worth its keep; empty if it is."""
        mine = self.rows["network"]["MAE"]
        name, best = min(
            ((name, row["MAE"]) for name, row in self.rows.items() if name != "network"),
            key=lambda pair: pair[1],
        )
        if mine < best:
            return ""
        kind = "the value a season before" if name == "seasonal naive" else "the last known value"
        return (
            f"The network does not earn its keep here: simply taking {kind} is off by {best:.4g} "
            f"on average, the network by {mine:.4g}."
        )

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "forecasts": {
                name: {metric: _finite(value) for metric, value in row.items()}
                for name, row in self.rows.items()
            },
            "intervals": {
                f"{level:g}": {name: _finite(value) for name, value in row.items()}
                for level, row in self.intervals.items()
            },
            "season": self.season,
            "origins": self.origins,
            "count": self.count,
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> ForecastEvaluation:
        """Make the evaluation that `to_dict` gave."""

        def numbers(row: Mapping[str, float | None]) -> dict[str, float]:
            return {name: math.nan if x is None else x for name, x in row.items()}

        return cls(
            {name: numbers(row) for name, row in values["forecasts"].items()},
            {float(level): numbers(row) for level, row in values["intervals"].items()},
            int(values["season"]),
            int(values["origins"]),
            int(values["count"]),
        )

    def __str__(self) -> str:
        shown = [metric for metric in self.SHOWN if metric in self.rows["network"]]
        rows = [
            [name, *(_short(row[metric]) for metric in shown)] for name, row in self.rows.items()
        ]
        season = f", season of {self.season}" if "seasonal naive" in self.rows else ""
        parts = [
            f"{self.count:,} values, forecast from {self.origins:,} "
            f"origin{'s' * (self.origins != 1)}{season}",
            table(rows, head=["", *shown]),
        ]
        if self.intervals:
            cells = [
                [f"{100 * level:g} %", f"{100 * row['coverage']:.1f} %", *map(_short, _ends(row))]
                for level, row in self.intervals.items()
            ]
            parts += ["", table(cells, head=["interval", "covers", "mean width", "pinball"])]
        last = [sentence for sentence in (self.verdict, self.remark) if sentence]
        return "\n".join([*parts, *(["", *last] if last else [])])


def _ends(row: Mapping[str, float]) -> Sequence[float]:
    return row["width"], row["pinball"]


def _short(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.4g}"


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
