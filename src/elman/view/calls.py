"""One run of a network, layer by layer: what ran, and what reached it from where.

Where something comes from is asked of the graph of differentiation, so that it does not matter how
a network is written: what lies between two layers may be sliced, joined or repeated at will.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd.graph import get_gradient_edge
from torch.nn.utils.rnn import PackedSequence

from elman.errors import SettingError
from elman.nn import Number, OneHot
from elman.nn.drop_in import stack_of
from elman.nn.engine import Engine
from elman.runtime import Stack

__all__ = ["Call", "Flow", "calls", "stack_in"]

READ = ("x", "input")
"""What layers call that argument which they read step by step."""

Edge = tuple[Any, int]
"""An output of an operation in the graph of differentiation."""


@dataclass(frozen=True)
class Flow:
    """What an argument of a layer goes back to.

    Args:
        origin: the number of the call that made it, or the name of a parameter or of an argument of
            the network, if it is of floating point.
        state: whether it is the state after that call, and not its output.
        steps: empty if each step goes back to the same step, or neither side is a sequence; else
            those that matter, from 0: of a sequence that one vector goes back to, of a sequence
            that goes back to one vector, or of the other sequence that the first step goes back to.
    """

    origin: int | str
    state: bool = False
    steps: tuple[int, ...] = ()


@dataclass(frozen=True)
class Call:
    """One run of one layer.

    Args:
        name: of the layer in the network.
        module: the layer.
        shape: of its output.
        sequence: whether its output has a time axis.
        flows: what its arguments go back to, by the names of the arguments.
        steps: T of a recurrent layer; 0 of others.
        rows: B of a recurrent layer; 0 of others.
        backend: which ran a recurrent layer, and why.
    """

    name: str
    module: nn.Module
    shape: tuple[int, ...]
    sequence: bool
    flows: Mapping[str, tuple[Flow, ...]]
    steps: int = 0
    rows: int = 0
    backend: str = ""


@dataclass
class _Seen:
    """A call as it was seen, before what it means is known."""

    name: str
    module: nn.Module
    arguments: dict[str, tuple[Tensor, ...]]
    output: Tensor
    states: tuple[Tensor, ...] = ()
    backend: str = ""
    edges: dict[Edge, bool] = field(default_factory=dict)  # whether each is one of the state


def stack_in(module: nn.Module) -> Stack | None:
    """Return the layers of a recurrent module, ours or torch's; None for any other.

    Args:
        module: any.

    Example:
        >>> stack_in(nn.GRU(3, 4, num_layers=2)).num_layers
        2
    """
    if isinstance(module, Engine):
        return module._stack
    return stack_of(module) if isinstance(module, nn.RNNBase) else None


def calls(network: nn.Module, *inputs: Any) -> list[Call]:
    """Run a network once, without dropout, and return what ran in it, in that order.

    A layer is what is recurrent, any module of torch's with parameters, any other whose parameters
    are all its own, and what makes symbols into numbers. The network is afterwards as it was.

    Args:
        network: with any layers of torch's and ours.
        *inputs: what it is called with; a few rows and steps are enough.

    Returns:
        The calls.

    Raises:
        SettingError: nothing of that kind ran.

    Example:
        >>> import elman
        >>> network = nn.Sequential(nn.Embedding(9, 3), elman.nn.Recurrent("gru", 3, 4))
        >>> for call in calls(network, torch.ones(5, 2, dtype=torch.int64)):
        ...     print(call.name, call.shape, dict(call.flows))
        0 (5, 2, 3) {'input': ()}
        1 (5, 2, 4) {'x': (Flow(origin=0, state=False, steps=()),)}
    """
    seen: list[_Seen] = []
    with _as_it_was(network), torch.inference_mode(False), torch.enable_grad():
        hooks = [
            module.register_forward_hook(_remember(name, seen), with_kwargs=True)
            for name, module in _layers(network)
        ]
        try:
            given = [_traceable(x) for x in inputs]
            # a copy, which the network may change
            network(*(x.clone() if isinstance(x, Tensor) else x for x in given))
        finally:
            for hook in hooks:
                hook.remove()
        if not seen:
            raise SettingError(
                f"nothing ran in {type(network).__name__} that has parameters of its own."
            )
        names = inspect.signature(network.forward).bind(*given).arguments
        own = {id(x): name for name, x in names.items() if isinstance(x, Tensor)}
        return _understood(seen, own | _parameters(network, seen))


def _traceable(x: Any) -> Any:
    if not isinstance(x, Tensor):
        return x
    return x.detach().clone().requires_grad_(x.is_floating_point())


def _parameters(network: nn.Module, seen: list[_Seen]) -> dict[int, str]:
    """Return the names of the parameters that belong to no layer."""
    held = {id(p) for one in seen for p in one.module.parameters()}
    return {id(p): name for name, p in network.named_parameters() if id(p) not in held}


def _layers(module: nn.Module, name: str = "") -> Iterator[tuple[str, nn.Module]]:
    """Return the layers within a module, by their names; it may be one itself."""
    own = {id(parameter) for parameter in module.parameters(recurse=False)}
    whole = own == {id(parameter) for parameter in module.parameters()}
    known = type(module).__module__.startswith("torch.nn.modules.")
    if isinstance(module, (Engine, OneHot, Number)) or (own and (known or whole)):
        yield name or type(module).__name__.lower(), module
        return
    for child_name, child in module.named_children():
        yield from _layers(child, f"{name}.{child_name}" if name else child_name)


@contextmanager
def _as_it_was(network: nn.Module) -> Iterator[None]:
    modes = [(module, module.training) for module in network.modules()]
    runs = [(m, m._ran) for m in network.modules() if isinstance(m, Engine)]
    network.eval()
    try:
        yield
    finally:
        for module, training in modes:
            module.training = training
        for engine, ran in runs:
            engine.__dict__["_ran"] = ran


def _remember(name: str, seen: list[_Seen]) -> Any:
    def hook(module: nn.Module, given: Any, named: Any, output: Any) -> None:
        bound = inspect.signature(module.forward).bind(*given, **named).arguments
        arguments = {key: _tensors(value) for key, value in bound.items()}
        found, *rest = output if stack_in(module) else (output,)
        made, *others = _tensors(found) or (None,)
        if made is None:
            return
        if not made.requires_grad and made.is_floating_point():
            made.requires_grad_()  # of frozen or fixed vectors too it is to be known who made them
        one = _Seen(name, module, arguments, made, _tensors(rest))
        if stack_in(module):
            ran = getattr(module, "_ran", None)
            one.backend = f"{ran.backend}: {ran.reason}" if ran else "torch: a module of torch's"
        for state, tensors in ((True, one.states), (False, (made, *others))):
            one.edges |= {_edge(tensor): state for tensor in tensors if tensor.requires_grad}
        seen.append(one)

    return hook


def _tensors(value: Any) -> tuple[Tensor, ...]:
    """Return the tensors in an argument, however it is nested."""
    if isinstance(value, Tensor):
        return (value,)
    if isinstance(value, PackedSequence):
        return (value.data,)
    several = isinstance(value, (tuple, list))
    return tuple(tensor for one in value for tensor in _tensors(one)) if several else ()


def _edge(tensor: Tensor) -> Edge:
    edge = get_gradient_edge(tensor)
    return edge.node, edge.output_nr


def _understood(seen: list[_Seen], own: Mapping[int, str]) -> list[Call]:
    first = next((one for one in seen if stack_in(one.module)), None)
    dims = first.output.dim() if first else 0
    axis = int(getattr(first.module, "batch_first", False) and dims == 3) if first else 0
    found: list[Call] = []
    for number, one in enumerate(seen):
        edges = {e: (n, state) for n, o in enumerate(seen[:number]) for e, state in o.edges.items()}
        sequence = bool(dims) and one.output.dim() >= dims
        flows = {
            name: tuple(
                Flow(origin, state, _steps(seen, found, tensors[0], origin, axis, dims))
                if not state and name in READ and isinstance(origin, int) and dims
                else Flow(origin, state)
                for origin, state in _origins(tensors, edges, own)
            )
            for name, tensors in one.arguments.items()
        }
        steps = rows = 0
        if stack_in(one.module):
            steps = one.output.size(axis)
            rows = one.output.size(1 - axis) if one.output.dim() == 3 else 1
        shape = tuple(one.output.shape)
        found.append(Call(one.name, one.module, shape, sequence, flows, steps, rows, one.backend))
    return found


def _origins(
    tensors: tuple[Tensor, ...], edges: Mapping[Edge, tuple[int, bool]], own: Mapping[int, str]
) -> list[tuple[int | str, bool]]:
    """Return the nearest calls and parameters that tensors depend on."""
    found: dict[tuple[int | str, bool], None] = {}
    ahead = [_edge(tensor) for tensor in tensors if tensor.requires_grad]
    visited: set[Edge] = set()
    while ahead:
        edge = ahead.pop()
        if edge in visited:
            continue
        visited.add(edge)
        node = edge[0]
        if edge in edges:
            found[edges[edge]] = None
        elif hasattr(node, "variable"):
            if id(node.variable) in own:
                found[(own[id(node.variable)], False)] = None
        else:
            ahead += [(n, i) for n, i in node.next_functions if n is not None]
    return sorted(found, key=str)


def _steps(
    seen: list[_Seen], known: list[Call], taken: Tensor, origin: int, axis: int, dims: int
) -> tuple[int, ...]:
    """Return what the steps of a `Flow` are."""
    made, both = seen[origin].output, taken.dim() >= dims
    if not both and not known[origin].sequence:
        return ()
    if known[origin].sequence:
        slope = _slope(taken.select(axis, 0) if both else taken, made)
        found = _nonzero(slope.movedim(axis, 0)) if slope is not None else ()
        return () if both and found in ((), (0,)) else found
    each = [_slope(step, made) for step in taken.unbind(axis)]
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
