"""What the kernels of one direction of a layer are given, whichever way they go.

Every buffer of a sequence has T + 2 slots: that of the step t is t + 1, and the first and the last
hold what lies before the beginning and beyond the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from elman.runtime.facts import Facts
from elman.runtime.recording import Recording
from elman.runtime.schedule import Argument, At, Recorder
from elman.runtime.team import waiting

__all__ = ["Direction", "Shape", "Within", "stretches"]


class Shape(NamedTuple):
    """What a schedule depends on beside the layer.

    Args:
        steps: T.
        rows: B.
        inputs: I.
        number: of the direction, 0 forward and 1 backward in time.
        directions: whose outputs lie side by side.
        ragged: whether rows have lengths.
        by_units: whether threads share the units rather than the rows.
        packers: how many threads pack the weights of a tile when they come to it; 0 if all are
            packed before.
        fresh: whether the states at the beginning are zero, and their gradients not wanted.
        plain: whether weights are read as they lie where that can be done, since it is seldom.
        places: S, of a memory; 0 if there is none.
    """

    steps: int
    rows: int
    inputs: int
    number: int
    directions: int
    ragged: bool
    by_units: bool
    packers: int
    fresh: bool = False
    plain: bool = False
    places: int = 0


Within = tuple[Recorder, dict[str, At]]
"""A larger recording, and where in it the buffers of a part lie; `NOWHERE` for those it has not."""


class Direction(Recording):
    """One direction of a layer, as what is recorded of it.

    Args:
        facts: of the layer.
        shape: of the run.
        names: of the buffers that it is given beside those that every direction is.
        within: a larger recording that it is part of, and where in it each of the buffers lies;
            None if it is one by itself, whose buffers are numbered in the order of their names.
    """

    def __init__(
        self, facts: Facts, shape: Shape, names: Sequence[str], within: Within | None = None
    ):
        self.facts, self.shape = facts, shape
        self.T, self.B, self.I = shape[:3]
        self.sign = -1 if shape.number else 1
        self.output_row = shape.directions * facts.output
        given = ["lengths", "order", "x", "workspace", *facts.blocks, *names]
        if within is None:
            self.at = {name: At(number) for number, name in enumerate(given, start=2)}
            recorder = Recorder(facts.bytes, self.at["workspace"].base)
        else:
            recorder, self.at = within
        super().__init__(recorder, facts.common, facts.bytes)
        self.slots = self.T + 2

    def weight(self, part: str) -> At:
        """Return where a parameter begins, by its name in the equations."""
        facts = self.facts
        block, number = facts.parts[part]
        columns = 1
        if part.startswith("W_"):
            columns = self.I
        elif part.startswith("R_"):
            columns = facts.shape_of_map(part[2:])[1]
        return self.at[block] + self.numbers(number * facts.hidden * columns)

    @property
    def slot_before(self) -> int:
        """The slot before the first step of this direction."""
        return self.T + 1 if self.shape.number else 0

    @property
    def slot_at_end(self) -> int:
        """The slot of the last step of this direction."""
        return 1 if self.shape.number else self.T

    def row_of_state(self, number: int) -> int:
        """Return the numbers from row to row of the sequence of a state."""
        return self.facts.hidden if number else self.output_row

    def state(self, number: int, slot: int) -> At:
        """Return where a slot of the sequence of a state begins."""
        slot = slot % self.slots if number else slot
        return self.at[f"sequence {number}"] + self.numbers(
            slot * self.B * self.row_of_state(number)
        )

    def sequences(self) -> list[At]:
        """Return where the sequence of each state begins."""
        return [self.at[f"sequence {number}"] for number in range(self.facts.states)]

    def vectors(self) -> list[At]:
        """Return where each learned vector begins."""
        return [self.weight(name) for name in self.facts.program.step.vectors]

    def head(self, time: int, steps: int) -> list[Argument]:
        """Return the arguments that kernels of either way begin with."""
        facts, shape = self.facts, self.shape
        return [
            time,
            steps,
            self.sign,
            self.B,
            facts.hidden,
            facts.output,
            self.output_row,
            1 if self.slots == 2 else -1,
            shape.by_units,
            waiting(),
            At(1),
            self.at["lengths"] if shape.ragged else 0,
            self.at["order"],
            *([self.at["noise"]] if facts.program.step.noises else []),
            *self._memory(),
        ]

    def _memory(self) -> list[Argument]:
        """Return S, the real places of every row, and what is given of a memory."""
        facts = self.facts
        if not facts.sources:
            return []
        return [self.shape.places, *(self.at[name] for name in ("places", *facts.sources))]


def stretches(places: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return runs of places that follow one another.

    Args:
        places: whole numbers.

    Returns:
        For each run its first place, the number of that one, and how many there are.
    """
    found: list[tuple[int, int, int]] = []
    for number, place in enumerate(places):
        if found and found[-1][0] + found[-1][2] == place:
            found[-1] = (*found[-1][:2], found[-1][2] + 1)
        else:
            found.append((place, number, 1))
    return found
