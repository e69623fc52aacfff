"""Symbols that a translator does not know: taken over from where it looks."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from elman.data.by_length import padded
from elman.tasks.translation.network import SourceToTarget
from elman.tasks.translation.search import Found
from elman.tasks.translation.special import EDGE, PADDING, UNKNOWN

__all__ = ["looked_at", "with_copies"]


def looked_at(
    network: SourceToTarget, sources: Sequence[Tensor], found: Sequence[Found]
) -> list[list[int]]:
    """Return for each symbol of translations the place of the source most looked at.

    Args:
        network: with attention, in evaluation mode.
        sources: (S,) each, `EDGE` at its end, at which nobody is taken to look.
        found: the translation of each.

    Returns:
        Of each the places, counted from 0; none if all symbols are known.

    Source:
        Luong et al. 2015, Addressing the Rare Word Problem in Neural Machine Translation, with
        attention for the alignment.
    """
    places: list[list[int]] = [[] for _ in found]
    asked = [n for n, one in enumerate(found) if UNKNOWN in one.symbols and len(sources[n]) > 1]
    if not asked:
        return places
    before = [torch.tensor([EDGE, *found[n].symbols[:-1]]) for n in asked]
    encoded = network.encode(padded([sources[n] for n in asked], PADDING))
    weights = network.attention(padded(before, PADDING), encoded)
    for row, n in enumerate(asked):
        own = weights[row, : len(before[row]), : len(sources[n]) - 1]
        places[n] = own.argmax(-1).tolist()
    return places


def with_copies(
    symbols: Sequence[str | None], places: Sequence[int], source: Sequence[str]
) -> list[str]:
    """Put symbols of the source where none is known.

    Args:
        symbols: of a translation, None where unknown.
        places: of the source, for each of them.
        source: its symbols.

    Returns:
        The symbols.

    Example:
        >>> with_copies(["bonjour", None], [0, 1], ["hello", "Aesop"])
        ['bonjour', 'Aesop']
    """
    return [
        source[places[n]] if symbol is None and places else symbol or ""
        for n, symbol in enumerate(symbols)
    ]
