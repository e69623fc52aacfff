"""A cell on a toy size: few units, numbers of one decimal, and a loss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from elman.cells import Cell
from elman.cells.reference import step_values
from elman.graph.expression import Expr
from elman.graph.spell import matrix

__all__ = ["Toy", "make_toy"]

INPUTS, UNITS = 1, 2


@dataclass(frozen=True)
class Toy:
    """A cell with numbers, in float64.

    Args:
        cell: the cell.
        parameters: by their names in the equations.
        inputs: T of (I,).
        targets: T of (H,), what the outputs should be.
    """

    cell: Cell
    parameters: Mapping[str, Tensor]
    inputs: tuple[Tensor, ...]
    targets: tuple[Tensor, ...]

    def forward(self, parameters: Mapping[str, Tensor]) -> list[dict[Expr, Tensor]]:
        """Take all steps from zero states.

        Args:
            parameters: its own or others.

        Returns:
            For each step the value of every expression.
        """
        states = [torch.zeros_like(self.targets[0]) for _ in self.cell.states]
        found = []
        for x in self.inputs:
            values = step_values(self.cell, x, states, parameters)
            states = [values[result].expand_as(states[0]) for result in self.cell.graph.results]
            found.append(values)
        return found

    def loss(self, parameters: Mapping[str, Tensor]) -> Tensor:
        """Return half the squared distance of the outputs from the targets, over all steps.

        Args:
            parameters: its own or others.

        Returns:
            The loss, ().
        """
        output = self.cell.graph.results[0]
        outputs = (values[output] for values in self.forward(parameters))
        pairs = zip(outputs, self.targets, strict=True)
        return 0.5 * torch.stack([y - target for y, target in pairs]).square().sum()


def make_toy(cell: Cell, steps: int, seed: int) -> Toy:
    """Give a cell numbers from -0.9 to 0.9, none of them zero.

    Args:
        cell: any that attends to no memory and draws no noise.
        steps: T.
        seed: of the numbers.

    Returns:
        The cell with one input and two units; three if it normalises over them, for two become
        1 and -1 whatever they were.

    Example:
        >>> import elman
        >>> sorted(make_toy(elman.cells.get("elman"), 2, seed=0).parameters)
        ['R_h', 'W_h', 'b_h']
    """
    generator = torch.Generator().manual_seed(seed)

    def drawn(*size: int) -> Tensor:
        tenths = torch.randint(1, 10, size, generator=generator).double() / 10
        return torch.where(torch.rand(size, generator=generator) < 0.5, -tenths, tenths)

    graph = cell.graph
    units = UNITS + any(node.op == "normalise" for node in graph.order)
    parameters = {}
    for name, node in graph.maps.items():
        for term in node.args:
            columns = INPUTS if term.kind == "input" else units
            parameters[f"{matrix(term)}_{name}"] = drawn(units, columns)
        parameters[f"b_{name}"] = drawn(units)
    parameters |= {name: drawn(units) for name in graph.vectors}
    inputs = tuple(drawn(INPUTS) for _ in range(steps))
    return Toy(cell, parameters, inputs, tuple(drawn(units) for _ in range(steps)))
