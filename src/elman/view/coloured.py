"""A text coloured by one unit, with the likeliest next symbols below each symbol."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from elman.data.writing import write_whole
from elman.view.gates import shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from torch import Tensor

__all__ = ["MOST", "Guess", "plot_coloured"]

WIDTH, MARGIN, LETTER, HEIGHT = 1000, 20, 8, 18  # pixels
HEAD, FOOT = 60, 40
MOST = 240  # symbols that are drawn


class Guess(NamedTuple):
    """A symbol that may come next, and how probable it is."""

    symbol: str
    probability: float


class _Cell(NamedTuple):
    """Where one symbol stands: its number, its line, and its left edge and width in pixels."""

    number: int
    line: int
    left: int
    width: int


def plot_coloured(
    symbols: Sequence[str],
    activation: Tensor,
    guesses: Sequence[Sequence[Guess]],
    path: str | Path,
    title: str,
    guessed: str = "the likeliest next symbols",
) -> Path:
    """Draw a text coloured by one unit, as a PNG 1000 pixels wide.

    Args:
        symbols: T, of which the first 240 are drawn.
        activation: of the unit after each symbol, (T,).
        guesses: for each symbol the likeliest next ones, the likeliest first, equally many; or
            none of any.
        path: the file to write.
        title: what stands above the picture.
        guessed: what the guesses are.

    Returns:
        The path of the picture.

    Raises:
        DataError: the file cannot be written.

    Example:
        >>> import tempfile, torch
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     guesses = [[Guess("b", 0.9)], [Guess("a", 0.5)]]
        ...     file = f"{folder}/text.png"
        ...     plot_coloured(["a", "b"], torch.tensor([1.0, -1]), guesses, file, "unit 3").name
        'text.png'
    """
    from matplotlib import colormaps
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import Normalize
    from matplotlib.figure import Figure

    symbols, rows = symbols[:MOST], 1 + len(guesses[0])
    places = [*_places(symbols, guesses)]
    height = HEAD + FOOT + (places[-1].line + 1) * (rows + 1) * HEIGHT
    figure = Figure(figsize=(WIDTH / 100, height / 100), dpi=100)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(height, 0))
    axes.axis("off")
    axes.text(MARGIN, 32, title, fontsize=14, parse_math=False)
    top = max(1e-12, float(activation[:MOST].abs().max()))
    scale = Normalize(-top, top)
    for cell in places:
        y = HEAD + cell.line * (rows + 1) * HEIGHT
        colour = colormaps["PuOr"](scale(float(activation[cell.number])))
        _box(axes, cell, y, symbols[cell.number], colour)
        for below, guess in enumerate(guesses[cell.number], 1):
            blue = colormaps["Blues"](0.7 * guess.probability)
            _box(axes, cell, y + below * HEIGHT, guess.symbol, blue)
    bars = (
        ("PuOr", scale, "the unit, after the symbol", MARGIN),
        ("Blues", Normalize(0, 100 / 0.7), f"below it: {guessed} (%)", WIDTH // 2),
    )
    for name, norm, label, left in bars[: rows if rows < 2 else 2]:
        bar = figure.add_axes((left / WIDTH, 22 / height, 0.12, 10 / height))
        figure.colorbar(ScalarMappable(norm, name), cax=bar, orientation="horizontal")
        ticks = (0, 50, 100) if name == "Blues" else (-top, 0, top)
        bar.set_xlim(ticks[0], ticks[-1])
        bar.set_xticks(ticks, [f"{float(f'{tick:.2g}'):g}" for tick in ticks])
        bar.tick_params(labelsize=8, length=0, pad=1)
        axes.text(left + 150, height - 22, label, fontsize=10)
    picture = BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from font")  # it draws a box
        figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)


def _places(symbols: Sequence[str], guesses: Sequence[Sequence[Guess]]) -> Iterator[_Cell]:
    """Set one symbol after another, each as wide as it and its guesses, and break lines."""
    line, left = 0, MARGIN
    for number, symbol in enumerate(symbols):
        names = [symbol, *(guess.symbol for guess in guesses[number])]
        width = 8 + LETTER * max(len(shown(name)) for name in names)
        if left + width > WIDTH - MARGIN:
            line, left = line + 1, MARGIN
        yield _Cell(number, line, left, width)
        left += width


def _box(
    axes: Axes, cell: _Cell, y: int, symbol: str, colour: tuple[float, float, float, float]
) -> None:
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((cell.left, y), cell.width - 1, HEIGHT - 1, color=colour, lw=0))
    light = 0.3 * colour[0] + 0.6 * colour[1] + 0.1 * colour[2] > 0.5
    axes.text(
        cell.left + cell.width / 2, y + HEIGHT / 2, shown(symbol), fontsize=9, ha="center",
        va="center", color="black" if light else "white", family="monospace", parse_math=False,
    )  # fmt: skip
