"""The cells as a reader sees them: a list of all, and one with its equations and derivative."""

import textwrap

from elman import cells
from elman.view.table import table

__all__ = ["cell_page", "cell_table"]

INPUTS, UNITS = 128, 128  # sizes at which a cell's cost is shown


def cell_table() -> str:
    """Return all cells: name, states, and the first line of what they say of themselves.

    Example:
        >>> cell_table().splitlines()[0].split()
        ['cell', 'states', 'what', 'it', 'is']
    """
    found = [cells.get(name) for name in cells.names()]
    rows = [[cell.name, ", ".join(cell.states), cell.doc.splitlines()[0]] for cell in found]
    return table(rows, head=["cell", "states", "what it is"])


def cell_page(name: str, *, latex: bool = False, width: int = 79) -> str:
    """Return one cell: what it is, its equations, its derivative and its cost.

    Args:
        name: of a cell.
        latex: only the equations and the derivative, as LaTeX.
        width: of the text, in characters.

    Returns:
        Lines of text.

    Raises:
        CellError: there is no such cell.

    Example:
        >>> print(cell_page("elman").splitlines()[4])
          h[t] = tanh(W_h x[t] + R_h h[t-1] + b_h)
    """
    cell = cells.get(name)
    if latex:
        return f"{cell.latex()}\n\n{cell.derivative().latex()}"
    cost = cell.cost(INPUTS, UNITS)
    return "\n".join(
        [
            *textwrap.wrap(f"{cell.name}: {' '.join(cell.doc.split())}", width),
            "",
            "one step forward",
            _indented(cell.equations(), width),
            "",
            "one step back (Δ: gradient of the loss; δ: the same, before a map is applied)",
            _indented(cell.derivative().equations(), width),
            "",
            f"a step of one row, {INPUTS} inputs, {UNITS} units",
            f"  {cost.parameters:,} parameters, {cost.flops:,} operations forward, "
            f"{cost.flops_backward:,} back",
        ]
    )


def _indented(text: str, width: int) -> str:
    wrap = textwrap.TextWrapper(width, initial_indent="  ", subsequent_indent="      ")
    return "\n".join(wrap.fill(line) for line in text.splitlines())
