import numpy as np
import pandas
import pytest

from elman.data.tables.reading import read_table
from elman.data.tables.rhythm import Gap, rhythm_of
from elman.data.tables.times import Times, read_times


def rhythm(stamps, zone=None, **options):
    values = pandas.DatetimeIndex(stamps).as_unit("us")
    dates = bool((values == values.normalize()).all())
    lines = np.arange(2, len(values) + 2, dtype=np.int32)
    return rhythm_of(Times(values, zone, dates), lines, '"sales.csv"', **options)


def ranged(start, count, frequency):
    return pandas.date_range(start, periods=count, freq=frequency)


@pytest.mark.parametrize(
    ("start", "frequency", "words"),
    [
        ("2026-01-01", "h", "hourly"),
        ("2026-01-01 00:07", "30min", "every 30 minutes"),
        ("2026-01-01", "90min", "every 90 minutes"),
        ("2026-01-01", "min", "every minute"),
        ("2026-01-01", "10s", "every 10 seconds"),
        ("2026-01-01", "250000000ns", "every 0.25 seconds"),
        ("2026-01-01", "D", "daily"),
        ("2026-01-01 18:00", "D", "daily"),
        ("2026-01-01", "10D", "every 10 days"),
        ("2026-01-01", "W-THU", "weekly"),
        ("2026-01-01", "B", "business days"),
        ("2026-01-01", "MS", "monthly"),
        ("2026-01-31 12:00", "ME", "monthly"),
        ("2026-02-01", "QS-FEB", "quarterly"),
        ("2026-03-31", "QE-MAR", "quarterly"),
        ("1949-01-01", "YS-JAN", "yearly"),
        ("1949-06-30", "YE-JUN", "yearly"),
        ("2026-01-01", "2QS-JAN", "every 6 months"),
        ("2026-01-01", "2MS", "every 2 months"),
        ("1900-01-01", "4YS-JAN", "every 4 years"),
    ],
)
@pytest.mark.parametrize("step", [1, -1])
def test_grids(start, frequency, words, step):
    stamps = ranged(start, 40, frequency)
    kept = np.r_[0:20, 22:30]
    found = rhythm(stamps[kept][::step])
    assert (found.frequency, str(found), found.length) == (frequency, words, 30)
    assert found.positions.tolist() == kept[::step].tolist()
    assert found.descending == (step < 0)
    lines = (21, 22) if step > 0 else (10, 9)
    assert found.gaps == [Gap(20, 2, *lines)]
    assert found.stamps(28, 12).tolist() == stamps[28:].tolist()
    assert not found.remarks


def test_values_and_lines_on_the_grid():
    found = rhythm(["2026-01-04", "2026-01-02", "2026-01-01"])
    np.testing.assert_array_equal(found.spread(np.array([1.0, 2.0, 3.0])), [3, 2, np.nan, 1])
    spread = found.spread(np.array([[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]))
    np.testing.assert_array_equal(spread[:, 1], [6, 5, np.nan, 4])
    assert found.grid_lines.tolist() == [4, 3, 0, 2]


def test_days_with_weekends_are_daily():
    assert str(rhythm(ranged("2026-01-05", 5, "D"))) == "daily"
    assert str(rhythm(ranged("2026-01-05", 14, "D").delete([5, 7]))) == "daily"


@pytest.mark.parametrize("frequency", ["D", "MS", "h"])
def test_steps_follow_the_clocks_of_a_zone(frequency):
    local = ranged("2026-01-01", 12_000 if frequency == "h" else 400, frequency)
    local = local.tz_localize("UTC" if frequency == "h" else "Europe/Berlin")
    found = rhythm(local.tz_convert(None), "Europe/Berlin")
    assert (found.frequency, found.length) == (frequency, len(local))
    assert found.stamps(0, len(local)).tolist() == local.tz_convert(None).tolist()


@pytest.mark.parametrize("count", [1, 2])
def test_too_few_rows(refused, count):
    message = refused(rhythm, ranged("2026", count, "D"))
    assert message.startswith(
        f'"sales.csv" has {count} row{"s" * (count > 1)}; expected at least 3'
    )


def test_rows_at_one_time(refused):
    stamps = [*ranged("2026-01-05", 9, "D"), *ranged("2026-01-14", 3, "D")]
    message = refused(rhythm, [stamps[0], stamps[0], *stamps[1:4], stamps[3], *stamps[4:]])
    assert message == (
        '"sales.csv", lines 2 and 3 are both at 2026-01-05. So it is with lines 6 and 7 '
        "(2026-01-08). Expected one row at a time. Take one row of each pair out. If the file "
        "holds several series, name the column that tells them apart: --series (in Python series=)."
    )
    many = np.repeat(ranged("2026-01-05", 9, "D"), 2)
    assert "(2026-01-07) and 6 more pairs. Expected" in refused(rhythm, many)


def local_year(frequency):
    year = pandas.date_range("2026-01-01", "2026-12-01", freq=frequency, tz="Europe/Berlin")
    return year.tz_localize(None)


def test_autumn_hours_of_a_file_without_zone(refused):
    message = refused(rhythm, local_year("h"))
    assert "are both at 2026-10-25 02:00:00, the hour that clocks show twice when day" in message
    assert "Name the place whose clocks they are: --time-zone Europe/Berlin." in message
    spring = list(local_year("h")).index(pandas.Timestamp("2026-03-29 01:00")) + 2
    assert message.endswith(f"That is also why an hour is missing after line {spring:,}.")


@pytest.mark.parametrize("step", [1, -1])
def test_autumn_half_hours_of_a_file_without_zone(refused, step):
    message = refused(rhythm, local_year("30min")[::step])
    times = ["2026-10-25 02:00:00", "2026-10-25 02:30:00"]
    assert f"{times[step < 0]} comes after {times[step > 0]} in line" in message
    assert message.endswith("--time-zone Europe/Berlin.")
    assert "show twice" in refused(rhythm, local_year("30min"), sort=True)


def test_spring_alone_is_a_remark():
    found = rhythm(local_year("h")[:5000])
    assert [gap.count for gap in found.gaps] == [1]
    assert found.remarks[0].startswith(f"An hour is missing after line {found.gaps[0].before:,}, ")
    assert found.remarks[0].endswith("--time-zone Europe/Berlin.")


def test_a_file_with_the_zone_has_neither(table):
    rows = "".join(f"{stamp},1\n" for stamp in local_year("30min"))
    read = table(f"ds,y\n{rows}")
    found = rhythm_of(read_times(read, "ds", time_zone="Europe/Berlin"), read.lines, read.name)
    assert (str(found), found.gaps, found.remarks) == ("every 30 minutes", [], ())


def test_rows_out_of_order(refused):
    stamps = ranged("2026-01-05", 9, "D")[[0, 1, 3, 2, 4, 5, 7, 6, 8]]
    assert refused(rhythm, stamps) == (
        '"sales.csv", line 5: 2026-01-07 comes after 2026-01-08 in line 4, and so it is 1 more '
        "times. Expected times that all ascend or all descend. Correct the rows, or give --sort "
        "(in Python sort=True). If the file holds several series, name the column that tells them "
        "apart: --series (in Python series=)."
    )
    found = rhythm(stamps, sort=True)
    assert found.positions.tolist() == [0, 1, 3, 2, 4, 5, 7, 6, 8]
    assert not found.descending


@pytest.mark.parametrize("wrong", ["2062-01-09", "1912-01-09"])
@pytest.mark.parametrize("step", [1, -1])
def test_time_far_away_from_its_neighbours(refused, wrong, step):
    stamps = ranged("2012-01-05", 9, "D").tolist()
    stamps[4] = pandas.Timestamp(wrong)
    message = refused(rhythm, stamps[::step])
    assert "line 6 is far away from its neighbours (2012-01-08 and 2012-01-10)" in message
    assert message.endswith(f"Correct {wrong}, or give --sort if it is right.")


def test_last_time_far_in_the_future(refused):
    stamps = [*ranged("2012-01-05", 9, "h"), pandas.Timestamp("2062-01-05")]
    message = refused(rhythm, stamps)
    assert message.startswith('"sales.csv", line 11: 2062-01-05 00:00:00 is 438,')
    assert "steps (hourly) after line 10 (2012-01-05 08:00:00); expected rows for most" in message


def test_times_off_the_grid(refused):
    stamps = ranged("2026-01-01", 50, "30min").to_numpy(copy=True)
    stamps[[0, 7, 9, 12, 30]] += np.timedelta64(7, "m")
    assert refused(rhythm, stamps) == (
        '"sales.csv", line 2: 2026-01-01 00:07:00 is between the steps of the other rows, which '
        "come every 30 minutes. So it is with line 9 (2026-01-01 03:37:00), line 11 (2026-01-01 "
        "04:37:00), 2 more. Expected rows at regular times. Correct them, or bring all to regular "
        'times first (in pandas: resample("30min")).'
    )


def test_days_in_utc_that_follow_a_place(refused):
    local = pandas.date_range("2026-01-01", periods=200, freq="D", tz="Europe/Berlin")
    message = refused(rhythm, local.tz_convert(None), "UTC")
    assert message.endswith("If they follow the clocks of a place, give --time-zone.")


@pytest.mark.parametrize(
    ("file", "column", "words", "length", "holes"),
    [
        ("ETTh1", "date", "hourly", 17_420, 0),
        ("airline-passengers", "Month", "monthly", 144, 0),
        ("daily-min-temperatures", "Date", "daily", 3_652, 2),  # 31 December of leap years
        ("monthly-sunspots", "Month", "monthly", 2_820, 0),
        ("taxi_new_york_passengers", "time", "every 30 minutes", 10_320, 0),
    ],
)
def test_real_files(forecasting, file, column, words, length, holes):
    table = read_table(forecasting / f"{file}.csv")
    found = rhythm_of(read_times(table, column), table.lines, table.name)
    assert (str(found), found.length, len(found.gaps)) == (words, length, holes)
