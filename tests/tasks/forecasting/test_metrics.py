import math

import numpy as np
import pytest
import torch

from elman.tasks.forecasting.likelihoods import QUANTILES
from elman.tasks.forecasting.likelihoods import pinball as pinball_loss
from elman.tasks.forecasting.metrics import (
    coverage,
    mae,
    mase,
    mse,
    pinball,
    rmse,
    seasonal_step,
    smape,
)

NAN = float("nan")
TRUTH = np.array([[1.0, 0.0], [NAN, 4.0], [-2.0, 0.0]])
FORECAST = np.array([[3.0, 0.0], [5.0, 1.0], [-2.0, 2.0]])


def known():
    return [
        (y, p)
        for y, p in zip(TRUTH.ravel().tolist(), FORECAST.ravel().tolist(), strict=True)
        if not math.isnan(y)
    ]


def test_errors_as_they_are_written_in_the_books():
    pairs = known()
    assert len(pairs) == 5
    assert mae(TRUTH, FORECAST) == pytest.approx(sum(abs(y - p) for y, p in pairs) / 5) == 7 / 5
    assert mse(TRUTH, FORECAST) == pytest.approx(sum((y - p) ** 2 for y, p in pairs) / 5) == 17 / 5
    assert rmse(TRUTH, FORECAST) == pytest.approx(math.sqrt(17 / 5))


def test_smape_is_zero_where_both_are_and_200_where_one_is():
    shares = [abs(y - p) / (abs(y) + abs(p)) if y or p else 0 for y, p in known()]
    assert smape(TRUTH, FORECAST) == pytest.approx(200 * sum(shares) / 5)
    assert smape(np.zeros(3), np.zeros(3)) == 0
    assert smape(np.zeros(3), np.ones(3)) == 200
    assert smape(np.ones(3), -np.ones(3)) == 200


def test_the_step_of_a_season_by_hand():
    values = np.array([[1.0, 7.0], [2.0, 7.0], [4.0, 7.0], [8.0, 7.0], [NAN, 7.0]])
    np.testing.assert_array_equal(seasonal_step(values, 1), [(1 + 2 + 4) / 3, NAN])
    np.testing.assert_array_equal(seasonal_step(values, 2), [(3 + 6) / 2, NAN])


@pytest.mark.parametrize("season", [3, 4, 100])
def test_without_a_season_to_compare_the_step_is_unknown(season):
    np.testing.assert_array_equal(seasonal_step(np.array([[1.0], [2.0], [4.0]]), season), [NAN])


def test_mase_divides_each_column_by_its_own_step():
    step = np.array([2.0, 4.0])
    errors = [2 / 2, 0 / 4, 3 / 4, 0 / 2, 2 / 4]
    assert mase(TRUTH, FORECAST, step) == pytest.approx(sum(errors) / 5)


def test_mase_of_the_seasonal_naive_forecast_of_the_training_rows_is_one():
    values = np.random.default_rng(0).normal(size=(50, 1)).cumsum(0)
    assert mase(values[7:], values[:-7], seasonal_step(values, 7)) == pytest.approx(1)


def test_mase_leaves_out_columns_without_a_step_and_may_know_none():
    assert mase(TRUTH, FORECAST, np.array([2.0, NAN])) == pytest.approx(1 / 2)
    assert math.isnan(mase(TRUTH, FORECAST, np.array([NAN, NAN])))


@pytest.mark.parametrize("level", [0.5, 0.8, 0.95])
def test_pinball_is_the_loss_of_the_two_quantiles(level):
    low, high = FORECAST - 1, FORECAST + 2
    tail = (1 - level) / 2
    losses = []
    for y, p in known():
        for q, end in ((tail, p - 1), (1 - tail, p + 2)):
            losses.append(q * (y - end) if y >= end else (1 - q) * (end - y))
    assert pinball(TRUTH, low, high, level) == pytest.approx(sum(losses) / len(losses))


def test_pinball_is_half_of_what_quantiles_are_trained_with():
    ends = np.array([1.0, 4.0])
    trained = pinball_loss(torch.from_numpy(ends)[None], torch.tensor([3.0]), (0.25, 0.75))
    judged = pinball(np.array([3.0]), ends[:1], ends[1:], 0.5)
    assert 2 * judged == pytest.approx(float(trained))
    assert QUANTILES.index(0.25) < QUANTILES.index(0.75)


def test_coverage_counts_the_ends_and_not_what_is_unknown():
    truth = np.array([0.0, 1.0, 2.0, 3.0, NAN])
    assert coverage(truth, np.full(5, 1.0), np.full(5, 2.0)) == 0.5
    assert coverage(truth, truth, truth) == 1


def test_what_is_not_known_at_all_is_not_judged():
    nothing = np.full((2, 2), NAN)
    assert math.isnan(mae(nothing, nothing))
    assert math.isnan(mse(nothing, nothing))
    assert math.isnan(smape(nothing, nothing))
    assert math.isnan(coverage(nothing, nothing, nothing))
    assert math.isnan(pinball(nothing, nothing, nothing, 0.9))


def test_a_forecast_that_is_no_number_is_not_passed_over():
    assert math.isnan(mae(np.ones(2), np.array([1.0, NAN])))
    assert math.isnan(mase(np.ones(2), np.array([1.0, NAN]), np.ones(1)))
