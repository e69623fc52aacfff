import pytest
import torch
from torch.nn import functional as F

from elman.tasks.classification.temperature import fit_temperature


def drawn(sure, count=2000):
    """Scores, and truths drawn by the probabilities that scores / sure stand for."""
    generator = torch.Generator().manual_seed(0)
    scores = torch.randn(count, 4, generator=generator) * 2
    truth = torch.multinomial(scores.softmax(1), 1, generator=generator)[:, 0]
    return scores * sure, truth


@pytest.mark.parametrize("sure", [0.5, 1.0, 3.0])
def test_it_finds_by_how_much_scores_are_over_sure(sure):
    assert fit_temperature(*drawn(sure)) == pytest.approx(sure, rel=0.1)


def test_over_sure_scores_lose_less_after_it():
    scores, truth = drawn(3.0)
    calm = scores / fit_temperature(scores, truth)
    assert F.cross_entropy(calm, truth) < 0.8 * F.cross_entropy(scores, truth)
    assert torch.equal(calm.argmax(1), scores.argmax(1))


def test_a_few_that_were_all_told_right_do_not_make_it_sure_of_everything():
    scores = torch.tensor([[0.8, 0.0]] * 5)
    assert 0.4 < fit_temperature(scores, torch.zeros(5, dtype=torch.int64)) < 1


def test_without_sequences_it_is_1():
    assert fit_temperature(torch.empty(0, 2), torch.empty(0, dtype=torch.int64)) == 1.0
