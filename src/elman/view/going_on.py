"""How a network was taught a curve and how it goes on with it, as one picture."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from elman.data.writing import write_whole
from elman.view.curves import TRAINING, VALIDATION

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from torch import Tensor

    from elman.train.history import History

__all__ = ["plot_going_on"]

TRUTH = "0.75"  # a light grey, below the others


def plot_going_on(
    history: History, truth: Tensor, ahead: Tensor, free: Tensor, path: str | Path, *, title: str
) -> Path:
    """Draw the loss over the steps of training, and predictions over the truth with their errors.

    Args:
        history: of the training, by the mean squared error.
        truth: the curve, in units of its amplitude, (T,).
        ahead: predicted one step ahead from it, (T,).
        free: predicted from the network's own answers, (T,).
        path: the file to write, a PNG 1000 pixels wide.
        title: what stands above the picture.

    Returns:
        The path of the picture.

    Raises:
        DataError: the file cannot be written.

    Example:
        >>> import tempfile, torch
        >>> from elman.train.history import History, Row
        >>> row = Row(10, 1, 0.1, None, None, None, learning_rate=0.01, seconds=1.0)
        >>> wave = torch.arange(9.0).sin()
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     place = f"{folder}/wave.png"
        ...     plot_going_on(History([row]), wave, wave, wave, place, title="a wave").name
        'wave.png'
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    figure = Figure(figsize=(10, 5), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    figure.suptitle(title, fontsize=14)
    loss, values, errors = figure.subplot_mosaic(
        [["loss", "values"], ["loss", "errors"]], width_ratios=[1, 2], height_ratios=[2, 1]
    ).values()
    loss.plot(
        [row.step for row in history.rows], [row.loss for row in history.rows], color=TRAINING
    )
    loss.set(xlabel="training step", ylabel="mean squared error", yscale="log")
    loss.xaxis.set_major_locator(MaxNLocator(nbins=3, integer=True))
    loss.xaxis.set_major_formatter("{x:,.0f}")
    steps = range(1, len(truth) + 1)
    values.plot(steps, truth.numpy(), color=TRUTH, lw=6, label="truth")
    errors.axhline(0, color=TRUTH, lw=6)
    for label, predicted, colour, line in (
        ("one step ahead", ahead, TRAINING, "-"),
        ("running free", free, VALIDATION, "--"),
    ):
        values.plot(steps, predicted.numpy(), line, color=colour, label=label, lw=1.5)
        errors.plot(steps, 100 * (predicted - truth).numpy(), line, color=colour, lw=1.5)
    values.set(ylabel="value (amplitudes)", xticklabels=[])
    errors.set(xlabel="step after those that were shown", ylabel="error (%)")
    figure.legend(
        *values.get_legend_handles_labels(),
        loc="outside lower right", ncols=3, frameon=False, fontsize=11,
    )  # fmt: skip
    for axes in (loss, values, errors):
        _finish(axes)
    picture = BytesIO()
    figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)


def _finish(axes: Axes) -> None:
    axes.tick_params(labelsize=11)
    axes.xaxis.label.set_fontsize(11)
    axes.yaxis.label.set_fontsize(11)
    axes.grid(alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
