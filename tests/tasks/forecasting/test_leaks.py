"""Nothing that is learnt looks past the training rows, and no forecast looks past its origin."""

import json

import numpy as np
import pandas as pd
import pytest

from elman.tasks.forecasting.networks import NETWORKS
from elman.tasks.forecasting.preparation import prepare
from elman.tasks.forecasting.settings import ForecastSettings

TRAIN = 84  # of 120 hours: 70 of 100


def changed(data, first):
    """The same table with everything but times and names changed from a row on."""
    other = data.copy()
    later = other.index >= first
    for column in ("sales", "returns", "price"):
        other.loc[later, column] = other.loc[later, column] * 3 + 1000
    other.loc[later, "wind"] = "from above"
    return other


@pytest.mark.parametrize("scaling", ["standard", "min-max", "robust"])
@pytest.mark.parametrize("missing", ["error", "ffill", "mask"])
def test_what_is_measured_does_not_look_past_the_training_end(make, scaling, missing):
    settings = ForecastSettings(
        horizon=3, lookback=6, target=("sales", "returns"), time="time", past="wind",
        future="price", static="size", calendar=True, scaling=scaling, missing=missing,
    )  # fmt: skip
    data = make.sales()
    if missing != "error":
        data.loc[[3, TRAIN - 1, TRAIN], "sales"] = np.nan
    one, other = (prepare(given, settings, 0.15, 0.15) for given in (data, changed(data, TRAIN)))
    assert one.learnt.scalings.to_dict() == other.learnt.scalings.to_dict()
    assert one.learnt.steps == other.learnt.steps
    assert one.learnt.columns == other.learnt.columns
    assert one.gathered.categories == other.gathered.categories
    assert one.learnt.until == other.learnt.until
    assert one.settings == other.settings
    starts = one.train.starts
    assert starts.equal(other.train.starts)
    rows = starts.max() + one.frame.length
    assert rows <= TRAIN
    np.testing.assert_array_equal(one.train.values[:rows], other.train.values[:rows])
    assert not one.train.values.equal(other.train.values)


def test_each_of_several_series_has_a_training_end_of_its_own(make):
    settings = ForecastSettings(
        horizon=3, lookback=6, target="sales", time="time", series="shop", past="wind"
    )
    data = make.shops()
    late = changed(data, 190)  # the newest rows of the second shop
    late.loc[TRAIN:119, "sales"] = -7.0
    one, other = (prepare(given, settings, 0.15, 0.15).learnt for given in (data, late))
    assert json.dumps(one.scalings.to_dict()) == json.dumps(other.scalings.to_dict())
    assert (one.steps, one.columns) == (other.steps, other.columns)


def test_training_does_not_look_past_the_training_end(make):
    weights = []
    for data in (make.sales(), changed(make.sales(), TRAIN)):
        model = make.small(past="wind")
        model.fit(data, epochs=2, patience=5)
        weights.append((model.history.rows[0].loss, model.history.rows[1].loss))
    assert weights[0] == weights[1]


ASKED = {
    **{model: {"model": model} for model in NETWORKS},
    "quantile": {"likelihood": "quantile"},
    "gaussian": {"model": "direct", "likelihood": "gaussian"},
    "recursive gaussian": {"model": "recursive", "likelihood": "gaussian"},
    "recursive student-t": {"model": "recursive", "likelihood": "student-t"},
    "past": {"past": "wind"},
    "mask": {"missing": "mask"},
    "ffill": {"missing": "ffill"},
    "none": {"instance": "none"},
}


@pytest.mark.parametrize("kind", ASKED)
def test_no_forecast_and_no_interval_looks_past_its_origin(make, kind):
    data = make.sales()
    if kind in ("mask", "ffill"):
        data.loc[[40, 70, 71, 97], "sales"] = np.nan
    model = make.trained(data, **ASKED[kind])
    whole = model.backtest(data)
    cut, later = 100, changed(data, 100)
    for other in (model.backtest(data[:cut]), model.backtest(later)):
        count = int((other.origins < cut - 3).sum())
        np.testing.assert_array_equal(whole.origins[:count], other.origins[:count])
        for one in ("forecast", "low", "high"):
            axis = 0 if one == "forecast" else 1
            known, found = (
                np.moveaxis(getattr(tested, one), axis, 0)[:count] for tested in (whole, other)
            )
            np.testing.assert_allclose(found, known, rtol=1e-5)
    newest = model.backtest(later).origins < cut
    np.testing.assert_allclose(
        model.backtest(later).low[:, newest], whole.low[:, newest], rtol=1e-5
    )


@pytest.mark.parametrize("kind", ["segment", "recursive student-t"])
def test_a_forecast_is_the_same_however_many_windows_are_asked_for(make, kind):
    model = make.trained(make.sales(), **ASKED[kind])
    every, some = model.backtest(make.sales()), model.backtest(make.sales(), stride=7)
    np.testing.assert_allclose(some.forecast, every.forecast[::7], rtol=1e-5)


def test_a_series_that_was_not_learnt_is_not_measured_past_the_origin_either(make):
    model = make.trained(make.shops(), series="shop", instance="none")
    new = make.sales(name="new", level=5000.0)
    one, other = model.backtest(new), model.backtest(changed(new, 60))
    before = one.origins < 60
    for name in ("forecast", "low", "high"):
        axis = 0 if name == "forecast" else 1
        known, found = (
            np.moveaxis(getattr(tested, name), axis, 0)[before] for tested in (one, other)
        )
        np.testing.assert_allclose(found, known, rtol=1e-5)


def test_predict_is_the_backtest_of_its_origin(make):
    data = make.sales()
    model = make.trained(data)
    said = model.predict(data[:110])
    tested = model.backtest(data[:113])
    np.testing.assert_allclose(said["sales"], tested.forecast[-1, :, 0], rtol=1e-5)
    assert isinstance(said, pd.DataFrame)
