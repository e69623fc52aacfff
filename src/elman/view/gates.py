"""Gates and states of single units over a text, as a picture and as a table."""

from __future__ import annotations

import csv
import math
import warnings
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elman.data.writing import write_whole

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from torch import Tensor

__all__ = ["gates_csv", "plot_gates", "shown"]

MOST = 64  # symbols that are drawn; more cannot be read on 1000 pixels
TIMES = 10  # instants that are named at most
LONGEST = 12  # letters of a symbol that are drawn
SIGNS = str.maketrans({" ": "␣", "\n": "↵", "\t": "→"})


def shown(symbol: str) -> str:
    """Return a symbol as it is drawn: white space as a sign, and no longer than 12 letters.

    Args:
        symbol: of a text.

    Returns:
        What can be seen.

    Example:
        >>> [shown(symbol) for symbol in (" ", "mice", "incomprehensible")]
        ['␣', 'mice', 'incomprehen…']
    """
    cut = symbol if len(symbol) <= LONGEST else f"{symbol[: LONGEST - 1]}…"
    return cut.translate(SIGNS)


def gates_csv(
    values: Mapping[str, Tensor], symbols: Sequence[str], units: Sequence[int], axis: str = "symbol"
) -> str:
    """Return gates and states as a table: a row for each step, a column for each value and unit.

    Args:
        values: by name, (T, H) each.
        symbols: what was read at each step, or when, T.
        units: numbers, from 0, of those that are wanted.
        axis: what the symbols are, for the head of their column.

    Returns:
        Comma-separated values with a line of names such as ``f_l0[3]``.

    Example:
        >>> import torch
        >>> print(gates_csv({"h_l0": torch.tensor([[0.5, 1], [2, 3]])}, ["a", "b"], [0]), end="")
        step,symbol,h_l0[0]
        1,a,0.5
        2,b,2.0
    """
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["step", axis, *(f"{name}[{unit}]" for unit in units for name in values)])
    columns = [value[:, unit].tolist() for unit in units for value in values.values()]
    for step, (symbol, *row) in enumerate(zip(symbols, *columns, strict=True), 1):
        writer.writerow([step, symbol, *row])
    return file.getvalue()


def plot_gates(
    values: Mapping[str, Tensor],
    symbols: Sequence[str],
    units: Sequence[int],
    path: str | Path,
    title: str,
    *,
    axis: str = "symbol",
    above: Mapping[str, Tensor] | None = None,
) -> Path:
    """Draw every gate and state of some units, steps across, as a PNG 1000 pixels wide.

    Args:
        values: by name, (T, H) each.
        symbols: T, of which the first 64 are drawn; of times all, a few of them named.
        units: numbers, from 0; a panel each.
        path: the file to write.
        title: what stands above the picture.
        axis: what the steps are: symbols, or times.
        above: numbers that were read, by name, (T,) each; a line each above the panels.

    Returns:
        The path of the picture.

    Raises:
        DataError: the file cannot be written.

    Example:
        >>> import tempfile, torch
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = f"{folder}/gates.png"
        ...     plot_gates({"h_l0": torch.zeros(2, 3)}, ["a", "b"], [1], file, "gates").name
        'gates.png'
    """
    import torch
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    read, lines = axis == "symbol", above or {}
    most = MOST if read else len(symbols)
    names = [shown(symbol) for symbol in symbols[:most]] if read else list(symbols)
    long = not read or max(map(len, names)) > 2
    heights = [*[1.2 for _ in lines], *[0.7 + 0.26 * len(values) for _ in units]]
    figure = Figure(figsize=(10, 1.6 + sum(heights) + 0.6 * long))
    figure.set_dpi(100)
    figure.set_layout_engine("constrained")
    FigureCanvasAgg(figure)
    more = f" (the first {most} of {len(symbols):,} symbols)" if len(symbols) > most else ""
    figure.suptitle(f"{title}{more}", fontsize=14, parse_math=False)
    drawn = [torch.stack([v[:most, unit] for v in values.values()]).detach() for unit in units]
    scales = [[_scale(float(row.abs().max())) for row in panel] for panel in drawn]
    divided = any(scale > 1 for panel in scales for scale in panel)  # a state may be, a gate not
    every = figure.subplots(
        len(heights), 1, squeeze=False, sharex=True, gridspec_kw={"height_ratios": heights}
    )[:, 0]
    for axes, (name, line) in zip(every, lines.items(), strict=False):
        axes.plot(range(len(line)), line.numpy(), color="black", lw=1)
        axes.set_ylabel(shown(name), fontsize=11, parse_math=False)
        axes.tick_params(length=0, labelsize=9)
    panels = every[len(lines) :]
    for axes, unit, panel, scale in zip(panels, units, drawn, scales, strict=True):
        shares = panel / torch.tensor(scale).to(panel)[:, None]
        image = axes.imshow(
            shares.numpy(), cmap="PuOr", vmin=-1, vmax=1, aspect="auto", interpolation="nearest"
        )
        rows = [
            f"{name} / {by:g}" if by > 1 else name for name, by in zip(values, scale, strict=True)
        ]
        axes.set_yticks(range(len(values)), rows, fontsize=10)
        axes.set_ylabel(f"unit {unit}", fontsize=11)
        axes.tick_params(length=0)
    _name_steps(every[-1], names, axis)
    figure.colorbar(
        image, ax=list(panels), pad=0.01,
        label=f"value after the {axis if read else 'step'}"
        + ", divided by what stands at its name" * divided,
    )  # fmt: skip
    picture = BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from font")  # it draws a box
        figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)


def _scale(largest: float) -> float:
    """Return 1, 2 or 5 times a power of ten that is no less than a number, and no less than 1.

    Example:
        >>> [_scale(number) for number in (0.3, 1.0, 7.0, 24.0)]
        [1.0, 1.0, 10.0, 50.0]
    """
    if not 1 < largest < math.inf:
        return 1.0
    power = 10.0 ** math.floor(math.log10(largest))
    return next(power * one for one in (1, 2, 5, 10) if power * one >= largest)


def _name_steps(axes: Axes, names: Sequence[str], axis: str) -> None:
    """Name every symbol that was read, or a few of the times, evenly apart."""
    plain: dict[str, Any] = {"fontsize": 9, "parse_math": False}
    if axis == "symbol":
        turned = 90 if max(map(len, names)) > 2 else 0
        axes.set_xticks(range(len(names)), names, rotation=turned, **plain)
        axes.set_xlabel("symbol that was read", fontsize=11)
        return
    if all(name.endswith(":00") and name.count(":") == 2 for name in names):
        names = [name.removesuffix(":00") for name in names]  # no seconds where there are none
    apart = -(-len(names) // TIMES)
    places = range(0, len(names), apart)
    axes.set_xticks(places, [names[n] for n in places], rotation=30, ha="right", **plain)
    axes.set_xlabel(axis, fontsize=11, parse_math=False)
