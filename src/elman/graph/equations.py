"""The equations of a step, one line for each named value."""

from __future__ import annotations

from collections.abc import Iterable

from elman.graph.expression import Expr
from elman.graph.spell import Style, spell
from elman.graph.step import Step

__all__ = ["aligned", "forward_lines", "forward_names"]


def forward_names(step: Step) -> dict[Expr, str]:
    """Return the names under which the values of a step are written.

    Args:
        step: the step.

    Returns:
        Gates and the like, and the states after the step unless they are plain symbols.
    """
    names = {node: name for name, node in step.names}
    for name, result in zip(step.states, step.results, strict=True):
        if result.args:
            names.setdefault(result, name)
    return names


def forward_lines(step: Step, style: Style) -> list[str]:
    """Write the equations of a step, each after those that it needs.

    Args:
        step: the step.
        style: how to write.

    Returns:
        One equation a line.
    """
    names = forward_names(step)
    written = [
        style.symbol(names[node], "t") + style.equals + spell(node, style, names, whole=True)
        for node in step.order
        if node in names
    ]
    other = [
        style.symbol(name, "t") + style.equals + spell(result, style, names)
        for name, result in zip(step.states, step.results, strict=True)
        if names.get(result) != name
    ]
    return written + other


def aligned(lines: Iterable[str]) -> str:
    """Put lines of LaTeX under each other.

    Args:
        lines: equations with an alignment mark in each.

    Returns:
        An ``aligned`` environment.
    """
    body = " \\\\\n".join(lines)
    return f"\\begin{{aligned}}\n{body}\n\\end{{aligned}}"
