"""A piano roll: which keys sound when, with what was given and what was added told apart."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from elman.data.music.pieces import LOWEST
from elman.data.writing import write_whole

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from torch import Tensor

__all__ = ["plot_piano_roll"]

GIVEN = "#000000"
ADDED = "#0072B2"  # blue of Okabe and Ito: told apart from black by every kind of sight
OCTAVE = 12
MARGIN = 3  # keys above and below those that sound
BLACK = {1, 3, 6, 8, 10}  # of the keys of an octave, from C


def plot_piano_roll(
    given: Tensor, added: Tensor, path: str | Path, title: str, *, resolution: int = 1
) -> Path:
    """Draw a piece and how it was gone on with, as a PNG 1000 pixels wide.

    Args:
        given: frames (S, 88), not 0 where a key sounds; S may be 0.
        added: frames (T, 88) that follow.
        path: the file to write.
        title: what stands above the picture.
        resolution: steps a quarter note.

    Returns:
        The path of the picture.

    Raises:
        DataError: the file cannot be written.

    Example:
        >>> import tempfile, torch
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     plot_piano_roll(torch.eye(88)[:3], torch.eye(88)[3:8], f"{folder}/c.png", "c").name
        'c.png'
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 5), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    figure.suptitle(title, fontsize=14, parse_math=False)
    axes = figure.subplots()
    begin = len(given) / resolution
    for frames, first, label, colour in (
        (given, 0.0, "given", GIVEN),
        (added, begin, "added", ADDED),
    ):
        _notes(axes, frames, first, resolution, label, colour)
    if len(given):
        axes.axvline(begin, color=GIVEN, lw=0.8, ls="--", alpha=0.6)
    _keyboard(axes, [*_keys(given), *_keys(added)])
    axes.set_xlim(0, max(1, len(given) + len(added)) / resolution)
    axes.set_xlabel("quarter note", fontsize=11)
    axes.tick_params(labelsize=10)
    axes.spines[["top", "right"]].set_visible(False)
    figure.legend(
        *axes.get_legend_handles_labels(),
        loc="outside lower center", ncols=2, frameon=False, fontsize=11,
    )  # fmt: skip
    picture = BytesIO()
    figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)


def _notes(
    axes: Axes, frames: Tensor, first: float, resolution: int, label: str, colour: str
) -> None:
    """Draw each key that goes on sounding as one bar."""
    edges = (frames != 0).int()
    silence = edges.new_zeros(1, edges.size(1))
    struck = edges.diff(dim=0, prepend=silence, append=silence).T  # (88, T + 1)
    begins, ends = (struck > 0).nonzero().tolist(), (struck < 0).nonzero().tolist()
    keys = [key + LOWEST for key, _ in begins]
    starts = [first + step / resolution for _, step in begins]
    widths = [
        (last - start) / resolution for (_, start), (_, last) in zip(begins, ends, strict=True)
    ]
    axes.barh(
        keys, widths, left=starts, height=0.8, color=colour, edgecolor="white", lw=0.5, label=label,
        zorder=3,
    )  # fmt: skip


def _keys(frames: Tensor) -> list[int]:
    return [key + LOWEST for key in (frames != 0).any(0).nonzero().flatten().tolist()]


def _keyboard(axes: Axes, keys: list[int]) -> None:
    """Name the octaves of the keys that sound, and shade the black keys."""
    low = min(keys, default=60) - MARGIN
    high = max(keys, default=72) + MARGIN
    for key in range(low, high + 1):
        if key % OCTAVE in BLACK:
            axes.axhspan(key - 0.5, key + 0.5, color="0.95", lw=0)
    octaves = [key for key in range(low, high + 1) if key % OCTAVE == 0]
    axes.set_yticks(octaves, [f"C{key // OCTAVE - 1}" for key in octaves])
    axes.set_ylim(low - 0.5, high + 0.5)
    axes.set_ylabel("key", fontsize=11)
    axes.grid(axis="y", alpha=0.4)
