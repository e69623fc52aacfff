"""What a kernel computes at every step of time, forward and backward, and what it keeps.

Grammar:

    Program   = forward: what -> Pass*   of the way forward, by what of a step is kept
                backward: Pass*          of the way back
                saved: Kept*             values kept for the way back, and why
    Pass      = means, products, values  one pass over the units (`plan.passes`)
    product   = map | pull | gradient    W x + R h + b; R^T δ; R^T δ of all maps of t + 1

A value lies where it was put: a state after a step in the sequence of that state, a saved value and
the gradient of a map on the tape, anything else that a later pass reads in a row of its own.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from elman.derive import derive
from elman.graph import Expr, Step
from elman.graph.expression import make, topological
from elman.plan.expand import expanded, projected
from elman.plan.kept import FAR, Keeping, Kept, of_units, scored, uniform
from elman.plan.passes import Pass, passes

__all__ = ["Program", "plan", "refuses"]


@dataclass(frozen=True, eq=False)
class Program:
    """What kernels do with one step.

    Args:
        step: the equations, averages written out and a projection among the maps.
        maps: the gradients of the maps that have one.
        vectors: the gradients of the learned vectors that have one.
        sources: the gradients of what is given of a memory, to be summed over the steps.
        carried: what comes unit by unit of the gradient of each state before; None for nothing.
        saved: values kept for the way back, in the order of computing.
        text: what was planned, as text.
    """

    step: Step
    maps: dict[str, Expr]
    vectors: dict[str, Expr]
    sources: dict[Expr, Expr]
    carried: tuple[Expr | None, ...]
    saved: tuple[Kept, ...]
    text: str

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The maps of the input, in the order of their rows."""
        maps = self.step.maps.items()
        return tuple(name for name, node in maps if node.args[0].kind == "input")

    @cached_property
    def recurrent(self) -> dict[int, tuple[str, ...]]:
        """By the place of a state the maps of that state at t - 1."""
        maps = self.step.maps.items()
        found = {
            place: tuple(name for name, node in maps if state in node.args)
            for place, state in enumerate(self.step.before)
        }
        return {place: names for place, names in found.items() if names}

    def mapped(self, state: int) -> list[str]:
        """Return the maps of a state that have gradients.

        Args:
            state: its place among the states.

        Returns:
            The names, in the order of their gradients on the tape.
        """
        names = (name for name in self.recurrent.get(state, ()) if name in self.maps)
        return sorted(names, key=self.place)

    def place(self, name: str) -> int:
        """Return where on the tape the gradient of a map lies: those of the input come first.

        Args:
            name: of the map.

        Returns:
            Its number among the places of a row.
        """
        others = [other for other in self.step.maps if other not in self.rows]
        # over the saved values where each is read before any is written: in a single pass, and
        # neither by the gradient of a matrix, which comes later, nor after a zero is written
        over = len(self.backward) == 1 and not self.inner and len(self.maps) == len(self.step.maps)
        first = 0 if over else len(self.tape)
        return first + [*self.rows, *others].index(name)

    @cached_property
    def tape_places(self) -> int:
        """How many values of hidden size the tape holds for a row and step."""
        return max([1, len(self.tape), *(self.place(name) + 1 for name in self.step.maps)])

    @cached_property
    def inner(self) -> dict[str, Expr]:
        """The maps of a value of the same step, with that value."""
        return {
            name: node.args[-1]
            for name, node in self.step.maps.items()
            if node.args[-1].kind == "hidden" and node.args[-1] not in self.step.before
        }

    @cached_property
    def tape(self) -> tuple[Expr, ...]:
        """The saved values with one number a unit."""
        return tuple(kept.value for kept in self.saved if of_units(kept.value))

    @cached_property
    def scalars(self) -> tuple[Expr, ...]:
        """The saved values with one number a row."""
        return tuple(kept.value for kept in self.saved if uniform(kept.value))

    @cached_property
    def scores(self) -> tuple[Expr, ...]:
        """The saved values with one number a place of the memory."""
        return tuple(kept.value for kept in self.saved if scored(kept.value))

    @cached_property
    def kept(self) -> dict[str, tuple[Expr, ...]]:
        """What the way forward keeps of each step: nothing, what was saved, or what has a name."""
        named = dict.fromkeys(node for _, node in self.step.names if of_units(node))
        return {
            "nothing": (),
            "saved": tuple(kept.value for kept in self.saved),
            "named": tuple(named),
        }

    @cached_property
    def forward(self) -> dict[str, tuple[Pass, ...]]:
        """The passes of the way forward, by what it keeps."""
        step = self.step
        at_hand = {*step.before, *step.vectors.values()}
        found = {}
        for what, values in self.kept.items():
            targets = dict.fromkeys((*step.results, *self.inner.values(), *values))
            found[what] = passes(targets, at_hand, self._of_map)
        return found

    def _of_map(self, node: Expr) -> Collection[Expr] | None:
        if node.op != "map":
            return None
        inner = self.inner.get(str(node.data))
        return () if inner is None else (inner,)

    @cached_property
    def backward(self) -> tuple[Pass, ...]:
        """The passes of the way back."""
        step = self.step
        saved = {kept.value for kept in self.saved}
        at_hand = {*step.before, *step.results, *step.vectors.values(), *saved}

        def sources(node: Expr) -> Collection[Expr] | None:
            if node.op == "gradient":
                return ()
            return (self.maps[str(node.data)],) if node.op == "pull_hidden" else None

        targets = [*self.maps.values(), *self.vectors.values(), *_some(self.carried)]
        targets += self.sources.values()
        leaves, used = [make("gradient", data=name) for name in step.states], topological(targets)
        ends = [leaf for leaf, node in zip(leaves, self.carried, strict=True) if node is None]
        # a gradient of which nothing comes is still one that ends, in every unit
        targets += [leaf for leaf in ends if leaf not in used]
        return passes(dict.fromkeys(targets), at_hand, sources)

    def __str__(self) -> str:
        lines = []
        for title, found in (("forward", self.forward["saved"]), ("backward", self.backward)):
            for number, one in enumerate(found):
                parts = ((name, getattr(one, name)) for name in ("means", "products", "values"))
                lines += [f"{title} {number}: {name} {nodes}" for name, nodes in parts if nodes]
        lines += [f"saved {kept.value!r}: {kept.reason}" for kept in self.saved]
        return "\n".join(lines)


def refuses(step: Step, *, projection: bool = False) -> str:
    """Return why a step cannot be planned; an empty string if it can.

    Args:
        step: the equations.
        projection: whether the output is projected.

    Returns:
        The reason.
    """
    if any(node.op == "map" and node.args[-1].op == "vector" for node in step.order):
        return "a learned vector is mapped"
    if any(node.kind == "score condition" and node.args for node in step.order):
        return "it decides by the scores of a memory"
    if not projection:
        return ""
    output, *others = step.before
    if any(state not in step.order for state in step.before):
        return "a state is not used"
    for node in step.order:
        if output in node.args and node.op != "map":
            return f"the projected state {step.states[0]} is used unit by unit"
        if any(other in node.args for other in others) and node.op == "map":
            return "beside a projected state another one is mapped"
    first = step.results[0]
    if first in step.before or first.op == "vector":
        return f"the state {step.states[0]} before its projection is not computed"
    if output in step.results[1:]:
        return f"the projected state {step.states[0]} becomes another state"
    return ""


@cache
def plan(step: Step, *, projection: bool = False) -> Program:
    """Plan a step.

    Args:
        step: the equations.
        projection: whether the output is projected.

    Returns:
        The program.
    """
    given = step
    step = projected(step) if projection else step
    derivative = derive(step)
    own = Step(
        step.states,
        tuple(expanded(node) for node in step.results),
        tuple((name, expanded(node)) for name, node in step.names),
    )
    maps, vectors = (
        {name: expanded(node) for name, node in gradients.items() if node is not None}
        for gradients in (derivative.maps, derivative.vectors)
    )
    gradients = {node: derivative.adjoints.get(node) for node in step.sources}
    sources = {node: expanded(g) for node, g in gradients.items() if g is not None}
    recurrent = {name for name, node in step.maps.items() if node.args[-1] in step.before}
    remaining = (_without(recurrent, derivative.states[name]) for name in step.states)
    carried = tuple(None if node is None else expanded(node) for node in remaining)
    text = json.dumps([given.to_dict(), projection])
    gradients_of = (maps, vectors, sources, carried)
    return Program(own, *gradients_of, _saved(own, *gradients_of), text)


def _saved(
    step: Step,
    maps: dict[str, Expr],
    vectors: dict[str, Expr],
    sources: dict[Expr, Expr],
    carried: Collection[Expr | None],
) -> tuple[Kept, ...]:
    """Return the values of the step that are kept for the way back."""
    forward = set(step.order)
    keeping = Keeping({*step.before, *step.results, *step.vectors.values()}, FAR)
    for name, node in step.maps.items():
        source = node.args[-1]
        if source.kind == "hidden" and source not in step.before:
            keeping.keep(source, f"the gradient of the matrix of {name} is a product with it")
    targets = [*maps.values(), *vectors.values(), *sources.values(), *_some(carried)]
    later = [node for node in topological(targets) if node not in forward]
    used = {arg for node in later for arg in node.args if arg in forward}
    for node in step.order:
        if node in used:
            keeping.need(node)
    return keeping.in_order()


def _some(nodes: Iterable[Expr | None]) -> Iterator[Expr]:
    return (node for node in nodes if node is not None)


def _without(recurrent: Collection[str], value: Expr | None) -> Expr | None:
    """Return the part of a sum that does not come through some maps."""
    if value is None or (value.op == "pull_hidden" and value.data in recurrent):
        return None
    if value.op not in ("add", "subtract"):
        return value
    first, second = (_without(recurrent, arg) for arg in value.args)
    if second is None:
        return first
    if first is None:
        return second if value.op == "add" else -second
    return make(value.op, (first, second))
