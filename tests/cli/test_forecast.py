"""Forecasts as they are typed: what comes out, and what is said where the input is bad."""

import gzip
import io
import math
import os
import signal
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import elman as package

SMALL = ["--horizon", 3, "--lookback", 6, "--hidden-size", 4, "--epochs", 2]
NAMED = ["--time", "date", "--target", "sales"]
DAYS = 60
FIRST = date(2025, 1, 1)


def sales(count=DAYS):
    return [
        (str(FIRST + timedelta(days=k)), f"{10 + 3 * math.sin(k * 0.9) + k % 4 / 8:.2f}")
        for k in range(count)
    ]


def lines(rows, head=("date", "sales"), delimiter=","):
    return "\n".join(delimiter.join(map(str, row)) for row in (head, *rows)) + "\n"


def write(name, content):
    file = Path(name)
    if isinstance(content, str):
        content = content.encode()
    file.write_bytes(content)
    return name


GOOD = lines(sales())


def with_cell(row, text):
    rows = sales()
    rows[row] = (rows[row][0], text)
    return lines(rows)


@pytest.fixture
def fit(elman):
    """Train a small forecaster on a table with these contents."""

    def trained(content, *words, name="sales.csv", out="model"):
        return elman("fit", "forecast", write(name, content), *words, *SMALL, "--out", out)

    return trained


@pytest.fixture
def model(fit):
    """A model folder beside the table that it was trained on."""
    said = fit(GOOD, *NAMED)
    assert said.status == 0, said.err
    return "model"


def plain(said):
    """What was said as an error, provided that nothing else was."""
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("Error: ")
    assert "Traceback" not in said.err
    return said.err.removeprefix("Error: ").rstrip("\n")


ODDLY_WRITTEN = {
    "byte order mark": "\ufeff".encode() + GOOD.encode(),
    "UTF-16": GOOD.encode("utf-16"),
    "mixed line ends": GOOD.replace("\n", "\r\n", 20).replace("\r\n", "\r", 5).encode(),
    "gzip": gzip.compress(GOOD.encode()),
    "descending": lines(sales()[::-1]).encode(),
    "quoted newline": lines(
        [(*row, '"rain\nand wind"' if k % 9 == 2 else "sun") for k, row in enumerate(sales())],
        ("date", "sales", "note"),
    ).encode(),
    "decimal comma": lines(
        [(day, value.replace(".", ",")) for day, value in sales()], delimiter=";"
    ).encode(),
}


@pytest.mark.parametrize("content", ODDLY_WRITTEN.values(), ids=ODDLY_WRITTEN.keys())
def test_it_does_not_matter_how_a_table_is_written(elman, model, content):
    expected = elman("predict", model, "sales.csv", "--out", "-")
    found = elman("predict", model, write("odd.csv", content), "--out", "-")
    assert (found.status, found.err) == (0, "")
    assert found.out == expected.out
    assert found.out.splitlines()[1].startswith("2025-03-02,")


def test_standard_input(elman, model, monkeypatch):
    expected = elman("predict", model, "sales.csv", "--out", "-")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    assert elman("predict", model, "-", "--out", "-") == expected


BAD_FILES = {
    "NUL": (GOOD[:30] + "\0" + GOOD[30:], '"sales.csv", line 3: there is a zero byte'),
    "empty": ("", '"sales.csv" holds nothing; expected a table.'),
    "white space": (" \n\n", '"sales.csv" holds nothing but white space'),
    "header only": ("date,sales\n", '"sales.csv" holds a header and no rows below it'),
    "1e308": (with_cell(4, "1e308"), '"sales.csv", line 6, column "sales": 1e+308 is too large'),
    "nan": (with_cell(4, "nan"), '"sales.csv": 1 value of sales is missing (line 6).'),
    "text": (with_cell(4, "x"), '"sales.csv", line 6, column "sales": "x" is not a number.'),
    "thousands": (with_cell(4, '"1,234.5"'), "take them out"),
    "duplicate": (
        lines([*sales()[:5], *sales()[4:]]),
        '"sales.csv", lines 6 and 7 are both at 2025-01-05.',
    ),
    "unsorted": (
        lines([*sales()[:8], *sales()[20:], *sales()[8:20]]),
        "Expected times that all ascend or all descend. Correct the rows, or give --sort",
    ),
    "a future date in the past": (
        GOOD.replace("2025-01-09", "2062-01-09"),
        "line 10 is far away from its neighbours (2025-01-08 and 2025-01-10)",
    ),
    "gap": (
        lines([*sales()[:8], *sales()[10:]]),
        '"sales.csv": 2 rows are missing (after line 9). Expected a value in every step.',
    ),
    "irregular": (
        GOOD.replace("2025-01-09", "2025-01-09 05:00"),
        "line 10: 2025-01-09 05:00:00 is between the steps of the other rows, which come daily",
    ),
    "no date": (
        GOOD.replace("2025-01-09", "2025-01-32"),
        'line 10: date "2025-01-32" is not a date. Expected ISO dates like 2026-02-28',
    ),
    "ragged": (
        GOOD.replace("2025-01-09,", "2025-01-09,7,"),
        "line 10: the row has 3 cells; expected 2 as in the header.",
    ),
    "two rows": (lines(sales(2)), "has 2 rows; expected at least 3"),
    "constant": (
        lines([(day, 5) for day, _ in sales()]),
        'the target "sales" is always 5 in the rows that are learnt: there is nothing to forecast.',
    ),
    "short": (
        lines(sales(9)),
        "the series has 9 steps, of which 7 are to be learnt (the last 2 are held out to judge "
        "by), but look-back 6 and horizon 3 need 9. Give a longer series",
    ),
    "no value": (
        lines([(day, "") for day, _ in sales()]),
        '"sales.csv": the target "sales" has no value at all.',
    ),
}


@pytest.mark.parametrize(("content", "message"), BAD_FILES.values(), ids=BAD_FILES.keys())
def test_bad_files(fit, content, message):
    assert message in plain(fit(content, *NAMED))
    assert not Path("model").exists()


def test_an_hour_that_clocks_skip_and_one_that_they_show_twice(elman, fit):
    zone = ZoneInfo("Europe/Berlin")
    for first in (
        datetime(2025, 3, 29, tzinfo=UTC),
        datetime(2025, 10, 25, tzinfo=UTC),
    ):
        hours = [(first + timedelta(hours=k)).astimezone(zone) for k in range(60)]
        rows = [(f"{hour:%Y-%m-%d %H:%M}", k % 5) for k, hour in enumerate(hours)]
        name = f"{first.month}.csv"
        if first.month == 10:
            message = plain(fit(lines(rows), *NAMED, name=name))
            assert "are both at 2025-10-26 02:00:00, the hour that clocks show twice" in message
            assert "--time-zone Europe/Berlin" in message
        words = [*NAMED, "--time-zone", "Europe/Berlin", "--force"]
        said = fit(lines(rows), *words, name=name)
        assert said.status == 0, said.err
        found = elman("predict", "model", name, "--out", "-").out.splitlines()[1]
        assert found.startswith(str(hours[-1] + timedelta(hours=1)))


def test_wide_tables(fit):
    names = [f"c{k}" for k in range(100_000)]
    rows = [[(k + j) % 7 for k in range(len(names))] for j in range(20)]
    content = lines(rows, names)
    message = plain(fit(content))
    assert 'There is "c0", "c1", "c2", "c3", "c4" and 99,995 more. Name one with --tar' in message
    assert fit(content, "--target", "c77").status == 0


BAD_SETTINGS = [
    (["--time", "day"], '"sales.csv" has no column "day"; it has "date", "sales".'),
    (["--target", "sale"], 'has no column "sale"; it has "date", "sales". Did you mean "sales"?'),
    (["--past", "x"], 'has no column "x"'),
    (["--target", "date"], 'the column "date" is given two parts'),
    (["--horizon", "-3"], "horizon is -3; expected at least 1."),
    (["--level", "1.5"], "a level is 1.5; expected a share between 0 and 1, such as 0.9"),
    (["--level", "90"], "a level is 90; expected a share between 0 and 1"),
    (["--level", "0.85", "--likelihood", "gaussian"], "levels are 0.85; with likelihood"),
    (["--likelihood", "gausian"], "likelihood is 'gausian'; expected one of 'squared'"),
    (["--model", "segmnt"], "model is 'segmnt'; expected one of 'direct'"),
    (["--missing", "drop"], "missing is 'drop'; expected one of 'error', 'ffill'"),
    (["--decimal", "x"], 'decimal is \'x\'; expected "." or ",".'),
    (["--encoding", "klingon"], 'there is no encoding "klingon"'),
    (["--date-format", "%d.%m.%Y"], 'Every row fits "%Y-%m-%d": give --date-format "%Y-%m-%d".'),
    (["--time-zone", "Europe/Berln"], 'Did you mean "Europe/Berlin"?'),
    (["--lookback", 500], "but look-back 500 and horizon 3 need 503"),
    (["--segment", 4, "--model", "direct"], 'segment has no meaning with model "direct"'),
    (["--validation", 0.9], "validation and test take 63 of 60 steps, so that nothing is left"),
    (["--validation", -1], "validation is -1.0; expected a share below 1, such as 0.2, or a whole"),
    (["--test", 1.5], "test is 1.5; expected a share below 1, such as 0.2, or a whole number"),
    (
        ["--patience", 2, "--validation", 0],
        "patience is 2, but no 3 steps are held out to judge by",
    ),
    (["--no-header"], 'it has "c1", "c2"'),
    (["--static", "note"], 'has no column "note"'),
    (["--resume"], 'there is no training to resume in "model"'),
    (["--resume", "--force"], "give one of them"),
]


@pytest.mark.parametrize(("words", "message"), BAD_SETTINGS, ids=lambda x: str(x)[:30])
def test_bad_settings(elman, words, message):
    named = [] if {"--time", "--target"} & set(words) else NAMED
    command = ["fit", "forecast", write("sales.csv", GOOD), *named, *SMALL, "--out", "model"]
    if words == ["--target", "date"]:
        command += ["--time", "date"]
    assert message in plain(elman(*command, *words))
    assert not Path("model").exists()


def test_places_that_must_not_be_written_to(elman, model):
    command = ["fit", "forecast", "sales.csv", *NAMED, *SMALL, "--out"]
    assert '"sales.csv" is a file' in plain(elman(*command, "sales.csv"))
    assert '"model" already holds a model' in plain(elman(*command, "model"))
    assert "is finished: nothing to resume" in plain(elman(*command, "model", "--resume"))
    assert '"." is a folder' in plain(elman("fit", "forecast", ".", *SMALL, "--out", "other"))
    assert 'there is no file "sale.csv". Did you mean "sales.csv"?' in plain(
        elman("fit", "forecast", "sale.csv", *SMALL, "--out", "other")
    )
    assert elman(*command, "model", "--force").status == 0
    assert Path("sales.csv").read_text() == GOOD


@pytest.mark.parametrize("policy", ["ffill", "interpolate", "mask"])
def test_missing_values(elman, fit, policy):
    content = lines([*sales()[:20], *sales()[23:]])
    said = fit(content, *NAMED, "--missing", policy)
    assert said.status == 0, said.err
    words = {"ffill": "filled forward", "interpolate": "interpolated", "mask": "missing and masked"}
    assert "3 values of sales" in said.out
    assert words[policy] in said.out
    assert "nan" not in elman("predict", "model", "sales.csv", "--out", "-").out


def test_nothing_held_out(elman, fit):
    said = fit(GOOD, *NAMED, "--validation", 0, "--test", 0)
    assert said.status == 0, said.err
    assert "validation holds no 3 steps with a known target: nothing decides when" in said.out
    assert "Nothing was held out to judge by, so it is not known how well" in said.out
    assert "Nothing was held out to judge by" in elman("summary", "model").out
    assert elman("evaluate", "model", "sales.csv").status == 0
    said = fit(GOOD, *NAMED, "--test", 2, "--force")
    assert "test holds no 3 steps with a known target: validation judges instead" in said.out
    assert "on the validation part" in said.out


def test_parts_in_steps(fit):
    assert fit(GOOD, *NAMED, "--validation", 9, "--test", 12).status == 0
    facts = package.load("model").facts
    assert (facts["windows"], facts["validation_windows"], facts["test_windows"]) == (31, 7, 10)


def shops(**counts):
    rows = [(name, day, value) for name, count in counts.items() for day, value in sales(count)]
    return lines(rows, ("unique_id", "ds", "y"))


LONG = ["--time", "ds", "--target", "y", "--series", "unique_id"]


def test_many_series_of_different_lengths(elman, fit):
    said = fit(shops(a=60, b=50, c=5), *LONG)
    assert said.status == 0, said.err
    assert "nothing is learnt from 1 of 3 series (c)" in said.out
    assert plain(elman("predict", "model", "sales.csv")) == (
        '"sales.csv", series "c": there are 5 steps, but the model looks 6 steps back. Give the '
        "steps before them too, or take the rows of such series out."
    )
    write("two.csv", shops(a=60, new=30))
    found = elman("predict", "model", "two.csv", "--out", "-").out.splitlines()
    assert found[0].startswith("unique_id,ds,y,y_low_80,")
    assert [row.split(",")[0] for row in found[1:]] == ["a"] * 3 + ["new"] * 3
    assert [row.split(",")[1] for row in found[4:]] == ["2025-01-31", "2025-02-01", "2025-02-02"]


def test_many_series_that_are_not_told_apart(fit):
    content = shops(a=20, b=20, c=20)
    several = "If the file holds several series, name the column that tells them apart: --series"
    assert several in plain(fit(content, "--time", "ds", "--target", "y"))
    assert several in plain(fit(content, "--time", "ds", "--target", "y", "--sort"))
    content = shops(a=20).replace("a,2025-01-03", ",2025-01-03")
    assert 'line 4: the column "unique_id" is empty; expected the name' in plain(
        fit(content, *LONG)
    )
    assert 'validation and test take 24 of 20 steps of series "b"' in plain(
        fit(shops(a=60, b=20), *LONG, "--validation", 12, "--test", 12)
    )


def test_series_of_another_rhythm(fit):
    weekly = [("b", FIRST + timedelta(weeks=k), k % 3) for k in range(30)]
    content = shops(a=30) + lines(weekly, ("", "", "")).partition("\n")[2]
    message = plain(fit(content, *LONG))
    assert 'the series "a" is daily, but "b" is weekly. One model needs series of one' in message


def helped(ahead=0):
    rows = [
        (day, value, k % 2, "rain" if k % 3 else "sun", "north")
        for k, (day, value) in enumerate(sales())
    ]
    more = [(FIRST + timedelta(days=DAYS + k), "", k % 2, "sun", "north") for k in range(ahead)]
    return lines([*rows, *more], ("date", "sales", "promo", "weather", "region"))


HELP = ["--past", "weather", "--future", "promo", "--static", "region", "--calendar"]


def test_columns_that_help(elman, fit):
    said = fit(helped(), *NAMED, *HELP)
    assert "helped by weather, promo, region, the calendar" in said.out
    assert plain(elman("predict", "model", "sales.csv")) == (
        '"sales.csv": "promo" must be known for the 3 steps after the last known target, but is '
        "missing at step 1 of them. Add rows for them, with the target left empty."
    )
    write("ahead.csv", helped(ahead=2))
    assert "missing at step 3 of them" in plain(elman("predict", "model", "ahead.csv"))
    write("ahead.csv", helped(ahead=3))
    assert elman("predict", "model", "ahead.csv", "--out", "-").status == 0
    assert elman("evaluate", "model", "ahead.csv").status == 0
    write("less.csv", GOOD)
    assert 'has no column "weather"' in plain(elman("predict", "model", "less.csv"))


def test_columns_that_cannot_help(fit):
    message = plain(fit(helped(), *NAMED, "--static", "promo"))
    assert 'line 3: the static column "promo" changes within the series.' in message
    message = plain(fit(helped(), "--target", "sales", "--past", "date"))
    assert "Texts are taken as categories only if there are at most 50" in message
    message = plain(fit(helped(), "--time", "date", "--target", "weather"))
    assert '"rain" is not a number' in message or '"sun" is not a number' in message
    assert "Most of the column is text: choose another column." in message
    assert "time is not given" in plain(fit(GOOD, "--target", "sales", "--calendar"))


def test_a_text_that_does_not_reach_into_the_future(elman, fit):
    assert fit(helped(), *NAMED, "--future", "weather").status == 0
    assert '"weather" must be known' in plain(elman("predict", "model", "sales.csv"))


def test_several_targets(elman, fit):
    content = helped()
    assert fit(content, *NAMED, "--target", "promo").status == 0
    head = elman("predict", "model", "sales.csv", "--out", "-").out.splitlines()[0].split(",")
    assert head[:3] == ["date", "sales", "sales_low_80"]
    assert head[8:10] == ["promo", "promo_low_80"]
    assert "sales, promo: 60 steps" in elman("summary", "model").out


def test_dates_in_another_format(elman, fit, model):
    german = lines([(f"{date.fromisoformat(day):%d.%m.%Y}", value) for day, value in sales()])
    message = plain(fit(german, *NAMED, name="german.csv", out="other"))
    assert 'Every row fits "%d.%m.%Y": give --date-format "%d.%m.%Y".' in message
    words = ["--date-format", "%d.%m.%Y"]
    assert fit(german, *NAMED, *words, name="german.csv", out="other").status == 0
    expected = elman("predict", "model", "sales.csv", "--out", "-").out
    assert elman("predict", "other", "german.csv", "--out", "-").out == expected
    # a model of ISO dates can read others when it is told so, and the other way round
    assert "give --date-format" in plain(elman("predict", "model", "german.csv"))
    assert elman("predict", "model", "german.csv", *words, "--out", "-").out == expected


def test_data_written_otherwise_than_in_training(elman, model):
    write("gap.csv", lines([*sales()[:30], *sales()[31:]]))
    assert "choose what to do: --missing ffill" in plain(elman("predict", model, "gap.csv"))
    assert elman("predict", model, "gap.csv", "--missing", "ffill", "--out", "-").status == 0
    assert elman("evaluate", model, "gap.csv", "--missing", "interpolate").status == 0
    message = plain(elman("predict", model, "gap.csv", "--missing", "mask"))
    assert 'missing is "mask", but the model was not trained so.' in message
    rows = sales()
    write("mixed.csv", lines([*rows[40:], *rows[:40]]))
    assert "give --sort" in plain(elman("evaluate", model, "mixed.csv"))
    expected = elman("evaluate", model, "sales.csv")
    assert elman("evaluate", model, "mixed.csv", "--sort") == expected


def test_data_that_do_not_fit_the_model(elman, model):
    write("short.csv", lines(sales(5)))
    assert plain(elman("predict", model, "short.csv")) == (
        '"short.csv": there are 5 steps, but the model looks 6 steps back. Give the steps before '
        "them too."
    )
    write("short.csv", lines(sales(8)))
    message = plain(elman("evaluate", model, "short.csv"))
    assert (
        '"short.csv": there are 8 steps; expected at least 9: 6 to look back and 3 to be' in message
    )
    write("weekly.csv", lines([(FIRST + timedelta(weeks=k), k % 3) for k in range(30)]))
    for command in ("predict", "evaluate"):
        message = plain(elman(command, model, "weekly.csv"))
        assert '"weekly.csv": its rows come weekly (frequency W-WED), but the model' in message
        assert message.endswith('in pandas: resample("D").')
    write("other.csv", GOOD.replace("sales", "umsatz"))
    for command in ("predict", "evaluate"):
        message = plain(elman(command, model, "other.csv"))
        assert '"other.csv" has no column "sales"; it has "date", "umsatz".' in message


def test_predict_writes_a_table_and_a_picture_and_replaces_nothing(elman, model):
    said = elman("predict", model, "sales.csv")
    assert said.status == 0
    assert said.out.splitlines()[-1] == "Wrote forecast.csv, forecast.png"
    first = Path("forecast.csv").read_bytes()
    assert first.startswith(b"date,sales,sales_low_80,sales_high_80,sales_low_90,")
    assert Path("forecast.png").read_bytes().startswith(b"\x89PNG")
    assert elman("predict", model, "sales.csv").out.endswith("forecast-2.csv, forecast-2.png\n")
    Path("forecast-3.png").write_bytes(b"mine")
    assert elman("predict", model, "sales.csv").out.endswith("forecast-4.csv, forecast-4.png\n")
    assert Path("forecast-3.png").read_bytes() == b"mine"
    write("mine.csv", "mine")
    message = '"mine.csv" exists already. Choose another name with --out, or replace it with'
    assert message in plain(elman("predict", model, "sales.csv", "--out", "mine.csv"))
    assert Path("mine.csv").read_text() == "mine"
    assert elman("predict", model, "sales.csv", "--out", "mine.csv", "--force").status == 0
    assert Path("mine.csv").read_bytes() == first
    Path("folder.csv").mkdir()
    for out, message in (
        ("folder.csv", '"folder.csv" is a folder. Give the name of a file'),
        ("nowhere/x.csv", '"nowhere", where "x.csv" is to be written, is no folder.'),
        ("x.png", '"x.png" is the name of a picture; expected one of a table'),
        ("sales.csv", '"sales.csv" exists already'),
    ):
        assert message in plain(elman("predict", model, "sales.csv", "--out", out))


def test_what_belongs_to_another_task(elman, model):
    message = plain(elman("predict", model, "sales.csv", "--length", 5))
    assert message == (
        "--length has no meaning for this model, whose task is forecast; it belongs to "
        "language-model, music. Leave it out."
    )
    assert "a forecaster needs a table to go on from" in plain(elman("predict", model))
    text = write("text.txt", "long ago the mice had a general council " * 3)
    words = ["--window", 2, "--hidden-size", 4, "--epochs", 1, "--validation", 0]
    elman("fit", "language-model", text, "--out", "text", *words)
    for command in (
        ["predict", "text", "long", "--out", "x.csv"],
        ["predict", "text", "long", "--date-format", "%Y"],
        ["evaluate", "text", "text.txt", "--stride", 2],
        ["evaluate", "text", "text.txt", "--sort"],
    ):
        option = next(word for word in command if word.startswith("--"))
        message = plain(elman(*command))
        assert message.startswith(f"{option} has no meaning for this model, whose task is language")


def test_evaluate_from_fewer_origins(elman, model):
    every = elman("evaluate", model, "sales.csv").out
    assert every.startswith("156 values, forecast from 52 origins")
    assert "Rows up to 2025-02-11 were learnt in training" in every
    few = elman("evaluate", model, "sales.csv", "--stride", 1000).out
    assert few.startswith("3 values, forecast from 1 origin\n")


def test_the_defaults_are_those_of_the_library(fit):
    assert fit(GOOD, *NAMED).status == 0
    typed = package.load("model")
    plain = package.tasks.Forecaster(3, "sales", time="date", lookback=6, hidden_size=4)
    plain.fit("sales.csv", epochs=2)
    assert typed.settings == plain.settings
    assert typed.training == plain.training
    assert typed.facts == plain.facts


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX does")
def test_ctrl_c_and_going_on(elman):
    words = [write("sales.csv", GOOD), *NAMED, *SMALL, "--out", "model"]
    words[words.index("--epochs") + 1] = 100_000
    words = ["fit", "forecast", *map(str, words), "--patience", "100000"]
    process = subprocess.Popen(
        [Path(sys.executable).with_name("elman"), *words],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    for line in process.stdout:
        if line.startswith("epoch 1 "):
            break
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.splitlines()[-1].strip() == f"elman {' '.join(words)} --resume"
    assert "is unfinished" in plain(elman("predict", "model", "sales.csv"))
    assert "holds an unfinished training" in plain(elman(*words))
    write("sales.csv", with_cell(3, "4"))
    message = plain(elman(*words, "--resume"))
    assert '"model" cannot be continued, for it was started differently: data_sha256 was' in message
