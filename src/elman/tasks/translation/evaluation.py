"""How well sentences are translated: BLEU and chrF, as sacrebleu counts them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["TranslationEvaluation", "judge_translations", "sentence_chrf"]


@dataclass(frozen=True)
class TranslationEvaluation:
    """What came out.

    Args:
        bleu: from 0 to 100.
        chrf: likewise.
        count: sentences.
        signature: how BLEU was counted, for others to count it likewise.
        chrf_signature: likewise of chrF.

    Example:
        >>> print(TranslationEvaluation(46.25, 64.0, 900, "tok:13a", "nc:6"))
        BLEU 46.2, chrF 64.0 (900 sentences)
        BLEU: tok:13a
        chrF: nc:6
    """

    bleu: float
    chrf: float
    count: int
    signature: str
    chrf_signature: str

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "bleu": self.bleu,
            "chrf": self.chrf,
            "count": self.count,
            "signature": self.signature,
            "chrf_signature": self.chrf_signature,
            "told": str(self),
        }

    def __str__(self) -> str:
        return (
            f"BLEU {self.bleu:.1f}, chrF {self.chrf:.1f} ({self.count:,} sentences)\n"
            f"BLEU: {self.signature}\nchrF: {self.chrf_signature}"
        )


def judge_translations(
    said: Sequence[str], truth: Sequence[str], *, lower: bool = False
) -> TranslationEvaluation:
    """Compare translations with those of people.

    Args:
        said: by a model, one for each sentence.
        truth: by people, likewise.
        lower: capitals do not count.

    Returns:
        The evaluation.

    Example:
        >>> judge_translations(["Les souris ont peur."], ["Les souris ont peur."]).chrf
        100.0

    Source:
        Papineni et al. 2002, BLEU; Popović 2015, chrF; Post 2018, A Call for Clarity in Reporting
        BLEU Scores.
    """
    from sacrebleu.metrics.bleu import BLEU  # which takes long to import
    from sacrebleu.metrics.chrf import CHRF

    # a translation that ends in " ." is no sign of data that were cut into words
    bleu, chrf = BLEU(lowercase=lower, force=True), CHRF(lowercase=lower)
    scores = [metric.corpus_score([*said], [[*truth]]).score for metric in (bleu, chrf)]
    signatures = [str(metric.get_signature()) for metric in (bleu, chrf)]
    return TranslationEvaluation(scores[0], scores[1], len(said), signatures[0], signatures[1])


def sentence_chrf(said: Sequence[str], truth: Sequence[str], *, lower: bool = False) -> list[float]:
    """Compare each translation by itself with that of a person.

    Args:
        said: by a model, one for each sentence.
        truth: by people, likewise.
        lower: capitals do not count.

    Returns:
        chrF of each, from 0 to 100.

    Example:
        >>> sentence_chrf(["Les souris", "Le chat"], ["Les souris", "on"])
        [100.0, 0.0]
    """
    from sacrebleu.metrics.chrf import CHRF  # which takes long to import

    metric = CHRF(lowercase=lower)
    return [metric.sentence_score(one, [true]).score for one, true in zip(said, truth, strict=True)]
