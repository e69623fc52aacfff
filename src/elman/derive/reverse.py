"""Reverse-mode differentiation of one step: a sweep over its graph that gives a graph again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from elman.derive.equations import backward_lines
from elman.derive.rules import RULES
from elman.graph.equations import aligned
from elman.graph.expression import Expr, lift, make, topological
from elman.graph.operations import AXES
from elman.graph.simplify import simplify
from elman.graph.spell import LATEX, TEXT
from elman.graph.step import MEMORY, Step, X

__all__ = ["Derivative", "derive"]


@dataclass(frozen=True)
class Derivative:
    """One step of backpropagation through time, as expressions.

    They stand on the values of the step itself and on one `gradient` leaf a state: the gradient of
    the loss with respect to the state after the step, from the output at t and from step t + 1
    together.

    Args:
        step: the step that was differentiated.
        input: the gradient with respect to the input at time t, of input size; None if unused.
        memory: the gradient with respect to the memory, to be summed over all steps; None if there
            is none.
        states: by state, the gradient with respect to the state before the step; None if unused.
        maps: by map, the gradient with respect to its value; those of W, R and b follow from it.
        vectors: by learned vector, the gradient with respect to it, to be summed over all steps.
        adjoints: the gradients with respect to values inside the step, by those values.
    """

    step: Step
    input: Expr | None
    memory: Expr | None
    states: Mapping[str, Expr | None]
    maps: Mapping[str, Expr | None]
    vectors: Mapping[str, Expr | None]
    adjoints: Mapping[Expr, Expr]

    @cached_property
    def order(self) -> tuple[Expr, ...]:
        """Every node once, those of the step among them, each after its arguments."""
        targets = (
            self.input,
            self.memory,
            *self.states.values(),
            *self.maps.values(),
            *self.vectors.values(),
        )
        return topological(target for target in targets if target is not None)

    def equations(self) -> str:
        """Return the equations of the step backward as plain text.

        Returns:
            One equation a line; ``Δh[t]`` is the gradient of the loss with respect to ``h[t]``,
            ``δ_i[t]`` that with respect to the value of the map i.
        """
        return "\n".join(backward_lines(self, TEXT))

    def latex(self) -> str:
        r"""Return the equations of the step backward as LaTeX.

        Returns:
            An ``aligned`` environment, in the notation of `equations`.
        """
        return aligned(backward_lines(self, LATEX))


def derive(step: Step) -> Derivative:
    r"""Differentiate a step.

    With $\bar y$ the gradient with respect to $y$, every value $y = f(a, b)$ of the step, taken
    from the last to the first, adds $\bar y\, \partial f / \partial a$ to $\bar a$, and likewise
    for $b$.

    Args:
        step: the step.

    Returns:
        Its derivative, simplified.
    """
    gradients: dict[Expr, Expr] = {}
    for name, result in zip(step.states, step.results, strict=True):
        _accumulate(gradients, result, make("gradient", data=name))
    for node in reversed(step.order):
        if node in gradients and node.args:
            for arg, gradient in zip(node.args, RULES[node.op](node, gradients[node]), strict=True):
                if gradient is not None:
                    _accumulate(gradients, arg, _summed(gradient, arg))
    adjoints = _simplified(gradients, frozenset(step.order))
    leaf = dict(zip(step.states, step.before, strict=True))
    return Derivative(
        step,
        adjoints.get(X),
        adjoints.get(MEMORY),
        {name: adjoints.get(node) for name, node in leaf.items()},
        {name: adjoints.get(node) for name, node in step.maps.items()},
        {name: adjoints.get(node) for name, node in step.vectors.items()},
        adjoints,
    )


def _summed(gradient: Expr, value: Expr) -> Expr:
    """Return a gradient summed over the axes that the value was spread over."""
    spread = AXES.get(gradient.kind, frozenset()) - AXES.get(value.kind, frozenset())
    if value.kind == "hidden" and "places" in spread:
        return make("gather", (gradient,))
    if value.kind == "score" and "units" in spread:
        return make("total", (gradient,))
    return gradient


def _accumulate(gradients: dict[Expr, Expr], node: Expr, gradient: Expr) -> None:
    gradients[node] = gradients[node] + gradient if node in gradients else gradient


def _simplified(gradients: dict[Expr, Expr], forward: frozenset[Expr]) -> dict[Expr, Expr]:
    nodes = [node for node in gradients if "condition" not in node.kind]
    zero = lift(0.0)
    shorter = simplify((gradients[node] for node in nodes), keep=forward)
    return {node: s for node, s in zip(nodes, shorter, strict=True) if s is not zero}
