"""From sentences to translations: cut, looked up, searched for, and written again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Sized
from typing import NamedTuple

import torch

from elman.data.by_length import padded
from elman.data.units import Unit
from elman.tasks.network import asking
from elman.tasks.translation.copying import looked_at, with_copies
from elman.tasks.translation.encoding import PairEncoding
from elman.tasks.translation.network import SourceToTarget
from elman.tasks.translation.search import search
from elman.tasks.translation.special import PADDING

__all__ = ["AT_ONCE", "Translation", "most_symbols", "translate"]

AT_ONCE = 64  # sentences
MORE = 10  # symbols by which a translation may exceed twice its source


class Translation(NamedTuple):
    """One translation of a sentence.

    Args:
        text: as it is written.
        score: its log-probability, divided by the power of its length.
    """

    text: str
    score: float


def translate(
    network: SourceToTarget,
    encoding: PairEncoding,
    cut: Unit,
    texts: Sequence[str],
    *,
    beam: int,
    length_power: float,
    no_repeat: int,
) -> list[list[Translation]]:
    """Translate sentences, those about as long as each other together.

    Args:
        network: trained.
        encoding: of the symbols.
        cut: how a sentence is cut into them.
        texts: sentences; one that is empty has an empty translation.
        beam: as for `search`.
        length_power: likewise.
        no_repeat: likewise.

    Returns:
        Of each at most so many translations as the beam is wide, the best first.
    """
    split = [cut.split(text) for text in texts]
    said = [[Translation("", 0.0)] for _ in texts]
    order = sorted((n for n, one in enumerate(split) if one), key=lambda n: len(split[n]))
    options = {"length_power": length_power, "no_repeat": no_repeat}
    with asking(network), torch.no_grad():
        for first in range(0, len(order), AT_ONCE):
            own = order[first : first + AT_ONCE]
            sources = [encoding.source(split[n]) for n in own]
            longest = most_symbols(sources)
            found = search(network, padded(sources, PADDING), beam, longest=longest, **options)  # type: ignore[arg-type]
            rows = [row for row, every in enumerate(found) for _ in every]
            each = [one for every in found for one in every]
            places = looked_at(network, [sources[row] for row in rows], each)
            for n in own:
                said[n] = []
            for row, one, looks in zip(rows, each, places, strict=True):
                symbols = with_copies(encoding.target_symbols(one.symbols), looks, split[own[row]])
                said[own[row]].append(Translation(cut.join(symbols), one.score))
    return said


def most_symbols(sources: Iterable[Sized]) -> int:
    """Return how many symbols a translation has at most.

    Args:
        sources: of the sentences, each with its end.

    Example:
        >>> most_symbols([["Go", "."], ["Go", "on", "."]])
        16
    """
    return 2 * max(map(len, sources)) + MORE
