"""Where forecasts miss most.

Shapes: W windows, H steps of horizon, D targets.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from elman.tasks.forecasting.forecaster import Forecaster
from elman.view.line_chart import line_chart
from elman.view.page import Html, grid, paragraph, verbatim

__all__ = ["worst_windows"]

Array = NDArray[np.float64]

DRAWN = 4  # windows


def worst_windows(model: Forecaster, data: Path) -> Html:
    """Draw the windows of a table whose forecast is furthest from the truth.

    Args:
        model: trained.
        data: the file of the table.

    Returns:
        Drawings of windows that do not overlap, below how good all forecasts are.

    Raises:
        DataError: the data cannot be used, or are too short.
    """
    judgement, frame = str(model.evaluate(data)), model.historical_forecasts(data)
    H, names, series = model.settings.horizon, model.settings.target, model.settings.series

    def values(column: str) -> Array:
        found: Array = frame[column].to_numpy(float)
        return found.reshape(-1, H)

    said = np.stack([values(name) for name in names], axis=-1)  # (W, H, D)
    true = np.stack([values(f"{name}_true") for name in names], axis=-1)
    errors = _errors(said, true)
    drawn = []
    for place in islice(_apart(errors.max(1), H), DRAWN):
        d = int(errors[place].argmax())
        row = frame.iloc[place * H]
        of = f"{row[series]}, " if series else ""
        lines = {
            "truth": [*enumerate(true[place, :, d].tolist(), 1)],
            "forecast": [*enumerate(said[place, :, d].tolist(), 1)],
        }
        drawn.append(line_chart(lines, f"step after {of}{row['origin']}", names[d], zero=False))
    what = (
        "The windows with the largest error, in standard deviations of the data: the truth, and "
        "what was forecast from the steps before."
    )
    return Html(verbatim(judgement) + paragraph(what) + grid(drawn))


def _errors(said: Array, true: Array) -> Array:
    """Return the mean absolute error of each window and target, in deviations, (W, D)."""
    known = np.isfinite(true)
    columns = zip(true.T, known.T, strict=True)
    spread = [column[ok].std() if ok.any() else 1.0 for column, ok in columns]
    off = np.where(known, np.abs(said - true), 0).sum(1) / np.maximum(1, known.sum(1))
    found: Array = off / np.maximum(1e-12, spread)
    return found


def _apart(errors: Array, horizon: int) -> Iterator[int]:
    """Yield the windows with the largest errors, none of which shares a step with another."""
    taken = np.zeros(len(errors), dtype=bool)
    for place in np.argsort(-errors, kind="stable").tolist():
        if not taken[max(0, place - horizon + 1) : place + horizon].any():
            taken[place] = True
            yield place
