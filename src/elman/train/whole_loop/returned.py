"""What a module returns, read along its graph."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import Any

from torch import fx, nn
from torch.fx.node import map_aggregate

from elman.train.whole_loop.following import follow
from elman.train.whole_loop.parts import Unread
from elman.train.whole_loop.reading import EndState, Given, Part, Reading, expect, whole
from elman.train.whole_loop.reading_functions import FUNCTIONS
from elman.train.whole_loop.reading_modules import MODULES

__all__ = ["is_leaf", "returned_by"]


def is_leaf(module: nn.Module) -> bool:
    """Return whether a module is read as one, and not by what happens inside of it.

    Args:
        module: the module.

    Returns:
        Whether its forward has a row in the table.

    Example:
        >>> is_leaf(nn.Linear(3, 4)), is_leaf(nn.Sequential())
        (True, False)
    """
    return type(module).forward in MODULES


def returned_by(model: nn.Module, *, optional: bool) -> tuple[Reading, bool]:
    """Return what a module returns.

    Args:
        model: the module.
        optional: whether its optional arguments are given.

    Returns:
        The scores, and whether the state of the one recurrent module goes with them.

    Raises:
        Unread: it returns something else, or something on the way there is not compiled.

    Example:
        >>> class Scores(nn.Module):
        ...     def __init__(self):
        ...         super().__init__()
        ...         self.rnn, self.head = nn.GRU(3, 8), nn.Linear(8, 5)
        ...     def forward(self, x, state=None):
        ...         output, state = self.rnn(x, state)
        ...         return self.head(output), state
        >>> scores, with_state = returned_by(Scores(), optional=True)
        >>> scores.head, scores.width, with_state
        ('head', 5, True)
    """
    values: dict[fx.Node, Any] = {}
    for node in follow(model, is_leaf, optional=optional).nodes:
        if node.op == "placeholder":
            values[node] = Given(str(node.target)) if values else Reading()
            continue
        args, kwargs = map_aggregate(
            (node.args, node.kwargs),
            lambda a: values[a] if isinstance(a, fx.Node) else a,
        )
        if node.op == "output":
            return _scores(args[0])
        values[node] = _value(model, node, args, kwargs)
    raise AssertionError("a graph ends with its output")


def _value(model: nn.Module, node: fx.Node, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Return what a module or a function makes of its arguments."""
    target: Any = node.target
    try:
        if node.op == "call_module":
            what = f"{target} ({type(model.get_submodule(target)).__name__})"
            return _by_module(model.get_submodule(target), target, args, kwargs)
        what = f"{getattr(target, '__name__', target)}{node.meta['place']}"
        return _by_function(target, args, kwargs)
    except Unread as unread:
        raise Unread(f"{what}: {unread}.") from None


def _by_module(module: nn.Module, path: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    forward = type(module).forward
    if forward not in MODULES:
        _refuse([*args, *kwargs.values()])
    return MODULES[forward](module, path, *_in_order(forward, (module, *args), kwargs)[1:])


def _by_function(function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    if function not in FUNCTIONS:
        _refuse([*args, *kwargs.values()])
    return FUNCTIONS[function](*_in_order(FUNCTIONS[function], args, kwargs))


def _in_order(function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> list[Any]:
    """Return the arguments of a call in their order, with all defaults."""
    try:
        bound = inspect.signature(function).bind(*args, **kwargs)
    except TypeError as error:
        raise Unread(f"what it is called with is not compiled ({error})") from None
    bound.apply_defaults()
    return [*bound.args, *bound.kwargs.values()]


def _refuse(args: Iterable[Any]) -> None:
    """Refuse what is in no table, by what could have come instead."""
    flat = [value for arg in args for value in (arg if isinstance(arg, (list, tuple)) else [arg])]
    known = (Reading, EndState, Part, Given)
    expect(next((value for value in flat if isinstance(value, known)), None))


def _scores(value: Any) -> tuple[Reading, bool]:
    scores, state = value if isinstance(value, tuple) and len(value) == 2 else (value, None)
    if not isinstance(scores, Reading) or scores.stage not in ("scored", "squeezed"):
        raise Unread(
            "forward returns something else than the scores of a linear layer after recurrent ones"
            ", alone or with the state."
        )
    if state is None:
        return scores, False
    state = whole(state, len(scores.runs[-1].stack.state_sizes))
    if len(scores.runs) > 1 or not isinstance(state, EndState):
        raise Unread(
            "forward returns more than the scores: only the state of the one recurrent module may "
            "go with them."
        )
    return scores, True
