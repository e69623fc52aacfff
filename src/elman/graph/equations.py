"""The equations of a step, one line for each named value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from elman.graph.expression import Expr
from elman.graph.spell import ATOM, Style, spell
from elman.graph.step import Step

__all__ = ["Equation", "aligned", "forward_equations", "forward_lines", "forward_names"]


@dataclass(frozen=True)
class Equation:
    """A name and what it stands for, to be written in any style.

    Args:
        name: of the value, such as ``h`` or ``ΔW_f``.
        time: when it has that name: ``t``, ``t-1``, ``s`` of a place of a memory, or nothing.
        value: what it is; None for zero.
        names: the values that have a name, which stands for them.
        adds: whether the value is added to what the name stood for before.
        whole: whether the value is written out though it has a name.
        row: the value is a column, and stands before this row in an outer product.
    """

    name: str
    time: str
    value: Expr | None
    names: Mapping[Expr, str]
    adds: bool = False
    whole: bool = False
    row: Expr | None = None

    def left(self, style: Style) -> str:
        """Write the name."""
        return style.symbol(self.name, self.time)

    def right(self, style: Style) -> str:
        """Write what it stands for, or what is added to that."""
        if self.value is None:
            return "0"
        value = spell(self.value, style, self.names, whole=self.whole)
        if self.row is None:
            return value
        return style.outer.format(value, spell(self.row, style, self.names, needs=ATOM))

    def line(self, style: Style) -> str:
        """Write the equation.

        Example:
            >>> import elman
            >>> from elman.graph.spell import TEXT
            >>> (equation,) = forward_equations(elman.cells.get("elman").graph)
            >>> equation.line(TEXT)
            'h[t] = tanh(W_h x[t] + R_h h[t-1] + b_h)'
        """
        return self.left(style) + (style.adds if self.adds else style.equals) + self.right(style)


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


def forward_equations(step: Step) -> list[Equation]:
    """Return the equations of a step, each after those that it needs.

    Args:
        step: the step.

    Returns:
        One for each named value, the states after the step among them.
    """
    names = forward_names(step)
    inner = [
        Equation(names[node], "t", node, names, whole=True) for node in step.order if node in names
    ]
    other = [
        Equation(name, "t", result, names)
        for name, result in zip(step.states, step.results, strict=True)
        if names.get(result) != name
    ]
    return inner + other


def forward_lines(step: Step, style: Style) -> list[str]:
    """Write the equations of a step, each after those that it needs.

    Args:
        step: the step.
        style: how to write.

    Returns:
        One equation a line.
    """
    return [equation.line(style) for equation in forward_equations(step)]


def aligned(lines: Iterable[str]) -> str:
    """Put lines of LaTeX under each other.

    Args:
        lines: equations with an alignment mark in each.

    Returns:
        An ``aligned`` environment.
    """
    body = " \\\\\n".join(lines)
    return f"\\begin{{aligned}}\n{body}\n\\end{{aligned}}"
