"""A diagram drawn: inputs at the bottom, layers upward, time to the right."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from elman.errors import SettingError
from elman.view.canvas import COLOURS, GREY, Canvas
from elman.view.diagram import Diagram, Row
from elman.view.places import (
    ATTENTION,
    BELOW,
    BOX,
    HALF,
    HEIGHTS,
    LINE,
    Placed,
    Places,
    cell_y,
    lines_of,
)
from elman.view.wires import Wires

__all__ = ["plot_unrolled"]

DOTS = "\u22ef"


def plot_unrolled(diagram: Diagram, path: str | Path, title: str) -> Path:
    """Draw a network unrolled in time, 1000 pixels wide.

    Blue cells read forward, orange ones backward; what all steps are given is green, dashed what
    attention is asked with. Beside every row stands what it is.

    Args:
        diagram: of `unroll`.
        path: the file to write, ending in .svg or .png.
        title: what stands above the picture.

    Returns:
        The path of the picture.

    Raises:
        SettingError: the name ends in neither.
        DataError: the file cannot be written.

    Example:
        >>> import elman, tempfile, torch
        >>> from elman.view.reading import unroll
        >>> diagram = unroll(elman.nn.Recurrent("lstm", 3, 4), torch.zeros(5, 2, 3))
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     plot_unrolled(diagram, f"{folder}/network.svg", "one layer").name
        'network.svg'
    """
    path = Path(path)
    if path.suffix.lower() not in (".svg", ".png"):
        raise SettingError(f'"{path}" must end in .svg or .png, which are what can be drawn.')
    places = Places(diagram)
    canvas = Canvas(places.width, places.height + 0.95)
    middle = places.width / 2
    centred = {"ha": "center", "va": "center", "parse_math": False}
    canvas.text((middle, places.height + 0.6), title, 1.25, **centred)
    drawing = _Drawing(places, canvas)
    for n in range(len(diagram.strips)):
        drawing.strip(n)
    for link in diagram.links:
        drawing.wires.link(link)
    if diagram.beside:
        said = "; ".join(f"{source} also reaches {to}" for source, to in diagram.beside)
        canvas.text((middle, 0.35), said, 0.85, **centred, color=GREY)
    canvas.write(path)
    return path


class _Drawing:
    """Draws the rows of strips, a method for each kind of them."""

    def __init__(self, places: Places, canvas: Canvas) -> None:
        self.places, self.canvas, self.wires = places, canvas, Wires(places, canvas)

    def strip(self, n: int) -> None:
        """Draw a strip, from the bottom."""
        before: Placed | None = None
        given: Placed | None = None
        for row, y in self.places.rows[n]:
            {
                "input": self._numbers, "layers": self._layers, "cells": self._cells,
                "given": self._given, "once": self._once, "output": self._numbers,
            }[row.kind](n, row, y)  # fmt: skip
            self._label(n, row, y)
            if row.kind == "given":
                given = (row, y)
                continue
            if before:
                self.wires.rise(n, before, (row, y), past=given is not None)
            if given:
                self.wires.hand(n, given, (row, y), past=before is not None)
            before, given = (row, y), None

    def _numbers(self, n: int, row: Row, y: float) -> None:
        name = {"input": "x", "output": "y"}[row.kind]
        below = self.places.rows[n][-2][0]
        if row.kind == "output" and below.kind == "once":
            place = (self.places.once(n, below), y)
            self.canvas.box(place, BOX, HEIGHTS["output"], "number", f"${name}$")
            return
        for x, step in self.places.steps(n):
            last = x == self.places.columns[n][-1][0] and self.places.omitted(n) is not None
            number = self._length(n) if last else step + 1
            self.canvas.box((x, y), BOX, HEIGHTS["input"], "number", f"${name}_{{{number}}}$")
        self._dots(n, y)

    def _length(self, n: int) -> str:
        """Return what the number of steps is called: S of what is read before it is written."""
        last = n == len(self.places.columns) - 1
        return "T" if last else "S" if n == 0 else f"S{n}"

    def _dots(self, n: int, y: float) -> None:
        x = self.places.omitted(n)
        if x is not None:
            self.canvas.text((x, y), DOTS, 1.3, ha="center", va="center")

    def _layers(self, n: int, row: Row, y: float) -> None:
        each = BOX / len(row.names)
        for x, _ in self.places.steps(n):
            for number in range(len(row.names)):
                at = (x - BOX / 2 + each * (number + 0.5), y)
                text = row.names[0] if len(row.names) == 1 else ""
                self.canvas.box(at, each * 0.94, HEIGHTS["layers"], "layer", text)
        self._dots(n, y)

    def _once(self, n: int, row: Row, y: float) -> None:
        name = row.names[0] if len(row.names) == 1 else ""
        self.canvas.box((self.places.once(n, row), y), BOX, HEIGHTS["once"], "layer", name)

    def _cells(self, n: int, row: Row, y: float) -> None:
        for forward in (True, False)[: 1 + row.both]:
            self._direction(n, row, cell_y(row, y, forward=forward), forward=forward)

    def _direction(self, n: int, row: Row, y: float, *, forward: bool) -> None:
        colour = "cell" if forward else "back"
        width = HALF if row.both else BOX
        aside = (BOX - width) / 2 * (-1 if forward else 1)
        centres = [x + aside for x, _ in self.places.steps(n)]
        for x in centres:
            self.canvas.box((x, y), width, HEIGHTS["cells"], colour, row.told[0])
        line = COLOURS[colour][1]
        for a, b in pairwise(centres):
            points = [(a + width / 2, y), (b - width / 2, y)]
            self.canvas.arrow(*(points if forward else points[::-1]), colour=line)
        omitted = self.places.omitted(n)
        if omitted is not None:
            self.canvas.text(
                (omitted + aside, y), DOTS, 1.3, ha="center", va="center", zorder=4,
                bbox={"fc": "white", "ec": "none", "pad": 2},
            )  # fmt: skip
        if len(centres) > 1:
            middle = sum(centres[:2]) / 2 if omitted is None else omitted + aside
            self.canvas.text(
                (middle, y + 0.1), ", ".join(row.states), 0.9, ha="center", va="bottom",
                color=line, style="italic", zorder=5,
            )  # fmt: skip

    def _given(self, n: int, row: Row, y: float) -> None:
        first, last = self.places.start(n), self.places.end(n)
        middle = (first + last) / 2
        said = " ".join([*row.names, *row.told]) if row.names == ATTENTION else ", ".join(row.names)
        self.canvas.box((middle, y), last - first, HEIGHTS["given"], "given", said)
        if row.source is not None and row.source != n:
            self.wires.carry(n, row, y)
        elif self.places.rows[n][0][0] is row:
            self.canvas.box((middle, y - BELOW), BOX, HEIGHTS["input"], "number", "$x$")
            start, end = y - BELOW + HEIGHTS["input"] / 2, y - HEIGHTS["given"] / 2
            self.canvas.arrow((middle, start), (middle, end))
        elif row.source is None:
            x = last + 0.35 + BOX / 2
            self.canvas.box((x, y), BOX, HEIGHTS["input"], "number", "$m$")
            self.canvas.arrow((x - BOX / 2, y), (last, y))

    def _label(self, n: int, row: Row, y: float) -> None:
        """Say what a row is: to the left of the first strip, to the right of the last."""
        if 0 < n < len(self.places.columns) - 1:
            return
        several = len(self.places.columns) > 1
        left = n == 0
        x = self.places.start(0) - 0.3 - self.places.gap(0) if left else self.places.end(n) + 0.3
        lines = lines_of(row, 25 if several else 34)
        for number, (text, is_name) in enumerate(lines):
            self.canvas.text(
                (x, y + LINE * ((len(lines) - 1) / 2 - number)), text, 1.0 if is_name else 0.85,
                ha="right" if left else "left", va="center", parse_math=False,
                weight="bold" if is_name else "normal", color="black" if is_name else GREY,
            )  # fmt: skip
