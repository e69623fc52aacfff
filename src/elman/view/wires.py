"""What goes between the rows and strips of an unrolled diagram."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from elman.view.canvas import COLOURS, GREY, Canvas, Point
from elman.view.diagram import Link, Row
from elman.view.places import (
    ATTENTION,
    BELOW,
    BOTH,
    BOX,
    HALF,
    HEIGHTS,
    SIDE,
    Placed,
    Places,
    cell_y,
    edge,
)

__all__ = ["Wires"]

BLUE, ORANGE, GREEN = (COLOURS[name][1] for name in ("cell", "back", "given"))


class Wires:
    """Draws the lines.

    Args:
        places: of the diagram.
        canvas: to draw on.

    Example:
        >>> from elman.view.diagram import Diagram, Strip
        >>> places = Places(Diagram((Strip(1, (Row("input"), Row("output"))),)))
        >>> Wires(places, Canvas(places.width, places.height)).rise(0, *places.rows[0], past=False)
    """

    def __init__(self, places: Places, canvas: Canvas) -> None:
        self.places, self.canvas = places, canvas

    def rise(self, n: int, lower: Placed, upper: Placed, *, past: bool) -> None:
        """Draw what goes up from a row of a strip to the next, past something given if so."""
        (below, y), (above, top) = lower, upper
        if "once" in (below.kind, above.kind):
            self._at_once(n, lower, upper)
            return
        lanes = (-SIDE, SIDE) if below.both or above.both else (-0.2,) if past else (0.0,)
        for x, _ in self.places.steps(n):
            for lane in lanes:
                start, end = edge(below, y, lane, 1), edge(above, top, lane, -1)
                self.canvas.arrow((x + lane, start), (x + lane, end))
            if below.both and above.both:
                middle = (edge(below, y, SIDE, 1) + edge(above, top, -SIDE, -1)) / 2
                self.canvas.line((x - SIDE, middle), (x + SIDE, middle))

    def _at_once(self, n: int, lower: Placed, upper: Placed) -> None:
        (below, y), (above, top) = lower, upper
        if below.kind == "once":
            x = self.places.once(n, below)
            self.canvas.arrow((x, edge(below, y, 0, 1)), (x, edge(above, top, 0, -1)))
            return
        end = (self.places.once(n, above), edge(above, top, 0, -1))
        for x, _ in self.places.reaching(n, above):
            self.canvas.arrow((x, self._joined(below, y, x)), end)

    def _joined(self, row: Row, y: float, x: float, above: float = 0.14) -> float:
        """Join what leaves a step of a row, and return where one line goes on."""
        if not row.both:
            return edge(row, y, 0, 1)
        top = y + BOTH / 2 + above
        self.canvas.line(
            (x - SIDE, edge(row, y, -SIDE, 1)), (x - SIDE, top), (x + SIDE, top),
            (x + SIDE, edge(row, y, SIDE, 1)),
        )  # fmt: skip
        return top

    def hand(self, n: int, given: Placed, upper: Placed, *, past: bool) -> None:
        """Draw what every step is given, and by what attention is asked for it."""
        (row, y), (above, top) = given, upper
        lane, start = (0.2 if past else 0.0), edge(row, y, 0, 1)
        steps = self.places.steps(n)
        lanes = (-SIDE, SIDE) if above.both and not past else (lane,)
        for x, step in steps:
            for lane in lanes if not row.steps or step in row.steps else ():
                end = edge(above, top, lane if lane else -SIDE, -1)
                self.canvas.arrow((x + lane, start), (x + lane, end), colour=GREEN)
        if row.names == ATTENTION:
            for (x, step), (after, later) in pairwise(steps):
                if later != step + 1:
                    self._name((x + after) / 2, (start + edge(above, top, -SIDE, -1)) / 2)
                else:
                    points = (x + 0.36, edge(above, top, -SIDE, -1)), (after - 0.36, start)
                    self.canvas.arrow(*points, colour=GREEN, dashed=True)

    def _name(self, x: float, y: float) -> None:
        """Name what attention gives, where steps are left out."""
        self.canvas.text(
            (x, y), "context", 0.9, ha="center", va="center", color=GREEN, style="italic"
        )

    def carry(self, n: int, row: Row, y: float) -> None:
        """Draw what is given to a strip from another one."""
        source, x = row.source or 0, self.places.start(n)
        if row.names == ATTENTION:
            lower, at = [p for p in self.places.rows[source] if p[0].kind in ("layers", "cells")][
                -1
            ]
            steps = self.places.steps(source)
            starts = [(place, self._joined(lower, at, place)) for place, _ in steps]
            top = starts[0][1] + 0.25
            for start in starts:
                self.canvas.line(start, (start[0], top), colour=GREEN)
            way = x - 0.3
            self.canvas.arrow((steps[0][0], top), (way, top), (way, y), (x, y), colour=GREEN)
        else:
            at_x, at_y = self._ended(source)
            self.canvas.arrow((at_x, at_y), (at_x, y), (x, y), colour=GREEN)

    def _ended(self, n: int) -> Point:
        """Join what the last layer of a strip ends in, and return where."""
        row, y = self._cells(n)[-1]
        end, height = self.places.end(n), cell_y(row, y, forward=True)
        join = end + 0.16
        self.canvas.line((end - (BOX - HALF) * row.both, height), (join, height), colour=BLUE)
        if row.both:
            # the way that reads from the end is done at the first step
            left, over = self.places.start(n) + BOX - HALF, cell_y(row, y, forward=False)
            high = y + BOTH / 2 + 0.3
            self.canvas.line(
                (left, over), (left - 0.38, over), (left - 0.38, high), (join, high),
                (join, height), colour=ORANGE,
            )  # fmt: skip
        return join, height

    def _cells(self, n: int) -> list[Placed]:
        return [placed for placed in self.places.rows[n] if placed[0].kind == "cells"]

    def link(self, link: Link) -> None:
        """Draw what the states of a strip begin as."""
        x = self.places.start(link.target)
        into = self._cells(link.target)
        ends = [(x, cell_y(row, y, forward=True)) for row, y in into]
        if link.source is None:
            self._from_outside(link, ends)
            return
        starts = [
            (self.places.end(link.source) - (BOX - HALF) * row.both, cell_y(row, y, forward=True))
            for row, y in self._cells(link.source)
        ]
        if link.through:
            join, height = self._ended(link.source)
            middle = join + 0.22 + BOX / 2
            self.canvas.arrow((join, height), (middle - BOX / 2, height), colour=BLUE)
            self._layer((middle, height), link)
            starts = [(middle + BOX / 2, height)] * len(ends)
        elif len(starts) != len(ends):
            starts = [starts[-1]] * len(ends)
        for start, end in zip(starts, ends, strict=True):
            self._elbow(start, end, start[0] + 0.14)

    def _layer(self, at: Point, link: Link, *, aside: bool = False) -> None:
        """Draw the layers on the way, as the last of them, and say below what they are."""
        self.canvas.box(at, BOX, HEIGHTS["once"], "layer", link.through[-1])
        below = (at[0] + 0.12 * aside, at[1] - HEIGHTS["once"] / 2 - 0.08)
        said = "\n".join(link.told).replace(", ", ",\n")
        self.canvas.text(
            below, said, 0.85, ha="left" if aside else "center", va="top", color=GREY,
            parse_math=False,
        )  # fmt: skip

    def _from_outside(self, link: Link, ends: Sequence[Point]) -> None:
        """Draw states that come from outside, with the layers on the way."""
        x = self.places.start(link.target) - 0.35 - BOX / 2
        lowest, bottom = self.places.rows[link.target][0]
        bottom -= BELOW * (lowest.kind == "given")
        name = "$s$" if link.given else "$x$"
        self.canvas.box((x, bottom), BOX, HEIGHTS["input"], "number", name)
        top = bottom + HEIGHTS["input"] / 2
        if link.given:
            for end in ends:
                self.canvas.arrow((x, top), (x, end[1]), end, colour=BLUE)
            return
        height = ends[0][1]
        self.canvas.arrow((x, top), (x, height - HEIGHTS["once"] / 2))
        self._layer((x, height), link, aside=True)
        for end in ends:
            self._elbow((x + BOX / 2, height), end, x + BOX / 2 + 0.14)

    def _elbow(self, start: Point, end: Point, turn: float) -> None:
        level = abs(start[1] - end[1]) < 0.01
        points = (start, end) if level else (start, (turn, start[1]), (turn, end[1]), end)
        self.canvas.arrow(*points, colour=BLUE)
