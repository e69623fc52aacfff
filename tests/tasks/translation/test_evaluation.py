import pytest

from elman.tasks.translation.evaluation import judge_translations

TRUTH = ["Les souris ont peur du chat.", "Le chat dort toute la nuit."]


def test_bleu_and_chrf_are_those_of_sacrebleu():
    import sacrebleu

    said = ["Les souris ont peur du chien.", "le chat dort la nuit."]
    found = judge_translations(said, TRUTH)
    assert found.bleu == pytest.approx(sacrebleu.corpus_bleu(said, [TRUTH]).score)
    assert found.chrf == pytest.approx(sacrebleu.corpus_chrf(said, [TRUTH]).score)
    assert 0 < found.bleu < 100
    assert "case:mixed|eff:no|tok:13a" in found.signature
    assert found.to_dict()["count"] == 2


def test_capitals_count_unless_told_otherwise():
    lower = [text.lower() for text in TRUTH]
    assert judge_translations(lower, TRUTH).bleu < 100
    found = judge_translations(lower, TRUTH, lower=True)
    assert (found.bleu, found.chrf) == pytest.approx((100, 100))
    assert "case:lc" in found.signature
