import json

import pytest

from elman.data.music.midi import midi_bytes
from elman.data.music.pieces import frames_of
from elman.errors import DataError
from elman.tasks.music.check import check_music


@pytest.fixture
def check(tmp_path):
    def checked(content, **options):
        file = tmp_path / "it.json"
        file.write_text(json.dumps(content))
        return check_music(file, **options)

    return checked


def test_what_is_in_it(check):
    report = check({"train": [[[60, 64], []]] * 20, "test": [[[21]] * 5]}, resolution=2)
    assert dict(report.counts) == {
        "pieces": "21: 20 of train, 1 of test",
        "steps": "45, 2 to 5 a piece, 2 a quarter note",
        "keys a step": "1.00 on average, 2 at most",
        "silent steps": "20",
        "notes": "21 to 64, 3 distinct",
    }
    assert report.troubles == report.advice == []


def test_every_fault_is_named_with_its_place(check):
    good = [[60], [62]]
    report = check({"train": [good, [[60], [7]], [], [[61]], [[], []]], "test": [good]})
    text = "\n".join(report.troubles)
    assert 'it.json", piece 2 of train, step 2: 7 is no note of a piano' in text
    assert 'it.json", piece 3 of train has no step' in text
    assert "a single step, in which there is nothing to predict: piece 4 of train." in text
    assert "pieces in which no key sounds: piece 5 of train." in text
    assert (
        "the same in an earlier part, so that they are partly learnt by heart: piece 1 of" in text
    )
    assert "With 3 pieces to learn from a network can only learn by heart" in report.advice[0]


def test_nothing_but_faults(check):
    report = check([[[200]]] * 8)
    assert report.counts == [("pieces", "0")]
    assert len(report.troubles) == 6
    assert report.troubles[-1].endswith("3 more pieces with faults like these.")


def test_too_many_keys_for_two_hands(tmp_path):
    (tmp_path / "a.mid").write_bytes(midi_bytes(frames_of([range(60, 72)] * 2), 4))
    assert "Up to 12 keys sound at once" in check_music(tmp_path / "a.mid").advice[-1]


def test_what_cannot_be_read_at_all(tmp_path):
    with pytest.raises(DataError, match="there is no file"):
        check_music(tmp_path / "nowhere.mid")
