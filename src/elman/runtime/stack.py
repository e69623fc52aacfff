"""What is the same for every call of a module: layers of a cell over each other."""

from __future__ import annotations

import json
from functools import cache

from elman.cells import Cell
from elman.cells.layout import Block, Layout
from elman.codegen.threefry import KEY
from elman.graph import Step
from elman.runtime.layer import Layer, refuses

__all__ = ["ANY", "Layer", "Stack", "from_text", "stack", "to_text"]


ANY = -1
"""A size that is another for every call."""


class Stack:
    """Layers of a cell, each of them in one direction or in both.

    Args:
        layer: each layer.
        input_size: I.
        num_layers: L.
    """

    def __init__(self, layer: Layer, input_size: int, num_layers: int):
        self.layer, self.input_size, self.num_layers = layer, input_size, num_layers
        self.cell, self.layout = layer.cell, layer.layout
        self.hidden_size, self.directions = layer.hidden_size, layer.directions
        self.rows = num_layers * layer.directions
        """L * D, how many rows of states there are."""
        self.output_size = layer.proj_size or layer.hidden_size
        """P, or H without a projection."""
        others = (layer.hidden_size,) * (len(layer.cell.states) - 1)
        self.state_sizes = (self.output_size, *others)
        projection = ("weight_hr",) if layer.proj_size else ()
        self.noise = ("noise",) if layer.cell.graph.noises else ()
        self.sources = (*(f"source {s.data}" for s in layer.cell.graph.sources), "places")
        self.sources = self.sources if layer.cell.graph.sources else ()
        self.own = (*(block.name for block in layer.layout.blocks), *projection)
        """What the parameters of a layer and direction are called, in their order."""
        self.names = (*self.own, *self.noise, *self.sources)
        """The same of all tensors that it is given beside input and states."""
        self.shapes = self._shapes()
        """The shapes of those of all layers by their names, in their order."""
        given = (*self.noise, *self.sources)
        self.parameters = {
            n: s for n, s in self.shapes.items() if n.rsplit("_l", 1)[0] not in given
        }
        """The shapes of all parameters by their names, in their order."""
        self.shapes_in_order = [*self.shapes.values()]
        self.refusal = refuses(layer)
        """Why no kernel covers the layers; an empty string if one does."""
        self.text = to_text(layer)
        """Each layer as text, which names it in a graph of torch's."""

    def _shapes(self) -> dict[str, tuple[int, ...]]:
        H, D, output = self.hidden_size, self.directions, self.output_size
        shapes: dict[str, tuple[int, ...]] = {}
        for n in range(self.num_layers):
            columns = {"input": D * output if n else self.input_size, "hidden": output}
            columns["memory"] = self.layer.memory_size
            for suffix in ("", "_reverse")[:D]:
                for block in self.layout.blocks:
                    rows = len(block.parts) * H
                    shape = (rows, columns[block.columns]) if block.columns else (rows,)
                    shapes[f"{block.name}_l{n}{suffix}"] = shape
                if self.layer.proj_size:
                    shapes[f"weight_hr_l{n}{suffix}"] = (output, H)
                if self.noise:
                    shapes[f"noise_l{n}{suffix}"] = (KEY,)
                for name in self.sources:
                    shapes[f"{name}_l{n}{suffix}"] = (ANY,) if name == "places" else (ANY, ANY, H)
        return shapes


@cache
def stack(layer: Layer, input_size: int, num_layers: int = 1) -> Stack:
    """Return the one stack of these settings.

    Args:
        layer: each layer.
        input_size: I.
        num_layers: L.

    Returns:
        The stack.
    """
    return Stack(layer, input_size, num_layers)


def to_text(layer: Layer) -> str:
    """Return a layer as text, from which any process can make it again.

    Args:
        layer: the layer.

    Returns:
        The text.
    """
    blocks = [[b.name, b.parts, b.columns, b.start] for b in layer.layout.blocks]
    cell = {"name": layer.cell.name, "graph": layer.cell.graph.to_dict()}
    return json.dumps([cell, blocks, *layer[2:]], separators=(",", ":"))


@cache
def from_text(text: str) -> Layer:
    """Return the layer that `to_text` wrote, but for what its cell says of itself.

    Args:
        text: what `to_text` returned.

    Returns:
        The layer.

    Example:
        >>> import elman
        >>> written = elman.nn.LSTM(3, 4)._stack.text
        >>> to_text(from_text(written)) == written
        True
    """
    cell, blocks, *rest = json.loads(text)
    layout = Layout(tuple(Block(name, tuple(parts), *more) for name, parts, *more in blocks))
    return Layer(Cell(cell["name"], "", Step.from_dict(cell["graph"])), layout, *rest)
