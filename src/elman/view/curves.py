"""Loss and, for symbols, accuracy over the steps of a run, as one picture."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from elman.data.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.axes import Axes

    from elman.train.history import History, Row

__all__ = ["plot_history"]

TRAINING = "#0072B2"  # blue and vermilion of Okabe and Ito: told apart by every kind of sight
VALIDATION = "#D55E00"
FEW = 40  # so many points are still told apart as dots


def plot_history(
    history: History, path: str | Path, title: str, loss: str = "loss (nats a symbol)"
) -> Path:
    """Draw the loss and, of symbols, the accuracy (%) over the steps, as a PNG 1000 pixels wide.

    Training is an unbroken line, validation, where there is one, a broken line in another colour.

    Args:
        history: the rows of a run.
        path: the file to write.
        title: what stands above the picture.
        loss: what stands beside its curve, with the unit.

    Returns:
        The path of the picture.

    Raises:
        DataError: the file cannot be written.

    Example:
        >>> import tempfile
        >>> from elman.train.history import History, Row
        >>> row = Row(10, 1, 2.5, 0.3, None, None, learning_rate=0.01, seconds=1.0)
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     plot_history(History([row]), f"{folder}/run.png", "a run").name
        'run.png'
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 4.2), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    figure.suptitle(title, fontsize=14)
    counted = any(row.accuracy is not None for row in history.rows)
    left, *others = figure.subplots(1, 1 + counted, squeeze=False)[0]
    _curves(left, history.rows, lambda row: row.loss, lambda row: row.validation_loss)
    left.set(ylabel=loss, ylim=(0, 1.08 * left.dataLim.y1))
    figure.legend(
        *left.get_legend_handles_labels(),
        loc="outside upper right", ncols=2, frameon=False, fontsize=11,
    )  # fmt: skip
    for right in others:
        _curves(
            right,
            history.rows,
            lambda row: _percent(row.accuracy),
            lambda row: _percent(row.validation_accuracy),
        )
        right.set(ylabel="accuracy (%)", ylim=(-2, 102))
    picture = BytesIO()
    figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _curves(
    axes: Axes,
    rows: Sequence[Row],
    training: Callable[[Row], float | None],
    validation: Callable[[Row], float | None],
) -> None:
    from matplotlib.ticker import MaxNLocator, StrMethodFormatter

    for label, value, colour, line in (
        ("training", training, TRAINING, "-"),
        ("validation", validation, VALIDATION, "--"),
    ):
        points = [(row.step, y) for row in rows if (y := value(row)) is not None]
        if points:
            steps, values = zip(*points, strict=True)
            marker = "o" if len(points) < FEW else ""
            axes.plot(steps, values, line, color=colour, label=label, lw=2, marker=marker, ms=4)
    axes.set_xlabel("training step", fontsize=11)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    axes.xaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    axes.tick_params(labelsize=11)
    axes.yaxis.label.set_fontsize(11)
    axes.grid(alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
