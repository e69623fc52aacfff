"""Symbols that a translator does not know: taken over from where it looks."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from elman.tasks.translation.network import EDGE, UNKNOWN, SourceToTarget
from elman.tasks.translation.search import Found

__all__ = ["looked_at", "with_copies"]


def looked_at(network: SourceToTarget, source: torch.Tensor, found: Found) -> list[int]:
    """Return for each symbol of a translation the place of the source most looked at.

    Args:
        network: with attention, in evaluation mode.
        source: (S,), `EDGE` at its end, at which nobody is taken to look.
        found: its translation.

    Returns:
        Places, counted from 0; none if all symbols are known.

    Source:
        Luong et al. 2015, Addressing the Rare Word Problem in Neural Machine Translation, with
        attention for the alignment.
    """
    if UNKNOWN not in found.symbols or len(source) == 1:
        return []
    before = torch.tensor([[EDGE, *found.symbols[:-1]]])
    weights = network.attention(before, network.encode(source[None]))[0, :, :-1]
    return [int(place) for place in weights.argmax(-1)]


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
