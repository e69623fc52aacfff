"""A forecaster in words: what it is about to learn, and what it has become."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from elman.tasks.forecasting.settings import ForecastSettings

__all__ = ["introduction"]


def introduction(settings: ForecastSettings, cell: str, facts: Mapping[str, Any]) -> list[str]:
    """Return which series are learnt, and by what.

    Args:
        settings: of the model.
        cell: the name of its cell.
        facts: of the data, by name; may be empty.

    Returns:
        Lines of text.

    Example:
        >>> settings = ForecastSettings(horizon=24, target="sales", lookback=96)
        >>> introduction(settings, "gru", {"steps": 900, "series": 1, "windows": 700})[0]
        'sales: 900 steps, 700 windows are learnt'
    """
    names = ", ".join(settings.target) or "the only column"
    lines = []
    if facts:
        several = f" of {facts['series']:,} series" if facts["series"] > 1 else ""
        lines.append(
            f"{names}: {facts['steps']:,} steps{several}, {facts['windows']:,} windows are learnt"
        )
    helped = [*settings.past, *settings.future, *settings.static]
    helped += ["the calendar"] if settings.calendar else []
    by = f", helped by {', '.join(helped)}" if helped else ""
    lines.append(f"{settings.horizon} steps ahead from {settings.lookback or 'the'} steps back{by}")
    dropout = f", dropout {settings.dropout:g}" if settings.dropout else ""
    lines.append(
        f"model {settings.model}, {settings.num_layers} x {settings.hidden_size} {cell}, "
        f"likelihood {settings.likelihood}, scaling {settings.scaling}, instance "
        f"{settings.instance}{dropout}"
    )
    return lines
