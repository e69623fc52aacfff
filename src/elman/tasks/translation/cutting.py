"""What one symbol of a sentence is: words and marks, characters or subwords, and the way back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elman.data.units import UNITS, Unit
from elman.tasks.translation.settings import TranslatorSettings
from elman.tasks.translation.subwords import learn_subwords, subword_unit

__all__ = ["CUTS", "as_seen", "cutting", "learnt_of"]

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


def learnt_of(texts: Sequence[str], settings: TranslatorSettings) -> bytes:
    """Return what a way to cut has to learn first.

    Args:
        texts: sentences and translations to learn it from.
        settings: how they are cut.

    Returns:
        Nothing for words and characters; for subwords a model of the package sentencepiece.

    Raises:
        SettingError: subwords cannot be had, or there are too few of them.

    Example:
        >>> learnt_of(["Go."], TranslatorSettings(unit="word"))
        b''
    """
    if settings.unit in CUTS:
        return b""
    lowered = [text.lower() for text in texts] if settings.lower else texts
    return learn_subwords(lowered, settings.subwords)


def cutting(settings: TranslatorSettings, learnt: bytes = b"") -> Unit:
    """Return how sentences are cut.

    Args:
        settings: of the model.
        learnt: from `learnt_of`.

    Returns:
        The way to cut, and the way back.

    Raises:
        SettingError: the package of the subwords is missing.
        DataError: the subwords are damaged.

    Example:
        >>> cutting(TranslatorSettings(lower=True)).split("Va !")
        ['va', '!']
    """
    unit = CUTS[settings.unit] if settings.unit in CUTS else subword_unit(learnt)
    if not settings.lower:
        return unit
    return Unit(unit.name, lambda text: unit.split(text.lower()), unit.join)


def as_seen(symbol: str) -> str:
    """Return a symbol as it is shown to people, without the sign that joins a mark to a word.

    Args:
        symbol: of a sentence.

    Example:
        >>> as_seen(CUTS["word"].split("Go.")[-1])
        '.'
    """
    return symbol.strip(JOINER) or symbol
