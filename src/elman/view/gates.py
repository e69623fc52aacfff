"""Gates and states of single units over a text, as a picture and as a table."""

from __future__ import annotations

import csv
import warnings
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elman.data.writing import write_whole

if TYPE_CHECKING:
    from torch import Tensor

__all__ = ["gates_csv", "plot_gates", "shown"]

MOST = 64  # symbols that are drawn; more cannot be read on 1000 pixels
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


def gates_csv(values: Mapping[str, Tensor], symbols: Sequence[str], units: Sequence[int]) -> str:
    """Return gates and states as a table: a row for each symbol, a column for each value and unit.

    Args:
        values: by name, (T, H) each.
        symbols: T.
        units: numbers, from 0, of those that are wanted.

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
    writer.writerow(["step", "symbol", *(f"{name}[{unit}]" for unit in units for name in values)])
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
) -> Path:
    """Draw every gate and state of some units, symbols across, as a PNG 1000 pixels wide.

    Args:
        values: by name, (T, H) each.
        symbols: T, of which the first 64 are drawn.
        units: numbers, from 0; a panel each.
        path: the file to write.
        title: what stands above the picture.

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

    names = [shown(symbol) for symbol in symbols[:MOST]]
    long = max(map(len, names)) > 2
    figure = Figure(figsize=(10, 1.6 + len(units) * (0.7 + 0.26 * len(values)) + 0.6 * long))
    figure.set_dpi(100)
    figure.set_layout_engine("constrained")
    FigureCanvasAgg(figure)
    more = f" (the first {MOST} of {len(symbols):,} symbols)" if len(symbols) > MOST else ""
    figure.suptitle(f"{title}{more}", fontsize=14, parse_math=False)
    drawn = [torch.stack([v[:MOST, unit] for v in values.values()]).detach() for unit in units]
    beyond = any(float(panel.abs().max()) > 1 for panel in drawn)  # a state may, a gate cannot
    every = figure.subplots(len(units), 1, squeeze=False, sharex=True)[:, 0]
    plain: dict[str, Any] = {"fontsize": 9, "parse_math": False}
    for axes, unit, panel in zip(every, units, drawn, strict=True):
        image = axes.imshow(
            panel.numpy(), cmap="PuOr", vmin=-1, vmax=1, aspect="auto", interpolation="nearest"
        )
        axes.set_yticks(range(len(values)), list(values), fontsize=10)
        axes.set_ylabel(f"unit {unit}", fontsize=11)
        axes.tick_params(length=0)
    every[-1].set_xticks(range(len(names)), names, rotation=90 if long else 0, **plain)
    every[-1].set_xlabel("symbol that was read", fontsize=11)
    figure.colorbar(
        image, ax=list(every), pad=0.01, extend="both" if beyond else "neither",
        label="value after the symbol" + ", cut at 1 and -1" * beyond,
    )  # fmt: skip
    picture = BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from font")  # it draws a box
        figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)
