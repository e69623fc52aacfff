"""A network as a table: every part with the shape of what it gives and its parameters."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from elman.tasks.network import NextSymbol
from elman.view.table import table

__all__ = ["layer_table", "network_table"]


def network_table(network: NextSymbol, cell: str) -> str:
    """Return one row a part, and the total.

    Args:
        network: what predicts.
        cell: the name of its cell.

    Returns:
        Lines of text; B rows, T time steps.

    Example:
        >>> print(network_table(NextSymbol(10, "gru", 8), "gru"))
        layer      output shape  parameters
        embedding  (B, T, 8)             80
        1 x gru    (B, T, 8)            416
        head       (B, T, 10)            90
        total                           586
    """
    recurrent, head = network.recurrent, network.head
    tied = any(head.weight is parameter for parameter in network.input.parameters())
    rows: list[tuple[str, int, int]] = [
        (type(network.input).__name__.lower(), recurrent.input_size, _count(network.input)),
        (f"{recurrent.num_layers} x {cell}", recurrent.hidden_size, _count(recurrent)),
        (
            "head (weights of the embedding)" if tied else "head",
            head.out_features,
            head.bias.numel() if tied else _count(head),
        ),
    ]
    return layer_table([(name, f"(B, T, {size})", count) for name, size, count in rows])


def layer_table(rows: Sequence[tuple[str, str, int]]) -> str:
    """Return one row a layer, and the total.

    Args:
        rows: name, shape of the output and number of parameters of each.

    Returns:
        Lines of text.

    Example:
        >>> print(layer_table([("lstm", "(B, 32)", 4352), ("softmax", "(B, 26)", 0)]))
        layer    output shape  parameters
        lstm     (B, 32)            4,352
        softmax  (B, 26)                0
        total                       4,352
    """
    shown = [[name, shape, f"{count:,}"] for name, shape, count in rows]
    total = ["total", "", f"{sum(count for *_, count in rows):,}"]
    return table([*shown, total], head=["layer", "output shape", "parameters"])


def _count(module: torch.nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())
