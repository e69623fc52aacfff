import numpy as np
import pandas as pd
import pytest

from elman.errors import DataError
from elman.tasks.forecasting.gathering import covariate, gather, table_of
from elman.tasks.forecasting.settings import ForecastSettings

NAN = np.nan


def days(count, begin="2026-01-01"):
    return pd.date_range(begin, periods=count, freq="D")


def frame(count=6, **columns):
    return pd.DataFrame({"ds": days(count), "y": np.arange(count, dtype=float), **columns})


def gathered(data, *, ahead=0, categories=None, **settings):
    chosen = ForecastSettings(**{"horizon": 2, "target": "y", "time": "ds"} | settings)
    return gather(table_of(data, chosen), chosen, ahead=ahead, categories=categories)


def refused(data, **settings):
    with pytest.raises(DataError) as error:
        gathered(data, **settings)
    return str(error.value)


def test_a_table_stays_one_and_an_index_of_times_becomes_a_column():
    settings = ForecastSettings(horizon=1, time="ds")
    table = table_of(frame(), settings)
    assert table_of(table, settings) is table
    assert table_of(frame().set_index("ds"), settings).columns == ["ds", "y"]
    assert table_of(np.zeros((3, 2)), settings).columns == ["y1", "y2"]
    with pytest.raises(DataError, match="the data have no rows; expected at least one series"):
        table_of(frame(0), settings)
    with pytest.raises(DataError, match="the data are no numbers"):
        table_of(["a", "b"], settings)
    with pytest.raises(DataError, match=r"the data have the shape \(2, 1, 1\)"):
        table_of(np.zeros((2, 1, 1)), settings)


def test_columns_lie_in_their_parts():
    data = frame(wind=list("NSNSNS"), price=[1, 2, 3, 4, 5, 6], size=3.0, z=7.0)
    found = gathered(data, target=("z", "y"), past="wind", future="price", static="size")
    assert found.columns.names == ("z", "y", "wind=N", "wind=S", "price", "size")
    assert found.series[0].values[1].tolist() == [7, 1, 0, 1, 2, 3]
    assert found.categories["wind"].known == ("N", "S")
    assert found.name == "the data"


def test_the_calendar_stands_before_what_is_known_of_the_future():
    found = gathered(frame(wind=list("NSNSNS"), price=1.0), past="wind", future="price",
                     calendar=True)  # fmt: skip
    names = found.columns.names
    assert names[:4] == ("y", "wind=N", "wind=S", "week sin")
    assert names[-1] == "price"
    assert found.series[0].values[0, 1:3].tolist() == [1, 0]
    assert found.series[0].values[:, -1].tolist() == [1] * 6


def test_texts_are_those_of_the_training():
    learnt = gathered(frame(3, wind=["N", "S", "N"]), past="wind").categories
    found = gathered(frame(3, wind=["S", "??", "N"]), past="wind", categories=learnt)
    assert found.series[0].values[:, 1:].tolist() == [[0, 1], [0, 0], [1, 0]]
    table = table_of(frame(3, wind=["1", "2", "x"]), ForecastSettings(horizon=1))
    assert covariate(table, "wind", None)[1].known == ("1", "2", "x")
    with pytest.raises(DataError, match='"wind" holds no numbers'):  # it held some in training
        covariate(table, "wind", {})


def test_series_keep_their_rows_apart_in_whatever_order_they_come():
    one, two = frame(4).assign(id="b"), frame(6).assign(id="a", y=lambda t: t.y + 10)
    mixed = pd.concat([one, two]).sample(frac=1, random_state=0)
    found = gathered(mixed, series="id", sort=True).series
    assert [(s.name, s.length) for s in found] == [("a", 6), ("b", 4)]
    assert found[0].values[:, 0].tolist() == [10, 11, 12, 13, 14, 15]
    assert found[1].values[:, 0].tolist() == [0, 1, 2, 3]


def test_numbers_name_series_too():
    data = pd.concat([frame(3).assign(id=2), frame(3).assign(id=10)])
    assert sorted(one.name for one in gathered(data, series="id").series) == ["10", "2"]


def test_rows_without_times_are_steps():
    found = gathered(frame(), time=None)
    assert (found.frequency, found.rhythm, found.times) == ("", "step after step", None)
    assert list(found.series[0].times) == [0, 1, 2, 3, 4, 5]


def test_a_descending_table_is_turned_round():
    assert gathered(frame()[::-1]).series[0].values[:, 0].tolist() == [0, 1, 2, 3, 4, 5]


def test_times_go_on_into_the_future():
    found = gathered(frame(), ahead=2).series[0]
    assert (found.length, len(found.times)) == (6, 8)
    assert found.times[-1] == pd.Timestamp("2026-01-08")
    assert np.isnan(found.values[6:]).all()


def test_what_is_known_of_the_future_must_reach_there():
    data = frame(price=1.0, wage=1.0)
    data.loc[4:, "y"] = NAN
    data.loc[5, "wage"] = NAN
    found = gathered(data, future="price", ahead=2).series[0]
    assert (found.length, len(found.values)) == (4, 6)
    assert found.values[4:, 1].tolist() == [1, 1]
    assert refused(data, future=("price", "wage"), ahead=2) == (
        'the data: "wage" must be known for the 2 steps after the last known target, but is '
        "missing at step 2 of them. Add rows for them, with the target left empty."
    )
    assert '"price" must be known for the 3 steps' in refused(data, future="price", ahead=3)
    masked = gathered(data, future=("price", "wage"), ahead=3, missing="mask").series[0]
    assert np.isnan(masked.values[6, 1:]).all()
    data["wind"] = ["N", "S"] * 3
    assert '"wind" must be known for the 3 steps' in refused(data, future="wind", ahead=3)


def test_a_missing_value_is_told_by_the_name_of_its_own_column():
    data = frame(wind=list("NSNSNS"), heat=[1, 2, NAN, 4, 5, 6], price=1.0)
    message = refused(data, past=("wind", "heat"), future="price")
    assert message.startswith("the data: 1 value of heat is missing (line 3).")
    found = gathered(data, past=("wind", "heat"), future="price", missing="ffill")
    assert found.notes == ["1 value of heat filled forward."]
    assert found.series[0].values[2, 3] == 2


def test_notes_name_the_series():
    data = pd.concat([frame().assign(id="a"), frame().drop(2).assign(id="b")])
    found = gathered(data, series="id", missing="interpolate")
    assert found.notes == ['series "b": 1 value of y interpolated.']
    assert found.series[1].values[2, 0] == 2


def test_a_column_that_is_not_static():
    data = pd.concat(
        [frame().assign(id="a", size=1), frame().assign(id="b", size=[2, 2, 2, 3, 3, 3])]
    )
    assert refused(data, series="id", static="size") == (
        'the data, series "b", line 10: the static column "size" changes within the series. '
        "Expected one value a series; give it as past or future instead (--past, --future)."
    )


def test_what_is_no_series():
    assert 'the target "y" has no value at all' in refused(frame(y=NAN))
    data = frame().assign(id=["a", "", "a", "b", "b", "b"])
    assert refused(data, series="id").startswith('the data, line 2: the column "id" is empty;')
    weekly = frame().assign(id="w", ds=pd.date_range("2026-01-01", periods=6, freq="7D"))
    data = pd.concat([frame().assign(id="d"), weekly])
    assert 'the series "d" is daily, but "w" is weekly' in refused(data, series="id")
    twice = pd.concat([frame(), frame()])
    assert "--series (in Python series=)" in refused(twice, sort=True)


def test_nothing_of_the_users_is_changed():
    data = frame(price=1.0)
    data.loc[2, "y"] = NAN
    before = data.copy()
    gathered(data, future="price", missing="ffill", calendar=True)
    gathered(data, time=None, missing="interpolate")
    pd.testing.assert_frame_equal(data, before)
    values = np.arange(6.0)
    values[2] = NAN
    gathered(values, time=None, missing="ffill")
    assert np.isnan(values[2])
