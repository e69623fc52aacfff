"""One run of a network, layer by layer."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import PackedSequence

from elman.errors import SettingError
from elman.nn import Number, OneHot
from elman.nn.engine import Engine
from elman.view.call import Call, stack_in
from elman.view.origins import Seen, edge_of, understood

__all__ = ["calls"]


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
    seen: list[Seen] = []
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
        return understood(seen, own | _parameters(network, seen))


def _traceable(x: Any) -> Any:
    if not isinstance(x, Tensor):
        return x
    return x.detach().clone().requires_grad_(x.is_floating_point())


def _parameters(network: nn.Module, seen: list[Seen]) -> dict[int, str]:
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


def _remember(name: str, seen: list[Seen]) -> Any:
    def hook(module: nn.Module, given: Any, named: Any, output: Any) -> None:
        bound = inspect.signature(module.forward).bind(*given, **named).arguments
        arguments = {key: _tensors(value) for key, value in bound.items()}
        found, *rest = output if stack_in(module) else (output,)
        made, *others = _tensors(found) or (None,)
        if made is None:
            return
        if not made.requires_grad and made.is_floating_point():
            made.requires_grad_()  # of frozen or fixed vectors too it is to be known who made them
        one = Seen(name, module, arguments, made, _tensors(rest))
        if isinstance(found, PackedSequence):
            one.packed = len(found.batch_sizes), int(found.batch_sizes[0])
        if stack_in(module):
            ran = getattr(module, "_ran", None)
            one.backend = f"{ran.backend}: {ran.reason}" if ran else "torch: a module of torch's"
        for state, tensors in ((True, one.states), (False, (made, *others))):
            one.edges |= {edge_of(tensor): state for tensor in tensors if tensor.requires_grad}
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
