import pytest

from elman.data.tables import reading
from elman.data.tables.times import read_times
from elman.errors import SettingError


@pytest.fixture
def times(table):
    def read(texts, **options):
        rows = "".join(f'"{text}",1\n' for text in texts)
        return read_times(table(f"ds,y\n{rows}"), "ds", **options)

    return read


def shown(times):
    return [times.shown(stamp) for stamp in times.values]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["2026-02-28", "2026-03-01"], ["2026-02-28", "2026-03-01"]),
        (["1949", "1950"], ["1949-01-01", "1950-01-01"]),
        (["1749-01", "1749-02"], ["1749-01-01", "1749-02-01"]),
        (["2026-02-28 10:30", " 2026-02-28T11:00:00 "],
         ["2026-02-28 10:30:00", "2026-02-28 11:00:00"]),
        (["2026/02/28"], ["2026-02-28"]),
        (["20260228"], ["2026-02-28"]),
        (["2026-02-28T10:00Z"], ["2026-02-28 10:00:00+00:00"]),
        (["2026-02-28 10:00+02:00"] * 2, ["2026-02-28 10:00:00+02:00"] * 2),
        (["2026-02-28 10:00+02:00", "2026-02-28 10:00Z"],
         ["2026-02-28 08:00:00+00:00", "2026-02-28 10:00:00+00:00"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("cells", [1, 1000])
def test_iso(times, monkeypatch, texts, said, cells):
    monkeypatch.setattr(reading, "CELLS", cells)
    found = times(texts)
    assert shown(found) == said
    assert found.values.tz is None


def test_offset_shown_in_a_zone(times):
    found = times(["2026-02-28 23:00Z", "2026-07-28 22:00Z"], time_zone="Europe/Berlin")
    assert shown(found) == ["2026-03-01", "2026-07-29"]
    assert found.values.hour.tolist() == [23, 22]


@pytest.mark.parametrize(
    ("text", "date_format", "said"),
    [
        ("28/02/2026", "%d/%m/%Y", "2026-02-28"),
        ("01022020", "%d%m%Y", "2020-02-01"),
        ("28.02.26 10:00", "%d.%m.%y %H:%M", "2026-02-28 10:00:00"),
        ("2026-02-28 10:00 +0200", "%Y-%m-%d %H:%M %z", "2026-02-28 10:00:00+02:00"),
    ],
)
def test_format_given(times, text, date_format, said):
    assert shown(times([text], date_format=date_format)) == [said]


@pytest.mark.parametrize("cells", [1, 1000])
@pytest.mark.parametrize(
    ("texts", "line", "advice"),
    [
        (["2026-02-28", "31/02/2026"], 3, 'Mend the row, or give --date-format "%d/%m/%Y".'),
        (["28/02/2026", "01/03/2026"], 2, 'row fits "%d/%m/%Y": give --date-format "%d/%m/%Y".'),
        (["02/28/2026", "01/03/2026"], 2, 'row fits "%m/%d/%Y": give --date-format "%m/%d/%Y".'),
        (["28.02.2026 10:00"], 2, 'Every row fits "%d.%m.%Y %H:%M": give --date-format'),
        (["2026 Feb"], 2, "Mend the row"),
        (["02/03/2026"], 2, 'fits "%d/%m/%Y" and "%m/%d/%Y": give the one that is meant'),
        (["1467331200"], 2, "Seconds since 1970 (2016-07-01 00:00:00?) must be written as dates."),
        (["1467331200000"], 2, "Milliseconds since 1970 (2016-07-01 00:00:00?) must be written"),
        (["2026-01-01", "2026-02-30"], 3, "Mend the row"),
        (["2026-01-01", "now"], 3, "Mend the row"),
    ],
)  # fmt: skip
def test_no_date(times, refused, monkeypatch, texts, line, advice, cells):
    monkeypatch.setattr(reading, "CELLS", cells)
    message = refused(times, texts)
    assert message.startswith(
        f'"sales.csv", line {line}: date "{texts[line - 2]}" is not a date. Expected ISO dates '
        'like 2026-02-28 in the column "ds". '
    )
    assert advice in message


def test_no_date_in_a_format(times, refused):
    message = refused(times, ["28/02/2026", "31/02/2026"], date_format="%d/%m/%Y")
    assert message == (
        '"sales.csv", line 3: date "31/02/2026" is not a date. Expected dates like "%d/%m/%Y" in '
        'the column "ds". Mend the row, or give another --date-format, or none for ISO dates.'
    )
    assert '"today" is not a date' in refused(times, ["today"], date_format="%d/%m/%Y")


@pytest.mark.parametrize(("text", "said"), [("", "is empty"), ("NaT", "is not"), ("NA", '("NA")')])
@pytest.mark.parametrize("date_format", [None, "%Y-%m-%d"])
def test_empty_date(times, refused, text, said, date_format):
    message = refused(times, ["2026-01-01", text], date_format=date_format)
    assert message.startswith('"sales.csv", line 3: ')
    assert said in message


@pytest.mark.parametrize("cells", [1, 1000])
def test_some_with_an_offset(times, refused, monkeypatch, cells):
    monkeypatch.setattr(reading, "CELLS", cells)
    message = refused(times, ["2026-01-01 00:00", "2026-01-01 01:00Z"])
    assert message.startswith(
        '"sales.csv", line 3: in the column "ds" some times have an offset from UTC (line 3) and '
        "some have none (line 2). Expected all of one kind."
    )


@pytest.mark.parametrize("date_format", ["%Q", "dd/mm/yyyy"])
def test_format_that_makes_no_sense(times, refused, date_format):
    message = refused(times, ["2026"], date_format=date_format, error=SettingError)
    assert message.startswith(f'the date format "{date_format}" makes no sense: ')
    assert message.endswith("which reads 28/02/2026 13:00.")


def test_no_such_zone(times, refused):
    message = refused(times, ["2026"], time_zone="Europe/Berln", error=SettingError)
    assert message.endswith('Did you mean "Europe/Berlin"?')


@pytest.mark.parametrize("step", [1, -1])
def test_hour_shown_twice(times, step):
    clock = ["01:30", "02:00", "02:30", "02:00", "02:30", "03:00"][::step]
    found = times([f"2026-10-25 {time}" for time in clock], time_zone="Europe/Berlin")
    hours = found.values.strftime("%H:%M").tolist()[::step]
    assert hours == ["23:30", "00:00", "00:30", "01:00", "01:30", "02:00"]


def test_hour_shown_once_is_the_earlier(times):
    texts = ["2026-10-25 01:00", "2026-10-25 02:00", "2026-10-25 03:00"]
    assert times(texts, time_zone="Europe/Berlin").values.hour.tolist() == [23, 0, 2]


def test_hour_that_clocks_skip(times, refused):
    texts = ["2026-03-29 01:00", "2026-03-29 02:00"]
    message = refused(times, texts, time_zone="Europe/Berlin")
    assert message.startswith(
        '"sales.csv", line 3: in the column "ds" is 2026-03-29 02:00:00, a time that clocks in '
        "Europe/Berlin skipped when daylight saving began."
    )


def test_times_beyond_those_of_nanoseconds(times):
    texts = ["0800-01-01", "2062-01-01 00:00:00.5"]
    assert times(texts).values.year.tolist() == [800, 2062]
