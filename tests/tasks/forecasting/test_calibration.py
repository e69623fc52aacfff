import itertools
import math

import numpy as np
import pytest

from elman.tasks.forecasting.calibration import FEW, conformal_margins, scores_of

NAN = float("nan")


def test_a_score_is_how_far_beyond_the_nearer_end_the_truth_lies():
    truth = np.array([0.0, 2.0, 2.9, 5.0, NAN])
    scores = scores_of(truth, np.full(5, 1.0), np.full(5, 3.0))
    np.testing.assert_allclose(scores, [1, -1, -0.1, 2, NAN])


def test_the_score_of_a_bare_forecast_is_its_error():
    truth, said = np.array([1.0, -4.0]), np.array([3.0, -5.0])
    assert scores_of(truth, said, said).tolist() == [2, 1]


@pytest.mark.parametrize("level", [0.5, 0.8, 0.9, 0.95])
@pytest.mark.parametrize("n", [100, 101, 199, 200])
def test_the_margin_is_the_score_of_the_right_rank(n, level):
    scores = np.random.default_rng(n).permutation(np.arange(1.0, n + 1))
    expected = min(n, math.ceil(round(level * (n + 1), 9)))
    assert conformal_margins(scores.reshape(n, 1, 1), level).tolist() == [[expected]]


@pytest.mark.parametrize("known", [100, 37, 18, 19])
@pytest.mark.parametrize("level", [0.8, 0.9, 0.95])
def test_the_rank_is_among_the_scores_that_are_known(known, level):
    scores = np.full((120, 1, 1), NAN)
    scores[:known, 0, 0] = np.arange(1.0, known + 1)
    expected = min(known, math.ceil(round(level * (known + 1), 9)))
    assert conformal_margins(scores, level).tolist() == [[expected]]


@pytest.mark.parametrize("level", [0.8, 0.9, 0.95])
@pytest.mark.parametrize("n", [20, 150])
def test_what_comes_is_covered_as_promised(n, level):
    """Exchangeable scores: the mean coverage over many draws is at least the level."""
    generator = np.random.default_rng(3)
    draws = generator.exponential(size=(4000, n + 1))
    covered = [
        draw[-1] <= conformal_margins(draw[:-1].reshape(n, 1, 1), level)[0, 0] for draw in draws
    ]
    error = math.sqrt(level * (1 - level) / len(draws))
    assert np.mean(covered) >= level - 3 * error
    assert np.mean(covered) <= level + 1 / (n + 1) + 3 * error  # and not by far more


def test_few_forecasts_are_judged_over_all_steps_together():
    generator = np.random.default_rng(0)
    few = generator.normal(size=(FEW - 1, 3, 2)) * np.array([1.0, 5.0, 9.0])[:, None]
    margins = conformal_margins(few, 0.9)
    assert margins.shape == (3, 2)
    assert (margins == margins[0]).all()
    assert margins[0, 0] != margins[0, 1]  # but each target by itself
    pooled = np.sort(few[..., 0].ravel())
    assert margins[0, 0] == pooled[math.ceil(0.9 * FEW * 3) - 1]


def test_with_many_forecasts_each_step_has_its_own_margin():
    generator = np.random.default_rng(0)
    many = generator.normal(size=(FEW, 3, 1)) * np.array([1.0, 5.0, 9.0])[:, None]
    margins = conformal_margins(many, 0.9)[:, 0]
    assert margins[0] < margins[1] < margins[2]


def test_so_few_that_nothing_can_be_promised_gives_the_largest():
    assert conformal_margins(np.array([3.0, 1.0]).reshape(2, 1, 1), 0.95).tolist() == [[3]]


@pytest.mark.parametrize("n", [5, 200])
def test_a_step_that_is_never_known_has_no_margin(n):
    scores = np.ones((n, 1, 2))
    scores[..., 1] = NAN
    np.testing.assert_array_equal(conformal_margins(scores, 0.9), [[1, NAN]])


def test_margins_of_wider_levels_are_wider():
    scores = np.random.default_rng(1).normal(size=(150, 4, 1))
    margins = [conformal_margins(scores, level) for level in (0.5, 0.8, 0.9, 0.95)]
    assert all((a <= b).all() for a, b in itertools.pairwise(margins))
