import numpy as np
import pandas as pd
import pytest

from elman.errors import DataError, SettingError
from elman.tasks.forecasting.preparation import prepare, some
from elman.tasks.forecasting.settings import ForecastSettings

WAVE = np.sin(np.arange(40))


def prepared(data=WAVE, validation=0.2, test=0.2, **settings):
    chosen = ForecastSettings(**{"horizon": 2, "lookback": 3} | settings)
    return prepare(data, chosen, validation, test)


def test_the_parts_share_their_numbers_and_no_window():
    found = prepared()
    parts = (found.train, found.validation, found.test)
    assert [len(part.starts) for part in parts] == [20, 7, 7]
    assert found.train.starts.tolist() == list(range(20))
    assert found.validation.starts[0] == 24 - 3  # the look-back reaches into what was learnt
    assert found.test.starts[-1] == 40 - 5
    assert len({part.values.data_ptr() for part in parts}) == 1
    assert found.train.values.shape == (40, 1)


def test_what_was_left_open_is_filled_in():
    days = pd.date_range("2026-01-01", periods=40, freq="D")
    found = prepared(pd.DataFrame({"ds": days, "y": WAVE}), time="ds", lookback=None)
    settings = found.settings
    assert (settings.target, settings.season, settings.lookback) == (("y",), 7, 8)
    assert found.notes == ["its rows are daily; a season is 7 steps"]
    assert prepared(np.stack([WAVE, WAVE], 1)).settings.target == ("y1", "y2")


def test_what_the_data_lack():
    assert prepared().lacks == []
    assert prepared(test=0).lacks == []
    (held,) = prepared(validation=0).lacks
    assert held.startswith("validation holds no 2 steps with a known target: nothing decides")
    (judged,) = prepared(test=1).lacks
    assert judged == ("test holds no 2 steps with a known target: validation judges instead")
    assert prepared(test=1).notes == [judged]
    assert prepared(validation=0, test=1).lacks[1].endswith("known target: nothing judges")


def test_series_that_teach_nothing_are_told():
    counts = {"a": 40, **dict.fromkeys("bcdefgh", 5)}
    data = pd.concat([pd.DataFrame({"id": n, "y": WAVE[:c]}) for n, c in counts.items()])
    (lack,) = prepared(data, target="y", series="id").lacks
    assert lack == (
        "nothing is learnt from 7 of 8 series (b, c, d, e, f and 2 more), in which no window of "
        "look-back 3 and horizon 2 with a known target lies within the steps to be learnt"
    )
    with pytest.raises(SettingError, match=r'take 8 of 5 steps of series "b".*or take the series'):
        prepared(data, 4, 4, target="y", series="id")


def test_data_of_which_nothing_can_be_learnt():
    with pytest.raises(DataError, match="the series has 8 steps, of which 4 are to be learnt"):
        prepared(WAVE[:8])
    hollow = WAVE.copy()
    hollow[[*range(1, 12), *range(13, 24)]] = np.nan
    with pytest.raises(DataError, match="no window of look-back 3 and horizon 2 has a known targ"):
        prepared(hollow, missing="mask")
    with pytest.raises(DataError, match='the target "y" is always 1 in the rows that are learnt'):
        prepared(np.where(np.arange(40) < 30, 1.0, WAVE))


def test_windows_without_a_known_target_are_left_out():
    holed = WAVE.copy()
    holed[10:15] = np.nan
    starts = prepared(holed, missing="mask").train.starts.tolist()
    assert set(range(20)) - set(starts) == {7, 8, 9, 10, 11, 12}


def test_names():
    assert some(["a"]) == "a"
    assert some("abcde") == "a, b, c, d, e"
    assert some("abcdef") == "a, b, c, d, e and 1 more"
