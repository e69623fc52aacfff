import json
import os
import signal

import numpy as np
import pandas as pd
import pytest
import torch

import elman
from elman.errors import DataError, Interrupted, ModelFolderError, SettingError
from elman.tasks import Forecaster
from elman.tasks.folder import CARD, CHECKPOINT, CONFIG, FORECAST, HISTORY, SERIES, WEIGHTS
from elman.tasks.forecasting.likelihoods import LIKELIHOODS
from elman.tasks.forecasting.networks import NETWORKS
from elman.train.reporter import SilentReporter

WAVE = np.sin(np.arange(120) * np.pi / 6)
HELPED = {"past": "wind", "future": "price", "static": "size", "calendar": True}
KINDS = {
    **{model: {"model": model} for model in NETWORKS},
    **{
        likelihood: {"model": "direct", "likelihood": likelihood}
        for likelihood in LIKELIHOODS
        if likelihood != "absolute"
    },
    "recursive gaussian": {"model": "recursive", "likelihood": "gaussian"},
    "recursive student-t": {"model": "recursive", "likelihood": "student-t"},
    "two targets": {"target": ("sales", "returns")},
    "helped": HELPED,
    "helped decoder": {"model": "decoder", **HELPED},
    "helped recursive": {"model": "recursive", **HELPED, "past": ()},
    "lstm": {"cell": "lstm", "num_layers": 2, "dropout": 0.2},
    "last": {"instance": "last", "scaling": "min-max"},
    "one level": {"levels": 0.5, "instance": "none", "scaling": "none"},
}


def weights(model):
    return dict(model.network.named_parameters())


def same_weights(one, other):
    first, second = weights(one), weights(other)
    return first.keys() == second.keys() and all(
        torch.equal(first[name], second[name]) for name in first
    )


def ahead(data, count=3):
    """Rows of the future, of which only what is known of it is told."""
    last = data["time"].max()
    rows = pd.concat([own.tail(count) for _, own in data.groupby("size")])
    times = pd.date_range(last, periods=count + 1, freq="h")[1:]
    rows = rows.assign(sales=np.nan, returns=np.nan, time=np.tile(times, data["size"].nunique()))
    return pd.concat([data, rows], ignore_index=True)


class StopAt(SilentReporter):
    """Presses Ctrl-C at a step."""

    def __init__(self, step):
        self._at = step

    def step(self, done, loss, accuracy):
        if done == self._at:
            os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_kept_in_a_folder_forecasts_the_same(make, tmp_path, kind):
    data = make.sales()
    model = make.small(**KINDS[kind])
    model.fit(data, epochs=1, out=tmp_path / "model")
    given = ahead(data) if "helped" in kind else data
    forecast = model.predict(given)
    pd.testing.assert_frame_equal(
        elman.load(tmp_path / "model").predict(given), forecast, check_exact=True
    )
    assert model.summary().endswith(elman.load(tmp_path / "model").summary())
    targets = model.settings.target
    assert list(forecast["time"]) == ["2026-01-10 00:00:00"] + [
        f"2026-01-10 0{hour}:00:00" for hour in (1, 2)
    ]
    for target in targets:
        ends = [
            forecast[f"{target}_{end}_{100 * level:g}"]
            for end, levels in (
                ("low", model.settings.levels[::-1]),
                ("high", model.settings.levels),
            )
            for level in levels
        ]
        assert np.isfinite(forecast[target]).all()
        assert (np.diff(np.stack(ends), axis=0) >= 0).all()


def test_the_folder_holds_what_it_should(make, tmp_path):
    make.small().fit(make.sales(), epochs=1, out=tmp_path / "model")
    files = {str(p.relative_to(tmp_path / "model")) for p in (tmp_path / "model").rglob("*.*")}
    assert {CARD, CONFIG, FORECAST, HISTORY, SERIES, WEIGHTS} <= files
    assert CHECKPOINT not in files


def test_a_folder_without_a_lookback_is_damaged(make, tmp_path):
    make.small().fit(make.sales(), epochs=1, out=tmp_path)
    config = json.loads((tmp_path / CONFIG).read_text())
    config["model"]["lookback"] = None
    (tmp_path / CONFIG).write_text(json.dumps(config))
    with pytest.raises(ModelFolderError, match=r"is damaged: config\.json says no lookback"):
        elman.load(tmp_path)


@pytest.mark.parametrize("missing", ["mask", "ffill", "interpolate"])
@pytest.mark.parametrize("model", NETWORKS)
def test_holes(make, tmp_path, missing, model):
    data = make.sales()
    data.loc[[3, 50, 51, 52, 100, 115], "sales"] = np.nan
    own = make.small(model=model, missing=missing)
    own.fit(data, epochs=1, out=tmp_path / "model")
    forecast = own.predict(data)
    assert np.isfinite(forecast.drop(columns="time").to_numpy()).all()
    pd.testing.assert_frame_equal(elman.load(tmp_path / "model").predict(data), forecast)
    assert all(np.isfinite(value) for value in own.results["forecasts"]["network"].values())


def test_several_series(make, tmp_path):
    data = make.shops()
    model = make.small(series="shop", likelihood="quantile", **HELPED)
    model.fit(data, epochs=1, out=tmp_path / "model")
    one = make.sales(name="a")
    given = pd.concat([ahead(one), ahead(data[data["shop"] == "b"].copy())], ignore_index=True)
    forecast = model.predict(given)
    assert forecast["shop"].tolist() == ["a"] * 3 + ["b"] * 3
    assert forecast["time"].tolist()[3] == "2026-01-09 04:00:00"
    pd.testing.assert_frame_equal(elman.load(tmp_path / "model").predict(given), forecast)
    alone = model.predict(ahead(one))
    pd.testing.assert_frame_equal(alone, forecast[:3], check_exact=False, rtol=1e-5)
    assert abs(forecast["sales"][:3].mean() - 100) < 60
    assert abs(forecast["sales"][3:].mean() - 900) < 60


@pytest.mark.parametrize("model", NETWORKS)
def test_a_wave_is_learnt(model):
    own = Forecaster(horizon=6, lookback=24, model=model, hidden_size=16, season=12)
    own.compile(learning_rate=0.01)
    own.fit(WAVE, epochs=40)
    forecast = own.predict(WAVE)
    assert forecast["step"].tolist() == list(range(120, 126))
    truth = np.sin(np.arange(120, 126) * np.pi / 6)
    np.testing.assert_allclose(forecast["y"], truth, atol=0.2)
    rows = own.results["forecasts"]
    assert rows["network"]["MAE"] < rows["naive"]["MAE"] / 3


@pytest.mark.parametrize("kind", ["segment", "helped", "lstm", "recursive gaussian"])
def test_the_same_seed_gives_the_same_bits_and_another_seed_does_not(make, kind):
    settings = KINDS[kind]
    one, same = (make.trained(make.sales(), **settings) for _ in range(2))
    assert same_weights(one, same)
    given = ahead(make.sales()) if kind == "helped" else make.sales()
    pd.testing.assert_frame_equal(one.predict(given), same.predict(given), check_exact=True)
    assert not same_weights(one, make.trained(make.sales(), seed=1, **settings))


def test_training_and_asking_leave_the_global_random_numbers_alone(make):
    torch.manual_seed(5)
    expected = torch.rand(1)
    torch.manual_seed(5)
    make.trained(make.sales(), **KINDS["recursive student-t"]).predict(make.sales())
    assert torch.equal(torch.rand(1), expected)


@pytest.mark.parametrize("kind", ["direct", "segment", "decoder", "recursive", "helped", "lstm"])
def test_a_stopped_run_goes_on_to_the_same_bits(make, tmp_path, step_by_step, kind):
    settings, data = KINDS[kind], make.sales()
    whole = make.trained(data, epochs=4, **settings)
    options = {"epochs": 4, "out": tmp_path}
    with pytest.raises(Interrupted, match=r"(?s)stopped after step 5 .*resume=True"):
        make.small(**settings).fit(data, **options, reporter=StopAt(5))
    assert (tmp_path / CHECKPOINT).exists()
    with pytest.raises(ModelFolderError, match="is unfinished"):
        elman.load(tmp_path)
    with pytest.raises(ModelFolderError, match="holds an unfinished training"):
        make.small(**settings).fit(data, **options)
    with pytest.raises(SettingError, match="hidden_size was 6 and is now 8"):
        make.small(**{**settings, "hidden_size": 8}).fit(data, **options, resume=True)
    with pytest.raises(SettingError, match=r"data_sha256 was .* and is now"):
        make.small(**settings).fit(data.assign(sales=data["sales"] + 1), **options, resume=True)
    resumed = make.small(**settings)
    resumed.fit(data, **options, resume=True)
    assert same_weights(whole, resumed)
    assert whole.learnt.scalings.to_dict() == resumed.learnt.scalings.to_dict()
    assert not (tmp_path / CHECKPOINT).exists()
    given = ahead(data) if kind == "helped" else data
    pd.testing.assert_frame_equal(
        elman.load(tmp_path).predict(given), whole.predict(given), check_exact=True
    )


def test_a_file_a_frame_and_an_array_give_the_same(make, tmp_path):
    data = make.sales()[["time", "sales"]]
    data.to_csv(tmp_path / "sales.csv", index=False)
    frame, file = make.trained(data), make.trained(tmp_path / "sales.csv")
    assert same_weights(frame, file)
    pd.testing.assert_frame_equal(frame.predict(data), file.predict(tmp_path / "sales.csv"))
    array = Forecaster(horizon=3, lookback=6, hidden_size=6, season=24)
    array.fit(data["sales"].to_numpy(), epochs=1)
    assert same_weights(frame, array)


def test_what_came_is_set_beside_what_was_forecast(make):
    data = make.sales()
    model = make.trained(data)
    tested = model.backtest(data)
    history = model.historical_forecasts(data)
    count = len(data) - 6 - 3 + 1
    assert tested.forecast.shape == (count, 3, 1)
    assert len(history) == 3 * count
    truth = data["sales"].to_numpy()
    np.testing.assert_array_equal(tested.origins, np.arange(5, 5 + count))
    for window in (0, 17, count - 1):
        origin = tested.origins[window]
        np.testing.assert_array_equal(tested.truth[window, :, 0], truth[origin + 1 : origin + 4])
        np.testing.assert_array_equal(tested.past[window, :, 0], truth[origin - 5 : origin + 1])
    judged = model.evaluate(data)
    assert judged["MAE"] == pytest.approx(np.abs(tested.truth - tested.forecast).mean())
    assert "were learnt in training" in judged.remark


def test_a_stride_takes_every_so_many_origins(make):
    model = make.trained(make.sales())
    every, some = model.backtest(make.sales()), model.backtest(make.sales(), stride=5)
    np.testing.assert_array_equal(some.origins, every.origins[::5])
    np.testing.assert_allclose(some.forecast, every.forecast[::5], rtol=1e-5)
    for stride in (0, 1.5, True):
        with pytest.raises(SettingError, match=r"stride is .*; expected a whole number of at"):
            model.backtest(make.sales(), stride=stride)


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_intervals_cover_about_what_they_promise(likelihood):
    generator = np.random.default_rng(0)
    noise = np.sin(np.arange(700) * np.pi / 6) + 0.5 * generator.normal(size=700)
    model = Forecaster(horizon=2, lookback=12, model="direct", hidden_size=8, likelihood=likelihood)
    model.fit(noise, epochs=2, validation=200, test=200)
    for level, row in model.results["intervals"].items():
        assert abs(row["coverage"] - float(level)) < 0.1


def test_before_training_nothing_can_be_asked(make):
    for ask in (make.small().predict, make.small().backtest, make.small().evaluate):
        with pytest.raises(SettingError, match="before it is trained: call fit first"):
            ask(make.sales())
    with pytest.raises(SettingError, match="call fit first"):
        make.small().outcome()


@pytest.mark.parametrize("name", ["epochs", "patience", "seed"])
def test_what_is_given_to_fit_is_not_given_to_compile(make, name):
    with pytest.raises(SettingError, match=f"{name} is given to fit, not to compile"):
        make.small().compile(**{name: 3})


def test_without_validation_the_intervals_are_not_calibrated_and_nothing_is_judged(make):
    model = make.small()
    model.fit(make.sales(), epochs=1, validation=0, test=0)
    assert "forecasts" not in model.results
    assert len(model.predict(make.sales())) == 3


@pytest.mark.parametrize("missing", ["ffill", "interpolate", "mask"])
def test_what_was_filled_in_is_not_judged_by(missing):
    wave = np.sin(np.arange(120) / 5)
    wave[[100, 104, 105]] = np.nan
    model = Forecaster(horizon=3, lookback=12, hidden_size=4, model="direct", missing=missing)
    model.fit(wave, epochs=1)
    tested = model.backtest(wave)
    places = tested.origins[:, None] + 1 + np.arange(3)
    assert np.array_equal(np.isnan(tested.truth[..., 0]), np.isin(places, [100, 104, 105]))
    assert np.isfinite(tested.past).all() == (missing != "mask")


def test_a_static_column_without_a_value_is_refused_unless_masked():
    frame = pd.DataFrame(
        {"id": np.repeat(["a", "b"], 40), "y": np.arange(80.0), "size": np.repeat([2, np.nan], 40)}
    )
    choices = {"horizon": 2, "target": "y", "series": "id", "static": "size", "lookback": 6}
    choices |= {"model": "direct", "hidden_size": 4}
    with pytest.raises(DataError, match='series "b": the static column "size" has no value'):
        Forecaster(**choices).fit(frame, epochs=1)
    Forecaster(**choices, missing="mask").fit(frame, epochs=1)
