import numpy as np
import pytest

from elman.tasks.forecasting.naive import seasonal_naive

NAN = float("nan")


def forecast(past, horizon, season):
    return seasonal_naive(np.array(past)[:, None], horizon, season)[:, 0].tolist()


@pytest.mark.parametrize(
    ("season", "expected"),
    [(1, [6, 6, 6, 6, 6]), (2, [5, 6, 5, 6, 5]), (3, [4, 5, 6, 4, 5]), (6, [1, 2, 3, 4, 5])],
)
def test_the_last_season_over_and_over(season, expected):
    assert forecast([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 5, season) == expected


def test_where_a_value_is_missing_the_season_before_is_taken():
    assert forecast([1.0, 2.0, 3.0, NAN, 5.0, NAN], 2, 2) == [5, 2]
    assert forecast([1.0, 2.0, NAN, NAN], 3, 1) == [2, 2, 2]


def test_where_no_season_knows_a_value_the_mean_is_taken():
    assert forecast([NAN, 2.0, NAN, 4.0], 2, 2) == [3, 4]


def test_the_first_steps_that_make_no_whole_season_count_for_the_mean_alone():
    assert forecast([9.0, NAN, 3.0], 2, 2) == [6, 3]


def test_nothing_known_is_no_warning():
    assert forecast([NAN, NAN, NAN], 2, 1) == [0, 0]


def test_a_past_shorter_than_the_season_is_repeated_as_it_is():
    assert forecast([1.0, 2.0], 3, 2) == [1, 2, 1]
    assert forecast([1.0, 2.0], 5, 7) == [1, 2, 1, 2, 1]


def test_many_windows_and_columns_are_forecast_each_by_itself():
    past = np.random.default_rng(0).normal(size=(4, 9, 2))
    past[1, 7, 0] = NAN
    together = seasonal_naive(past, 5, 3)
    assert together.shape == (4, 5, 2)
    for row in range(4):
        for column in range(2):
            alone = forecast(past[row, :, column], 5, 3)
            assert together[row, :, column].tolist() == alone


def test_the_past_is_left_as_it_was():
    past = np.array([[1.0], [NAN], [3.0], [NAN]])
    before = past.copy()
    seasonal_naive(past, 3, 2)
    np.testing.assert_array_equal(past, before)
