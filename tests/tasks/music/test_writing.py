from pathlib import Path

import pytest

from elman.data.music.pieces import notes_of
from elman.data.music.reading import read_music
from elman.errors import DataError, SettingError
from elman.tasks.music.writing import write_continuation


@pytest.fixture(scope="module")
def model(make):
    return make.trained(epochs=1, resolution=2)


@pytest.fixture
def song(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("song.json").write_text("[[[60]], [[60], [64], [67]]]")
    return "song.json"


def test_what_is_written_is_the_piece_and_what_was_added(model, song):
    choices = {"length": 9, "piece": 2, "first": 2, "seed": 3}
    told = write_continuation(model, song, midi="a.mid", picture="a.png", tempo=60, **choices)
    steps = model.predict([[60], [64]], length=9, seed=3)
    (frames,) = read_music("a.mid", 2).frames
    whole = [[60], [64], *steps]
    while not whole[-1]:  # the rests at the end have no notes
        whole.pop()
    assert notes_of(frames) == whole
    assert Path("a.png").read_bytes().startswith(b"\x89PNG")
    assert told.splitlines()[0].startswith("   3  ")
    assert told.endswith("... 1 more step\n\nWrote a.mid, a.png")


def test_nothing_is_written_unless_asked_for(model, song):
    assert write_continuation(model, length=2, seed=0).endswith("\n\nTo hear it: --midi out.mid")
    assert [path.name for path in Path().iterdir()] == ["song.json"]


def test_nothing_is_overwritten(model, song):
    for name, choice in (("a.mid", "midi"), ("a.png", "picture")):
        Path(name).write_text("mine")
        with pytest.raises(DataError, match=f'"{name}" exists already. Choose another name, or'):
            write_continuation(model, song, **{choice: name})
        assert Path(name).read_text() == "mine"
        write_continuation(model, song, length=2, force=True, **{choice: name})
        assert Path(name).read_bytes() != b"mine"


BAD = [
    ({"midi": "no/a.mid"}, DataError, '"no", where "a.mid" is to be written, is no folder'),
    ({"picture": "."}, DataError, "is a folder. Give the name of a file"),
    ({"midi": "a", "picture": "a"}, SettingError, 'both name "a". Give each its own file'),
    ({"tempo": 90.0}, SettingError, "give midi too"),
    ({"midi": "a.mid", "tempo": 0.0}, SettingError, "tempo is 0; expected 4 to 1000"),
    ({"piece": 3}, DataError, "has no piece 3; expected 1 to 2"),
    ({"first": 0}, SettingError, "first is 0"),
    ({"threshold": 2.0}, SettingError, "threshold"),
]


@pytest.mark.parametrize(("choices", "error", "message"), BAD)
def test_what_makes_no_sense(model, song, choices, error, message):
    with pytest.raises(error, match=message):
        write_continuation(model, song, **choices)
    assert [path.name for path in Path().iterdir()] == ["song.json"]


def test_first_steps_are_of_a_piece(model):
    with pytest.raises(SettingError, match="first steps of what"):
        write_continuation(model, first=3)
