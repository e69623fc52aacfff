"""What goes into a recurrent network and what it makes of it, step by step, as one picture."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from elman.data.writing import write_whole

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from torch import Tensor

__all__ = ["plot_states"]


def plot_states(
    inputs: Tensor,
    states: Tensor,
    path: str | Path,
    *,
    title: str,
    features: Sequence[str],
    steps: Sequence[str],
    marked: Sequence[bool],
) -> Path:
    """Draw inputs above hidden states, steps across, as a PNG 1000 pixels wide.

    Units are in the order of the step at which they are largest, so that what belongs to a step
    lies together.

    Args:
        inputs: from 0 to 1, (T, I).
        states: from -1 to 1, (T, H).
        path: the file to write.
        title: what stands above the picture.
        features: names of the inputs, I.
        steps: what stands below each step, T.
        marked: which steps are hatched in the inputs, T.

    Returns:
        The path of the picture.

    Raises:
        DataError: the file cannot be written.

    Example:
        >>> import tempfile, torch
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     plot_states(
        ...         torch.eye(2), torch.zeros(2, 3), f"{folder}/states.png", title="two steps",
        ...         features=["a", "b"], steps=["first", "second"], marked=[False, True],
        ...     ).name
        'states.png'
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 8), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    figure.suptitle(title, fontsize=14)
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=[1, 2])
    above.imshow(inputs.T.numpy(), cmap="Blues", vmin=0, vmax=1.3, aspect="auto")
    above.set_yticks(range(len(features)), features)
    above.set_ylabel("input (0 or 1)")
    order = states.argmax(0).argsort(stable=True)
    image = below.imshow(
        states[:, order].T.numpy(), cmap="PuOr", vmin=-1, vmax=1, aspect="auto",
        interpolation="nearest",
    )  # fmt: skip
    below.set_yticks([])  # in this order their numbers say nothing
    below.set_ylabel(f"{len(order)} hidden units, by the step of their largest state")
    below.set_xticks(range(len(steps)), steps)
    bar = figure.colorbar(image, ax=below, pad=0.01, ticks=[-1, 0, 1])
    bar.set_label("state", fontsize=11)
    for step in (step for step, mark in enumerate(marked) if mark):
        above.axvspan(step - 0.5, step + 0.5, fill=False, hatch="//", edgecolor="0.4", lw=0)
    for axes in (above, below):
        _finish(axes, len(steps))
    picture = BytesIO()
    figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)


def _finish(axes: Axes, steps: int) -> None:
    axes.tick_params(labelsize=11, length=0)
    axes.yaxis.label.set_fontsize(11)
    for step in range(1, steps):
        axes.axvline(step - 0.5, color="white", lw=1)
