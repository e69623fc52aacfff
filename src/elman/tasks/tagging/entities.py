"""How many entities were found, and how many of those found are right.

An entity counts as found if its steps and its type are exactly right, as in `conlleval` and in
`seqeval`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from elman.data.spans import read_spans
from elman.errors import DataError

__all__ = ["EntityScore", "EntityScores", "score_entities"]


@dataclass(frozen=True)
class EntityScore:
    """How well entities were found; a share of nothing is 0.

    Args:
        correct: how many were found and are right.
        found: how many were found.
        count: how many there are.

    Example:
        >>> score = EntityScore(correct=2, found=4, count=5)
        >>> score.precision, score.recall, round(score.f1, 3)
        (0.5, 0.4, 0.444)
    """

    correct: int
    found: int
    count: int

    @property
    def precision(self) -> float:
        """The share of those found that are right."""
        return self.correct / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of those there are that were found."""
        return self.correct / self.count if self.count else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.correct / (self.found + self.count) if self.correct else 0.0


@dataclass(frozen=True)
class EntityScores:
    """How well entities of every type were found.

    Args:
        by_type: in the order of their names.

    Example:
        >>> print(EntityScores({"group": EntityScore(0, 1, 2), "person": EntityScore(3, 4, 3)}))
        type    precision  recall     F1  entities
        group        0.00    0.00   0.00         2
        person      75.00  100.00  85.71         3
        micro       60.00   60.00  60.00         5
        macro       37.50   50.00  42.86         5
    """

    by_type: dict[str, EntityScore]

    @property
    def micro(self) -> EntityScore:
        """Every entity counted once."""
        every = self.by_type.values()
        return EntityScore(
            sum(one.correct for one in every),
            sum(one.found for one in every),
            sum(one.count for one in every),
        )

    @property
    def macro(self) -> tuple[float, float, float]:
        """Precision, recall and F1, every type counted once."""
        every = self.by_type.values()
        if not every:
            return 0.0, 0.0, 0.0
        return (
            fmean(one.precision for one in every),
            fmean(one.recall for one in every),
            fmean(one.f1 for one in every),
        )

    def __str__(self) -> str:
        micro = self.micro
        each = self.by_type | {"micro": micro}
        rows = [
            (name, (one.precision, one.recall, one.f1), one.count) for name, one in each.items()
        ]
        rows.append(("macro", self.macro, micro.count))
        width = max(len(name) for name, _, _ in rows)
        lines = [f"{'type':{width}}  precision  recall     F1  entities"]
        lines += [
            f"{name:{width}}  {100 * shares[0]:9.2f}  {100 * shares[1]:6.2f}  "
            f"{100 * shares[2]:5.2f}  {count:8,}"
            for name, shares, count in rows
        ]
        return "\n".join(lines)


def score_entities(
    truth: Sequence[Sequence[str]], found: Sequence[Sequence[str]], strict: str | None = None
) -> EntityScores:
    """Compare the entities of tags that were found with those of the true tags.

    Args:
        truth: the tags of every sentence, in any scheme.
        found: those that a tagger gave, sentence by sentence as long as the true ones.
        strict: the scheme by which only well-written entities count, on both sides; by default
            they count as `conlleval` finds them.

    Returns:
        The scores.

    Raises:
        DataError: the sentences are not the same, or a tag is none of an entity.
        SettingError: there is no such scheme.

    Example:
        >>> truth = [["B-person", "I-person", "O", "B-group"]]
        >>> scores = score_entities(truth, [["B-person", "I-person", "O", "O"]])
        >>> scores.micro.recall, scores.by_type["person"].f1
        (0.5, 1.0)
    """
    if len(truth) != len(found):
        raise DataError(
            f"{len(truth):,} sentences have tags and {len(found):,} were tagged; expected as many."
        )
    correct, given, count = Counter[str](), Counter[str](), Counter[str]()
    for number, (true, ours) in enumerate(zip(truth, found, strict=True), start=1):
        if len(true) != len(ours):
            raise DataError(
                f"sentence {number:,} has {len(true)} tags, and {len(ours)} were found; expected "
                "as many."
            )
        expected, spans = read_spans(true, strict), read_spans(ours, strict)
        count.update(span.type for span in expected)
        given.update(span.type for span in spans)
        correct.update(span.type for span in set(expected) & set(spans))
    return EntityScores(
        {
            type: EntityScore(correct[type], given[type], count[type])
            for type in sorted(count | given)
        }
    )
