import numpy as np
import pandas as pd
import pytest

from elman.data.calendar import calendar_features


def rounds(frequency):
    times = pd.date_range("2026-01-05", periods=6, freq=frequency)
    return {name.split()[0] for name in calendar_features(times)[1]}


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [
        ("min", {"hour", "day", "week", "month", "year"}),
        ("30min", {"hour", "day", "week", "month", "year"}),
        ("h", {"day", "week", "month", "year"}),
        ("12h", {"day", "week", "month", "year"}),
        ("D", {"week", "month", "year"}),
        ("W", {"year"}),
        ("MS", {"year"}),
        ("QS", {"year"}),
        ("YS", set()),
    ],
)
def test_rounds_that_the_step_cannot_show_are_left_out(frequency, expected):
    assert rounds(frequency) == expected


def test_without_rounds_there_are_no_columns_but_all_rows():
    times = pd.date_range("2020", periods=4, freq="YS")
    assert calendar_features(times)[0].shape == (4, 0)


def column(times, name):
    features, names = calendar_features(pd.DatetimeIndex(times))
    return features[:, names.index(name)]


def test_a_day_is_told_by_its_hours():
    times = pd.date_range("2026-01-05", periods=25, freq="h")
    np.testing.assert_allclose(
        column(times, "day sin"), np.sin(2 * np.pi * np.arange(25) / 24), atol=1e-12
    )
    np.testing.assert_allclose(
        column(times, "day cos"), np.cos(2 * np.pi * np.arange(25) / 24), atol=1e-12
    )


def test_midnight_is_next_to_the_minute_before_and_the_same_every_day():
    times = pd.date_range("2026-03-01", periods=2 * 1440 + 1, freq="min")
    for name in ("day sin", "day cos", "hour sin", "hour cos"):
        values = column(times, name)
        assert np.abs(np.diff(values)).max() < 0.11  # no jump, at midnight either
        assert values[0] == values[1440] == values[2880]


def test_a_week_begins_on_monday():
    times = pd.date_range("2026-01-05", periods=8, freq="D")  # a Monday
    angle = np.arctan2(column(times, "week sin"), column(times, "week cos")) % (2 * np.pi)
    np.testing.assert_allclose(angle * 7 / (2 * np.pi), [0, 1, 2, 3, 4, 5, 6, 0], atol=1e-9)


@pytest.mark.parametrize(
    ("time", "name", "share"),
    [
        ("2026-01-01 00:00", "year", 0),
        ("2026-07-01 00:00", "year", 1 / 2),
        ("2026-02-15 00:00", "year", 3 / 24),
        ("2026-02-01 00:00", "month", 0),
        ("2026-02-15 00:00", "month", 1 / 2),
        ("2026-02-28 00:00", "month", 27 / 28),
        ("2026-02-28 18:30", "day", 37 / 48),
        ("2026-02-28 18:30", "hour", 1 / 2),
    ],
)
def test_where_a_time_stands_in_its_round(time, name, share):
    times = pd.date_range(time, periods=3, freq="min")
    assert column(times, f"{name} sin")[0] == pytest.approx(np.sin(2 * np.pi * share), abs=1e-9)
    assert column(times, f"{name} cos")[0] == pytest.approx(np.cos(2 * np.pi * share), abs=1e-9)


def test_the_end_of_the_year_is_next_to_its_beginning():
    times = pd.date_range("2023-01-01", "2025-01-01", freq="D")  # with a leap year
    for name in ("year sin", "year cos"):
        assert np.abs(np.diff(column(times, name))).max() < 0.03


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_the_unit_in_which_times_are_kept_does_not_matter(unit):
    times = pd.date_range("2026-01-05", periods=30, freq="h")
    features, names = calendar_features(times.as_unit(unit))
    expected, expected_names = calendar_features(times)
    assert names == expected_names
    np.testing.assert_array_equal(features, expected)


def test_every_pair_lies_on_a_circle():
    features, _ = calendar_features(pd.date_range("2024-02-27", periods=99, freq="7min"))
    np.testing.assert_allclose(features[:, ::2] ** 2 + features[:, 1::2] ** 2, 1)


def test_a_single_time_is_taken_for_a_day():
    assert calendar_features(pd.DatetimeIndex(["2026-01-05"]))[0].shape == (1, 6)
