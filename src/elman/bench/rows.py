"""What is measured: every shape once, with the figures that it should reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Protocol

from elman.errors import SettingError, did_you_mean

__all__ = [
    "MODES",
    "NOTHING",
    "ROWS",
    "START_MODES",
    "AnyRow",
    "Row",
    "Wanted",
    "select",
    "settings_of",
]

START_MODES = ("first", "cached")
MODES = {
    "train": "forward and backward",
    "forward": "forward alone, nothing kept for a way back",
    "step": "a step a call, the state carried from one to the next",
    "first": "the first call in a new process, less a later one; nothing compiled before",
    "cached": "the same, compiled before",
    "loop": "forward, loss, backward and update, step after step; the time is of one step",
}
"""What is done with a shape: words in the names of rows."""


@dataclass(frozen=True)
class Wanted:
    """What a row should reach; None where nothing is asked.

    Args:
        ratio: the time of its first peer over ours, at least.
        share: of the machine's multiply-adds, at least.
        seconds: of a call, at most.
        ratios: the times of peers over ours, at least, by their names.
    """

    ratio: float | None = None
    share: float | None = None
    seconds: float | None = None
    ratios: Mapping[str, float] = field(default_factory=dict, hash=False)


NOTHING = Wanted()


class AnyRow(Protocol):
    """What every suite's rows tell of themselves."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def mode(self) -> str:
        """A key of `MODES`."""

    @property
    def wanted(self) -> Wanted:
        """What it should reach."""

    @property
    def settings(self) -> dict[str, object]:
        """All of it but the figures, by name."""


@dataclass(frozen=True)
class Row:
    """A shape and what is done with it.

    Args:
        cell: its name.
        batch: B.
        steps: T; the longest if packed.
        inputs: I.
        units: H.
        layers: L.
        mode: a key of `MODES`.
        wanted: what it should reach.
        packed: whether the sequences are ragged, and given as a `PackedSequence`.
        projected: P, the size that the output is projected to; 0 for none.
        bidirectional: whether each sequence is read from its end too.

    Example:
        >>> Row("lstm", 32, 50, 128, 256, projected=64).name
        'lstm-32-50-128-256-proj64-train'
    """

    cell: str
    batch: int
    steps: int
    inputs: int
    units: int
    layers: int = 1
    mode: str = "train"
    wanted: Wanted = NOTHING
    packed: bool = False
    projected: int = 0
    bidirectional: bool = False

    @property
    def name(self) -> str:
        """What it is called: cell, B, T, I, H, L where there are several, and what is special."""
        sizes = (self.batch, self.steps, self.inputs, self.units)
        layers = [str(self.layers)] if self.layers > 1 else []
        special = {
            "packed": self.packed,
            f"proj{self.projected}": self.projected,
            "bidirectional": self.bidirectional,
        }
        words = [word for word, holds in special.items() if holds]
        return "-".join([self.cell, *map(str, sizes), *layers, *words, self.mode])

    @property
    def settings(self) -> dict[str, object]:
        """All of it but the figures, by name."""
        return settings_of(self)


def settings_of(row: Any) -> dict[str, object]:
    """Return all of a row but the figures, by name.

    Args:
        row: a dataclass.

    Example:
        >>> settings_of(Row("gru", 1, 2, 3, 4))["units"]
        4
    """
    return {f.name: getattr(row, f.name) for f in fields(row) if f.name != "wanted"}


def _both(row: Row, train: Wanted = NOTHING, forward: Wanted = NOTHING) -> Iterable[Row]:
    """Return a shape forward and backward, and forward alone."""
    yield replace(row, mode="train", wanted=train)
    yield replace(row, mode="forward", wanted=forward)


ROWS: tuple[Row, ...] = (
    *_both(Row("lstm", 20, 35, 650, 650, 2), Wanted(1.25, 0.70), Wanted(share=0.78)),
    *_both(Row("lstm", 20, 20, 200, 200, 2), Wanted(1.2)),
    *_both(Row("lstm", 64, 100, 256, 256), Wanted(1.25)),
    *_both(Row("lstm", 64, 784, 1, 128), Wanted(2.5)),
    *_both(Row("lstm", 32, 96, 7, 256), Wanted(1.15)),
    *_both(Row("lstm", 1, 100, 32, 32), Wanted(2.5)),
    *_both(Row("lstm", 1, 100, 128, 128), Wanted(1.5)),
    *_both(Row("lstm", 32, 50, 128, 256, packed=True), Wanted(3)),
    *_both(Row("lstm", 32, 50, 128, 256, projected=64), Wanted(2)),
    *_both(Row("lstm", 32, 50, 128, 256, bidirectional=True), Wanted(1.2)),
    *_both(Row("gru", 64, 100, 256, 256), Wanted(2.3), Wanted(2.2)),
    *_both(Row("gru", 20, 35, 650, 650, 2), Wanted(2.7)),
    *_both(Row("gru", 1, 100, 32, 32), Wanted(25)),
    *_both(Row("gru", 64, 784, 1, 128), Wanted(3.5)),
    *_both(Row("gru", 32, 50, 128, 256, bidirectional=True), Wanted(2.5)),
    *_both(Row("elman", 64, 100, 256, 256), Wanted(2.3), Wanted(2.2)),
    *_both(Row("elman", 1, 100, 32, 32), Wanted(12)),
    *(
        row
        for cell in ("layer_norm_lstm", "mgu", "peephole_lstm")
        for shape, ratio in (((64, 100, 256, 256), 4), ((1, 100, 32, 32), 25))
        for row in _both(Row(cell, *shape), Wanted(ratio))
    ),
    Row("lstm", 1, 1, 64, 64, mode="step", wanted=Wanted(4, seconds=15e-6)),
    *(
        Row(cell, 20, 35, 200, 200, mode=mode, wanted=Wanted(seconds=seconds))
        for cell in ("lstm", "gru", "layer_norm_lstm")
        for mode, seconds in (("first", 1.0), ("cached", 0.03))
    ),
)


def select(words: Sequence[str], rows: Sequence[AnyRow]) -> tuple[AnyRow, ...]:
    """Return the rows that are called so, or have a word in their names.

    Args:
        words: names or parts of names; none is all rows.
        rows: of a suite.

    Returns:
        The rows in the order in which they are given.

    Raises:
        SettingError: no row has such a name.

    Example:
        >>> [row.name for row in select(["step", "lstm-20-20-200-200-2-train"], ROWS)]
        ['lstm-20-20-200-200-2-train', 'lstm-1-1-64-64-step']
    """
    names = [row.name for row in rows]
    chosen: set[str] = set()
    for word in words:
        found = {name for name in names if name == word} or {n for n in names if word in n}
        if not found:
            parts = {part for name in names for part in name.split("-") if not part.isdigit()}
            raise SettingError(
                f'there is no row "{word}".{did_you_mean(word, [*sorted(parts), *names])} '
                "Give the name of a row of this suite or a part of one; --list names them all."
            )
        chosen |= found
    return tuple(row for row in rows if not words or row.name in chosen)
