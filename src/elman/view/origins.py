"""What was seen of a run understood: what every argument of a layer goes back to.

Where something comes from is asked of the graph of differentiation, so that it does not matter how
a network is written: what lies between two layers may be sliced, joined or repeated at will.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd.graph import get_gradient_edge

from elman.view.call import READ, Call, Flow, stack_in

__all__ = ["Edge", "Seen", "edge_of", "understood"]

Edge = tuple[Any, int]
"""An output of an operation in the graph of differentiation."""


@dataclass
class Seen:
    """A call as it was seen, before what it means is known."""

    name: str
    module: nn.Module
    arguments: dict[str, tuple[Tensor, ...]]
    output: Tensor
    states: tuple[Tensor, ...] = ()
    backend: str = ""
    packed: tuple[int, int] | None = None  # steps and rows, where they are
    edges: dict[Edge, bool] = field(default_factory=dict)  # whether each is one of the state


def edge_of(tensor: Tensor) -> Edge:
    """Return where a tensor stands in the graph of differentiation."""
    edge = get_gradient_edge(tensor)
    return edge.node, edge.output_nr


def understood(seen: Sequence[Seen], own: Mapping[int, str]) -> list[Call]:
    """Return what was seen as calls.

    Args:
        seen: in the order in which it ran.
        own: the names of parameters and inputs that may reach a layer, by the `id` of the tensor.

    Returns:
        As many calls.
    """
    return _Understanding(seen, own).calls()


class _Understanding:
    """What was seen, and how its tensors lie."""

    def __init__(self, seen: Sequence[Seen], own: Mapping[int, str]) -> None:
        self.seen, self.own = seen, own
        first = next((one for one in seen if stack_in(one.module)), None)
        self.dims = first.output.dim() if first else 0
        batch_first = first is not None and bool(getattr(first.module, "batch_first", False))
        self.axis = int(batch_first and self.dims == 3)
        self.packed = first.output.size(0) if first and first.packed else None
        self.edges: dict[Edge, tuple[int, bool]] = {}

    def calls(self) -> list[Call]:
        """Return the calls."""
        found = []
        for n, one in enumerate(self.seen):
            flows = {
                name: tuple(self._flows(name, tensors, one))
                for name, tensors in one.arguments.items()
            }
            sizes = self._sizes(one) if stack_in(one.module) else (0, 0)
            shape, sequence = tuple(one.output.shape), self._is_sequence(one.output)
            found.append(Call(one.name, one.module, shape, sequence, flows, *sizes, one.backend))
            self.edges |= {edge: (n, state) for edge, state in one.edges.items()}
        return found

    def _is_sequence(self, tensor: Tensor) -> bool:
        if self.packed is not None and tensor.dim() == self.dims:
            return tensor.size(0) == self.packed
        return bool(self.dims) and tensor.dim() >= self.dims

    def _sizes(self, one: Seen) -> tuple[int, int]:
        """Return the steps and rows of a recurrent layer."""
        if one.packed:
            return one.packed
        output = one.output
        return output.size(self.axis), output.size(1 - self.axis) if output.dim() == 3 else 1

    def _flows(self, name: str, tensors: tuple[Tensor, ...], one: Seen) -> Iterable[Flow]:
        stepwise = name in READ or not stack_in(one.module)
        for origin, state in self._origins(tensors):
            known = stepwise and not state and self.dims and self.packed is None
            steps = self._steps(tensors, origin) if known and isinstance(origin, int) else ()
            yield Flow(origin, state, steps)

    def _origins(self, tensors: tuple[Tensor, ...]) -> list[tuple[int | str, bool]]:
        """Return the nearest calls and parameters that tensors depend on."""
        found: dict[tuple[int | str, bool], None] = {}
        ahead = [edge_of(tensor) for tensor in tensors if tensor.requires_grad]
        visited: set[Edge] = set()
        while ahead:
            edge = ahead.pop()
            if edge in visited:
                continue
            visited.add(edge)
            node = edge[0]
            if edge in self.edges:
                found[self.edges[edge]] = None
            elif hasattr(node, "variable"):
                if id(node.variable) in self.own:
                    found[(self.own[id(node.variable)], False)] = None
            else:
                ahead += [(n, i) for n, i in node.next_functions if n is not None]
        return sorted(found, key=str)

    def _steps(self, tensors: tuple[Tensor, ...], origin: int) -> tuple[int, ...]:
        """Return what the steps of a `Flow` are."""
        made, taken = self.seen[origin].output, tensors[0]
        both, sequence = self._is_sequence(taken), self._is_sequence(made)
        if not both and not sequence:
            return ()
        if sequence:
            slope = _slope(taken.select(self.axis, 0) if both else taken, made)
            found = _nonzero(slope.movedim(self.axis, 0)) if slope is not None else ()
            return () if both and found in ((), (0,)) else found
        each = [_slope(step, made) for step in taken.unbind(self.axis)]
        return tuple(n for n, slope in enumerate(each) if slope is not None and bool(slope.any()))


def _slope(of: Tensor, by: Tensor) -> Tensor | None:
    if not of.requires_grad:
        return None
    # unequal weights, for a sum of equal ones may be constant, as that of a softmax is
    weights = torch.linspace(1, 2, of.numel(), dtype=of.dtype, device=of.device).view_as(of)
    (found,) = torch.autograd.grad(of, by, weights, retain_graph=True, allow_unused=True)
    return found


def _nonzero(slope: Tensor) -> tuple[int, ...]:
    return tuple(n for n, one in enumerate(slope) if bool(one.any()))
