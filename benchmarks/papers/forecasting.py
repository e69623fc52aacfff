"""Forecasts of published data by published protocols, beside what was published.

    python benchmarks/papers/forecasting.py DATA [ROW ...] [--seed N]

DATA is the folder with ETTh1.csv, pollution.csv, airline-passengers.csv, monthly-sunspots.csv and
taxi_new_york_passengers.csv; a row is one of those of `ROWS`, all if none is named.
"""

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from elman.tasks import Forecaster
from elman.train.reporter import LineReporter


@dataclass(frozen=True)
class Row:
    """One measurement.

    Args:
        data: from the folder to what is learnt.
        model: of `Forecaster`.
        training: of `compile`.
        fit: of `fit`.
        shown: which numbers of the evaluation stand beside the published ones.
        published: in words.
    """

    data: Callable[[Path], Any]
    model: dict[str, Any]
    training: dict[str, Any]
    fit: dict[str, Any]
    shown: tuple[str, ...]
    published: str


def etth1(folder: Path) -> pd.DataFrame:
    """Return 12, 4 and 4 months of hours, the protocol of Informer (Zhou et al. 2021)."""
    return pd.read_csv(folder / "ETTh1.csv").iloc[: 20 * 30 * 24]


def beijing(folder: Path) -> pd.DataFrame:
    """Return the hours of 2010 to 2014, their times in one column."""
    frame = pd.read_csv(folder / "pollution.csv")
    frame.insert(0, "time", pd.to_datetime(frame[["year", "month", "day", "hour"]]))
    return frame.drop(columns=["No", "year", "month", "day", "hour"])


def segments(horizon: int, published: str, **other: Any) -> Row:
    """Return ETTh1 with all 7 variables by SegRNN as its authors set it for a look-back of 96.

    Args:
        horizon: hours.
        published: in words.
        **other: what is set otherwise.
    """
    return Row(
        etth1,
        {
            "horizon": horizon,
            "target": ("HUFL", "HULL", "MUFL", "MULL", "LUFL", "LULL", "OT"),
            "time": "date",
            "lookback": 96,
            "model": "segment",
            "segment": 48,
            "hidden_size": 512,
            "dropout": 0.5,
            "likelihood": "squared",
            "instance": "last",
            **other,
        },
        {"learning_rate": 0.001, "schedule": "cosine"},
        {"validation": 2880, "test": 2880, "epochs": 10, "patience": 3, "batch_size": 256},
        ("scaled MSE", "scaled MAE"),
        published,
    )


def classic(file: str, target: str, horizon: int, time: str = "Month") -> Row:
    """Return a well-known series, its last fifth as test, by the defaults of `Forecaster`."""
    return Row(
        lambda folder: folder / file,
        {"horizon": horizon, "target": target, "time": time},
        {},
        {"validation": 0.2, "test": 0.2},
        ("MASE",),
        "seasonal naive's MASE beside it; 90 % intervals that cover 85 to 95 %",
    )


ROWS = {
    "etth1-96": segments(96, "SegRNN 0.368 / 0.395, DLinear 0.386 / 0.400, GRU 1.135 / 0.844"),
    "etth1-192": segments(192, "SegRNN 0.408 / 0.419"),
    "etth1-336": segments(336, "SegRNN 0.444 / 0.440"),
    # so far ahead the last value says less than the mean of the look-back
    "etth1-720": segments(720, "SegRNN 0.446 / 0.457", instance="mean", hidden_size=128),
    "beijing": Row(
        beijing,
        {
            "horizon": 1,
            "target": "pm2.5",
            "time": "time",
            "past": ("DEWP", "TEMP", "PRES", "cbwd", "Iws", "Is", "Ir"),
            "lookback": 24,
            "model": "direct",
            "hidden_size": 64,
            "likelihood": "squared",
            "instance": "last",
            "missing": "mask",
        },
        {"learning_rate": 0.001},
        {"validation": 365 * 24, "test": 365 * 24, "epochs": 20, "patience": 3, "batch_size": 64},
        ("RMSE",),
        "Brownlee 2017, LSTM: 26.5",
    ),
    "airline": classic("airline-passengers.csv", "Passengers", 12),
    "sunspots": classic("monthly-sunspots.csv", "Sunspots", 12),
    "taxi": classic("taxi_new_york_passengers.csv", "#Passengers", 48, "time"),
}


def measure(name: str, folder: Path, seed: int) -> str:
    """Train one row and return its line of the table."""
    row = ROWS[name]
    model = Forecaster(**row.model)
    model.compile(**row.training)
    started = time.monotonic()
    model.fit(row.data(folder), seed=seed, reporter=LineReporter(), **row.fit)
    seconds = time.monotonic() - started
    print(model.outcome(), flush=True)
    forecasts, intervals = model.results["forecasts"], model.results["intervals"]
    own = " / ".join(f"{forecasts['network'][metric]:.4g}" for metric in row.shown)
    naive = " / ".join(
        f"{forecasts.get('seasonal naive', forecasts['naive'])[metric]:.4g}" for metric in row.shown
    )
    covers = f"{100 * intervals['0.9']['coverage']:.1f} %"
    shown = " / ".join(row.shown)
    return f"| {name} | {shown} | {own} | {naive} | {covers} | {seconds:.0f} s | {row.published} |"


def main() -> None:
    """Measure the rows that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("rows", nargs="*", metavar="ROW", choices=[[], *ROWS])
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    lines = [measure(name, given.data, given.seed) for name in given.rows or ROWS]
    print("\n| data | metric | network | seasonal naive | 90 % covers | whole run | published |")
    print("|---|---|---|---|---|---|---|")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
