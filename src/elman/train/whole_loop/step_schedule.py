"""One step of training as a schedule: input, layers, head, loss, the way back, clipping, update.

Shapes: B rows, T time steps, I features, K scores.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from math import prod
from typing import NamedTuple

from torch import Tensor

from elman.codegen.llvm.pointwise import Equations
from elman.runtime.coming import record_coming
from elman.runtime.direction import Shape
from elman.runtime.facts import Facts
from elman.runtime.going import record_going
from elman.runtime.layer_run import kept_shapes
from elman.runtime.schedule import NOWHERE, Argument, At
from elman.train.whole_loop.head import (
    back_through_head,
    pooled,
    record_loss,
    record_scores,
    unpooled,
)
from elman.train.whole_loop.losses import ClassLoss, PointwiseLoss
from elman.train.whole_loop.masks import masks
from elman.train.whole_loop.parts import Architecture, Cells
from elman.train.whole_loop.step_recording import (
    Clipping,
    StepRecording,
    StepShape,
    Trained,
    symbol,
)
from elman.train.whole_loop.update import record_update

__all__ = ["StepSchedule", "record"]

FEW_TIMES = 12
"""Rows and steps of a batch up to which weights are rather read as they lie than packed."""


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
    (T, B, I), ``targets``, ``mask`` of those that count, ``class weights`` (K), ``found``: the
    sums of the loss and of hits, and the norm of the gradient if it is bounded; ``state l n``;
    ``w p`` each parameter and ``w p state`` what the optimizer keeps of it; all scalars, by name
    and group; ``key c`` of the mask of each dropout.

    Args:
        network: what is trained.
        loss: of the scores.
        trained: all parameters of the network, each once.
        clipping: of the gradients.
        shape: of the step.

    Returns:
        The schedule.
    """
    return _Step(network, trained, shape).record(loss, clipping)


class _Step(StepRecording):
    def __init__(self, network: Architecture, trained: Sequence[Trained], shape: StepShape):
        super().__init__(network, trained, shape)
        self.masks = masks(network, self.T, self.B)

    def record(self, loss: PointwiseLoss | ClassLoss, clipping: Clipping) -> StepSchedule:
        """Record all of it."""
        x = self._input()
        held = []
        for number, layer in enumerate(self.network.layers):
            x, own = self._forward(number, layer, self._dropped(number, x))
            held.append(own)
        features = self._dropped(len(held), pooled(self, x))
        logits = record_scores(self, features)
        d_logits = record_loss(self, loss, logits)
        d_features = back_through_head(self, features, d_logits)
        self._drop(len(held), d_features, d_features)
        d_output, strides, d_end = unpooled(self, d_features)
        for number in reversed(range(len(held))):
            d_output = self._back(number, held[number], d_output, strides, d_end)
            self._drop(number, d_output, d_output)
            strides, d_end = (self.B * self.inputs(number), self.inputs(number)), NOWHERE
        self._back_to_input(d_output)
        record_update(self, clipping)
        return StepSchedule(
            self.recorder.finished(),
            tuple(self.buffers),
            self.recorder.size,
            self.threads,
            logits.offset,
            tuple(self.zeroed),
        )

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
            kept = kept_shapes(own.program, H, T, B, 0, 1, "saved")
            rooms = [self.room(prod(shape)) for shape in kept]
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

    # back

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
                self.part(weights[part.block], part)
            found.append(at["d_x"])
        if of_input and not own.rows:
            self.copy(1, T * B * I, 0, 0, found[0], 0)
            self.wait()
        elif of_input and len(found) == 2:
            equations = Equations(("a", "b"), (), (("a", symbol("a") + symbol("b")),))
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
