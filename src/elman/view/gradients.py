"""Gradients through time as a picture, as a table, and in words."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elman.data.writing import write_whole

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from torch import Tensor

    from elman.nn.through_time import LayerNorms

__all__ = ["gradients_csv", "gradients_text", "plot_gradients"]

# of Okabe and Ito, told apart by every kind of sight
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
LINES = ("-", "--", ":", "-.")
LEAST = 1e-12  # of the largest norm: what is less is not drawn
GROWN = 10.0  # times what it is at the last step, from where a gradient is said to grow


def gradients_csv(layers: Sequence[LayerNorms]) -> str:
    """Return norms as a table: a row for each step, the last first; a column for each value.

    Args:
        layers: of one network.

    Returns:
        Comma-separated values with a line of names; those of the maps begin with ``delta``, as in
        the equations of the way back. A cell is empty where a layer has no such step.

    Example:
        >>> import torch
        >>> from elman.nn.through_time import LayerNorms
        >>> norms = torch.tensor([0.5, 1.0])
        >>> print(gradients_csv([LayerNorms("l0", {"h": norms}, {"n": norms})]), end="")
        steps_back,l0 h,l0 delta n
        0,1.0,1.0
        1,0.5,0.5
    """
    columns = {
        f"{layer.name} {of}": norms.flip(0).tolist()
        for layer in layers
        for of, norms in _values(layer).items()
    }
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["steps_back", *columns])
    for step in range(max(map(len, columns.values()), default=0)):
        writer.writerow([step, *(c[step] if step < len(c) else None for c in columns.values())])
    return file.getvalue()


def gradients_text(layers: Sequence[LayerNorms]) -> str:
    """Say how far back each layer learns, a sentence each.

    Args:
        layers: of one network, of one step or more each.

    Returns:
        As many lines.

    Example:
        >>> import torch
        >>> from elman.nn.through_time import LayerNorms
        >>> norms = {"h": torch.tensor([1e-6, 1e-4, 0.2, 1.0])}
        >>> print(gradients_text([LayerNorms("l0", norms, {})]))
        l0: what happened more than 1 step ago no longer changes the weights.
    """
    return "\n".join(f"{layer.name}: {_told(layer.whole)}" for layer in layers)


def _told(norms: Tensor) -> str:
    from elman.nn.through_time import reach

    back, last = len(norms) - 1, float(norms[-1])
    grown, far = float(norms.max()) / last if last else 1.0, reach(norms)
    if grown >= GROWN:
        place = back - int(norms.argmax())
        return f"the gradient grows {grown:,.3g}-fold on its way, up to {_steps(place)} back."
    if far < back:
        ago = f"more than {_steps(far)} ago" if far else "before the last step"
        return f"what happened {ago} no longer changes the weights."
    share = float(norms[0]) / last if last else 0.0
    return (
        f"the gradient reaches the first step, {_steps(back)} back, with {share:.2g} times its "
        "norm at the last."
    )


def _steps(count: int) -> str:
    return f"{count:,} step" if count == 1 else f"{count:,} steps"


def _values(layer: LayerNorms) -> dict[str, Tensor]:
    maps = {f"delta {name}": norms for name, norms in layer.maps.items()}
    return {**layer.states, **maps}


def plot_gradients(layers: Sequence[LayerNorms], path: str | Path, title: str) -> Path:
    """Draw norms over the steps before the last, as a PNG 1000 pixels wide.

    Above is a line for each layer, all its states together; a dot is the farthest step with 1 % of
    the norm at the last. Below are the states and the maps, each of which is a gate before its
    sigmoid.

    Args:
        layers: of one network.
        path: the file to write.
        title: what stands above the picture.

    Returns:
        The path of the picture.

    Raises:
        DataError: the file cannot be written.

    Example:
        >>> import tempfile, torch
        >>> from elman.nn.through_time import LayerNorms
        >>> layer = LayerNorms("l0", {"h": torch.tensor([0.1, 1.0])}, {})
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     plot_gradients([layer], f"{folder}/gradients.png", "gradients").name
        'gradients.png'
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    rows = {f"{one.name} {of}": norms for one in layers for of, norms in _values(one).items()}
    heights = [3.0, 0.5 + 0.24 * len(rows)]
    figure = Figure(figsize=(10, 1.6 + sum(heights)), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    figure.suptitle(title, fontsize=14, parse_math=False)
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=heights)
    _lines(above, layers)
    _heat(below, rows)
    above.set_title("dot: the farthest step with 1 % of the norm at the last", fontsize=11)
    figure.legend(loc="outside lower center", ncols=6, frameon=False, fontsize=11)
    steps = max(len(layer.whole) for layer in layers)
    below.set_xlim(max(1, steps) - 0.5, -0.5)  # time goes from left to right
    below.set_xlabel(
        "steps before the last (grey: nothing, or too little to be drawn)", fontsize=11
    )
    picture = BytesIO()
    figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)


def _lines(axes: Axes, layers: Sequence[LayerNorms]) -> None:
    from elman.nn.through_time import reach

    largest = max(float(layer.whole.max()) for layer in layers)
    for number, layer in enumerate(layers):
        norms = _drawable(layer.whole.flip(0), largest)
        colour = COLOURS[number % len(COLOURS)]
        line = LINES[number // len(COLOURS) % len(LINES)]
        axes.plot(norms, line, color=colour, lw=2, label=layer.name, marker="." * (len(norms) < 3))
        far = reach(layer.whole)
        axes.plot(far, norms[far], "o", color=colour, ms=8)
    axes.set_yscale("log")
    axes.set_ylabel("norm of the gradient of\nthe loss at the last step", fontsize=11)
    axes.grid(alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelsize=11)


def _heat(axes: Axes, rows: dict[str, Tensor]) -> None:
    import torch

    steps = max(map(len, rows.values()))
    largest = max(float(norms.max()) for norms in rows.values())
    table = torch.full((len(rows), steps), torch.nan, dtype=torch.float64)
    for row, norms in zip(table, rows.values(), strict=True):
        row[: len(norms)] = torch.as_tensor(_drawable(norms.flip(0), largest))
    image: Any = axes.imshow(
        table.log10().numpy(), cmap="cividis", aspect="auto", interpolation="nearest"
    )
    axes.set_facecolor("0.9")
    names = [name.replace("delta ", "δ ") for name in rows]
    axes.set_yticks(range(len(rows)), names, fontsize=10, parse_math=False)
    axes.tick_params(axis="x", labelsize=11)
    assert axes.figure is not None
    bar = axes.figure.colorbar(image, ax=axes, pad=0.01)
    bar.set_label("log₁₀ of the norm", fontsize=11)


def _drawable(norms: Tensor, largest: float) -> Any:
    """Return norms without those too small or too large to be drawn."""
    return norms.where((norms > LEAST * largest) & norms.isfinite(), float("nan")).numpy()
