"""How times, shares and figures are said."""

from __future__ import annotations

from collections.abc import Sequence

from elman.bench.rows import AnyRow, Wanted
from elman.view.table import table

__all__ = ["BOUNDS", "figures", "listing", "share_text", "time_text"]

BOUNDS = {"ratio": "at least", "share": "at least", "seconds": "at most"}
HEADS = {"ratio": "ratio ≥", "share": "share ≥", "seconds": "time ≤"}
UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "us"))


def time_text(seconds: float, format: str = "#.4g") -> str:
    """Return a time in the unit that suits it.

    Args:
        seconds: the time.
        format: of the number.

    Example:
        >>> time_text(0.0123), time_text(0.015, "g")
        ('12.30 ms', '15 ms')
    """
    size, unit = next((u for u in UNITS if seconds >= u[0]), UNITS[-1])
    return f"{seconds / size:{format}} {unit}"


def share_text(share: float) -> str:
    """Return a share in per cent.

    Args:
        share: 1 is the whole.

    Example:
        >>> share_text(0.704), share_text(0.0123)
        ('70 %', '1.2 %')
    """
    return f"{100 * share:.{0 if share >= 0.0995 else 1}f} %"


def figures(wanted: Wanted) -> dict[str, str]:
    """Return what a row should reach.

    Args:
        wanted: the figures.

    Returns:
        For each figure that there is, by its name, the number; `BOUNDS` says which way, and
        without a word there it is the least ratio to the peer of that name.

    Example:
        >>> figures(Wanted(ratio=4, seconds=15e-6))
        {'ratio': '4', 'seconds': '15 us'}
    """
    ratio, share, seconds = wanted.ratio, wanted.share, wanted.seconds
    found = {
        "ratio": ratio and f"{ratio:g}",
        "share": share and share_text(share),
        "seconds": seconds and time_text(seconds, "g"),
    }
    found |= {peer: f"{ratio:g}" for peer, ratio in wanted.ratios.items()}
    return {name: words for name, words in found.items() if words}


def listing(rows: Sequence[AnyRow]) -> str:
    """Return rows by name, with what they should reach.

    Args:
        rows: to be listed.

    Returns:
        A line each.

    Example:
        >>> from elman.bench.rows import Row
        >>> rows = Row("gru", 1, 2, 3, 4, wanted=Wanted(2.5, 0.7)), Row("gru", 1, 2, 3, 5)
        >>> print(listing(rows))
        row                ratio ≥  share ≥
        gru-1-2-3-4-train      2.5  70 %
        gru-1-2-3-5-train
    """
    wanted = [figures(row.wanted) for row in rows]
    columns = dict.fromkeys(figure for words in wanted for figure in words)
    ordered = [f for f in HEADS if f in columns] + [f for f in columns if f not in HEADS]
    lines = [
        [row.name, *(words.get(figure, "") for figure in ordered)]
        for row, words in zip(rows, wanted, strict=True)
    ]
    return table(lines, head=["row", *(HEADS.get(figure, f"{figure} ≥") for figure in ordered)])
