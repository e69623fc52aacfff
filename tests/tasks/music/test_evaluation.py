import math

import pytest
import torch

from elman.data.music.pieces import frames_of
from elman.tasks.music.evaluation import before, judge_music, nll
from elman.tasks.music.habits import Habits
from elman.tasks.music.network import BEYOND, FrameLoss, frame_losses

PIECES = [frames_of([[60], [60, 64], []]), frames_of([[62]] * 5), frames_of([[70]])]


def by_hand(scores, frames):
    """The loss of one frame, from the definition."""
    total = 0.0
    for score, key in zip(scores.tolist(), frames.tolist(), strict=True):
        p = 1 / (1 + math.exp(-score))
        total -= math.log(p if key else 1 - p)
    return total


def predict(x):
    return 0.7 * x.to(torch.float32) - 2.5 + torch.arange(88) / 100


def test_the_loss_of_a_frame_is_summed_over_the_keys():
    scores, frames = torch.randn(3, 88), (torch.rand(3, 88) < 0.1).to(torch.int8)
    expected = [by_hand(s, f) for s, f in zip(scores, frames, strict=True)]
    assert frame_losses(scores, frames).tolist() == pytest.approx(expected, rel=1e-5)
    frames[1] = BEYOND
    expected = (expected[0] + expected[2]) / 2
    assert float(FrameLoss()(scores[None], frames[None])) == pytest.approx(expected, rel=1e-5)


def test_every_frame_but_the_first_of_each_piece_counts_once():
    expected = [
        by_hand(predict(piece[t - 1]), piece[t]) for piece in PIECES for t in range(1, len(piece))
    ]
    mean = sum(expected) / len(expected)
    evaluation = judge_music(PIECES, predict, Habits.of(PIECES))
    assert (evaluation.frames, evaluation.pieces) == (6, 3)
    assert evaluation.nll == pytest.approx(mean, rel=1e-5)
    assert nll(PIECES, predict) == pytest.approx(mean, rel=1e-5)


def test_accuracy_counts_keys_that_sound_or_are_told_to():
    # what sounded before is told again: 60 stays, 64 is missed; both are told wrongly; 62 stays
    evaluation = judge_music(PIECES[:2], lambda x: x.float() * 20 - 10, Habits.of(PIECES))
    assert evaluation.accuracy == pytest.approx((1 + 0 + 4) / (2 + 2 + 4))


def test_habits_are_those_of_the_pieces():
    habits = Habits.of(PIECES)
    # of nine frames 60 sounds in two; 60 is held once and ends once, 64 ends, 62 is held 4 times
    assert habits.frequencies[39] == pytest.approx(2.5 / 10)
    assert habits.frequencies[0] == pytest.approx(0.5 / 10)
    assert habits.held == pytest.approx(5.5 / 8)
    assert habits.struck == pytest.approx(1.5 / (6 * 88 - 7 + 1))
    evaluation = judge_music(PIECES, predict, habits)
    shares = torch.tensor(habits.frequencies).logit()
    frames = torch.cat([piece[1:] for piece in PIECES])
    expected = sum(by_hand(shares, frame) for frame in frames) / len(frames)
    assert evaluation.habits["key frequencies"].nll == pytest.approx(expected, rel=1e-5)
    assert Habits.from_dict(habits.to_dict()) == habits


@pytest.mark.parametrize("change", [{"held": 1.0}, {"struck": 0.0}, {"frequencies": [0.5] * 87}])
def test_habits_that_are_none(change):
    with pytest.raises(ValueError, match="expected the shares of 88 keys"):
        Habits.from_dict({**Habits.of(PIECES).to_dict(), **change})


def test_a_network_that_does_not_earn_its_keep_is_told():
    habits = Habits.of(PIECES)
    bad = str(judge_music(PIECES, lambda x: torch.zeros(x.shape), habits))
    assert "no better than the last frame repeated: it has not earned its keep" in bad
    assert "earned" not in str(judge_music(PIECES[1:2], lambda x: x.float() * 40 - 20, habits))


def test_before_a_piece_there_is_silence():
    frames = before(PIECES[0])
    assert frames[0].sum() == 0
    assert torch.equal(frames[1:], PIECES[0][:-1])
