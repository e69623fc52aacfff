"""Curves over numbers as SVG, whose colours follow those of the page that it stands in."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from elman.view.page import Html, escaped

__all__ = ["line_chart", "ticks"]

Points = Sequence[tuple[float, float]]

WIDTH, HEIGHT = 480, 270
LEFT, RIGHT, TOP, BOTTOM = 62, 14, 34, 44  # margins
FEW = 40  # so many points are still told apart as dots
# Blue and vermilion of Okabe and Ito, where the page has no colours of its own; dashes besides.
STYLES = (("var(--first, #0072b2)", ""), ("var(--second, #d55e00)", "7 4"))


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Return round numbers within a range, as far apart as 1, 2 or 5 times a power of ten.

    Args:
        low: the lower end.
        high: the upper end, above it.
        most: how many at most.

    Returns:
        The numbers, from the lowest.

    Example:
        >>> ticks(0.0, 1.3)
        [0.0, 0.5, 1.0]
    """
    least = (high - low) / (most - 1)
    power = 10.0 ** math.floor(math.log10(least))
    step = next(power * one for one in (1, 2, 5, 10) if power * one >= least * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [float(f"{number * step:.12g}") for number in range(first, last + 1)]


def line_chart(lines: Mapping[str, Points], across: str, up: str, *, zero: bool = True) -> Html:
    """Draw one or two curves, the first unbroken, the second broken and in another colour.

    Args:
        lines: (x, y) of each point, by the name of the curve; points that are no numbers are left
            out, and so are curves without a point.
        across: what x is, with its unit.
        up: what y is, with its unit.
        zero: the axis begins at 0, or below if there is something.

    Returns:
        An SVG, 480 by 270; without any point, nothing.

    Example:
        >>> svg = line_chart({"training": [(1, 2.5), (2, 1.5)]}, "epoch", "loss (nats)")
        >>> svg.count("<polyline"), svg.count("<circle"), "loss (nats)" in svg
        (1, 2, True)
    """
    drawn = {name: _finite(points) for name, points in lines.items()}
    drawn = {name: points for name, points in drawn.items() if points}
    every = [point for points in drawn.values() for point in points]
    if not every:
        return Html("")
    low_x, high_x = _range([x for x, _ in every])
    low_y, high_y = _range([y for _, y in every] + [0.0] * zero)

    def place(x: float, y: float) -> tuple[float, float]:
        right = LEFT + (WIDTH - LEFT - RIGHT) * (x - low_x) / (high_x - low_x)
        down = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (y - low_y) / (high_y - low_y)
        return round(right, 1), round(down, 1)

    parts = []
    for y in ticks(low_y, high_y):
        _, down = place(low_x, y)
        parts.append(f'<path d="M{LEFT} {down}H{WIDTH - RIGHT}" stroke="currentColor" '
                     f'opacity="0.18"/>{_text(LEFT - 7, down + 4, _short(y), "end")}')  # fmt: skip
    for x in ticks(low_x, high_x, 5):
        right, _ = place(x, low_y)
        parts.append(_text(right, HEIGHT - BOTTOM + 18, _short(x), "middle"))
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(_text(middle, HEIGHT - 6, across, "middle"))
    parts.append(_text(6, 16, up, "start"))
    left = WIDTH - RIGHT
    for (name, points), (colour, dashes) in reversed([*zip(drawn.items(), STYLES, strict=False)]):
        parts.append(_curve([place(*point) for point in points], colour, dashes))
        if len(drawn) > 1:
            parts.append(_text(left, 16, name, "end", colour))
            left -= 8 * len(name) + 14
    told = escaped(f"{up} over {across}: {', '.join(drawn)}")
    return Html(
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{told}" font-size="12.5" '
        f'font-family="system-ui, sans-serif" fill="currentColor">{"".join(parts)}</svg>'
    )


def _finite(points: Points) -> list[tuple[float, float]]:
    return [(x, y) for x, y in points if math.isfinite(x) and math.isfinite(y)]


def _range(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    return (low, high) if high > low else (low - (abs(low) or 1) / 2, high + (abs(high) or 1) / 2)


def _curve(places: Sequence[tuple[float, float]], colour: str, dashes: str) -> str:
    joined = " ".join(f"{x},{y}" for x, y in places)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="2.6"/>' for x, y in places)
    return (
        f'<polyline points="{joined}" style="fill:none;stroke:{colour}" stroke-width="2" '
        f'stroke-dasharray="{dashes}"/>'
        + f'<g style="fill:{colour}">{dots}</g>'
        * (len(places) < FEW)
    )


def _text(x: float, y: float, text: str, anchor: str, colour: str = "currentColor") -> str:
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}" style="fill:{colour}">{escaped(text)}</text>'
    )


def _short(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) and abs(value) >= 1000 else f"{value:g}"
