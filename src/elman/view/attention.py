"""Where a decoder looked while it wrote: source by target, as a picture."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elman.data.writing import write_whole
from elman.errors import DataError
from elman.view.gates import shown

if TYPE_CHECKING:
    from torch import Tensor

__all__ = ["plot_attention"]

MOST = 64  # symbols of a side that are drawn; more cannot be read on 1000 pixels
NUMBERED = 12  # source or target symbols up to which each field shows its share
OUTLINE = "#d55e00"  # stands out from blue for every kind of colour vision


def plot_attention(
    weights: Tensor,
    source: Sequence[str],
    target: Sequence[str],
    path: str | Path,
    title: str,
    *,
    copies: Mapping[int, int] | None = None,
) -> Path:
    """Draw the weights of attention, a row for each symbol written, as a PNG 1000 pixels wide.

    Of a long sentence the first 64 symbols of each side are drawn.

    Args:
        weights: shares of the source, 0 to 1, (target, source); what lies beyond the symbols of
            either is padding and left out.
        source: the symbols that were read, S.
        target: the symbols that were written, T.
        path: the file to write.
        title: what stands above the picture.
        copies: for each place of a symbol that was copied, the place that it came from; outlined.

    Returns:
        The path of the picture.

    Raises:
        DataError: there are fewer weights than symbols, or none at all, or the file cannot be
            written.

    Example:
        >>> import tempfile, torch
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = f"{folder}/attention.png"
        ...     plot_attention(torch.eye(3), ["the", "cat"], ["le", "chat"], file, "looked at").name
        'attention.png'
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    rows, columns = len(target), len(source)
    if not rows or not columns or not _cover(weights, rows, columns):
        raise DataError(
            f"weights of the shape {tuple(weights.shape)} were given for {rows} written and "
            f"{columns} read symbols; expected at least one of each, and a weight for each pair."
        )
    every = max(rows, columns)
    rows, columns = min(rows, MOST), min(columns, MOST)
    copied = [place for place in (copies or {}).items() if place[0] < rows and place[1] < columns]
    notes = ["outlined: unknown, so copied from there"] * bool(copied)
    notes += [f"the first {MOST} symbols of {every:,}"] * (every > MOST)
    percent = 100 * weights[:rows, :columns].detach().double().cpu().numpy()
    height = max(4.0, min(14.0, 2.2 + 0.4 * rows))
    figure = Figure(figsize=(10, height), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    named = f"{title} ({'; '.join(notes)})" if notes else title
    figure.suptitle(named, fontsize=14, parse_math=False)
    axes = figure.subplots()
    image = axes.imshow(percent, cmap="Blues", vmin=0, vmax=100, aspect="auto")
    figure.colorbar(image, ax=axes, pad=0.02, label="share of the attention (%)")
    plain: dict[str, Any] = {"parse_math": False}  # a symbol may be a dollar sign
    few = max(rows, columns) <= 2 * NUMBERED
    plain_x = {**plain, "rotation": 60, "ha": "left"} if few else {**plain, "rotation": 90}
    axes.set_xticks(range(columns), map(shown, source[:columns]), **plain_x)
    axes.set_yticks(range(rows), map(shown, target[:rows]), **plain)
    axes.xaxis.tick_top()
    axes.xaxis.set_label_position("top")
    axes.tick_params(labelsize=11 if few else 8, length=0)
    axes.set_xlabel("symbol that was read", fontsize=11)
    axes.set_ylabel("symbol that was written", fontsize=11)
    if max(rows, columns) <= NUMBERED:
        for (row, column), share in zip(_places(rows, columns), percent.flat, strict=True):
            axes.text(
                column, row, f"{share:.0f}", ha="center", va="center", fontsize=9,
                color="white" if share > 50 else "black",
            )  # fmt: skip
    for row, column in copied:
        corner = (column - 0.5, row - 0.5)
        # whole at the edge of the picture too
        frame = Rectangle(corner, 1, 1, fill=False, edgecolor=OUTLINE, lw=3, clip_on=False)
        axes.add_patch(frame)
    picture = BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from font")  # it draws a box
        figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)


def _cover(weights: Tensor, rows: int, columns: int) -> bool:
    return weights.dim() == 2 and weights.size(0) >= rows and weights.size(1) >= columns


def _places(rows: int, columns: int) -> list[tuple[int, int]]:
    return [(row, column) for row in range(rows) for column in range(columns)]
