"""What a module does with its input, as a graph; nothing is computed and nothing changed."""

from __future__ import annotations

import copy
import inspect
import linecache
import os
import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from traceback import walk_stack, walk_tb
from types import FrameType
from typing import Any

import torch
from torch import fx, nn
from torch.utils._python_dispatch import TorchDispatchMode

from elman.train.whole_loop.parts import Unread

__all__ = ["TRAINING", "follow"]

TRAINING = "training flag"
"""The target of the placeholder that stands for `Module.training`."""

_ONE_AT_A_TIME = threading.RLock()
"""Following changes `nn.Module.__call__` for the time it takes, for every thread of the process;
of two that overlap, the second would put back what the first has put there, for good."""

_OURS = (f"{Path(torch.__file__).parent}{os.sep}", __file__)


def follow(model: nn.Module, is_leaf: Callable[[nn.Module], bool], *, optional: bool) -> fx.Graph:
    """Return what a module does with its arguments.

    Args:
        model: the module.
        is_leaf: whether a module is a node of the graph, and not what happens inside of it.
        optional: whether arguments whose default is None are given, too.

    Returns:
        The graph; a placeholder's target is the name of the argument, and every node has its place
        in the text of the program as ``meta["place"]``.

    Raises:
        Unread: what happens depends on values, or more than following happens on the way.

    Example:
        >>> model = nn.Sequential(nn.Linear(3, 4), nn.ReLU())
        >>> [node.target for node in follow(model, lambda m: False, optional=False).nodes]
        ['input', 'training flag', '0', '1', 'output']
    """
    followed = _copy(model)
    before = {module: dict(vars(module)) for module in followed.modules()}
    try:
        with _ONE_AT_A_TIME, _NothingIsComputed():  # type: ignore[no-untyped-call]  # torch's
            graph = _Tracer(is_leaf, optional).trace(followed)
    except Exception as error:
        place = _place((f, n) for f, n in reversed([*walk_tb(error.__traceback__)]))
        reason = str(error).split("\n")[0].rstrip(".")
        raise Unread(f"forward cannot be followed{place}: {reason}.") from error
    for path, module in followed.named_modules():
        for name, value in vars(module).items():
            if name != "training" and value is not before[module].get(name, before):
                whose = f"{path}.{name}" if path else name
                raise Unread(f"forward sets {whose}, which the compiled steps would not do.")
    return graph


def _copy(model: nn.Module) -> nn.Module:
    """Return a module that can be followed in the place of another, with the very same tensors."""
    tensors = [*model.parameters(), *model.buffers()]
    try:
        return copy.deepcopy(model, {id(tensor): tensor for tensor in tensors})
    except Exception as error:
        raise Unread(f"the model cannot be copied, and so not be followed: {error}") from error


class _NothingIsComputed(TorchDispatchMode):  # type: ignore[no-untyped-call]  # it is torch's
    def __torch_dispatch__(self, function: Any, *_: Any) -> Any:
        raise RuntimeError(f"{function} is computed with no part in it of what the model is given")


class _Tracer(fx.Tracer):
    def __init__(self, is_leaf: Callable[[nn.Module], bool], optional: bool) -> None:
        super().__init__()
        self._is_leaf, self._optional = is_leaf, optional
        self._thread = threading.get_ident()

    def is_leaf_module(self, m: nn.Module, module_qualified_name: str) -> bool:
        return self._is_leaf(m) or super().is_leaf_module(m, module_qualified_name)

    def call_module(self, m: nn.Module, forward: Any, args: Any, kwargs: Any) -> Any:
        if threading.get_ident() != self._thread:
            return forward(*args, **kwargs)
        return super().call_module(m, forward, args, kwargs)

    def create_args_for_root(
        self, root_fn: Any, is_module: bool, concrete_args: Any = None
    ) -> tuple[Any, list[Any]]:
        given = {
            name: self.create_proxy("placeholder", name, (), {})
            for name, parameter in [*inspect.signature(root_fn).parameters.items()][1:]
            if parameter.kind not in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
            and (parameter.default is parameter.empty or self._is_given(parameter.default))
        }
        # as a value of the graph, so that what depends on it is seen
        flag = self.create_proxy("placeholder", TRAINING, (), {})
        for module in self.root.modules():
            module.training = flag  # type: ignore[assignment]
        return partial(root_fn, **given), [self.root]

    def _is_given(self, default: Any) -> bool:
        return self._optional and default is None

    def getattr(self, attr: str, attr_val: Any, parameter_proxy_cache: Any) -> Any:
        return attr_val  # such as a parameter, whose dtype is a fact and no part of the graph

    def create_arg(self, a: Any) -> Any:
        # fx would write a tensor of forward's own into the module
        if isinstance(a, torch.Tensor):
            names = [name for name, tensor in self.root.named_parameters() if tensor is a]
            whose = names[0] if names else f"a tensor of the shape {tuple(a.shape)}"
            raise RuntimeError(f"forward itself computes with {whose}")
        return super().create_arg(a)

    def create_node(self, *args: Any, **kwargs: Any) -> fx.Node:
        node = super().create_node(*args, **kwargs)
        node.meta["place"] = _place(walk_stack(inspect.currentframe()))
        return node


def _place(frames: Iterable[tuple[FrameType, int]]) -> str:
    """Return the innermost line that is neither torch's nor ours, as the end of a sentence."""
    for frame, line in frames:
        file = frame.f_code.co_filename
        if not file.startswith(_OURS):
            text = linecache.getline(file, line).strip()
            return f" at line {line} of {Path(file).name}" + f" ({text})" * bool(text)
    return ""
