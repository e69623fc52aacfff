"""How well labels are told: accuracy, precision and recall, confusion, and the worst errors.

Shapes: N sequences, K classes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from elman.view.table import table

__all__ = ["ClassEvaluation", "Mistake", "calibration_error", "evaluated"]

Array = NDArray[np.float64]
MOST = 20  # classes of which a matrix is printed
BINS = 15
WORST = 10


@dataclass(frozen=True)
class Mistake:
    """A sequence whose label was told wrong.

    Args:
        place: where it is from.
        text: its beginning; empty if it is no text.
        truth: its label.
        said: what was said.
        probability: how surely.
    """

    place: str
    text: str
    truth: str
    said: str
    probability: float


@dataclass(frozen=True)
class ClassEvaluation:
    """What came out.

    Args:
        labels: K.
        confusion: how often each true label (row) was told as each (column), (K, K).
        loss: mean cross-entropy, nats.
        calibration: by how much probabilities are off from shares on average, 0 to 1.
        mistakes: the surest first.

    Example:
        >>> judged = ClassEvaluation(("cat", "dog"), np.array([[3, 1], [0, 4]]), 0.3, 0.05)
        >>> print(judged)
        accuracy 87.50 % (7 of 8), loss 0.3000 nats, macro F1 87.3 %, calibration error 5.0 %
        <BLANKLINE>
        label  examples  precision %  recall %  F1 %
        cat           4        100.0      75.0  85.7
        dog           4         80.0     100.0  88.9
        <BLANKLINE>
        true \\ told  cat  dog
        cat            3    1
        dog            0    4
    """

    labels: tuple[str, ...]
    confusion: NDArray[np.int64]
    loss: float
    calibration: float
    mistakes: Sequence[Mistake] = field(default=())

    @property
    def count(self) -> int:
        """N."""
        return int(self.confusion.sum())

    @property
    def accuracy(self) -> float:
        """The share of labels told right."""
        return float(self.confusion.trace() / max(1, self.count))

    @property
    def precision(self) -> Array:
        """Of each label, which share of those told so are; 0 where none was told, (K,)."""
        return _shares(self.confusion, 0)

    @property
    def recall(self) -> Array:
        """Of each label, which share was told, (K,)."""
        return _shares(self.confusion, 1)

    @property
    def f1(self) -> Array:
        """The harmonic mean of precision and recall, (K,)."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / np.where(total > 0, total, 1)

    @property
    def macro_f1(self) -> float:
        """The mean of `f1` over the labels that occur."""
        return float(self.f1[self.confusion.sum(axis=1) > 0].mean())

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "accuracy": self.accuracy,
            "count": self.count,
            "loss": self.loss,
            "macro_f1": self.macro_f1,
            "calibration": self.calibration,
            "confusion": self.confusion.tolist(),
            "mistakes": [vars(one) for one in self.mistakes[:WORST]],
        }

    @classmethod
    def from_dict(cls, labels: Sequence[str], values: dict[str, Any]) -> ClassEvaluation:
        """Make the evaluation that `to_dict` gave."""
        return cls(
            tuple(labels),
            np.array(values["confusion"], dtype=np.int64),
            float(values["loss"]),
            float(values["calibration"]),
            [Mistake(**one) for one in values["mistakes"]],
        )

    def __str__(self) -> str:
        right = int(self.confusion.trace())
        head = (
            f"accuracy {100 * self.accuracy:.2f} % ({right:,} of {self.count:,}), loss "
            f"{self.loss:.4f} nats, macro F1 {100 * self.macro_f1:.1f} %, calibration error "
            f"{100 * self.calibration:.1f} %"
        )
        rows = [
            [label, f"{n:,}", *(f"{100 * share:.1f}" for share in shares)]
            for label, n, *shares in zip(
                self.labels, self.confusion.sum(axis=1), self.precision, self.recall, self.f1,
                strict=True,
            )
        ]  # fmt: skip
        names = ["label", "examples", "precision %", "recall %", "F1 %"]
        parts = [head, "", table(rows, head=names)]
        if len(self.labels) <= MOST:
            cells = [
                [label, *(f"{n}" for n in row)]
                for label, row in zip(self.labels, self.confusion.tolist(), strict=True)
            ]
            parts += ["", table(cells, head=["true \\ told", *self.labels])]
        if self.mistakes:
            parts += ["", "the surest mistakes:"]
            parts += [f"  {_told(one)}" for one in self.mistakes[:WORST]]
        return "\n".join(parts)


def _shares(confusion: NDArray[np.int64], axis: int) -> Array:
    shares: Array = confusion.diagonal() / np.maximum(1, confusion.sum(axis=axis))
    return shares


def evaluated(
    labels: Sequence[str],
    probabilities: Array,
    truth: NDArray[np.int64],
    texts: Sequence[str] | None,
    places: Sequence[str],
) -> ClassEvaluation:
    """Compare what was said with the truth.

    Args:
        labels: K.
        probabilities: (N, K).
        truth: the number of the label of each, (N,).
        texts: of the sequences, if they are texts.
        places: where each is from.

    Returns:
        The evaluation.

    Example:
        >>> p = np.array([[0.9, 0.1], [0.6, 0.4]])
        >>> judged = evaluated(["cat", "dog"], p, np.array([0, 1]), ["mew", "wow"], ["1", "2"])
        >>> judged.accuracy, judged.mistakes[0].text
        (0.5, 'wow')
    """
    K = len(labels)
    said = probabilities.argmax(axis=1)
    confusion = np.bincount(truth * K + said, minlength=K * K).reshape(K, K)
    rows = np.arange(len(truth))
    loss = -np.log(np.maximum(probabilities[rows, truth], 1e-30)).mean()
    surest = probabilities[rows, said]
    wrong = np.flatnonzero(said != truth)
    wrong = wrong[np.argsort(-surest[wrong], kind="stable")]
    mistakes = [
        Mistake(
            places[n], texts[n] if texts else "", labels[truth[n]], labels[said[n]],
            float(surest[n]),
        )
        for n in wrong.tolist()
    ]  # fmt: skip
    error = calibration_error(surest, said == truth)
    return ClassEvaluation(tuple(labels), confusion, float(loss), error, mistakes)


def calibration_error(surest: Array, right: NDArray[np.bool_]) -> float:
    """Return by how much probabilities are off from the shares that were right, on average.

    Args:
        surest: the probability of what was said, (N,).
        right: whether it was so, (N,).

    Returns:
        From 0 to 1.

    Example:
        >>> calibration_error(np.array([0.8, 0.8]), np.array([True, True]))
        0.2

    Source:
        Guo et al. 2017, On Calibration of Modern Neural Networks, equation (3), 15 bins.
    """
    bins = np.minimum((surest * BINS).astype(int), BINS - 1)
    count = np.bincount(bins, minlength=BINS)
    apart = np.bincount(bins, surest - right, minlength=BINS)
    return round(float(np.abs(apart).sum() / max(1, count.sum())), 12)


def _told(mistake: Mistake) -> str:
    text = f" {mistake.text[:60]!r}" if mistake.text else ""
    return (
        f"{mistake.place}: {mistake.truth} told as {mistake.said} "
        f"({100 * mistake.probability:.0f} %){text}"
    )
