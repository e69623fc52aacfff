import os
from pathlib import Path

import numpy as np
import pytest

from elman.errors import DataError, SettingError
from elman.tasks import Forecaster
from elman.tasks.forecasting.writing import write_forecast


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    place = tmp_path_factory.mktemp("data")
    values = np.sin(np.arange(60))
    (place / "wave.csv").write_text("y\n" + "\n".join(f"{value:.3f}" for value in values))
    made = Forecaster(8, "y", lookback=4, hidden_size=4)
    made.fit(values, epochs=1)
    made.table = str(place / "wave.csv")
    return made


@pytest.fixture(autouse=True)
def own_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def test_all_rows_are_told_and_nothing_is_written(model):
    text = write_forecast(model, model.table, out="-")
    assert text.splitlines()[0].startswith("step,y,y_low_80,y_high_80")
    assert len(text.splitlines()) == 9
    assert os.listdir() == []


def test_a_table_and_a_picture_and_the_first_rows(model):
    told = write_forecast(model, model.table)
    assert told.splitlines()[0].split() == ["step", "y", "y_low_95", "y_high_95"]
    assert told.splitlines()[7] == "... 2 more rows"
    assert told.endswith("\nWrote forecast.csv, forecast.png")
    assert Path("forecast.csv").read_text().rstrip("\n") == write_forecast(
        model, model.table, out="-"
    )


def test_a_name_is_free_only_together_with_its_picture(model):
    for taken in ("forecast.csv", "forecast-2.png", "forecast-3.csv"):
        Path(taken).write_text("mine")
    assert write_forecast(model, model.table).endswith("Wrote forecast-4.csv, forecast-4.png")
    assert Path("forecast-2.png").read_text() == "mine"


@pytest.mark.parametrize("taken", ["mine.csv", "mine.png"])
def test_what_is_there_is_replaced_only_when_asked(model, taken):
    Path(taken).write_text("mine")
    with pytest.raises(DataError, match=f'"{taken}" exists already. .*--out, or .* with --force'):
        write_forecast(model, model.table, out="mine.csv")
    assert Path(taken).read_text() == "mine"
    assert os.listdir() == [taken]
    write_forecast(model, model.table, out="mine.csv", force=True)
    assert Path(taken).read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("out", "message"),
    [
        ("x.png", '"x.png" is the name of a picture; expected one of a table, like forecast.csv'),
        ("folder", '"folder" is a folder. Give the name of a file with --out.'),
        ("nowhere/x.csv", '"nowhere", where "x.csv" is to be written, is no folder.'),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_places_that_cannot_be_written_to(model, out, message, force):
    Path("folder").mkdir()
    with pytest.raises(DataError, match=message):
        write_forecast(model, model.table, out=out, force=force)
    assert os.listdir() == ["folder"]


def test_bad_data_leave_nothing_behind(model):
    Path("few.csv").write_text("y\n1\n2\n3\n")
    with pytest.raises(DataError, match=r'"few.csv": there are 3 steps, but the model looks 4'):
        write_forecast(model, "few.csv")
    with pytest.raises(DataError, match=r"needs a table to go on from: give .* at least 4 rows"):
        write_forecast(model, None)
    with pytest.raises(SettingError, match="decimal is 'x'"):
        write_forecast(model, "few.csv", decimal="x")
    assert os.listdir() == ["few.csv"]
