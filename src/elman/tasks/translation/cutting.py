"""What one symbol of a sentence is: words and marks, or characters, and the way back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elman.data.units import UNITS, Unit

__all__ = ["CUTS"]

JOINER = "￭"  # stands on the side on which no blank is between a mark and its neighbour
MARK = re.compile(r"[^\w\s]")


def _cut(text: str) -> list[str]:
    symbols = []
    for word in text.replace(JOINER, " ").split():
        last = 0
        for mark in MARK.finditer(word):
            start, end = mark.span()
            before = JOINER if start > 0 else ""
            after = JOINER if end < len(word) and not MARK.match(word, end) else ""
            symbols += [word[last:start]] if start > last else []
            symbols.append(before + mark[0] + after)
            last = end
        symbols += [word[last:]] if last < len(word) else []
    return symbols


def _joined(symbols: Sequence[str]) -> str:
    return re.sub(rf"\s*{JOINER}\s*", "", " ".join(symbols))


CUTS: dict[str, Unit] = {
    "word": Unit("word", _cut, _joined),
    "character": UNITS["character"],
}
"""How sentences are cut, by name."""
