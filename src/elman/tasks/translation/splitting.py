"""Which pairs are learnt, and which judge: no sentence is among both."""

from __future__ import annotations

import numpy as np

from elman.data.pairs import Pairs
from elman.errors import DataError, SettingError

__all__ = ["parted"]


def parted(pairs: Pairs, share: float, seed: int) -> tuple[Pairs, Pairs | None]:
    """Draw pairs that are not learnt.

    All translations of a sentence stay together, for who has learnt one has learnt the others.

    Args:
        pairs: all there are.
        share: of the sentences, from 0 to below 1.
        seed: of the draw.

    Returns:
        The rest, and those drawn; None if the share is 0.

    Raises:
        SettingError: the share is none.
        DataError: nothing would be left.

    Example:
        >>> pairs = Pairs("it", ["Go.", "Hi.", "Go."], ["Va !", "Salut !", "Vas-y."], [1, 2, 3])
        >>> sorted(len(part) for part in parted(pairs, 0.5, seed=0))
        [1, 2]
    """
    if not 0 <= share < 1:
        raise SettingError(f"validation is {share:g}; expected a share from 0 to below 1, or data.")
    if not share:
        return pairs, None
    sentences = list(dict.fromkeys(pairs.sources))
    count = max(1, round(share * len(sentences)))
    if count >= len(sentences):
        raise DataError(
            f"{pairs.name} has {len(sentences):,} different sentences; a share of {share:g} to "
            "judge by leaves none to learn. Give more pairs, or a validation of 0."
        )
    drawn = np.random.default_rng(seed).permutation(len(sentences))[:count]
    chosen = {sentences[n] for n in drawn}
    held = [n for n, source in enumerate(pairs.sources) if source in chosen]
    rest = [n for n, source in enumerate(pairs.sources) if source not in chosen]
    return pairs.part(rest), pairs.part(held)
