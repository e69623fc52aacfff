"""Where everything in an unrolled diagram lies: columns of steps, rows over each other."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

from elman.view.diagram import Diagram, Row, Strip

__all__ = [
    "ATTENTION",
    "BELOW",
    "BOTH",
    "BOX",
    "HALF",
    "HEIGHTS",
    "SIDE",
    "Placed",
    "Places",
    "cell_y",
    "edge",
    "height_of",
    "lines_of",
]

BOX, HALF, SIDE = 0.88, 0.6, 0.3  # widths of a box, of a cell of two ways; to each of two arrows
PITCH, OMITTED, LONE = 1.15, 0.85, 1.45  # width of a step, of those left out, of a step of a few
HEIGHTS = {"input": 0.42, "layers": 0.5, "cells": 0.62, "given": 0.4, "once": 0.5, "output": 0.42}
BOTH = 1.36  # height of a layer that reads both ways
BETWEEN = 0.55  # of rows
BELOW = 0.95  # from what every step is given to the number from outside that it is made of
GAP = 1.85  # in front of a strip that is given something
LABELS, NARROW = 3.1, 2.45  # widths of what stands beside the rows, of one strip and of several
LINE = 0.25  # of what is said beside the rows
ATTENTION = ("attention",)

Placed = tuple[Row, float]
"""A row, and where its middle lies."""


@dataclass
class Places:
    """The places of a diagram, in units of which a step is about one wide.

    Args:
        diagram: what is to be drawn.

    Attributes:
        columns: for each strip, where its steps lie, and which they are: None for those left out.
        rows: for each strip, its rows and where they lie.
        width: of the whole.
        height: likewise, without a title.

    Example:
        >>> strip = Strip(9, (Row("input"), Row("cells", ("gru",), ("gru",), ("h",))))
        >>> [step for _, step in Places(Diagram((strip,))).columns[0]]
        [0, 1, 2, None, 8]
    """

    diagram: Diagram
    columns: list[list[tuple[float, int | None]]] = field(default_factory=list)
    rows: list[list[Placed]] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0

    def __post_init__(self) -> None:
        several = len(self.diagram.strips) > 1
        self.labels = NARROW if several else LABELS
        x = self.labels
        for n, strip in enumerate(self.diagram.strips):
            x += self.gap(n)
            slots = _slots(strip.steps, 4 if several else 5)
            own: list[tuple[float, int | None]] = []
            for step in slots:
                wide = OMITTED if step is None else PITCH if None in slots else LONE
                own.append((x + wide / 2, step))
                x += wide
            self.columns.append(own)
        x += self.labels if several else 0.5
        self.width = max(x, 9.2)
        aside = (self.width - x) / 2
        self.columns = [[(at + aside, step) for at, step in own] for own in self.columns]
        bottom = 0.9 if self.diagram.beside else 0.4
        self.rows = [_stacked(strip, bottom) for strip in self.diagram.strips]
        self.height = max(y + height_of(row) / 2 for own in self.rows for row, y in own)

    def gap(self, n: int) -> float:
        """Return how much room there is in front of a strip for what reaches it from there."""
        linked = any(link.target == n for link in self.diagram.links)
        given = any(row.kind == "given" for row in self.diagram.strips[n].rows)
        return GAP if linked or (given and n > 0) else 0.0

    def steps(self, n: int) -> list[tuple[float, int]]:
        """Return where the steps of a strip that are drawn lie, and which they are."""
        return [(x, step) for x, step in self.columns[n] if step is not None]

    def omitted(self, n: int) -> float | None:
        """Return where the steps that are left out would lie, if there are any."""
        return next((x for x, step in self.columns[n] if step is None), None)

    def start(self, n: int) -> float:
        """Return where the boxes of a strip begin."""
        return self.columns[n][0][0] - BOX / 2

    def end(self, n: int) -> float:
        """Return where the boxes of a strip end."""
        return self.columns[n][-1][0] + BOX / 2

    def reaching(self, n: int, row: Row) -> list[tuple[float, int]]:
        """Return the steps that reach what runs once: the last if their state does."""
        found = [(x, step) for x, step in self.steps(n) if step in row.steps]
        return found or self.steps(n)[-1:]

    def once(self, n: int, row: Row) -> float:
        """Return where a layer lies that runs once."""
        places = [x for x, _ in self.reaching(n, row)]
        return sum(places) / len(places)


def height_of(row: Row) -> float:
    """Return how high a row is, with what is said beside it."""
    return BOTH if row.both else max(HEIGHTS[row.kind], LINE * len(lines_of(row, 27)) - 0.1)


def cell_y(row: Row, y: float, *, forward: bool) -> float:
    """Return where the cells of one direction lie in a row about y."""
    away = (BOTH - HEIGHTS["cells"]) / 2 if row.both else 0.0
    return y - away if forward else y + away


def edge(row: Row, y: float, lane: float, side: int) -> float:
    """Return where a line right or left of the middle meets a row from above (1) or below (-1)."""
    return cell_y(row, y, forward=lane < 0) + side * HEIGHTS[row.kind] / 2


def lines_of(row: Row, width: int) -> list[tuple[str, bool]]:
    """Return what is said beside a row, line by line, and whether it is a name.

    Args:
        row: of a diagram.
        width: in characters.

    Example:
        >>> lines_of(Row("layers", ("head",), ("linear, 8 to 3",)), 20)
        [('head', True), ('linear, 8 to 3', False)]
    """
    if row.kind in ("input", "output"):
        told = ": ".join([row.kind, *[", ".join(row.names)] * bool(row.names)])
        return [(line, False) for line in textwrap.wrap(told, width)]
    if row.names == ATTENTION:
        return []
    said = row.told[1:] if row.kind == "cells" else row.told
    if len(row.names) == 1:
        return [
            (row.names[0], True),
            *((line, False) for one in said for line in textwrap.wrap(one, width)),
        ]
    pairs = zip(row.names, said, strict=True)
    return [(line, False) for pair in pairs for line in textwrap.wrap(": ".join(pair), width)]


def _slots(steps: int, few: int) -> list[int | None]:
    """Return the steps that are drawn, None for those left out."""
    return [*range(steps)] if steps <= few else [*range(few - 2), None, steps - 1]


def _stacked(strip: Strip, bottom: float) -> list[Placed]:
    y, found = bottom, []
    if strip.rows[0].kind == "given":
        y += BELOW  # the number that is given lies below
    for row in strip.rows:
        found.append((row, y + height_of(row) / 2))
        y += height_of(row) + BETWEEN
    return found
