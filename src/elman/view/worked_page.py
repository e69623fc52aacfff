"""One training step of a cell, worked through, as a page to look at."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from elman.data.writing import write_whole
from elman.view.worked import LEGEND, Line, Section, numbers_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.text import Text

__all__ = ["plot_worked_step"]

WIDTH, MARGIN, INDENT = 1000, 30, 24  # pixels
LETTERS = 104  # of a line of numbers
GREY, BLUE = "0.35", "#0072B2"  # blue of Okabe and Ito: told apart by every kind of sight
NOTE = {"fontsize": 10, "color": GREY, "parse_math": False}


class _Row(NamedTuple):
    """A row of text: its height, indentation and the room below it in pixels, and how it is set."""

    text: str
    height: int
    indent: int
    look: dict[str, Any]
    below: int = 6


def plot_worked_step(sections: Sequence[Section], path: str | Path, title: str) -> Path:
    """Draw a training step that was worked through, as a PNG 1000 pixels wide.

    Args:
        sections: from `elman.view.worked.worked_step`.
        path: the file to write.
        title: what stands above it.

    Returns:
        The path of the picture.

    Raises:
        DataError: the file cannot be written.

    Example:
        >>> import elman, tempfile
        >>> from elman.view.worked import worked_step
        >>> sections = worked_step(elman.cells.get("elman"), steps=1)
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     plot_worked_step(sections, f"{folder}/elman.png", "a step").name
        'elman.png'
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    rows = [_Row(title, 50, 0, {"fontsize": 16, "parse_math": False})]
    rows += [_Row(line, 18, 0, NOTE) for line in LEGEND.splitlines()]
    rows += [row for section in sections for row in _rows(section)]
    height = sum(row.height for row in rows) + MARGIN
    figure = Figure(figsize=(WIDTH / 100, height / 100), dpi=100)
    FigureCanvasAgg(figure)
    down = 0
    for row in rows:
        down += row.height
        x, y = (MARGIN + row.indent) / WIDTH, 1 - (down - row.below) / height
        _fit(figure, figure.text(x, y, row.text, va="baseline", **row.look))
    picture = BytesIO()
    figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)


def _rows(section: Section) -> Iterator[_Row]:
    yield _Row(section.title, 44, 0, {"fontsize": 13, "weight": "bold"})
    for line in section.lines:
        yield from _line(line)


def _line(line: Line) -> Iterator[_Row]:
    plain = {"fontsize": 9, "family": "monospace", "parse_math": False}
    tall = r"\frac" in line.latex or r"\sum" in line.latex
    value = numbers_of(line.value)
    if not line.numbers:
        given = f"${line.latex}$  =  {value}"
        yield _Row(given, 24, INDENT, {"fontsize": 11})
        return
    yield _Row(f"${line.latex}$", 50 if tall else 34, INDENT, {"fontsize": 13}, 18 if tall else 10)
    for number in textwrap.wrap(line.numbers, LETTERS):
        yield _Row(number, 17, 2 * INDENT, {**plain, "color": GREY})
    for number in textwrap.wrap(f"\N{RIGHTWARDS ARROW} {value}", LETTERS):
        yield _Row(number, 17, 2 * INDENT, {**plain, "color": BLUE, "weight": "bold"})


def _fit(figure: Figure, text: Text) -> None:
    """Make a text that is too wide smaller."""
    box = text.get_window_extent()
    room = WIDTH - MARGIN - box.x0
    if box.width > room:
        text.set_fontsize(float(text.get_fontsize()) * room / box.width)
