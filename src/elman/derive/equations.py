"""The equations of a step backward, one line for each value that has a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from elman.graph.equations import Equation, forward_names
from elman.graph.expression import Expr, make
from elman.graph.spell import Style, matrix

if TYPE_CHECKING:
    from elman.derive.reverse import Derivative

__all__ = ["backward_equations", "backward_lines"]


def backward_equations(derivative: Derivative) -> list[Equation]:
    """Return the equations of a step backward, each after those that it needs.

    Args:
        derivative: the derivative of a step.

    Returns:
        The values inside the step, then the gradients that leave it, then what is added to the
        gradients of the parameters.
    """
    names = _names(derivative)
    known = forward_names(derivative.step) | names
    inner = [_definition(node, name, known) for node, name in names.items()]
    return [*inner, *_map_aliases(derivative, known), *_leaving(derivative, known)]


def backward_lines(derivative: Derivative, style: Style) -> list[str]:
    """Write the equations of a step backward, each after those that it needs.

    Args:
        derivative: the derivative of a step.
        style: how to write.

    Returns:
        One equation a line, in the order of `backward_equations`.
    """
    return [equation.line(style) for equation in backward_equations(derivative)]


def _names(derivative: Derivative) -> dict[Expr, str]:
    """Name, in the order of computing, what is the gradient of a map or is used more than once."""
    step = derivative.step
    forward = forward_names(step)
    wanted: dict[Expr, str] = {}
    for name, result in zip(step.states, step.results, strict=True):
        wanted.setdefault(derivative.adjoints[result], f"Δ{name}")
    for name, gradient in derivative.maps.items():
        if gradient is not None:
            wanted.setdefault(gradient, f"δ_{name}")
    for node, gradient in derivative.adjoints.items():
        if node in forward:
            wanted.setdefault(gradient, f"Δ{forward[node]}")
    uses = _uses(derivative)
    always = {gradient for gradient in derivative.maps.values() if gradient is not None}
    names: dict[Expr, str] = {}
    for node in derivative.order:
        inside = node.args and "condition" not in node.kind and node not in step.order
        if inside and (uses[node] > 1 or node in always):
            names[node] = wanted.get(node) or f"u_{1 + sum(n[0] == 'u' for n in names.values())}"
    return names


def _uses(derivative: Derivative) -> Counter[Expr]:
    uses = Counter(
        arg
        for node in derivative.order
        if node not in derivative.step.order
        for arg in dict.fromkeys(node.args)
    )
    uses.update(gradient for gradient in derivative.states.values() if gradient is not None)
    uses.update(gradient for gradient in derivative.vectors.values() if gradient is not None)
    return uses


def _definition(node: Expr, name: str, known: dict[Expr, str]) -> Equation:
    arriving = make("gradient", data=name[1:])
    added = _added_to(arriving, node) if name.startswith("Δ") else None
    if added is None:
        return Equation(name, "t", node, known, whole=True)
    return Equation(name, "t", added, known, adds=True)


def _added_to(leaf: Expr, node: Expr) -> Expr | None:
    """Return what a sum that begins with the leaf adds to it; None for any other expression."""
    if node.op not in ("add", "subtract"):
        return None
    first, second = node.args
    if first is leaf:
        return second if node.op == "add" else -second
    rest = _added_to(leaf, first)
    return None if rest is None else make(node.op, (rest, second))


def _map_aliases(derivative: Derivative, known: dict[Expr, str]) -> Iterator[Equation]:
    for name, gradient in derivative.maps.items():
        if gradient is not None and known.get(gradient) != f"δ_{name}":
            yield Equation(f"δ_{name}", "t", gradient, known)


def _leaving(derivative: Derivative, known: dict[Expr, str]) -> Iterator[Equation]:
    if derivative.input is not None:
        yield Equation("Δx", "t", derivative.input, known)
    if derivative.memory is not None:
        yield Equation("Δm", "s", derivative.memory, known, adds=True)
    for name, gradient in derivative.states.items():
        yield Equation(f"Δ{name}", "t-1", gradient, known)
    for name, gradient in derivative.maps.items():
        if gradient is None:
            continue
        # two maps may have the same gradient, which then has the name of the other
        own = {**known, gradient: f"δ_{name}"}
        for term in derivative.step.maps[name].args:
            yield Equation(f"Δ{matrix(term)}_{name}", "", gradient, own, adds=True, row=term)
        yield Equation(f"Δb_{name}", "", gradient, own, adds=True)
    for name, gradient in derivative.vectors.items():
        if gradient is not None:
            yield Equation(f"Δ{name}", "", gradient, known, adds=True)
