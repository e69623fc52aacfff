"""Sentences with their translations: from one file with tabs, or from two that go side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from elman.data.reading import read_text
from elman.errors import DataError

__all__ = ["Pairs", "read_pairs"]

SHOWN = 40  # characters of a line that messages show


@dataclass(frozen=True)
class Pairs:
    """Sentences with their translations.

    Args:
        name: what messages call where they are from.
        sources: sentences.
        targets: their translations.
        lines: the line of each, counted from 1.

    Raises:
        DataError: there are none, not as many of one as of the other, or one is empty.

    Example:
        >>> pairs = Pairs("it", ["Go."], ["Va !"], [1])
        >>> len(pairs), pairs.turned().sources
        (1, ['Va !'])
    """

    name: str
    sources: Sequence[str]
    targets: Sequence[str]
    lines: Sequence[int]

    def __post_init__(self) -> None:
        counts = (len(self.sources), len(self.targets), len(self.lines))
        if len({*counts}) > 1:
            raise DataError(
                f"{self.name} has {counts[0]:,} sentences, {counts[1]:,} translations and "
                f"{counts[2]:,} numbers of lines; expected as many of each."
            )
        if not self.sources:
            raise DataError(f"{self.name} holds no sentences; expected at least one pair.")
        for line, *sides in zip(self.lines, self.sources, self.targets, strict=True):
            for side, text in zip(("sentence", "translation"), sides, strict=True):
                if not text.strip():
                    raise DataError(
                        f"{self.name}, line {line:,}: the {side} is empty; expected a text. Fill "
                        "it in, or delete the pair."
                    )
        _refuse_untranslated(self)

    def __len__(self) -> int:
        return len(self.sources)

    def turned(self) -> Pairs:
        """Return the pairs the other way round: translations with what they translate."""
        return Pairs(self.name, self.targets, self.sources, self.lines)

    def part(self, numbers: Sequence[int]) -> Pairs:
        """Return some of the pairs.

        Args:
            numbers: which, counted from 0.
        """
        sources, targets = ([side[n] for n in numbers] for side in (self.sources, self.targets))
        lines = [self.lines[n] for n in numbers]
        return Pairs(self.name, sources, targets, lines)

    @property
    def untranslated(self) -> list[int]:
        """The lines of those whose two sides are the same."""
        rows = zip(self.lines, self.sources, self.targets, strict=True)
        return [line for line, source, target in rows if source == target]


def read_pairs(path: str | Path, other: str | Path | None = None) -> Pairs:
    """Read sentences with their translations, compressed by gzip or not.

    Args:
        path: a file with a sentence, a tab and its translation a line, and what follows another
            tab is not looked at; or, with `other`, one with a sentence a line.
        other: a file with the translation of each line of the first.

    Returns:
        The pairs.

    Raises:
        DataError: a file cannot be read, a line has no tab, a side is empty, one file has more
            lines than the other, or most pairs are the same text twice.

    Example:
        >>> import pathlib
        >>> _ = pathlib.Path("pairs.tsv").write_text("Go.\\tVa !\\nRun!\\tCours !\\n")
        >>> read_pairs("pairs.tsv").targets
        ['Va !', 'Cours !']
    """
    if other is not None:
        return _beside(path, other)
    name, sources, targets = f'"{path}"', [], []
    lines = _lines(path)
    for number, line in enumerate(lines, start=1):
        sides = line.split("\t")
        if len(sides) < 2:
            what = f"{_short(line)} has no tab" if line.strip() else "it is empty"
            raise DataError(
                f"{name}, line {number:,}: {what}; expected a sentence, a tab and its translation. "
                "Mend the line or delete it."
            )
        sources.append(sides[0].strip())
        targets.append(sides[1].strip())
    return Pairs(name, sources, targets, range(1, len(lines) + 1))


def _beside(path: str | Path, other: str | Path) -> Pairs:
    first, second = _lines(path), _lines(other)
    if len(first) != len(second):
        shorter = min(len(first), len(second))
        longer, rest = (path, first) if len(first) > shorter else (other, second)
        raise DataError(
            f'"{path}" has {len(first):,} lines and "{other}" {len(second):,}; expected a '
            f"translation for every line. The first line without one is line {shorter + 1:,} of "
            f'"{longer}": {_short(rest[shorter])}.'
        )
    name = f'"{path}" with "{other}"'
    sources, targets = ([line.strip() for line in lines] for lines in (first, second))
    return Pairs(name, sources, targets, range(1, len(first) + 1))


def _lines(path: str | Path) -> list[str]:
    return read_text(path).rstrip("\n").split("\n")


def _refuse_untranslated(pairs: Pairs) -> None:
    # a name or a loan word is its own translation, but hardly ever is most of what there is
    same = pairs.untranslated
    if 2 * len(same) > len(pairs) and len(pairs) > 1:
        raise DataError(
            f"{pairs.name}: the two sides are the same in {len(same):,} of {len(pairs):,} pairs, "
            f"first in line {same[0]:,}; expected a sentence and its translation. Give another "
            "file."
        )


def _short(text: str) -> str:
    return f'"{text}"' if len(text) <= SHOWN else f'"{text[:SHOWN]}..."'
