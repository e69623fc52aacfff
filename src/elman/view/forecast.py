"""Forecasts as pictures: what was, what is said to come, and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from elman.data.writing import write_whole

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["plot_forecast"]

Array = NDArray[np.float64]
KNOWN = "#000000"
FORECAST = "#0072B2"  # blue and vermilion of Okabe and Ito: told apart by every kind of sight
TRUTH = "#D55E00"
MOST = 6  # panels


def plot_forecast(
    panels: Sequence[dict[str, Any]], path: str | Path, title: str, unit: str = "step"
) -> Path:
    """Draw forecasts with their intervals after what was known, as a PNG 1000 pixels wide.

    Args:
        panels: one a series or target, of which the first six are drawn: ``name``, ``x`` and
            ``past`` (known, (L,)), ``ahead`` and ``forecast`` (H,), ``intervals``: (level, low,
            high) each, and ``truth`` (H,) if it is known.
        path: the file to write.
        title: what stands above the picture.
        unit: of the horizontal axis.

    Returns:
        The path of the picture.

    Raises:
        DataError: the file cannot be written.

    Example:
        >>> import tempfile
        >>> panel = dict(name="y", x=np.arange(3), past=np.zeros(3), ahead=np.arange(3, 5),
        ...              forecast=np.ones(2), intervals=[(0.9, np.zeros(2), np.full(2, 2.0))])
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     plot_forecast([panel], f"{folder}/forecast.png", "a forecast").name
        'forecast.png'
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    shown = panels[:MOST]
    figure = Figure(figsize=(10, 1.2 + 3 * len(shown)), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    more = f" (the first {MOST} of {len(panels)})" if len(panels) > MOST else ""
    figure.suptitle(f"{title}{more}", fontsize=14)
    axes = figure.subplots(len(shown), 1, squeeze=False)[:, 0]
    for one, panel in zip(axes, shown, strict=True):
        _panel(one, panel)
        one.set_xlabel(unit if one is axes[-1] else "", fontsize=11)
    figure.legend(
        *axes[0].get_legend_handles_labels(),
        loc="outside lower center", ncols=6, frameon=False, fontsize=10,
    )  # fmt: skip
    picture = BytesIO()
    figure.savefig(picture, format="png")
    write_whole(Path(path), picture.getvalue())
    return Path(path)


def _panel(axes: Axes, panel: dict[str, Any]) -> None:
    from matplotlib.colors import to_rgb

    past, x, ahead = panel["past"], panel["x"], panel["ahead"]
    axes.plot(x, past, color=KNOWN, lw=1.5, label="known")
    if panel.get("truth") is not None:
        axes.plot(ahead, panel["truth"], color=TRUTH, lw=1.5, ls="--", label="what came", zorder=3)
    axes.plot(ahead, panel["forecast"], color=FORECAST, lw=2, label="forecast", zorder=3)
    levels = sorted(panel["intervals"], key=lambda one: -one[0])
    for place, (level, low, high) in enumerate(levels):
        share = 0.16 + 0.46 * place / len(levels)
        # not transparent: where one lies on another, the legend would show neither's colour
        shade = [1 - share * (1 - part) for part in to_rgb(FORECAST)]
        axes.fill_between(ahead, low, high, color=shade, lw=0, label=f"{100 * level:g} % interval")
    axes.axvline(x[-1], color=KNOWN, lw=0.8, alpha=0.5)
    axes.set_ylabel(panel["name"], fontsize=11)
    axes.tick_params(labelsize=10)
    axes.grid(alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
