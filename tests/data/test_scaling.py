import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from elman.data.scaling import SCALINGS, Scaling, fit_scaling
from elman.errors import SettingError

VALUES = np.array([[1.0, 10.0], [2.0, np.nan], [3.0, 40.0], [6.0, 20.0]])


def test_standard_gives_mean_zero_and_deviation_one():
    scaled = fit_scaling("standard", VALUES).there(VALUES)
    np.testing.assert_allclose(np.nanmean(scaled, axis=0), 0, atol=1e-15)
    np.testing.assert_allclose(np.nanstd(scaled, axis=0), 1)


def test_min_max_gives_zero_to_one():
    scaled = fit_scaling("min-max", VALUES).there(VALUES)
    assert np.nanmin(scaled, axis=0).tolist() == [0, 0]
    assert np.nanmax(scaled, axis=0).tolist() == [1, 1]


def test_robust_gives_median_zero_and_quartiles_one_apart_whatever_an_outlier_does():
    values = np.array([[0.0], [1.0], [2.0], [3.0], [1e9]])
    scaling = fit_scaling("robust", values)
    assert (scaling.centre.tolist(), scaling.spread.tolist()) == ([2.0], [2.0])


def test_none_changes_nothing():
    scaling = fit_scaling("none", VALUES)
    np.testing.assert_array_equal(scaling.there(VALUES), VALUES)


@pytest.mark.parametrize("kind", SCALINGS)
@given(st.integers(0, 1000), st.floats(1e-3, 1e6))
def test_there_and_back(kind, seed, size):
    values = np.random.default_rng(seed).normal(size, size, (20, 3))
    values[3:6, 1] = np.nan
    scaling = fit_scaling(kind, values)
    back = scaling.back(scaling.there(values))
    np.testing.assert_allclose(back, values, rtol=1e-9, atol=1e-9 * size)


@pytest.mark.parametrize("kind", SCALINGS)
@pytest.mark.parametrize("constant", [0.0, 5.0, -1e9, 0.1])
def test_a_constant_column_is_only_centred(kind, constant):
    values = np.full((7, 1), constant)
    scaling = fit_scaling(kind, values)
    assert scaling.spread.tolist() == [1.0]
    expected = constant if kind == "none" else 0.0
    np.testing.assert_allclose(scaling.there(values), expected, atol=1e-6)


def test_a_small_spread_on_a_high_level_is_no_constant():
    values = 1e6 + np.array([[0.0], [1e-3]])
    assert fit_scaling("min-max", values).spread == pytest.approx(1e-3, rel=1e-4)


@pytest.mark.parametrize("kind", SCALINGS)
def test_missing_values_do_not_count_and_stay_missing(kind):
    whole = fit_scaling(kind, VALUES[[0, 2, 3], 1:])
    holed = fit_scaling(kind, VALUES[:, 1:])
    np.testing.assert_array_equal(whole.centre, holed.centre)
    np.testing.assert_array_equal(whole.spread, holed.spread)
    assert np.isnan(fit_scaling(kind, VALUES).there(VALUES)).tolist() == np.isnan(VALUES).tolist()


@pytest.mark.parametrize("kind", SCALINGS)
def test_it_goes_through_json(kind):
    scaling = fit_scaling(kind, VALUES)
    again = Scaling.from_dict(json.loads(json.dumps(scaling.to_dict())))
    np.testing.assert_array_equal(again.there(VALUES), scaling.there(VALUES))


def test_an_unknown_kind():
    with pytest.raises(SettingError, match=r'scaling is \'standart\'.*Did you mean "standard"'):
        fit_scaling("standart", VALUES)
