"""Boxes and arrows on an empty picture, in units of the picture's own."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import Any

from elman.data.writing import write_whole

__all__ = ["COLOURS", "GREY", "Canvas", "Point"]

Point = tuple[float, float]

# Fill and line, of Okabe and Ito's colours: told apart by every kind of sight.
COLOURS = {
    "number": ("#F2F2F2", "#666666"),
    "layer": ("#FFF4D6", "#B8860B"),
    "cell": ("#D9EAF7", "#0072B2"),
    "back": ("#FBE3D4", "#D55E00"),
    "given": ("#D5EFE6", "#00805F"),
}
GREY = "#444444"
LETTER = 0.67  # width of a letter, in its size


class Canvas:
    """A picture 1000 pixels wide, as high as its contents.

    Args:
        width: of the picture, in units.
        height: likewise.

    Attributes:
        size: of the letters in boxes, in points.
    """

    def __init__(self, width: float, height: float) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.unit = 10 / width  # inches
        self.figure = Figure(figsize=(10, self.unit * height), dpi=100)
        FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set(xlim=(0, width), ylim=(0, height))
        self.axes.axis("off")
        self.size = min(11.0, 13.0 * self.unit)

    def box(self, at: Point, width: float, height: float, colour: str, text: str) -> None:
        """Draw a box about a point, with a text within, as large as fits."""
        from matplotlib.patches import FancyBboxPatch

        (x, y), (fill, line) = at, COLOURS[colour]
        corner = (x - width / 2, y - height / 2)
        style = f"round,pad=0,rounding_size={min(0.12, height / 3):.3f}"
        self.axes.add_patch(
            FancyBboxPatch(corner, width, height, style, fc=fill, ec=line, lw=1.3, zorder=3)
        )
        if text:
            letters = width / LETTER * 72 * self.unit / self.size
            fits = 1.0 if text.startswith("$") else min(1.0, letters / len(text))
            self.text(at, text, fits, ha="center", va="center", zorder=4)

    def text(self, at: Point, text: str, size: float = 1.0, **options: Any) -> None:
        """Write at a point; letters are so many times as large as those in boxes."""
        math = options.pop("parse_math", text.startswith("$"))
        self.axes.text(*at, text, fontsize=self.size * size, parse_math=math, **options)

    def line(self, *points: Point, colour: str = GREY, style: str = "-") -> None:
        """Draw a line over points."""
        xs, ys = zip(*points, strict=True)
        self.axes.plot(xs, ys, style, color=colour, lw=1.2, zorder=2)

    def arrow(self, *points: Point, colour: str = GREY, dashed: bool = False) -> None:
        """Draw a line over points, with a head at its end."""
        style = "--" if dashed else "-"
        if len(points) > 2:
            self.line(*points[:-1], colour=colour, style=style)
        head = {"arrowstyle": "-|>,head_width=0.18,head_length=0.35", "mutation_scale": 12}
        shape = {"color": colour, "lw": 1.2, "ls": style, "shrinkA": 0, "shrinkB": 0}
        self.axes.annotate("", points[-1], points[-2], arrowprops={**head, **shape}, zorder=2)

    def write(self, path: Path) -> None:
        """Write the picture in the format that the name ends in: .svg or .png."""
        import matplotlib

        kind = path.suffix.removeprefix(".").lower()
        picture = BytesIO()
        # without dates and random names, so that the same picture is the same file
        fixed: dict[str, Any] = {"metadata": {"Date": None}} if kind == "svg" else {}
        with warnings.catch_warnings(), matplotlib.rc_context({"svg.hashsalt": "elman"}):
            warnings.filterwarnings("ignore", "Glyph .* missing from font")  # it draws a box
            self.figure.savefig(picture, format=kind, **fixed)
        write_whole(path, picture.getvalue())
