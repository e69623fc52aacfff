"""What a kernel computes at every step of time, forward and backward, and what it keeps.

Grammar:

    Program  = groups: Group*            maps of one state, whose product a step needs
               added: name -> Source     what is added to the product of a map
               saved: Expr*              values of the step kept for the way back
               carried: state -> Expr    what of the gradient passes to t - 1 unit by unit
    Group    = state, maps               R_m s[t-1] for every map m of it
    Source   = "row" | "vector"          a row of the products of the input; a bias

One value of a unit needs that same unit of all other values, except for the products; they need all
units of a state at t - 1, or of the gradients of maps at t + 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from elman.derive import Derivative, derive
from elman.graph import Expr, Step
from elman.graph.expression import make, topological

__all__ = ["Group", "Program", "plan", "refuses"]

COSTLY = {"map", "sigmoid", "tanh", "exp", "log", "sqrt", "softplus", "divide"}
"""What is rather kept than computed again: more than a load costs."""


@dataclass(frozen=True)
class Group:
    """Maps of one state, of the step before.

    Args:
        state: its place among the states.
        maps: their names.
    """

    state: int
    maps: tuple[str, ...]


@dataclass(frozen=True)
class Program:
    """What a kernel does with one step.

    Args:
        step: the equations.
        derivative: of the step.
        groups: the products of a step.
        rows: the maps of the input, in the order of their rows.
        saved: values kept for the way back, in the order of computing; the first of them lie where
            the rows of the input lay, and the gradients of the rows will lie.
        carried: for each state, what of the gradient of the state before comes unit by unit.
    """

    step: Step
    derivative: Derivative
    groups: tuple[Group, ...]
    rows: tuple[str, ...]
    saved: tuple[Expr, ...]
    carried: tuple[Expr | None, ...]


def refuses(step: Step) -> str:
    """Return why a step cannot be planned; an empty string if it can.

    Args:
        step: the equations.

    Returns:
        The reason.
    """
    for node in step.order:
        if node.op in ("mean", "deviation", "normalise"):
            return "a value over all hidden units needs a phase of its own"
        if node.op == "map" and node.args[-1].kind == "hidden" and node.args[-1].op != "state":
            return f"W.{node.data} maps a value of the same step, which needs a phase of its own"
    return ""


@cache
def plan(step: Step) -> Program:
    """Plan a step.

    Args:
        step: the equations.

    Returns:
        The program.
    """
    derivative = derive(step)
    by_state = {
        place: tuple(name for name, node in step.maps.items() if state in node.args)
        for place, state in enumerate(step.before)
    }
    return Program(
        step,
        derivative,
        tuple(Group(place, maps) for place, maps in by_state.items() if maps),
        tuple(name for name, node in step.maps.items() if node.args[0].kind == "input"),
        _saved(step, derivative),
        tuple(_without_products(derivative.states[name]) for name in step.states),
    )


def _targets(derivative: Derivative) -> list[Expr]:
    carried = [_without_products(value) for value in derivative.states.values()]
    found = [*derivative.maps.values(), *derivative.vectors.values(), *carried]
    return [value for value in found if value is not None]


def _saved(step: Step, derivative: Derivative) -> tuple[Expr, ...]:
    """Return the values that the way back begins from: costly ones that it needs, or whole cuts."""
    forward = set(step.order)  # the states before and after a step are at hand
    needed: dict[Expr, None] = {}
    stack = [node for node in topological(_targets(derivative)) if node not in forward]
    stack = [arg for node in stack for arg in node.args if arg in forward]
    seen: set[Expr] = set()
    while stack:
        node = stack.pop()
        if node in seen or not node.args or node in step.results:
            continue
        seen.add(node)
        if node.op in COSTLY:
            needed[node] = None
        else:
            stack.extend(node.args)
    return tuple(node for node in step.order if node in needed)


def _without_products(value: Expr | None) -> Expr | None:
    """Return the part of a sum that is no product with a transposed matrix."""
    if value is None or value.op == "pull_hidden":
        return None
    if value.op not in ("add", "subtract"):
        return value
    first, second = (_without_products(arg) for arg in value.args)
    if second is None:
        return first
    if first is None:
        return second if value.op == "add" else -second
    return make(value.op, (first, second))
