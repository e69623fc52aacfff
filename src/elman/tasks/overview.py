"""A model of any task in words: its parts, how it was trained, and what came out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from torch import nn

from elman.tasks.description import told
from elman.tasks.layers import layers_of, letter_text
from elman.view.table import table

__all__ = ["overview", "part_table"]


def part_table(network: nn.Module) -> str:
    """Return one row a part of a network, with its parameters, and the total.

    Args:
        network: of any task.

    Returns:
        Lines of text.

    Example:
        >>> print(part_table(nn.Sequential(nn.Linear(2, 3))))
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
        >>> from elman.tasks.network import NextSymbol
        >>> network = NextSymbol(10, "gru", 8)
        >>> overview(network, ["a model"], {"epochs": 3}, "good").splitlines()[-4:]
        ['How it was trained:', '  epochs  3', '', 'good']
    """
    rows = [[f"  {name}", value] for name, value in told(training)]
    layers = letter_text(layers_of(network))
    parts = ["\n".join(opening), layers, "How it was trained:\n" + table(rows)]
    return "\n\n".join([*parts, *([outcome] if outcome else [])])


def _count(module: nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())
