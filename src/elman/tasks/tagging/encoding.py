"""Sentences as a tagger takes them: each word as its number, its shape and its characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import torch
from torch import Tensor

from elman.tasks.tagging.network import UNKNOWN

__all__ = ["SHAPES", "TagEncoding", "shape_of"]

LONGEST = 24  # characters of a word that are read: its first and its last half
SHAPES = ("lower", "Capital", "CAPITALS", "mIxed", "digits", "with digits", "marks")


def shape_of(word: str) -> str:
    """Return how a word is written.

    Args:
        word: of at least one character.

    Returns:
        One of `SHAPES`.

    Example:
        >>> [shape_of(word) for word in ("cat", "Cat", "CAT", "iPod", "1999", "B2B", "...")]
        ['lower', 'Capital', 'CAPITALS', 'mIxed', 'digits', 'with digits', 'marks']
    """
    if not any(map(str.isalnum, word)):
        return "marks"
    if any(map(str.isdigit, word)):
        plain = all(c.isdigit() or c in ".,:-/" for c in word)
        return "digits" if plain else "with digits"
    if word == word.lower():
        return "lower"
    if word == word.upper() and len(word) > 1:
        return "CAPITALS"
    return "Capital" if word[0] != word[0].lower() and word[1:] == word[1:].lower() else "mIxed"


@dataclass(frozen=True)
class TagEncoding:
    """Which words, characters and tags there are.

    Args:
        words: those known, in lower case; their numbers start at 2.
        characters: likewise, in their own case.
        tags: K.

    Example:
        >>> encoding = TagEncoding.of([["The", "cat"]], [["DET", "NOUN"]], min_count=1)
        >>> encoding.words, encoding.tags
        (('cat', 'the'), ('DET', 'NOUN'))
        >>> encoding.sentence(["A", "cat"])[:, :3].tolist()
        [[1, 2, 1], [2, 1, 4]]
    """

    words: tuple[str, ...]
    characters: tuple[str, ...]
    tags: tuple[str, ...]

    @classmethod
    def of(
        cls,
        sentences: Iterable[Sequence[str]],
        tags: Iterable[Sequence[str]],
        min_count: int,
        more: Iterable[str] = (),
    ) -> TagEncoding:
        """Return the encoding of sentences that are to be learnt.

        Args:
            sentences: of words.
            tags: of each word.
            min_count: words are known that occur so often ...
            more: ... and these.
        """
        every = [word for sentence in sentences for word in sentence]
        counts = Counter(map(str.lower, every))
        known = {word for word, count in counts.items() if count >= min_count} | {*more}
        return cls(
            tuple(sorted(known)),
            tuple(sorted({c for word in every for c in word})),
            tuple(sorted({tag for row in tags for tag in row})),
        )

    @cached_property
    def _words(self) -> dict[str, int]:
        return {word: number for number, word in enumerate(self.words, start=2)}

    @cached_property
    def _characters(self) -> dict[str, int]:
        return {c: number for number, c in enumerate(self.characters, start=2)}

    @cached_property
    def _tags(self) -> dict[str, int]:
        return {tag: number for number, tag in enumerate(self.tags)}

    def sentence(self, words: Sequence[str]) -> Tensor:
        """Return a sentence as integers, (T, 2 + C).

        Args:
            words: T.
        """
        rows = torch.tensor([self._row(word) for word in words], dtype=torch.int64)
        return rows.view(len(words), 2 + LONGEST)

    def _row(self, word: str) -> list[int]:
        half = LONGEST // 2
        read = word if len(word) <= LONGEST else word[:half] + word[-half:]
        spelt = [self._characters.get(c, UNKNOWN) for c in read]
        number = self._words.get(word.lower(), UNKNOWN)
        beyond = [0] * (LONGEST - len(spelt))
        return [number, SHAPES.index(shape_of(word)) + 1, *spelt, *beyond]

    def row(self, tags: Sequence[str]) -> Tensor:
        """Return the tags of a sentence, all of them known, as integers, (T,).

        Args:
            tags: of each word.
        """
        return torch.tensor([self._tags[tag] for tag in tags], dtype=torch.int64)

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "words": list(self.words),
            "characters": list(self.characters),
            "tags": list(self.tags),
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> TagEncoding:
        """Make the encoding that `to_dict` gave."""
        return cls(*(tuple(map(str, values[name])) for name in ("words", "characters", "tags")))
