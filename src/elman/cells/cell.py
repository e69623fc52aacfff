"""A cell: the equations of one step under a name, and all that follows from them alone."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from elman.cells.cost import Cost, cost
from elman.derive import Derivative, derive
from elman.errors import CellError
from elman.graph import Expr, Step, trace
from elman.graph.equations import aligned, forward_lines
from elman.graph.spell import LATEX, TEXT

if TYPE_CHECKING:
    from torch import Tensor

__all__ = ["Cell", "cell"]


@dataclass(frozen=True)
class Cell:
    """A recurrent cell, made from its equations by the decorator `elman.cell`.

    Args:
        name: the name of the function.
        doc: what the function says of itself.
        graph: the step, as a graph.
    """

    name: str
    doc: str
    graph: Step

    @property
    def states(self) -> tuple[str, ...]:
        """The names of the states; the first is the output."""
        return self.graph.states

    @cached_property
    def _derivative(self) -> Derivative:
        return derive(self.graph)

    def equations(self) -> str:
        """Return the equations of a step as plain text.

        Returns:
            One equation a line.

        Example:
            >>> import elman
            >>> print(elman.cells.get("elman").equations())
            h[t] = tanh(W_h x[t] + R_h h[t-1] + b_h)
        """
        return "\n".join(forward_lines(self.graph, TEXT))

    def latex(self) -> str:
        """Return the equations of a step as LaTeX.

        Returns:
            An ``aligned`` environment.
        """
        return aligned(forward_lines(self.graph, LATEX))

    def derivative(self) -> Derivative:
        """Return the step of backpropagation through time.

        Returns:
            The derivative, which prints itself by `equations()` and `latex()`.

        Example:
            >>> import elman
            >>> print(elman.cells.get("elman").derivative().equations().splitlines()[0])
            δ_h[t] = Δh[t] * (1 - h[t]^2)
        """
        return self._derivative

    def cost(
        self, input_size: int, hidden_size: int, *, proj_size: int = 0, itemsize: int = 4
    ) -> Cost:
        """Return what one step of one row costs.

        Args:
            input_size: I, the number of inputs.
            hidden_size: H, the number of hidden units.
            proj_size: P, the size that the output is projected to; 0 for none.
            itemsize: bytes of a number.

        Returns:
            Parameters, floating-point operations forward and backward, and bytes.

        Example:
            >>> import elman
            >>> elman.cells.get("lstm").cost(10, 20).parameters
            2480
        """
        return cost(
            self.graph,
            self._derivative,
            input_size,
            hidden_size,
            proj_size=proj_size,
            itemsize=itemsize,
        )

    def step(
        self, x: Tensor, states: Sequence[Tensor], parameters: Mapping[str, Tensor]
    ) -> tuple[Tensor, ...]:
        """Take one step, in plain torch: the reference for everything else.

        Args:
            x: (B, I) or (I), the input at time t.
            states: for each state (B, H) or (H), its value before the step.
            parameters: by their names in the equations, ``W_i`` of (H, I), ``R_i`` of (H, H),
                ``b_i`` and vectors of (H).

        Returns:
            For each state, its value after the step.

        Raises:
            CellError: the states are not as many as the cell has, or a parameter is missing.

        Example:
            >>> import elman, torch
            >>> parameters = {"W_h": torch.eye(2), "R_h": torch.zeros(2, 2), "b_h": torch.zeros(2)}
            >>> elman.cells.get("elman").step(torch.zeros(2), [torch.ones(2)], parameters)
            (tensor([0., 0.]),)
        """
        values = self._evaluate(x, states, parameters)
        return tuple(values[result] for result in self.graph.results)

    def step_values(
        self, x: Tensor, states: Sequence[Tensor], parameters: Mapping[str, Tensor]
    ) -> dict[str, Tensor]:
        """Take one step and return every value that has a name.

        Args:
            x: as for `step`.
            states: as for `step`.
            parameters: as for `step`.

        Returns:
            Gates and the like, then the states after the step, by name.

        Raises:
            CellError: as for `step`.
        """
        values = self._evaluate(x, states, parameters)
        return {name: values[node] for name, node in self.graph.values.items()}

    def _evaluate(
        self, x: Tensor, states: Sequence[Tensor], parameters: Mapping[str, Tensor]
    ) -> dict[Expr, Tensor]:
        from elman.cells.reference import step_values

        return step_values(self, x, states, parameters)

    def to_dict(self) -> dict[str, Any]:
        """Return the cell as plain data that JSON can hold.

        Returns:
            Name, description and graph.
        """
        return {"name": self.name, "doc": self.doc, "graph": self.graph.to_dict()}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Cell:
        """Return the cell that `to_dict` described.

        Args:
            data: what `to_dict` returned, perhaps by way of a file.

        Returns:
            The cell.

        Raises:
            CellError: the data describe no cell.

        Example:
            >>> import elman
            >>> lstm = elman.cells.get("lstm")
            >>> type(lstm).from_dict(lstm.to_dict()) == lstm
            True
        """
        try:
            return cls(str(data["name"]), str(data["doc"]), Step.from_dict(data["graph"]))
        except (KeyError, TypeError) as error:
            raise CellError(f"the data describe no cell: {error!r}") from error


def cell(function: Callable[..., Any]) -> Cell:
    """Make a cell of a function that is its equations.

    Args:
        function: takes the input and the states, and keyword-only `W` for learned maps, `v` for
            learned vectors and `memory` for what is attended to; returns the states after the step.

    Returns:
        The cell.

    Raises:
        CellError: the function is not the equations of a cell; the message shows its line.

    Example:
        >>> import elman
        >>> from elman.cells import tanh
        >>> @elman.cell
        ... def mine(x, h, *, W):
        ...     return 0.9 * h + 0.1 * tanh(W.n(x, h))
        >>> print(mine.equations())
        h[t] = 0.9 * h[t-1] + 0.1 * tanh(W_n x[t] + R_n h[t-1] + b_n)
    """
    return Cell(function.__name__, inspect.getdoc(function) or "", trace(function))
