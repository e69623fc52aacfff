"""Which operations there are: one row each, with what it takes and what it gives.

The other facts about an operation stand in tables of the same keys: its value in `evaluate`, how it
is written in `spell`, its derivative in `elman.derive.rules`.

An expression is of one of a few kinds. A *number* is the same for every unit. *Input* has one value
for each of the I inputs, *hidden* one for each of the H units. Where a cell has a memory, of S
places, a *score* has one value for each place and a *source* one for each unit of each place. A
*condition*, a *score condition* and a *source condition* are true or false. Numbers, hidden values
and scores broadcast to what has more axes; nothing else does. A derivative has one more kind, the
*pulled* gradient with respect to the input, of input size, which can only be summed.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from elman.errors import CellError

__all__ = ["AXES", "NORM_EPSILON", "OPERATIONS", "Kind", "Operation"]

Kind = str

NORM_EPSILON = 1e-5
"""What `normalise` and `deviation` add to the variance, as `torch.nn.LayerNorm` does."""


AXES: dict[Kind, frozenset[str]] = {
    "number": frozenset(),
    "hidden": frozenset({"units"}),
    "score": frozenset({"places"}),
    "source": frozenset({"units", "places"}),
}
"""What a kind that operations work on number by number has one value for each of."""


class Operation(NamedTuple):
    """How an operation is applied.

    Args:
        arity: how many arguments it takes; None if it varies.
        kind: from the kinds of its arguments to the kind of its value.
        flops: floating-point operations for each unit; those of a map depend on the sizes.
    """

    arity: int | None
    kind: Callable[[str, Sequence[Kind]], Kind]
    flops: int = 1


def _pointwise(name: str, kinds: Sequence[Kind]) -> Kind:
    for kind in kinds:
        if kind not in AXES:
            raise CellError(
                f"{name} was given {_a(kind)}, but works unit by unit on values of hidden size."
                + (
                    " Bring the input to hidden size by a map: W.name(x)."
                    if kind == "input"
                    else ""
                )
            )
    return _broadcast(kinds)


def _broadcast(kinds: Sequence[Kind]) -> Kind:
    """Return the kind that has all axes of some kinds."""
    axes = frozenset[str]().union(*(AXES[kind] for kind in kinds))
    return next(kind for kind, own in AXES.items() if own == axes)


def _sum(name: str, kinds: Sequence[Kind]) -> Kind:
    return "pulled" if set(kinds) == {"pulled"} else _pointwise(name, kinds)


def _comparison(name: str, kinds: Sequence[Kind]) -> Kind:
    return _CONDITIONS[_pointwise(name, kinds)]


_CONDITIONS = {
    "number": "condition",
    "hidden": "condition",
    "score": "score condition",
    "source": "source condition",
}


def _choice(name: str, kinds: Sequence[Kind]) -> Kind:
    if kinds[0] not in _DECIDING:
        raise CellError(
            f"where was given {_a(kinds[0])} to decide by, but needs a condition such as n > 0 "
            "(== and != are no conditions here)."
        )
    _pointwise(name, kinds[1:])
    return _broadcast((_DECIDING[kinds[0]], *kinds[1:]))


_DECIDING = {"condition": "hidden", "score condition": "score", "source condition": "source"}


def _reduced(axis: str, kind: Kind) -> Callable[[str, Sequence[Kind]], Kind]:
    def reduced(name: str, kinds: Sequence[Kind]) -> Kind:
        if "places" not in AXES.get(kinds[0], ()) and "units" not in AXES.get(kinds[0], ()):
            raise CellError(f"{name} was given {_a(kinds[0])}, but sums over the {axis}.")
        return kind

    return reduced


def _scores(name: str, kinds: Sequence[Kind]) -> Kind:
    if kinds[0] != "score":
        raise CellError(
            f"{name} was given {_a(kinds[0])}, but needs one score for each place of the memory, "
            "such as total(W.q(h) * memory)."
        )
    return "score"


def _hidden(name: str, kinds: Sequence[Kind]) -> Kind:
    if tuple(kinds) != ("hidden",):
        raise CellError(f"{name} was given {_a(kinds[0])}, but works over the hidden units.")
    return "hidden"


def _map(name: str, kinds: Sequence[Kind]) -> Kind:
    if tuple(kinds) == ("source",):
        return "source"
    if sorted(kinds) not in (["hidden"], ["input"], ["hidden", "input"]):
        given = " and ".join(_a(kind) for kind in kinds) or "nothing"
        raise CellError(
            f"a map takes the input, one value of hidden size, or both, or the memory alone, but "
            f"was given {given}. "
            "Write a sum of maps for more: W.a(x, h) + W.b(c)."
        )
    return "hidden"


def _leaf(kind: Kind) -> Operation:
    return Operation(0, lambda name, kinds: kind, flops=0)


def _a(kind: Kind) -> str:
    return "an input" if kind == "input" else f"a {kind}"


OPERATIONS: dict[str, Operation] = {
    # leaves; `data` holds the number or the name
    "number": _leaf("number"),
    "input": _leaf("input"),
    "state": _leaf("hidden"),  # of the step before
    "vector": _leaf("hidden"),  # learned
    "gradient": _leaf("hidden"),  # of the loss with respect to a state after the step
    "noise": _leaf("hidden"),  # uniform from 0 to under 1, drawn anew at every step
    "locked_noise": _leaf("hidden"),  # drawn once, the same at every step
    "memory": _leaf("source"),  # what is attended to, the same at every step
    "source": _leaf("source"),  # a map of the memory, given as it is
    "real": _leaf("score condition"),  # whether a place of the memory is one
    # learned maps; `data` holds the name f of W_f, R_f and b_f
    "map": Operation(None, _map, flops=0),
    "pull_input": Operation(1, lambda name, kinds: "pulled", flops=0),
    "pull_hidden": Operation(1, _hidden, flops=0),
    "pull_memory": Operation(1, lambda name, kinds: "source", flops=0),
    # over the places of a memory, or the units of each
    "total": Operation(1, _reduced("units of each place", "score")),
    "gather": Operation(1, _reduced("places of the memory", "hidden")),
    "softmax": Operation(2, _scores, flops=4),
    "softmax_gradient": Operation(2, _scores, flops=4),
    # over the hidden units
    "mean": Operation(1, _hidden),
    "deviation": Operation(1, _hidden, flops=5),
    "normalise": Operation(1, _hidden, flops=7),
    # unit by unit
    "add": Operation(2, _sum),
    "subtract": Operation(2, _pointwise),
    "multiply": Operation(2, _pointwise),
    "divide": Operation(2, _pointwise),
    "negate": Operation(1, _pointwise),
    "sigmoid": Operation(1, _pointwise),
    "tanh": Operation(1, _pointwise),
    "relu": Operation(1, _pointwise),
    "exp": Operation(1, _pointwise),
    "log": Operation(1, _pointwise),
    "sqrt": Operation(1, _pointwise),
    "abs": Operation(1, _pointwise),
    "sign": Operation(1, _pointwise),
    "softplus": Operation(1, _pointwise),
    "minimum": Operation(2, _pointwise),
    "maximum": Operation(2, _pointwise),
    "stop_gradient": Operation(1, _pointwise, flops=0),
    "less": Operation(2, _comparison),
    "less_equal": Operation(2, _comparison),
    "where": Operation(3, _choice),
}
