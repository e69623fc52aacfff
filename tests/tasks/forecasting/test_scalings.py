import json

import numpy as np
import pandas as pd
import pytest

from elman.data.scaling import SCALINGS
from elman.data.series import Columns, Series
from elman.errors import DataError
from elman.tasks.forecasting.scalings import Scalings, fit_scalings
from elman.tasks.forecasting.settings import ForecastSettings

NAN = float("nan")
COLUMNS = Columns(("y",), ("p",), ("day sin", "f"), ("s", "shop=a"))


def settings(**changed):
    return ForecastSettings(
        **{"horizon": 1, "target": "y", "past": "p", "future": "f", "static": ("s", "shop")}
        | changed
    )


def series(name, level, length=12, static=1.0):
    generator = np.random.default_rng(int(level))
    values = generator.normal(level, 1 + level / 10, (length, 6))
    values[:, 2] = np.sin(np.arange(length))
    values[:, 4], values[:, 5] = static, static > 1
    return Series(name, pd.RangeIndex(length), values, length)


def both():
    return [series("a", 10.0), series("b", 500.0, static=3.0)]


def scaled(scalings, one, end):
    return scalings.of(one, end).there(one.values)[:end]


def test_each_series_is_scaled_by_itself():
    every = both()
    scalings = fit_scalings(settings(), COLUMNS, every, [8, 8])
    for one in every:
        own = scaled(scalings, one, 8)[:, [0, 1, 3]]
        np.testing.assert_allclose(own.mean(axis=0), 0, atol=1e-9)
        np.testing.assert_allclose(own.std(axis=0), 1)


def test_columns_that_never_change_are_scaled_over_all_series():
    every = both()
    scalings = fit_scalings(settings(), COLUMNS, every, [8, 8])
    assert [scaled(scalings, one, 1)[0, 4] for one in every] == [-1, 1]


def test_what_comes_from_the_calendar_and_from_texts_stays_as_it_is():
    one = both()[1]
    scalings = fit_scalings(settings(), COLUMNS, both(), [8, 8])
    np.testing.assert_array_equal(scaled(scalings, one, 12)[:, [2, 5]], one.values[:, [2, 5]])


def test_one_scaling_for_all():
    every = both()
    scalings = fit_scalings(settings(per_series=False), COLUMNS, every, [8, 8])
    together = np.concatenate([scaled(scalings, one, 8) for one in every])
    np.testing.assert_allclose(together[:, [0, 1, 3, 4]].mean(axis=0), 0, atol=1e-9)
    assert scalings.of(series("new", 3.0), 12) is scalings.shared


def test_one_series_alone_needs_none_of_its_own():
    one = series("a", 10.0)
    scalings = fit_scalings(settings(), COLUMNS, [one], [8])
    assert scalings.of(series("another name", 500.0), 12) is scalings.shared


def test_a_series_that_was_not_learnt_is_measured_on_what_is_known_of_it():
    scalings = fit_scalings(settings(), COLUMNS, both(), [8, 8])
    new = series("new", 7000.0, static=3.0)
    own = scaled(scalings, new, 12)
    np.testing.assert_allclose(own[:, 0].mean(), 0, atol=1e-9)
    np.testing.assert_allclose(own[:, 0].std(), 1)
    before = scaled(scalings, new, 5)
    new.values[5:] = -1e9
    np.testing.assert_array_equal(scaled(scalings, new, 5), before)
    assert own[0, 4] == 1  # but what never changes is measured over those learnt


def test_a_column_that_is_empty_in_one_series_is_scaled_as_in_the_others():
    every = both()
    every[0].values[:8, 1] = NAN
    scalings = fit_scalings(settings(), COLUMNS, every, [8, 8])
    assert scalings.of(every[0], 12).centre[1] == scalings.shared.centre[1]
    assert scalings.of(every[0], 12).spread[1] == scalings.shared.spread[1]
    assert scalings.of(every[0], 12).centre[0] != scalings.shared.centre[0]


@pytest.mark.parametrize("kind", SCALINGS)
@pytest.mark.parametrize("per_series", [True, False])
def test_rows_after_the_training_end_are_not_looked_at(kind, per_series):
    choices = settings(scaling=kind, per_series=per_series)
    every = both()
    before = fit_scalings(choices, COLUMNS, every, [8, 6]).to_dict()
    every[0].values[8:] = 1e9
    every[1].values[6:] = NAN
    assert fit_scalings(choices, COLUMNS, every, [8, 6]).to_dict() == before


@pytest.mark.parametrize("per_series", [True, False])
def test_they_go_through_json(per_series):
    scalings = fit_scalings(settings(per_series=per_series), COLUMNS, both(), [8, 8])
    again = Scalings.from_dict(json.loads(json.dumps(scalings.to_dict())))
    for one in [*both(), series("new", 3.0)]:
        np.testing.assert_array_equal(scaled(again, one, 12), scaled(scalings, one, 12))


def test_a_column_without_a_value_where_it_is_learnt():
    every = both()
    for one in every:
        one.values[:8, 3] = NAN
    with pytest.raises(DataError) as caught:
        fit_scalings(settings(), COLUMNS, every, [8, 8])
    assert str(caught.value) == (
        'the column "f" has no value in the rows that are learnt. Leave it out, or hold out less.'
    )


def test_a_target_that_never_changes():
    every = both()
    for one in every:
        one.values[:8, 0] = [5.0, NAN, *[5.0] * 6]
    with pytest.raises(DataError) as caught:
        fit_scalings(settings(), COLUMNS, every, [8, 8])
    assert str(caught.value) == (
        'the target "y" is always 5 in the rows that are learnt: there is nothing to forecast. '
        "Give another column."
    )


def test_a_target_that_stands_still_in_one_series_of_two_is_taken():
    every = both()
    every[0].values[:, 0] = 5.0
    scalings = fit_scalings(settings(), COLUMNS, every, [8, 8])
    assert scaled(scalings, every[0], 8)[:, 0].tolist() == [0] * 8
