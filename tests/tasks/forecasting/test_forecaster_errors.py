"""What `Forecaster` refuses when it is called from Python, and what it says."""

import numpy as np
import pandas as pd
import pytest

import elman
from elman.errors import DataError, ModelFolderError, SettingError
from elman.tasks import Forecaster

DAYS = pd.date_range("2026-01-01", periods=60, freq="D")
DATA = pd.DataFrame({"ds": DAYS, "y": np.sin(np.arange(60))})


def small(**settings):
    return Forecaster(
        **{"horizon": 3, "target": "y", "time": "ds", "lookback": 6, "hidden_size": 4} | settings
    )


@pytest.fixture(scope="module")
def model():
    made = small()
    made.fit(DATA, epochs=1)
    return made


UNTRAINED = {
    "network": lambda model: model.network,
    "learnt": lambda model: model.learnt,
    "frame": lambda model: model.frame,
    "predict": lambda model: model.predict(DATA),
    "evaluate": lambda model: model.evaluate(DATA),
    "backtest": lambda model: model.backtest(DATA),
    "historical_forecasts": lambda model: model.historical_forecasts(DATA),
    "outcome": lambda model: model.outcome(),
    "summary": lambda model: model.summary(),
    "save": lambda model: model.save("model"),
}


@pytest.mark.parametrize("ask", UNTRAINED.values(), ids=UNTRAINED.keys())
def test_a_model_that_is_not_trained_says_so(ask, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingError, match="call fit first"):
        ask(small())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"horizont": 3}, r"there is no setting horizont\. Did you mean \"horizon\"\?"),
        ({"horizon": 0}, "horizon is 0; expected at least 1"),
        ({"horizon": 2.5}, "horizon is 2.5; expected a whole number"),
        ({"horizon": True}, "horizon is True; expected a whole number"),
        ({"levels": (0.8, 1.5)}, r"a level is 1\.5; expected a share between 0 and 1.*levels="),
        ({"levels": 0.0}, "a level is 0; expected a share"),
        ({"cell": 3}, "cell is 3; expected a name or a cell of your own"),
        ({"past": "y"}, 'the column "y" is given two parts'),
        ({"calendar": True, "time": None}, "calendar features .* but time is not given"),
    ],
)
def test_settings(settings, message):
    with pytest.raises(SettingError, match=message):
        small(**settings)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"validation": 0.6, "test": 0.6}, "take 72 of 60 steps, so that nothing is left to lea"),
        ({"test": -1}, "test is -1; expected a share below 1, such as 0.2, or a whole number"),
        ({"test": "x"}, "test is 'x'; expected a share"),
        ({"validation": 0, "patience": 3}, "patience is 3, but no 3 steps are held out to judge"),
        ({"epochs": 0}, "epochs is 0; expected at least 1"),
        ({"batch_size": 0}, "batch_size is 0; expected a whole number of at least 1"),
        ({"seed": -1}, "seed is -1; expected a whole number of at least 0"),
        ({"force": True, "resume": True}, "give one of them"),
    ],
)
def test_a_mistake_leaves_a_forced_folder_alone(model, tmp_path, options, message):
    model.save(tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    with pytest.raises(SettingError, match=message):
        small().fit(DATA, out=tmp_path, **{"force": True} | options)
    with pytest.raises(DataError, match='have no column "z"'):
        small(target="z").fit(DATA, out=tmp_path, force=True)
    assert before == {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}


def test_a_folder_is_not_replaced_unasked(model, tmp_path):
    model.save(tmp_path)
    for write in (model.save, lambda out: small().fit(DATA, epochs=1, out=out)):
        with pytest.raises(ModelFolderError, match=r"already holds a model.*force=True"):
            write(tmp_path)
    with pytest.raises(SettingError, match="resume needs the folder to go on in: give out too"):
        small().fit(DATA, resume=True)
    with pytest.raises(SettingError, match="epochs is given to fit, not to compile"):
        small().compile(epochs=3)


def test_data_that_do_not_fit(model):
    with pytest.raises(DataError, match="the data: there are 5 steps, but the model looks 6 steps"):
        model.predict(DATA[:5])
    with pytest.raises(
        DataError, match="the data: there are 8 steps; expected at least 9: 6 to look b"
    ):
        model.evaluate(DATA[:8])
    with pytest.raises(DataError, match='the data have no column "y"; they have ds, z'):
        model.predict(DATA.rename(columns={"y": "z"}))
    with pytest.raises(DataError, match='the data have no column "ds"'):
        model.predict(DATA["y"].to_numpy())
    weekly = DATA.assign(ds=pd.date_range("2026-01-01", periods=60, freq="7D"))
    with pytest.raises(DataError, match=r"come weekly .*trained on rows of the frequency D\. Give"):
        model.predict(weekly)
    with pytest.raises(DataError, match='the column "y" holds no numbers'):
        model.predict(DATA.assign(y="much"))
    with pytest.raises(DataError, match="the data have no rows"):
        model.predict(DATA[:0])


@pytest.mark.parametrize("stride", [0, -1, 2.0, True, "2"])
def test_strides(model, stride):
    with pytest.raises(SettingError, match=r"stride is .*; expected a whole number of at least 1"):
        model.evaluate(DATA, stride=stride)


def test_a_stride_counts_from_the_first_origin_that_there_is():
    holed = DATA.copy()
    holed.loc[:9, "y"] = np.nan
    model = small(missing="mask")
    model.fit(DATA, epochs=1)
    assert model.backtest(holed, stride=50).origins.tolist() == [10]
    assert model.backtest(holed, stride=20).origins.tolist() == [10, 30, 50]


def test_reading_may_differ_from_that_in_training(model):
    holed = DATA.drop(index=[20])
    with pytest.raises(DataError, match=r"1 row is missing .*in Python missing="):
        model.predict(holed)
    expected = model.predict(DATA)["ds"].tolist()
    for missing in ("ffill", "interpolate"):
        assert model.predict(holed, missing=missing)["ds"].tolist() == expected
    with pytest.raises(SettingError, match='missing is "mask", but the model was not trained so'):
        model.predict(holed, missing="mask")
    with pytest.raises(SettingError, match="missing is 'drop'; expected one of"):
        model.evaluate(holed, missing="drop")
    with pytest.raises(SettingError, match=r"horizon is settled by the training\. There are: miss"):
        model.predict(DATA, horizon=5)
    with pytest.raises(SettingError, match='Did you mean "sort"'):
        model.predict(DATA, sorted=True)
    mixed = DATA.sample(frac=1, random_state=0)
    pd.testing.assert_frame_equal(model.predict(mixed, sort=True), model.predict(DATA))
    pd.testing.assert_frame_equal(
        model.historical_forecasts(mixed, sort=True), model.historical_forecasts(DATA)
    )
    assert model.settings.missing == "error"
    assert not model.settings.sort


def test_nothing_held_out_is_told_wherever_one_looks(tmp_path):
    model = small()
    model.fit(DATA, epochs=1, validation=0, test=0, out=tmp_path)
    for told in (model, elman.load(tmp_path)):
        assert told.outcome().startswith("Nothing was held out to judge by")
        assert "Nothing was held out to judge by" in told.summary()
    assert "Nothing was held out to judge by" in (tmp_path / "README.md").read_text()
    assert len(elman.load(tmp_path).predict(DATA)) == 3


def test_a_loss_that_is_no_number_is_told_too(tmp_path):
    model = small()
    model.compile(optimizer="sgd", learning_rate=1e38)
    with pytest.raises(elman.errors.DivergedError, match=r"lower learning_rate.*kept in"):
        model.fit(DATA, epochs=9, out=tmp_path)
    assert "the loss became" in elman.load(tmp_path).outcome()
    assert "the loss became" in (tmp_path / "README.md").read_text()
