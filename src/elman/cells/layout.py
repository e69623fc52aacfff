"""How the parameters of a cell lie in a few packed tensors, and which rows are which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from elman.cells.cell import Cell

if TYPE_CHECKING:
    from torch import Tensor

__all__ = ["Block", "Layout", "layout"]


@dataclass(frozen=True)
class Block:
    """One packed tensor: H rows for each of its parts.

    Args:
        name: what the tensor is called, such as ``weight_ih``.
        parts: the names in the equations of what lies in it, such as ``W_i``, from the top.
        columns: "input" or "hidden" for matrices, None for vectors.
        start: what every number of it begins as; None for a random one.
    """

    name: str
    parts: tuple[str, ...]
    columns: str | None = None
    start: float | None = None


@dataclass(frozen=True)
class Layout:
    """The packed tensors of one layer and direction, in the order of torch.

    Args:
        blocks: the tensors.
    """

    blocks: tuple[Block, ...]

    def bind(self, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Return the parameters by their names in the equations.

        Args:
            tensors: by name of the block, (parts x H, columns) or (parts x H).

        Returns:
            Views of (H, columns) or (H); a bias that lies in two blocks is their sum.
        """
        bound: dict[str, Tensor] = {}
        for part, view in self._views(tensors):
            bound[part] = bound[part] + view if part in bound else view
        return bound

    def _views(self, tensors: Mapping[str, Tensor]) -> Iterator[tuple[str, Tensor]]:
        for block in self.blocks:
            yield from zip(block.parts, tensors[block.name].chunk(len(block.parts)), strict=True)


@cache
def layout(cell: Cell, *, bias: bool = True, two_biases: bool = False) -> Layout:
    """Return how the parameters of a cell are packed.

    A map of the input has its rows in ``weight_ih``, a map of a hidden value in ``weight_hh``, a
    map of both in both, each in the order in which the equations name them; so the LSTM, the GRU
    and the Elman network have the rows that torch gives them.

    Args:
        cell: the cell.
        bias: whether the maps have biases.
        two_biases: as torch, give a map of both terms a bias for each; otherwise it has one, beside
            its rows for the input.

    Returns:
        The layout; blocks without parts are left out.
    """
    maps = {name: {term.kind for term in node.args} for name, node in cell.graph.maps.items()}
    of_input = [name for name, kinds in maps.items() if "input" in kinds]
    of_hidden = [name for name, kinds in maps.items() if "hidden" in kinds]
    of_memory = [name for name, kinds in maps.items() if "source" in kinds]
    alone = [name for name in of_hidden if name not in of_input]
    blocks = [
        Block("weight_ih", _prefixed("W", of_input), "input"),
        Block("weight_hh", _prefixed("R", of_hidden), "hidden"),
        Block("weight_mh", _prefixed("U", of_memory), "memory"),
        *([Block("bias_ih", _prefixed("b", of_input))] if bias else []),
        *([Block("bias_hh", _prefixed("b", of_hidden if two_biases else alone))] if bias else []),
        *([Block("bias_mh", _prefixed("b", of_memory))] if bias else []),
    ]
    vectors = list(cell.graph.vectors)
    for kind, start in (("v", None), ("gain", 1.0), ("shift", 0.0)):
        parts = tuple(name for name in vectors if name.startswith(f"{kind}_"))
        blocks.append(Block("vector" if kind == "v" else kind, parts, start=start))
    return Layout(tuple(block for block in blocks if block.parts))


def _prefixed(letter: str, names: list[str]) -> tuple[str, ...]:
    return tuple(f"{letter}_{name}" for name in names)
