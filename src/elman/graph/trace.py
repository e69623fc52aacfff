"""Read a cell's function: run it once on symbols and keep what it returns."""

from __future__ import annotations

import inspect
import linecache
import sys
import traceback
from collections.abc import Callable
from contextvars import ContextVar
from types import CodeType, FrameType
from typing import Any

from elman.errors import CellError
from elman.graph.expression import Expr, lift, make, topological
from elman.graph.step import MEMORY, Step, X

__all__ = ["layer_norm", "trace"]


class Maps:
    """`W`: each attribute is a learned affine map into the hidden size."""

    def __getattr__(self, name: str) -> Callable[..., Expr]:
        return lambda *terms: make("map", [lift(term) for term in terms], _parameter_name(name))


class Vectors:
    """`v`: each attribute is a learned vector of hidden size."""

    def __getattr__(self, name: str) -> Expr:
        return make("vector", data=f"v_{_parameter_name(name)}")


_normalised: ContextVar[list[Expr]] = ContextVar("normalised")
"""The values without a name that were normalised in the function that is being read."""

_KEYWORDS: dict[str, Callable[[], Any]] = {"W": Maps, "v": Vectors, "memory": lambda: MEMORY}


def layer_norm(a: Expr) -> Expr:
    r"""Return the value normalised over the hidden units, with a learned gain and shift.

    $$\gamma \odot \frac{a - \bar a}{\sqrt{\operatorname{var} a + \varepsilon}} + \beta$$

    Gain and shift are named after the map that is normalised, or else numbered.

    Args:
        a: a value of hidden size.

    Returns:
        An expression of hidden size.

    Raises:
        CellError: the value is not of hidden size.

    Source: Ba, Kiros and Hinton 2016, Layer Normalization, arXiv 1607.06450, equation 4.
    """
    normal = make("normalise", (lift(a),))
    name = a.data if a.op == "map" else _number(a)
    gain, shift = (make("vector", data=f"{part}_{name}") for part in ("gain", "shift"))
    return gain * normal + shift


def _number(a: Expr) -> int:
    known = _normalised.get([])
    if a not in known:
        known.append(a)
    return known.index(a) + 1


def trace(function: Callable[..., Any]) -> Step:
    """Return the step that a cell's function describes.

    Args:
        function: the first parameter is the input, the other positional ones are the states;
            keyword-only `W` gives maps, `v` vectors, and `memory` what is attended to; it returns
            the states after the step.

    Returns:
        The step, with the names of the function's local variables for its values.

    Raises:
        CellError: the function is not the equations of a cell; the message shows its line.

    Example:
        >>> from elman.graph.functions import tanh
        >>> def elman(x, h, *, W):
        ...     return tanh(W.h(x, h))
        >>> trace(elman).states
        ('h',)
    """
    code = inspect.unwrap(function).__code__
    states, keywords = _signature(function, code)
    symbols = [X, *(make("state", data=name) for name in states)]
    try:
        returned, local = _run(function, symbols, keywords, code)
    except Exception as error:
        raise CellError(f"{_reason(error)}\n{_user_line(error, code)}") from error
    results = returned if isinstance(returned, tuple) else (returned,)
    try:
        return _step(states, results, local)
    except CellError as error:
        raise CellError(f"{error}\n{_place(code, code.co_firstlineno)}") from None


def _signature(function: Callable[..., Any], code: CodeType) -> tuple[list[str], dict[str, Any]]:
    positional, keywords = [], {}
    problem = ""
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind is parameter.KEYWORD_ONLY and name in _KEYWORDS:
            keywords[name] = _KEYWORDS[name]()
        elif parameter.kind is parameter.POSITIONAL_OR_KEYWORD and (
            parameter.default is parameter.empty
        ):
            positional.append(name)
        else:
            problem = (
                f"the parameter {parameter} is neither a plain name nor keyword-only W, v or "
                "memory."
            )
    if len(positional) < 2:
        problem = "a cell takes the input and at least one state: def cell(x, h, *, W)."
    if problem:
        raise CellError(f"{problem}\n{_place(code, code.co_firstlineno)}")
    return positional[1:], keywords


def _run(
    function: Callable[..., Any], symbols: list[Expr], keywords: dict[str, Any], code: CodeType
) -> tuple[Any, dict[str, Any]]:
    """Call the function and catch its local variables as it returns: they name the values."""
    local: dict[str, Any] = {}

    def on_return(frame: FrameType, event: str, _: object) -> None:
        if event == "return" and frame.f_code is code:
            local.update(frame.f_locals)

    token = _normalised.set([])
    before = sys.getprofile()
    sys.setprofile(on_return)
    try:
        returned = function(*symbols, **keywords)
    finally:
        _profile_again(before)
        _normalised.reset(token)
    return returned, local


def _profile_again(profiler: Any) -> None:
    """Put back what profiled before; one written in C, as cProfile, does so by itself."""
    by_itself = profiler is not None and not callable(profiler)
    sys.setprofile(None if by_itself else profiler)
    if by_itself:
        profiler.enable()


def _step(states: list[str], returned: tuple[Any, ...], local: dict[str, Any]) -> Step:
    results = tuple(lift(value) for value in returned)
    used = topological(results)
    for node in topological(v for v in local.values() if isinstance(v, Expr)):
        if node.op == "map" and node not in used:
            raise CellError(f"W.{node.data} is computed, but no state depends on it.")
    named: dict[Expr, str] = {}
    for name, value in local.items():
        if name not in states and value in used and value.args and value not in results:
            named.setdefault(value, name)
    return Step(tuple(states), results, tuple((name, value) for value, name in named.items()))


def _parameter_name(name: str) -> str:
    if name.startswith("_"):
        raise AttributeError(name)
    return name


def _reason(error: Exception) -> str:
    if isinstance(error, CellError):
        return str(error)
    return f"this is no equation of the cell language ({type(error).__name__}: {error})."


def _user_line(error: Exception, code: CodeType) -> str:
    lines = [
        line
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename == code.co_filename
        and frame.f_globals.get("__name__") != __name__
    ]
    return _place(code, lines[-1] if lines else code.co_firstlineno)


def _place(code: CodeType, line: int) -> str:
    text = linecache.getline(code.co_filename, line).strip()
    return f'  File "{code.co_filename}", line {line}, in {code.co_name}\n    {text}'.rstrip()
