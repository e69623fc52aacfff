"""The layers of a small example as a table: shapes and parameters."""

from __future__ import annotations

from collections.abc import Sequence

from elman.view.table import table

__all__ = ["layer_table"]


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
