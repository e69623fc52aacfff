from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from elman.errors import DataError
from elman.tasks.forecasting.check import check_table
from elman.tasks.forecasting.settings import ForecastSettings


def frame(count=60, **columns):
    days = pd.date_range("2026-01-01", periods=count, freq="D").astype(str)
    return pd.DataFrame({"ds": days, "y": np.arange(count) % 5 - 2.0, **columns})


@pytest.fixture
def check(tmp_path, monkeypatch):
    """Check a frame that lies in a file, or the contents of one."""

    def checked(data, **settings):
        monkeypatch.chdir(tmp_path)
        file = Path("sales.csv")
        text = data if isinstance(data, str) else data.to_csv(index=False)
        file.write_text(text)
        known = {"horizon": 3, "lookback": 6, "target": "y", "time": "ds"}
        return check_table(file, ForecastSettings(**known | settings))

    return checked


def test_a_table_with_nothing_wrong(check):
    report = check(frame())
    assert dict(report.counts) == {
        "rows": "60",
        "columns": "ds, y",
        "written as": "comma separated, decimal point, header, UTF-8",
        "rhythm": "daily",
        "steps": "60",
        "from": "2026-01-01",
        "to": "2026-03-01",
        "y": "-2 to 2, half of it below 0",
    }
    assert report.troubles == []
    assert report.advice == [
        "A season is taken to be 7 steps. If it is another, give --season; every forecast is "
        "compared with what was a season before."
    ]
    assert check(frame(), season=7).advice == []


def test_without_times(check):
    report = check(frame(), time=None)
    assert report.counts[3:5] == [("rhythm", "step after step"), ("steps", "60")]
    assert report.advice[0].startswith("There is no column of times (--time), so rows are taken")
    assert check(frame(), time=None, season=6).advice == []


def test_faults_are_listed_together(check):
    data = frame(z=1.0).astype({"y": object, "z": object})
    data.loc[3, "y"], data.loc[5, "z"], data.loc[7, "ds"] = "x", "1e308", "2026-01-32"
    report = check(data, target=("y", "z"))
    assert [trouble.split(". ")[0] for trouble in report.troubles] == [
        '"sales.csv", line 5, column "y": "x" is not a number',
        '"sales.csv", line 7, column "z": 1e+308 is too large; expected finite numbers up to '
        "3.4e+38",
        '"sales.csv", line 9: date "2026-01-32" is not a date',
    ]


def test_unknown_columns_are_listed_together(check):
    report = check(frame(), target="sales", time="day", static="size")
    assert {trouble.split(";")[0] for trouble in report.troubles} == {
        f'"sales.csv" has no column "{name}"' for name in ("sales", "day", "size")
    }
    (trouble,) = check(frame(), target=(), time="day").troubles
    assert trouble.startswith('"sales.csv" has no column "day"')


def test_which_column(check):
    (trouble,) = check(frame(**dict.fromkeys("abcdefg", 1.0)), target=()).troubles
    assert trouble == (
        '"sales.csv": which column is to be forecast? There is "y", "a", "b", "c", "d" and 3 more. '
        "Name one with --target (in Python target=), and the column of the times with --time "
        "(time=)."
    )


def test_missing_values_do_not_hide_the_rest(check):
    data = frame(y=5.0)
    data.loc[3, "y"] = np.nan
    report = check(data)
    assert dict(report.counts)["steps"] == "60"
    assert report.troubles[0].startswith('"sales.csv": 1 value of y is missing (line 5).')
    assert report.troubles[1].startswith('the target "y" is always 5 in the rows that are learnt')
    assert check(frame().drop(3), missing="ffill").advice[0] == "1 value of y filled forward."
    assert check(frame().drop(3)).advice[0].startswith("A season")


def test_missing_values_are_found_although_times_are_wrong(check):
    data = pd.concat([frame().head(5), frame().tail(56)])
    data.iloc[20, 1] = np.nan
    first, second = check(data).troubles
    assert "lines 6 and 7 are both at 2026-01-05" in first
    assert "1 value of y is missing (line 22)" in second


def test_empty_targets_of_the_future_are_no_fault(check):
    data = frame(price=1.0)
    data.loc[57:, "y"] = np.nan
    assert check(data, future="price").troubles == []
    assert "3 values of y are missing" in check(data, past="price").troubles[0]
    data.loc[20, "price"] = np.nan
    (trouble,) = check(data, future="price").troubles
    assert "1 value of price is missing (line 22)" in trouble


def test_rows_out_of_order_may_be_meant(check):
    data = frame().sample(frac=1, random_state=0)
    assert "give --sort" in check(data).troubles[0]
    assert check(data, sort=True).troubles == []


def test_a_series_that_is_too_short(check):
    (trouble,) = check(frame(9)).troubles
    assert trouble.startswith("the series has 9 steps, of which 7 are to be learnt")
    report = check(frame(14), lookback=2, horizon=3)
    assert report.troubles == [
        "Validation holds no 3 steps with a known target: nothing decides when to stop, and the "
        "intervals are not calibrated.",
        "Test holds no 3 steps with a known target: nothing judges.",
    ]
    assert report.advice[-1] == "With 14 steps there are fewer than 3 seasons: expect little."


def test_several_series(check):
    still = frame(y=2.0).assign(id="still")
    data = pd.concat([frame().assign(id="a"), frame(8).assign(id="short"), still])
    report = check(data, series="id")
    assert dict(report.counts)["series"] == "3, of 8 to 60 steps"
    short, same = report.troubles
    assert short.startswith("Nothing is learnt from 1 of 3 series (short), in which no window of")
    assert same == (
        'The target "y" never changes in 1 of 3 series (still): there is nothing to forecast in '
        "them. Take them out if they are not meant."
    )


def test_what_is_no_table_is_refused(check):
    with pytest.raises(DataError, match="holds nothing; expected a table"):
        check("")
    with pytest.raises(DataError, match="line 3: the row has 1 cell; expected 2"):
        check("ds,y\n2026-01-01,1\n2026-01-02\n2026-01-03,3\n")
