"""How often each label was told as each other, as a picture."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from elman.data.writing import write_whole

__all__ = ["plot_confusion"]

LONGEST = 24  # characters of a label that are drawn
ABREAST = 70  # characters that fit below the picture side by side
NUMBERED = 20  # classes up to which each field shows its count


def plot_confusion(confusion: NDArray[np.int64], labels: Sequence[str], path: str | Path) -> Path:
    """Draw a confusion matrix, each row as shares of its label, as a PNG 1000 pixels wide.

    Args:
        confusion: how often each true label (row) was told as each (column), (K, K).
        labels: K.
        path: the file to write.

    Returns:
        The path of the picture.

    Raises:
        DataError: the file cannot be written.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     plot_confusion(np.array([[3, 1], [0, 4]]), ["cat", "dog"], f"{folder}/c.png").name
        'c.png'
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    count = len(labels)
    names = [label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…" for label in labels]
    upright = count > 6 or max(map(len, names)) * count > ABREAST
    shares = confusion / np.maximum(1, confusion.sum(axis=1, keepdims=True))
    figure = Figure(figsize=(10, max(4.0, min(12.0, 2 + 0.4 * count)) + 2 * upright), dpi=100)
    figure.set_layout_engine("constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    image = axes.imshow(100 * shares, cmap="Blues", vmin=0, vmax=100, aspect="auto")
    figure.colorbar(image, ax=axes, label="share of the true label (%)")
    size = 11 if count <= NUMBERED else 8
    plain: dict[str, Any] = {
        "fontsize": size,
        "parse_math": False,
    }  # a label may hold a dollar sign
    axes.set_xticks(range(count), names, rotation=90 if upright else 0, **plain)
    axes.set_yticks(range(count), names, **plain)
    axes.set_xlabel("label that was told", fontsize=11)
    axes.set_ylabel("true label", fontsize=11)
    if count <= NUMBERED:
        for row, column in np.ndindex(count, count):
            colour = "white" if shares[row, column] > 0.5 else "black"
            number = int(confusion[row, column])
            axes.text(
                column, row, f"{number:,}" if number else "", ha="center", va="center",
                color=colour, fontsize=9,
            )  # fmt: skip
    picture = BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from font")  # it draws a box
        figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)
