"""Sentences as a translator takes them: which symbols there are on each side, and their numbers."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import torch
from torch import Tensor

from elman.data.pairs import Pairs
from elman.data.units import Unit
from elman.data.vocabulary import UNKNOWN as UNKNOWN_SYMBOL
from elman.data.vocabulary import Vocabulary
from elman.errors import DataError
from elman.tasks.translation.special import EDGE, PADDING, SPECIAL, UNKNOWN

__all__ = ["Cut", "PairEncoding", "cut_pairs", "digest"]


@dataclass(frozen=True)
class Cut:
    """Pairs cut into symbols.

    Args:
        sources: the symbols of each.
        targets: likewise.
        kept: the places of the pairs among all that were given.
        left_out: how many were longer than the limit.
        longest: symbols of the longest side of all, left out or not.
    """

    sources: list[list[str]]
    targets: list[list[str]]
    kept: list[int]
    left_out: int
    longest: int


def cut_pairs(pairs: Pairs, unit: Unit, longest: int) -> Cut:
    """Cut pairs into symbols, and leave out those with a side that is too long.

    Args:
        pairs: sentences with their translations.
        unit: how they are cut.
        longest: the most symbols that a side may have.

    Returns:
        The symbols.

    Raises:
        DataError: none is short enough.

    Example:
        >>> from elman.data.units import UNITS
        >>> pairs = Pairs("it", ["Go .", "I see ."], ["Va !", "Je vois ."], [1, 2])
        >>> cut = cut_pairs(pairs, UNITS["word"], 2)
        >>> cut.sources, cut.left_out, cut.longest
        ([['Go', '.']], 1, 3)
    """
    sides = [
        (unit.split(source), unit.split(target))
        for source, target in zip(pairs.sources, pairs.targets, strict=True)
    ]
    lengths = [max(map(len, both)) for both in sides]
    kept = [n for n, length in enumerate(lengths) if length <= longest]
    if not kept:
        raise DataError(
            f"{pairs.name}: every pair has a side of more than {longest} {unit.name}s, the "
            f"longest {max(lengths):,}. Give a higher limit (longest), or shorter sentences."
        )
    sources, targets = ([sides[n][side] for n in kept] for side in (0, 1))
    return Cut(sources, targets, kept, len(sides) - len(kept), max(lengths))


@dataclass(frozen=True)
class PairEncoding:
    """Which symbols there are; the number of the first of each side is `SPECIAL`.

    Args:
        sources: symbols of the sentences, the most frequent first.
        targets: of the translations.
        learnt: what the way to cut has learnt, for subwords.

    Example:
        >>> encoding = PairEncoding.of([["go", "on"], ["go"]], [["va"], ["va"]], min_count=2)
        >>> encoding.sources
        ('go',)
        >>> encoding.source(["go", "on"]).tolist()
        [3, 1, 2]
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    learnt: bytes = b""

    @classmethod
    def of(
        cls,
        sources: Iterable[Sequence[str]],
        targets: Iterable[Sequence[str]],
        *,
        min_count: int,
        max_size: int | None = None,
        learnt: bytes = b"",
    ) -> PairEncoding:
        """Count the symbols of pairs.

        Args:
            sources: symbols of each sentence.
            targets: of each translation.
            min_count: symbols are known that occur so often.
            max_size: at most so many of a side, the unknown one among them.
            learnt: what the way to cut has learnt.

        Returns:
            The encoding.

        Raises:
            DataError: no symbol of a side occurs so often.
        """
        known = []
        for name, rows in (("sentences", sources), ("translations", targets)):
            every = (symbol for row in rows for symbol in row)
            symbols = Vocabulary.from_symbols(every, max_size, min_count).symbols
            known.append(tuple(symbol for symbol in symbols if symbol != UNKNOWN_SYMBOL))
            if not known[-1]:
                raise DataError(
                    f"none of the symbols of the {name} occurs {min_count} times, so none would "
                    "be known. Give a lower min_count, or more pairs."
                )
        return cls(known[0], known[1], learnt)

    def source(self, symbols: Sequence[str]) -> Tensor:
        """Return a sentence as integers, (S,), `EDGE` at its end.

        Args:
            symbols: of the sentence.
        """
        return torch.tensor([*self._numbers(symbols, self._of_sources), EDGE])

    def pair(self, source: Sequence[str], target: Sequence[str]) -> tuple[Tensor, Tensor]:
        """Return what the network takes of a pair, (N, 2), and what it should say, (T,).

        Args:
            source: symbols of the sentence.
            target: of the translation.

        Example:
            >>> encoding = PairEncoding(("go",), ("va", "!"))
            >>> for part in encoding.pair(["go"], ["va", "!"]):
            ...     print(part.tolist())
            [[3, 2], [2, 3], [0, 4]]
            [3, 4, 2]
        """
        numbers = self._numbers(target, self._of_targets)
        sides = [self.source(source), torch.tensor([EDGE, *numbers])]
        inputs = torch.nn.utils.rnn.pad_sequence(sides, padding_value=PADDING)
        return inputs, torch.tensor([*numbers, EDGE])

    def target_symbols(self, numbers: Iterable[int]) -> list[str | None]:
        """Return the symbols of a translation, None for one that is not known.

        Args:
            numbers: as the network says them.
        """
        return [None if n < SPECIAL else self.targets[n - SPECIAL] for n in numbers]

    def unknown(self, symbols: Sequence[str]) -> list[str]:
        """Return which symbols of a sentence are not known, each once.

        Args:
            symbols: of the sentence.

        Example:
            >>> PairEncoding(("go",), ("va",)).unknown(["go", "on", "and", "on"])
            ['on', 'and']
        """
        return [symbol for symbol in dict.fromkeys(symbols) if symbol not in self._of_sources]

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        learnt = {"learnt": base64.b64encode(self.learnt).decode()} if self.learnt else {}
        return {"sources": list(self.sources), "targets": list(self.targets), **learnt}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> PairEncoding:
        """Make the encoding that `to_dict` gave."""
        sources, targets = (tuple(map(str, values[name])) for name in ("sources", "targets"))
        return cls(sources, targets, base64.b64decode(values.get("learnt", ""), validate=True))

    @cached_property
    def _of_sources(self) -> dict[str, int]:
        return {symbol: n for n, symbol in enumerate(self.sources, start=SPECIAL)}

    @cached_property
    def _of_targets(self) -> dict[str, int]:
        return {symbol: n for n, symbol in enumerate(self.targets, start=SPECIAL)}

    def _numbers(self, symbols: Sequence[str], known: Mapping[str, int]) -> list[int]:
        return [known.get(symbol, UNKNOWN) for symbol in symbols]


def digest(*parts: Pairs | None) -> str:
    """Return what tells these pairs from all others.

    Args:
        parts: pairs of one training.

    Example:
        >>> pairs = Pairs("it", ["a"], ["b"], [1])
        >>> digest(pairs) == digest(pairs.turned())
        False
    """
    content = [None if one is None else [[*one.sources], [*one.targets]] for one in parts]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()
