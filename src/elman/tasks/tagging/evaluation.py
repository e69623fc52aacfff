"""How well words are tagged: accuracy, of known and unknown words, and entities where there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from elman.tasks.tagging.entities import EntityScores, score_entities
from elman.view.table import table

__all__ = ["TagEvaluation", "judge_tags"]

MOST = 25  # tags of which a table is printed


@dataclass(frozen=True)
class TagEvaluation:
    """What came out.

    Args:
        right: how many words have the right tag.
        count: how many there are.
        unknown_right: of those that were not learnt, how many have the right tag.
        unknown: how many of those there are.
        tags: of each tag how often it is, how often it was told, and how often both, by name.
        entities: precision, recall and F1 of entities; None if the tags are none of spans.

    Example:
        >>> print(TagEvaluation(9, 10, 1, 2, {"NOUN": (10, 9, 9)}, None))
        accuracy 90.00 % (9 of 10 words), of unknown words 50.0 % (1 of 2)
        <BLANKLINE>
        tag   words  precision %  recall %  F1 %
        NOUN     10        100.0      90.0  94.7
    """

    right: int
    count: int
    unknown_right: int
    unknown: int
    tags: dict[str, tuple[int, int, int]]
    entities: EntityScores | None

    @property
    def accuracy(self) -> float:
        """The share of words with the right tag."""
        return self.right / max(1, self.count)

    @property
    def f1(self) -> float | None:
        """F1 of entities over all types; None if the tags are none of spans."""
        return None if self.entities is None else self.entities.micro.f1

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "accuracy": self.accuracy,
            "count": self.count,
            "unknown_accuracy": self.unknown_right / max(1, self.unknown),
            "unknown": self.unknown,
            "entity_f1": self.f1,
            "told": str(self),
        }

    def __str__(self) -> str:
        line = f"accuracy {100 * self.accuracy:.2f} % ({self.right:,} of {self.count:,} words)"
        if self.unknown:
            share = 100 * self.unknown_right / self.unknown
            line += f", of unknown words {share:.1f} % ({self.unknown_right:,} of {self.unknown:,})"
        shown = [line]
        if self.entities is not None:
            return "\n".join([*shown, "", str(self.entities)])
        rows = [
            [tag, f"{true:,}", *(f"{100 * share:.1f}" for share in _shares(true, told, both))]
            for tag, (true, told, both) in sorted(self.tags.items())[:MOST]
        ]
        head = ["tag", "words", "precision %", "recall %", "F1 %"]
        return "\n".join([*shown, "", table(rows, head=head)])


def judge_tags(
    truth: Sequence[Sequence[str]],
    told: Sequence[Sequence[str]],
    known: Sequence[Sequence[bool]],
    *,
    spans: bool,
) -> TagEvaluation:
    """Compare tags with the truth.

    Args:
        truth: of every word of every sentence.
        told: likewise.
        known: whether the word was learnt.
        spans: the tags are of spans (IOB1, IOB2 or IOBES).

    Returns:
        The evaluation.

    Example:
        >>> judge_tags([["B-x", "O"]], [["B-x", "O"]], [[True, False]], spans=True).f1
        1.0
    """
    pairs = [
        (a, b, k)
        for row, said, seen in zip(truth, told, known, strict=True)
        for a, b, k in zip(row, said, seen, strict=True)
    ]
    true, said = Counter(a for a, _, _ in pairs), Counter(b for _, b, _ in pairs)
    both = Counter(a for a, b, _ in pairs if a == b)
    return TagEvaluation(
        both.total(),
        len(pairs),
        sum(a == b for a, b, k in pairs if not k),
        sum(not k for _, _, k in pairs),
        {tag: (true[tag], said[tag], both[tag]) for tag in {*true, *said}},
        score_entities(truth, told) if spans else None,
    )


def _shares(true: int, told: int, both: int) -> tuple[float, float, float]:
    precision, recall = both / max(1, told), both / max(1, true)
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0
