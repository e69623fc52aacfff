"""Sequences with their labels, wherever they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any

from torch import Tensor

__all__ = ["Examples", "contents"]


@dataclass(frozen=True)
class Examples:
    """Sequences, each with a label or without.

    Args:
        name: of the data, for messages, such as '"reviews.csv"'.
        texts: the sequences as texts; None if they are numbers.
        numbers: the sequences as float32 tensors (T, I) each; None if they are texts.
        labels: one each; None where none is known (data to predict).
        places: where each is from, for messages: 'line 12', 'cats/3.txt', 'row 5'.
        kind: what the data were found to be, such as 'a folder with a file for each of 2 classes'.
        notes: what a user should know of how they were read.
        options: of `read_examples` with which other data are read into the same features.

    Example:
        >>> Examples('"a.csv"', ["good", "bad"], None, ["1", "0"], ["line 2", "line 3"]).chosen([1])
        Examples(name='"a.csv"', texts=['bad'], numbers=None, labels=['0'], places=['line 3'], ...)
    """

    name: str
    texts: list[str] | None
    numbers: list[Tensor] | None
    labels: list[str] | None
    places: list[str]
    kind: str = ""
    notes: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.places)

    @property
    def lengths(self) -> list[int]:
        """How long each sequence is: characters of a text, steps of numbers."""
        return [len(sequence) for sequence in self.texts or self.numbers or []]

    def chosen(self, which: Sequence[int]) -> Examples:
        """Return some of the examples.

        Args:
            which: their places in the lists, counted from 0.

        Returns:
            Those, in that order.
        """

        def some(values: list[Any] | None) -> Any:
            return None if values is None else [values[k] for k in which]

        return replace(
            self,
            texts=some(self.texts),
            numbers=some(self.numbers),
            labels=some(self.labels),
            places=some(self.places),
        )


def contents(examples: Examples) -> list[bytes]:
    """Return what tells sequences apart: the same for two only if they are the same.

    Args:
        examples: N of them.

    Returns:
        A digest each, (N,).

    Example:
        >>> first, second = contents(Examples("", ["ab", "ab"], None, None, ["line 1", "line 2"]))
        >>> first == second
        True
    """
    if examples.texts is not None:
        return [_digest(text.encode(errors="surrogatepass")) for text in examples.texts]
    return [
        _digest(repr(tuple(sequence.shape)).encode(), sequence.contiguous().numpy().tobytes())
        for sequence in examples.numbers or []
    ]


def _digest(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(part)
    return digest.digest()
