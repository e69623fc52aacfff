"""One step of training as a schedule: input, layers, head, loss, the way back, clipping, update.

Shapes: B rows, T time steps, I features, K scores.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from elman.codegen.llvm.pointwise import BLOCK, PARTS, Equations
from elman.graph import Expr
from elman.graph.expression import make, topological
from elman.graph.functions import maximum, minimum, sqrt
from elman.runtime.coming import Factors, record_coming
from elman.runtime.direction import Shape
from elman.runtime.facts import Facts, facts
from elman.runtime.going import record_going
from elman.runtime.jit import target
from elman.runtime.kernels import FORMATS, common, computed, training
from elman.runtime.layer_run import FEW_ROWS, kept_shapes
from elman.runtime.recording import Recording
from elman.runtime.schedule import NOWHERE, Argument, At, Recorder
from elman.runtime.team import threads_worth
from elman.train.whole_loop.losses import ClassLoss, PointwiseLoss
from elman.train.whole_loop.masks import masks
from elman.train.whole_loop.parts import Architecture, Cells
from elman.train.whole_loop.update_rules import UpdateRule

__all__ = ["Clipping", "StepSchedule", "StepShape", "Trained", "record"]

LOW_RANK = 16
"""Terms of a gradient up to which forming it twice takes less time than storing it."""

FEW_TIMES = 12
"""Rows and steps of a batch up to which weights are rather read as they lie than packed."""

WEIGHT = 32
"""Multiplications that take as long as packing a weight both ways and updating it."""

SUM = make("vector", data="sum")
LIMIT = make("vector", data="limit")
SMALL = 1e-6
"""What `torch.nn.utils.clip_grad_norm_` adds to the norm."""


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


class StepSchedule(NamedTuple):
    """A recorded step.

    Args:
        schedule: as a team runs it.
        buffers: the names of what it is given, in their order.
        room: bytes of its workspace.
        threads: that share it.
        logits: bytes from the beginning of the workspace to the scores.
        zeroed: where in the workspace zeros must lie at first: places and sizes in bytes.
    """

    schedule: array[int]
    buffers: tuple[str, ...]
    room: int
    threads: int
    logits: int
    zeroed: tuple[tuple[int, int], ...]


def record(
    network: Architecture,
    loss: PointwiseLoss | ClassLoss,
    trained: Sequence[Trained],
    clipping: Clipping,
    shape: StepShape,
) -> StepSchedule:
    """Record a step.

    Its buffers, by name: ``workspace``, ``order`` (B), ``lengths`` (B), ``input`` (T, B) or
    (T, B, I), ``targets``, ``mask`` of those that count, ``class weights`` (K), ``found``, two
    sums: of the loss and of hits; ``state l n``; ``w p`` each parameter and ``w p state`` what the
    optimizer keeps of it; all scalars, by name and group; ``key c`` of the mask of each dropout.

    Args:
        network: what is trained.
        loss: of the scores.
        trained: all parameters of the network, each once.
        clipping: of the gradients.
        shape: of the step.

    Returns:
        The schedule.
    """
    return _Step(network, loss, trained, clipping, shape).finished()


class _Step(Recording):
    def __init__(
        self,
        network: Architecture,
        loss: PointwiseLoss | ClassLoss,
        trained: Sequence[Trained],
        clipping: Clipping,
        shape: StepShape,
    ):
        self.network, self.loss, self.trained = network, loss, trained
        self.clipping, self.shape = clipping, shape
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
        self.masks = masks(network, self.T, self.B)
        self.rows = self.B * (self.T if network.pooling == "every" else 1)
        work = sum(
            own.multiplications(layer.stack.input_size) * own.layer.directions
            for own, layer in zip(self.layers, network.layers, strict=True)
        )
        work = self.T * self.B * work + self.rows * self.K * self.F
        weights = sum(one.parameter.numel() for one in trained)
        self.threads = threads_worth(3 * work + WEIGHT * weights, shape.threads)
        self.by_units = self.threads > 1 and FEW_ROWS * self.threads > self.B

    def finished(self) -> StepSchedule:
        """Record all of it."""
        self.zeros = self._zeros(max(self.K, self.F, 1))
        x = self._input()
        held = []
        for number, layer in enumerate(self.network.layers):
            x, own = self._forward(number, layer, self._dropped(number, x))
            held.append(own)
        features = self._dropped(len(held), self._pooled(x))
        logits = self._head(features)
        self._loss(logits)
        d_features = self._back_through_head(features)
        self._drop(len(held), d_features, d_features)
        d_output, strides, d_end = self._unpooled(d_features)
        for number in reversed(range(len(held))):
            d_output = self._back(number, held[number], d_output, strides, d_end)
            self._drop(number, d_output, d_output)
            strides, d_end = (self.B * self.inputs(number), self.inputs(number)), NOWHERE
        self._back_to_input(d_output)
        self._update()
        return StepSchedule(
            self.recorder.finished(),
            tuple(self.buffers),
            self.recorder.size,
            self.threads,
            logits.offset,
            tuple(self.zeroed),
        )

    # what is given, and room

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

    def _zeros(self, count: int) -> At:
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

    # dropout

    def _dropped(self, place: int, x: At) -> At:
        """Return the input of a layer, or past them of the head, with some of it dropped."""
        if place not in self.masks:
            return x
        # elsewhere, for what is dropped goes on as it is or was given
        result = self.room(self.masks[place].rows * self.masks[place].columns)
        self._drop(place, x, result)
        return result

    def _drop(self, place: int, source: At, result: At) -> None:
        """Record a dropout, or its way back, which is the same."""
        if place not in self.masks or source == NOWHERE:
            return
        number, rows, columns, order, dropped = self.masks[place]
        key = self.buffer(f"key {number}")
        self.add(self.around.dropout, rows, columns, *order, dropped, key, source, result)
        self.wait()

    # forward

    def inputs(self, number: int) -> int:
        """Return how many features a layer sees."""
        return self.network.layers[number].stack.input_size

    def _input(self) -> At:
        network, rows = self.network, self.T * self.B
        given = self.buffer("input")
        if network.input not in ("embedding", "one-hot"):
            return given
        x = self.room(rows * network.features)
        table: Argument = 0 if network.table is None else self.parameter(network.table)
        kernel = self.around.one_hot if network.table is None else self.around.take_rows
        self.add(kernel, rows, network.features, given, table, x)
        self.wait()
        return x

    def _forward(self, number: int, layer: Cells, x: At) -> tuple[At, list[dict[str, At]]]:
        """Record a layer; return its output, and for each direction where all lies."""
        own, T, B = self.layers[number], self.T, self.B
        D, P, H = own.layer.directions, own.output, own.hidden
        sequence = self.room((T + 2) * B * D * P)
        ways = []
        for direction in range(D):
            at = {"x": x, "lengths": NOWHERE, "order": self.buffer("order")}
            if self.shape.ragged:
                at["lengths"] = self.buffer("lengths")
            for block, weight in self._weights(number, direction).items():
                at[block] = self.parameter(weight)
                if not (self.low_rank and weight.dim() == 2):
                    at[f"d {block}"] = self.gradient(weight)
            at["sequence 0"] = sequence + self.numbers(direction * P)
            kept = kept_shapes(own.program, H, T, B, 1, "saved")
            rooms = [self.room(_size(shape)) for shape in kept]
            others = own.states - 1
            for n in range(others):
                at[f"sequence {n + 1}"] = rooms[n]
            at["tape"], at["scalars"] = [*rooms[others:], NOWHERE, NOWHERE][:2]
            for n in range(own.states):
                size = self.numbers(direction * B * own.size_of_state(n))
                end = self.buffer(f"state {number} {n}") + size
                at[f"end {n}"] = end
                at[f"begin {n}"] = end if self.shape.carried else NOWHERE
            record_going(own, self._way(number, direction), "saved", (self.recorder, at))
            self.wait()
            ways.append(at)
        return sequence + self.numbers(B * D * P), ways

    def _weights(self, number: int, direction: int) -> dict[str, Tensor]:
        """Return the parameters of a direction of a layer by the names of their blocks."""
        blocks = self.layers[number].blocks
        first = direction * len(blocks)
        weights = self.network.layers[number].weights[first : first + len(blocks)]
        return dict(zip(blocks, weights, strict=True))

    def _way(self, number: int, direction: int) -> Shape:
        D = self.layers[number].layer.directions
        shape = self.shape
        fresh, plain = not shape.carried, self.T * self.B <= FEW_TIMES
        alone = self.by_units or self.threads == 1
        # packed for so few steps, a matrix is packed again for each of them, near by
        packers = self.threads if alone and self.T - fresh <= 2 else 0
        ways = (direction, D, shape.ragged, self.by_units, packers, fresh, plain)
        return Shape(self.T, self.B, self.inputs(number), *ways)

    def _pooled(self, output: At) -> At:
        """Return the rows that the head sees."""
        network, T, B, F = self.network, self.T, self.B, self.F
        if network.pooling == "mean":
            sums, mean = self.room(B * F), self.room(B * F)
            self.add(self.common.column_sums, T, B * F, B * F, 0, output, sums)
            self.wait()
            self._scale(B * F, sums, mean)
            return mean
        if network.pooling == "last":
            if self.layers[-1].layer.directions == 1:
                return self.buffer(f"state {len(self.layers) - 1} 0")
            return output + self.numbers((T - 1) * B * F)
        return output

    def _scale(self, count: int, source: At, result: At) -> None:
        """Record a division by the number of time steps."""
        a, part = make("vector", data="a"), make("vector", data="part")
        equations = Equations(("a", "result"), ("part",), (("result", a * part),))
        places = {"a": source, "result": result, "part": self.buffer("1/T")}
        self.compute(equations, count, places)
        self.wait()

    def _head(self, features: At) -> At:
        network, rows, K, F = self.network, self.rows, self.K, self.F
        weight = self.parameter(network.head)
        panel = self.pack_right("head", weight, K, F, F, transposed=True)
        self.wait()
        self.logits = self.room(rows * K)
        bias = self.zeros if network.bias is None else self.parameter(network.bias)
        self.product((rows, F, K, F, 1, K), (features, panel, self.logits, bias))
        self.wait()
        return self.logits

    def _loss(self, logits: At) -> None:
        rows, K, loss = self.rows, self.K, self.loss
        self.d_logits = self.room(rows * K)
        found, targets, scale = self.buffer("found"), self.buffer("targets"), self.buffer("scale")
        if isinstance(loss, ClassLoss):
            of_rows = self.room(2 * rows)
            weights: Argument = 0 if loss.weight is None else self.buffer("class weights")
            places = (logits, targets, weights, scale, self.d_logits, of_rows)
            self.add(self.around.cross_entropy, rows, K, loss.ignore_index, *places)
            self.wait()
            self.add(self.common.column_sums, rows, 2, 2, 0, of_rows, found)
            return
        total, gradient = renamed(loss.value), renamed(loss.gradient)
        arrays = ["p", "y", "d"]
        if self.shape.ragged and self.network.pooling == "every":
            mask = make("vector", data="mask")
            total, gradient = total * mask, gradient * mask
            arrays.append("mask")
        places_of = {"p": logits, "y": targets, "d": self.d_logits, "scale": scale}
        places_of |= {"mask": self.buffer("mask")} if "mask" in arrays else {}
        equations = Equations(tuple(arrays), ("scale",), (("d", gradient),), total)
        partial = self.room(-(-rows * K // BLOCK) * PARTS)
        self.compute(equations, rows * K, places_of, partial)
        self.sum(-(-rows * K // BLOCK), partial, found)

    # back

    def _back_through_head(self, features: At) -> At:
        network, rows, K, F = self.network, self.rows, self.K, self.F
        self.wait()
        weight = self.pack_right("head again", self.parameter(network.head), F, K, F)
        if self.low_rank and network.head is not network.table:
            number = self.numbers_of[id(network.head)]
            terms = (rows, self.d_logits, K, features, F)
            self.factors[number] = [Factors("", 0, K, F, *terms)]
        else:
            panel = self.pack_right("features", features, F, rows, F)
            self.wait()
            total, start = self.gradient(network.head), self.start(network.head)
            self.product((K, rows, F, 1, K, F), (self.d_logits, panel, total, start))
        if network.bias is not None:
            again = self.start(network.bias) == 0
            bias = self.gradient(network.bias)
            self.add(self.common.column_sums, rows, K, K, again, self.d_logits, bias)
        d_features = self.room(rows * F)
        self.wait()
        self.product((rows, K, F, K, 1, F), (self.d_logits, weight, d_features, self.zeros))
        self.wait()
        return d_features

    def _unpooled(self, d_features: At) -> tuple[At, tuple[int, int], At]:
        """Return the gradient of the output, its steps, and that of the state at the end."""
        T, B, F = self.T, self.B, self.F
        if self.network.pooling == "every":
            return d_features, (B * F, F), NOWHERE
        if self.network.pooling == "mean":
            mean = self.room(B * F)
            self._scale(B * F, d_features, mean)
            return mean, (0, F), NOWHERE
        if self.layers[-1].layer.directions == 1:
            return self.zeros, (0, 0), d_features
        whole = self._zeros(T * B * F)
        self.copy(B, F, d_features, F, whole + self.numbers((T - 1) * B * F), F)
        self.wait()
        return whole, (B * F, F), NOWHERE

    def _back(
        self,
        number: int,
        ways: Sequence[dict[str, At]],
        d_output: At,
        strides: tuple[int, int],
        d_end: At,
    ) -> At:
        """Record the way back of a layer; return the gradient of its input."""
        own, T, B, I = self.layers[number], self.T, self.B, self.inputs(number)
        of_input = number > 0 or self.network.table is not None
        found = []
        for direction, at in enumerate(ways):
            for n in range(own.states):
                at[f"d_end {n}"] = d_end if n == 0 else NOWHERE
                at[f"d_begin {n}"] = self.room(B * own.size_of_state(n))
            for name in own.program.vectors:
                at[f"d {name}"] = self.room(B * own.hidden)
            at["d_output"] = d_output + (
                self.numbers(direction * own.output) if any(strides) else 0
            )
            at["d_x"] = self.room(T * B * I) if of_input else NOWHERE
            self._forget_dead_vectors(own, number, direction)
            way = self._way(number, direction)
            factors = record_coming(
                own,
                way,
                strides,
                (self.recorder, at),
                of_input=of_input,
                formed=not self.low_rank,
            )
            self.wait()
            weights = self._weights(number, direction)
            for part in factors:
                which = self.numbers_of[id(weights[part.block])]
                self.factors.setdefault(which, []).append(part)
            found.append(at["d_x"])
        if of_input and not own.rows:
            self.copy(1, T * B * I, 0, 0, found[0], 0)
            self.wait()
        elif of_input and len(found) == 2:
            a, b = (make("vector", data=name) for name in "ab")
            equations = Equations(("a", "b"), (), (("a", a + b),))
            self.compute(equations, T * B * I, {"a": found[0], "b": found[1]})
            self.wait()
        return found[0]

    def _forget_dead_vectors(self, own: Facts, number: int, direction: int) -> None:
        """Record zeros for what no gradient comes to."""
        if len(own.program.vectors) < len(own.program.step.vectors):
            for weight in self._weights(number, direction).values():
                if not (self.low_rank and weight.dim() == 2):
                    self.copy(1, weight.numel(), 0, 0, self.gradient(weight), 0)
            self.wait()

    def _back_to_input(self, d_x: At) -> None:
        network = self.network
        if network.table is None:
            return
        total = self.gradient(network.table)
        if self.start(network.table) != 0:
            self.copy(1, network.table.numel(), 0, 0, total, 0)
            self.wait()
        padding = -1 if network.padding is None else network.padding
        sizes = (self.T * self.B, network.features, padding)
        self.add(self.around.add_rows, *sizes, self.buffer("input"), d_x, total)

    # update

    def _update(self) -> None:
        self.wait()
        g, scalars = make("vector", data="g"), []
        places: dict[str, At] = {}
        if self.clipping.value is not None:
            places["limit"] = self.buffer("limit")
            g, scalars = minimum(maximum(g, -LIMIT), LIMIT), ["limit"]
        if self.clipping.norm is not None:
            places["coefficient"] = self._coefficient(g, scalars, places)
            g, scalars = g * make("vector", data="coefficient"), [*scalars, "coefficient"]
        for number, one in enumerate(self.trained):
            rule = one.rule
            if rule is None:
                continue
            values = substituted(dict(rule.values), make("vector", data="g"), g)
            names = [*rule.scalars(1)]
            equations = Equations(
                ("w", "g", *rule.states), (*names, *scalars), tuple(values.items())
            )
            own = {name: self.buffer(f"{name} {one.group}") for name in names}
            own |= {state: self.buffer(f"w {number} {state}") for state in rule.states}
            own |= {"w": self.buffer(f"w {number}")}
            self._of_gradient(number, equations, {**places, **own}, None)
        self.wait()

    def _of_gradient(
        self, number: int, equations: Equations, places: Mapping[str, At], partial: At | None
    ) -> int:
        """Record equations with the gradient of a parameter; return how many blocks of sums."""
        parameter = self.trained[number].parameter
        if number not in self.factors:
            count = parameter.numel()
            own = {**places, "g": self._gradients[number]}
            self.compute(equations, count, own, partial)
            return -(-count // BLOCK)
        kernel = computed(self.machine, self.format, equations, low_rank=True)
        done = 0
        for part in self.factors[number]:
            part = part.turned() if part.columns == 1 else part  # so that it fills vectors
            sizes = (part.rows, part.columns, part.terms, part.left_step, part.right_step)
            arrays = [
                places[name] + self.numbers(part.first) for name in equations.arrays if name != "g"
            ]
            known = [places[name] for name in equations.scalars]
            ends = [] if partial is None else [partial + self.numbers(done * PARTS)]
            self.add(kernel, *sizes, part.left, part.right, *known, *arrays, *ends)
            done += part.rows
        return done

    def _coefficient(self, g: Expr, scalars: Sequence[str], places: Mapping[str, At]) -> At:
        """Record what brings all gradients down to the norm."""
        most = sum(one.parameter.numel() // BLOCK + 1 for one in self.trained)
        most += sum(part.rows for parts in self.factors.values() for part in parts)
        partial, done = self.room(most * PARTS), 0
        equations = Equations(("g",), tuple(scalars), (), g * g)
        for number, one in enumerate(self.trained):
            if one.parameter.requires_grad:
                at = partial + self.numbers(done * PARTS)
                done += self._of_gradient(number, equations, places, at)
        total, result = self.room(1), self.room(1)
        self.sum(done, partial, total)
        self.wait()
        coefficient = minimum(make("vector", data="norm") / (sqrt(SUM) + SMALL), 1.0)
        equations = Equations(("sum", "result"), ("norm",), (("result", coefficient),))
        self.compute(equations, 1, {"sum": total, "result": result, "norm": self.buffer("norm")})
        self.wait()
        return result


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


def renamed(value: Expr) -> Expr:
    """Return the equations of a loss with the scale of its gradient as a scalar of that name."""
    gradient, scale = make("gradient", data="p"), make("vector", data="scale")
    return substituted({"": value}, gradient, scale)[""]


def _size(shape: Sequence[int]) -> int:
    return int(torch.Size(shape).numel())
