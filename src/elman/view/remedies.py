"""What each of several remedies does to gradients through time, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from elman.data.writing import write_whole

if TYPE_CHECKING:
    from torch import Tensor

__all__ = ["Panel", "plot_remedies"]

BEFORE, AFTER = "#D55E00", "#0072B2"  # of Okabe and Ito, told apart by every kind of sight
ACROSS = 3
LEAST, MOST = 1e-14, 1e14  # times the norm at the last step


class Panel(NamedTuple):
    """A remedy, and the norms of the gradient at every step, (T,), that at the last being 1."""

    title: str
    before: Tensor
    after: Tensor


def plot_remedies(panels: Sequence[Panel], path: str | Path, title: str) -> Path:
    """Draw the norms before and after a training, a panel for each remedy, 1000 pixels wide.

    Args:
        panels: of sequences that are equally long.
        path: the file to write, a PNG.
        title: what stands above the picture.

    Returns:
        The path of the picture.

    Raises:
        DataError: the file cannot be written.

    Example:
        >>> import tempfile, torch
        >>> panel = Panel("none", torch.tensor([0.1, 1.0]), torch.tensor([0.5, 1.0]))
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     plot_remedies([panel], f"{folder}/remedies.png", "remedies").name
        'remedies.png'
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    down = -(-len(panels) // ACROSS)
    figure = Figure(figsize=(10, 1.2 + 2.2 * down), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    figure.suptitle(title, fontsize=14)
    every = figure.subplots(down, ACROSS, sharex=True, sharey=True, squeeze=False).flatten()
    for axes in every[len(panels) :]:
        axes.set_visible(False)
    for number, (axes, panel) in enumerate(zip(every, panels, strict=False)):
        axes.axhline(1, color="0.7", lw=1)
        for norms, colour, line, label in (
            (panel.before, BEFORE, "--", "before the training"),
            (panel.after, AFTER, "-", "after it"),
        ):
            drawn = norms.flip(0).double()
            drawn = drawn.where((drawn >= LEAST) & (drawn <= MOST), float("nan"))
            # the dot is seen where nothing else is left
            options = {"color": colour, "label": label, "marker": "o", "markevery": [0], "ms": 5}
            axes.plot(drawn.numpy(), line, lw=2, **options)
        axes.set_title(panel.title, fontsize=11)
        axes.tick_params(labelsize=10, labelbottom=number >= len(panels) - ACROSS)
        axes.grid(alpha=0.3)
        axes.spines[["top", "right"]].set_visible(False)
    every[0].set(yscale="log", ylim=(LEAST, MOST), xlim=(len(panels[0].before) - 0.5, -1.5))
    every[0].set_yticks([10.0**power for power in range(-12, 13, 6)])
    figure.supxlabel("steps before the last", fontsize=11)
    figure.supylabel("norm of the gradient, times that at the last step", fontsize=11)
    handles = every[0].get_legend_handles_labels()
    figure.legend(*handles, loc="outside lower right", ncols=2, frameon=False, fontsize=11)
    picture = BytesIO()
    figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)
