"""How much of a loss comes back to each step of a sequence: exact gradients, by the reference.

What comes back is the total derivative with respect to a value of the step, by every way on which
it bears on the loss: through the steps after it, and through the layers above it.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from elman.cells import Cell
from elman.nn.engine import Engine
from elman.runtime import Call, stack
from elman.runtime.reference import Reference

__all__ = ["LayerNorms", "Recording", "reach", "recording"]

SHARE = 0.01  # of the gradient at the last step; what is less no longer moves a weight
# before the names of what is kept, which a gate may share
_STATE, _MAP = "state ", "map "


@dataclass(frozen=True)
class LayerNorms:
    """Norms of the gradients of a loss in one layer and direction, in the order of reading.

    Args:
        name: of the layer, such as ``l0``, ``l1_reverse`` or ``decoder.l0``.
        states: by state, with respect to its value after each step, (T,).
        maps: by map, with respect to its value, which is what a gate is before its sigmoid, (T,).
    """

    name: str
    states: Mapping[str, Tensor]
    maps: Mapping[str, Tensor]

    @property
    def whole(self) -> Tensor:
        """The norm with respect to all states of a step together, (T,)."""
        every = torch.stack([*self.states.values()])
        return every.square().sum(0).sqrt()


def reach(norms: Tensor, share: float = SHARE) -> int:
    """Return how many steps before the last one a gradient still has a share of its norm there.

    Args:
        norms: of every step, (T,).
        share: above 0.

    Returns:
        From 0 to T - 1: the farthest such step.

    Example:
        >>> reach(torch.tensor([0.001, 0.02, 0.1, 1.0]))
        2
    """
    last = norms[-1] if norms[-1] > 0 else norms.max()
    far = (norms >= share * last).nonzero()
    return len(norms) - 1 - int(far[0]) if len(far) else 0


class Recording:
    """Every state and every map of the recurrent layers that ran, as nodes of torch's graph.

    Attributes:
        steps: of the latest call.
        left_out: the names of modules whose rows were of different lengths, without a last step in
            common.
    """

    def __init__(self) -> None:
        self._nodes: dict[str, dict[str, list[Tensor]]] = {}
        self.steps, self._latest = 0, ""
        self.left_out: set[str] = set()

    def norms(self, loss: Tensor, of_reversed: Tensor | None = None) -> list[LayerNorms]:
        """Return how much of a loss comes back to each step.

        Args:
            loss: of what ran, ().
            of_reversed: of the layers of the latest module that read from the end, whose last step
                is the first one; the same if not given.

        Returns:
            The norms of each layer and direction over all rows, several calls of a module one after
            the other. No gradient of a weight is touched.
        """
        of_reversed = loss if of_reversed is None else of_reversed
        latest = {name for name in self._nodes if name.rpartition(".")[0] == self._latest}
        return [
            _norms(name, nodes, of_reversed if name in latest and "reverse" in name else loss)
            for name, nodes in self._nodes.items()
        ]

    def run(self, name: str, module: Any, *args: Any, **options: Any) -> Any:
        """Run a recurrent module in place of its own forward."""
        own = type(module).forward
        given = inspect.signature(own).bind(module, *args, **options)
        given.apply_defaults()
        call, arrangement = module.arranged(*[*given.arguments.values()][1:])
        steps = call.x.size(0)
        real = {steps} if call.lengths is None else {*call.lengths.tolist()}
        if len(real) > 1 or real == {0}:
            self.left_out.add(name)
            return own(module, *args, **options)
        self.steps, self._latest = real.pop(), name
        (ran, finals), nodes = Reference().nodes(_recordable(call, self.steps))
        self._keep(name, call, nodes)
        ran = F.pad(ran, (0, 0, 0, 0, 0, steps - self.steps))
        return arrangement.output(ran), arrangement.states_out(finals)

    def _keep(self, name: str, call: Call, nodes: Mapping[str, list[Tensor]]) -> None:
        graph = call.stack.cell.graph
        for row in range(call.stack.rows):
            layer, reverse = divmod(row, call.stack.directions)
            suffix = f"l{layer}" + "_reverse" * reverse
            whole = self._nodes.setdefault(f"{name}.{suffix}" if name else suffix, {})
            for of in [_STATE + one for one in graph.states] + [_MAP + one for one in graph.maps]:
                found = nodes[f"{of}_{suffix}"]
                whole.setdefault(of, []).extend(reversed(found) if reverse else found)


@contextmanager
def recording(network: nn.Module) -> Iterator[Recording]:
    """Keep what goes on inside all recurrent modules of a network for a stretch of code.

    They run step by step meanwhile, and agree with themselves to rounding. Nothing else of the
    network is changed; call `eval()` first if nothing is to be dropped.

    Args:
        network: with modules of `elman.nn` in it, or one itself.

    Returns:
        What is kept, as it comes.

    Example:
        >>> import elman
        >>> network = elman.nn.Recurrent("gru", 3, 4)
        >>> with recording(network) as record:
        ...     output, state = network(torch.ones(5, 2, 3))
        >>> (layer,) = record.norms(output[-1].sum())
        >>> layer.name, layer.whole.argmax().item(), sorted(layer.maps)
        ('l0', 4, ['m', 'n', 'r', 'z'])
    """
    record = Recording()
    modules = network.named_modules()
    running = [(name, module) for name, module in modules if issubclass(type(module), Engine)]
    # not by a hook, which would have them run twice, nor by torch's way of setting attributes
    for name, module in running:
        module.__dict__["forward"] = partial(record.run, name, module)
    try:
        with torch.enable_grad():
            yield record
    finally:
        for _, module in running:
            del module.__dict__["forward"]


def _norms(name: str, nodes: Mapping[str, list[Tensor]], loss: Tensor) -> LayerNorms:
    reached = [node for steps in nodes.values() for node in steps if node.requires_grad]
    options: dict[str, Any] = {"retain_graph": True, "allow_unused": True}
    gradients = torch.autograd.grad(loss, reached, **options) if reached else ()
    # float64, since the squares of small numbers vanish before these do
    found = {
        id(node): gradient.double().norm().item()
        for node, gradient in zip(reached, gradients, strict=True)
        if gradient is not None
    }
    norms = {
        of: torch.tensor([found.get(id(node), 0.0) for node in steps], dtype=torch.float64)
        for of, steps in nodes.items()
    }
    states, maps = (
        {of.removeprefix(what): norm for of, norm in norms.items() if of.startswith(what)}
        for what in (_STATE, _MAP)
    )
    return LayerNorms(name, states, maps)


def _recordable(call: Call, steps: int) -> Call:
    """Return a call of so many steps whose values are named and whose states have gradients."""
    layer, sizes = call.stack.layer, (call.stack.input_size, call.stack.num_layers)
    named = stack(layer._replace(cell=_named(layer.cell)), *sizes)
    # with weights that are frozen, nothing else would have one
    states = tuple(s if s.requires_grad else s.clone().requires_grad_() for s in call.states)
    return call._replace(stack=named, x=call.x[:steps], lengths=None, states=states)


@cache
def _named(cell: Cell) -> Cell:
    """Return a cell in which every map has a name, and every state as the step itself sees it."""
    graph = cell.graph
    states = zip(graph.states, graph.results, strict=True)
    names = [(_STATE + name, node) for name, node in states]
    names += [(_MAP + name, node) for name, node in graph.maps.items()]
    return replace(cell, graph=replace(graph, names=tuple(names)))
