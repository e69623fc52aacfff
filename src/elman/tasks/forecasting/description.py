"""A forecaster in words: what it is about to learn, and what it has become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from torch import nn

from elman.tasks.description import told
from elman.tasks.forecasting.settings import ForecastSettings
from elman.view.table import table

__all__ = ["introduction", "layer_table", "overview"]


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


def layer_table(network: nn.Module) -> str:
    """Return one row a part of a network, with its parameters, and the total.

    Args:
        network: of a forecaster.

    Returns:
        Lines of text.

    Example:
        >>> print(layer_table(nn.Sequential(nn.Linear(2, 3))))
        part   parameters
        0               9
        total           9
    """
    rows = [(name, _count(part)) for name, part in network.named_children() if _count(part)]
    own = sum(parameter.numel() for parameter in network.parameters(recurse=False))
    rows += [("learned places", own)] if own else []
    total = ("total", sum(count for _, count in rows))
    return table([[name, f"{n:,}"] for name, n in [*rows, total]], head=["part", "parameters"])


def overview(
    network: nn.Module, opening: Sequence[str], training: Mapping[str, Any], outcome: str
) -> str:
    """Return the whole story of a model.

    Args:
        network: of the model.
        opening: the lines of `introduction`.
        training: settings and facts by name.
        outcome: what came out.

    Returns:
        Lines of text.

    Example:
        >>> text = overview(nn.Linear(1, 1), ["a model"], {"epochs": 3}, "good")
        >>> text.splitlines()[-4:]
        ['How it was trained:', '  epochs  3', '', 'good']
    """
    rows = [[f"  {name}", value] for name, value in told(training)]
    parts = ["\n".join(opening), layer_table(network), "How it was trained:\n" + table(rows)]
    return "\n\n".join([*parts, *([outcome] if outcome else [])])


def _count(module: nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())
