"""What every part of a step of training is recorded with: buffers, rooms, gradients, sums.

Shapes: B rows, T time steps, F features of the head, K scores.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from torch import Tensor

from elman.codegen.llvm.pointwise import PARTS, Equations
from elman.graph import Expr
from elman.graph.expression import make, topological
from elman.runtime.coming import Factors
from elman.runtime.facts import facts
from elman.runtime.jit import target
from elman.runtime.kernels import FORMATS, common, computed, training
from elman.runtime.layer_run import FEW_ROWS
from elman.runtime.recording import Recording
from elman.runtime.schedule import Argument, At, Recorder
from elman.runtime.team import threads_worth
from elman.train.whole_loop.parts import Architecture
from elman.train.whole_loop.update_rules import UpdateRule

__all__ = ["Clipping", "StepRecording", "StepShape", "Trained", "substituted", "symbol"]

LOW_RANK = 16
"""Terms of a gradient up to which forming it twice takes less time than storing it."""

WEIGHT = 32
"""Multiplications that take as long as packing a weight both ways and updating it."""


class StepShape(NamedTuple):
    """What the schedule of a step depends on beside the network.

    Args:
        steps: T.
        rows: B.
        ragged: whether rows have lengths.
        carried: whether each step of training goes on from the states of the one before.
        threads: as many as there are to share the work.
    """

    steps: int
    rows: int
    ragged: bool
    carried: bool
    threads: int


class Clipping(NamedTuple):
    """How gradients are cut: each number at `value`, then all of them to `norm`; None for not."""

    value: float | None
    norm: float | None


class Trained(NamedTuple):
    """A parameter, and how it is updated.

    Args:
        parameter: the tensor.
        rule: its update; None for a parameter that stays as it is.
        group: the number of the optimizer's group.
    """

    parameter: Tensor
    rule: UpdateRule | None
    group: int


class StepRecording(Recording):
    """A step of training under way.

    Args:
        network: what is trained.
        trained: all parameters of the network, each once.
        shape: of the step.
    """

    def __init__(
        self,
        network: Architecture,
        trained: Sequence[Trained],
        shape: StepShape,
    ):
        self.network, self.trained, self.shape = network, trained, shape
        self.T, self.B = shape.steps, shape.rows
        dtype = network.head.dtype
        self.machine, self.format = target(), FORMATS[dtype]
        self.buffers = {"workspace": At(2)}
        shared = common(self.machine, self.format)
        super().__init__(Recorder(dtype.itemsize, 2), shared, dtype.itemsize)
        self.around = training(self.machine, self.format)
        self.layers = [facts(layer.stack.layer, dtype) for layer in network.layers]
        self.numbers_of = {id(one.parameter): number for number, one in enumerate(trained)}
        self.low_rank = self.T * self.B <= LOW_RANK
        self.factors: dict[int, list[Factors]] = {}
        self._gradients: dict[int, At] = {}
        self.begun: set[int] = set()
        self.zeroed: list[tuple[int, int]] = []
        self.K, self.F = network.head.shape
        self.rows = self.B * (self.T if network.pooling == "every" else 1)
        work = sum(
            own.multiplications(layer.stack.input_size) * own.layer.directions
            for own, layer in zip(self.layers, network.layers, strict=True)
        )
        work = self.T * self.B * work + self.rows * self.K * self.F
        weights = sum(one.parameter.numel() for one in trained)
        self.threads = threads_worth(3 * work + WEIGHT * weights, shape.threads)
        self.zeros = self.zeroed_room(max(self.K, self.F))
        self.by_units = self.threads > 1 and FEW_ROWS * self.threads > self.B

    def buffer(self, name: str) -> At:
        """Return where something lies that the step is given."""
        return self.buffers.setdefault(name, At(2 + len(self.buffers)))

    def parameter(self, tensor: Tensor) -> At:
        """Return where a parameter lies."""
        return self.buffer(f"w {self.numbers_of[id(tensor)]}")

    def gradient(self, tensor: Tensor) -> At:
        """Return where the gradient of a parameter goes."""
        number = self.numbers_of[id(tensor)]
        if number not in self._gradients:
            self._gradients[number] = self.room(tensor.numel())
        return self._gradients[number]

    def start(self, tensor: Tensor) -> Argument:
        """Return what the first gradient of a parameter is added to; null for what is there."""
        number = self.numbers_of[id(tensor)]
        first = number not in self.begun
        self.begun.add(number)
        return self.zeros if first else 0

    def zeroed_room(self, count: int) -> At:
        """Return room for numbers that are zero from the beginning and stay so."""
        place = self.room(count)
        self.zeroed.append((place.offset, count * self.bytes))
        return place

    def compute(
        self, equations: Equations, count: int, places: Mapping[str, At], partial: At | None = None
    ) -> None:
        """Record equations that hold number by number."""
        kernel = computed(self.machine, self.format, equations)
        names = (*equations.scalars, *equations.arrays)
        ends = [] if partial is None else [partial]
        self.add(kernel, count, *(places[name] for name in names), *ends)

    def sum(self, rows: int, partial: At, result: At) -> None:
        """Record adding up partial sums."""
        self.wait()
        sums = self.room(PARTS)
        self.add(self.common.column_sums, rows, PARTS, PARTS, 0, partial, sums)
        self.wait()
        self.add(self.common.column_sums, PARTS, 1, 1, 0, sums, result)

    def part(self, tensor: Tensor, factors: Factors) -> None:
        """Keep what a part of the gradient of a parameter is the product of."""
        self.factors.setdefault(self.numbers_of[id(tensor)], []).append(factors)


def symbol(name: str) -> Expr:
    """Return a leaf of equations that hold number by number.

    Args:
        name: of an array or a scalar.

    Returns:
        The leaf.
    """
    return make("vector", data=name)


def substituted(values: Mapping[str, Expr], old: Expr, new: Expr) -> dict[str, Expr]:
    """Return expressions with another one in the place of a leaf.

    Args:
        values: the expressions.
        old: the leaf.
        new: what stands there instead.

    Returns:
        The expressions by the same names.
    """
    found: dict[Expr, Expr] = {old: new}
    for node in topological(values.values()):
        if node not in found:
            found[node] = make(node.op, [found[arg] for arg in node.args], node.data)
    return {name: found[value] for name, value in values.items()}
