import numpy as np
import pytest

from elman.tasks.forecasting.tracking import STEP, margins_of_all, tracked_margins

NAN = float("nan")
LEVELS = [0.8, 0.9]


def scores_under_drift(count, horizon=1, levels=2, seed=0):
    """Absolute errors whose size is first steady, then grows fourfold, then jumps back."""
    generator = np.random.default_rng(seed)
    size = np.concatenate(
        [
            np.ones(count // 3),
            np.linspace(1, 4, count // 3),
            np.ones(count - 2 * (count // 3)),
        ]
    )
    scores = np.abs(generator.normal(size=(count, horizon, 1))) * size[:, None, None]
    return np.broadcast_to(scores, (levels, *scores.shape)).copy()


@pytest.mark.parametrize("stride", [1, 3])
@pytest.mark.parametrize("start", [0.0, 50.0])
def test_the_share_that_is_covered_tends_to_the_level_under_drift(stride, start):
    scores = scores_under_drift(6000, horizon=4)
    origins = stride * np.arange(6000)
    margins = tracked_margins(np.full((2, 4, 1), start), scores, origins, LEVELS)
    covered = (scores <= margins)[:, 1000:].mean(axis=(1, 3))
    np.testing.assert_allclose(covered, np.array(LEVELS)[:, None] * np.ones(4), atol=0.02)


def test_later_scores_do_not_change_earlier_margins():
    scores = scores_under_drift(60, horizon=5)
    origins, start = np.arange(60), np.ones((2, 5, 1))
    margins = tracked_margins(start, scores, origins, LEVELS)
    for first in (0, 20, 40):
        changed = scores.copy()
        for h in range(5):
            # the truth of step h + 1 is known from forecast `first` on if it was made earlier
            changed[:, max(0, first - h) :, h] = 1e6
        other = tracked_margins(start, changed, origins, LEVELS)
        np.testing.assert_array_equal(margins[:, : first + 1], other[:, : first + 1])
        assert (margins[:, first + 1 :] != other[:, first + 1 :]).any()


@pytest.mark.parametrize("ahead", [1, 2, 5])
def test_a_miss_counts_as_soon_as_its_truth_is_known(ahead):
    scores = np.zeros((1, 12, ahead, 1))
    scores[0, 3, ahead - 1] = 9.0
    margins = tracked_margins(np.ones((1, ahead, 1)), scores, np.arange(12), [0.9])
    steps = np.diff(margins[0, :, ahead - 1, 0])
    assert np.flatnonzero(steps > 0).tolist() == [3 + ahead - 1]


def test_one_miss_and_one_hit_by_hand():
    scores = np.array([5.0, 0.0, 0.0]).reshape(1, 3, 1, 1)
    margins = tracked_margins(np.ones((1, 1, 1)), scores, np.arange(3), [0.9])[0, :, 0, 0]
    missed = 1 + STEP * 5 * 0.9
    np.testing.assert_allclose(margins, [1, missed, missed - STEP * 5 * 0.1])


def test_what_is_never_known_changes_nothing():
    scores = np.full((2, 9, 3, 1), NAN)
    start = np.arange(6.0).reshape(2, 3, 1)
    margins = tracked_margins(start, scores, np.arange(9), LEVELS)
    np.testing.assert_array_equal(margins, np.broadcast_to(start[:, None], margins.shape))


def test_a_hole_in_what_is_known_does_not_spoil_what_comes_after():
    scores = scores_under_drift(40)
    scores[:, 10:13] = NAN
    margins = tracked_margins(np.ones((2, 1, 1)), scores, np.arange(40), LEVELS)
    assert np.isfinite(margins).all()
    assert (margins[:, 11] == margins[:, 13]).all()


def test_each_series_is_tracked_as_if_it_were_alone():
    scores = scores_under_drift(30, horizon=2)
    owner, origins = np.array([0] * 10 + [2] * 20), np.concatenate([np.arange(10), np.arange(20)])
    start = np.ones((2, 2, 1))
    together = margins_of_all(start, scores, owner, origins, LEVELS)
    for one in (0, 2):
        own = owner == one
        alone = tracked_margins(start, scores[:, own], origins[own], LEVELS)
        np.testing.assert_array_equal(together[:, own], alone)


def test_no_forecasts_have_no_margins():
    none = np.zeros(0, dtype=np.int64)
    scores = np.zeros((2, 0, 3, 1))
    assert tracked_margins(np.ones((2, 3, 1)), scores, none, LEVELS).shape == scores.shape
    assert margins_of_all(np.ones((2, 3, 1)), scores, none, none, LEVELS).shape == scores.shape
