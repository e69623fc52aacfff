"""The equations of a step backward, one line for each value that has a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from elman.graph.equations import forward_names
from elman.graph.expression import Expr, make
from elman.graph.spell import Style, matrix, spell

if TYPE_CHECKING:
    from elman.derive.reverse import Derivative

__all__ = ["backward_lines"]


def backward_lines(derivative: Derivative, style: Style) -> list[str]:
    """Write the equations of a step backward, each after those that it needs.

    Args:
        derivative: the derivative of a step.
        style: how to write.

    Returns:
        One equation a line: the values inside the step, then the gradients that leave it, then what
        is added to the gradients of the parameters.
    """
    names = _names(derivative)
    known = forward_names(derivative.step) | names
    inner = [_definition(node, name, style, known) for node, name in names.items()]
    return [*inner, *_map_aliases(derivative, style, known), *_leaving(derivative, style, known)]


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


def _definition(node: Expr, name: str, style: Style, known: dict[Expr, str]) -> str:
    arriving = make("gradient", data=name[1:])
    added = _added_to(arriving, node) if name.startswith("Δ") else None
    if added is None:
        return style.symbol(name, "t") + style.equals + spell(node, style, known, whole=True)
    return style.symbol(name, "t") + style.adds + spell(added, style, known)


def _added_to(leaf: Expr, node: Expr) -> Expr | None:
    """Return what a sum that begins with the leaf adds to it; None for any other expression."""
    if node.op not in ("add", "subtract"):
        return None
    first, second = node.args
    if first is leaf:
        return second if node.op == "add" else -second
    rest = _added_to(leaf, first)
    return None if rest is None else make(node.op, (rest, second))


def _map_aliases(derivative: Derivative, style: Style, known: dict[Expr, str]) -> Iterator[str]:
    for name, gradient in derivative.maps.items():
        if gradient is not None and known.get(gradient) != f"δ_{name}":
            written = spell(gradient, style, known)
            yield style.symbol(f"δ_{name}", "t") + style.equals + written


def _leaving(derivative: Derivative, style: Style, known: dict[Expr, str]) -> Iterator[str]:
    if derivative.input is not None:
        yield style.symbol("Δx", "t") + style.equals + spell(derivative.input, style, known)
    if derivative.memory is not None:
        yield style.symbol("Δm", "s") + style.adds + spell(derivative.memory, style, known)
    for name, gradient in derivative.states.items():
        written = "0" if gradient is None else spell(gradient, style, known)
        yield style.symbol(f"Δ{name}", "t-1") + style.equals + written
    for name, gradient in derivative.maps.items():
        if gradient is None:
            continue
        delta = style.symbol(f"δ_{name}", "t")
        for term in derivative.step.maps[name].args:
            row = spell(term, style, known, needs=5)
            yield (
                style.symbol(f"Δ{matrix(term)}_{name}", "")
                + style.adds
                + style.outer.format(delta, row)
            )
        yield style.symbol(f"Δb_{name}", "") + style.adds + delta
    for name, gradient in derivative.vectors.items():
        if gradient is not None:
            yield style.symbol(f"Δ{name}", "") + style.adds + spell(gradient, style, known)
