import gzip
import zipfile

import pytest

from elman.data.music.midi import midi_bytes
from elman.data.music.pieces import frames_of, notes_of
from elman.data.music.reading import read_music
from elman.errors import DataError, SettingError

PIECE = [[60], [60, 64], [67]]


def song(resolution=4):
    return midi_bytes(frames_of(PIECE), resolution)


@pytest.mark.parametrize("name", ["a.mid", "a.MIDI", "noname", "a.mid.gz"])
def test_a_midi_file(tmp_path, name):
    data = song()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    pieces = read_music(tmp_path / name)
    assert [notes_of(frames) for frames in pieces.frames] == [PIECE]
    assert (pieces.resolution, pieces.places[0].name) == (4, name)
    assert len(read_music(tmp_path / name, 8).frames[0]) == 6


def test_json(tmp_path):
    (tmp_path / "a.json").write_text("[[[60]]]")
    assert read_music(tmp_path / "a.json").resolution == 1
    assert read_music(tmp_path / "a.json", 4).resolution == 4


def test_folders_and_archives_of_midi_files(tmp_path):
    names = ["test/b.mid", "train/a.mid", "train/c.mid", "README.md"]
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for name in names:
            file = tmp_path / "all" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(song())
            archive.write(file, f"all/{name}")
    for place in ("all", "all.zip"):
        pieces = read_music(tmp_path / place)
        assert [piece.name for piece in pieces.places] == names[:3]
        assert pieces.parts == ["train", "test"]
    (tmp_path / "all" / "d.mid").write_bytes(song())
    assert read_music(tmp_path / "all").parts == []


def test_what_is_not_music(tmp_path):
    (tmp_path / "empty.json").write_text(" \n")
    with pytest.raises(DataError, match=r'empty.json" holds nothing; expected JSON of notes'):
        read_music(tmp_path / "empty.json")
    with pytest.raises(DataError, match=r'there is no file "nowhere\.mid"'):
        read_music(tmp_path / "nowhere.mid")
    (tmp_path / "songs").mkdir()
    with pytest.raises(DataError, match="holds no files"):
        read_music(tmp_path / "songs")
    (tmp_path / "songs" / "a.mp3").write_bytes(b"ID3")
    with pytest.raises(DataError, match=r"holds no MIDI files \(.mid\), but a.mp3"):
        read_music(tmp_path / "songs")
    with pytest.raises(SettingError, match="resolution is 0"):
        read_music(tmp_path / "songs", 0)
    (tmp_path / "text.mid").write_text("do re mi")
    with pytest.raises(DataError, match=r'text.mid" is damaged or no MIDI file'):
        read_music(tmp_path / "text.mid")


def test_one_bad_file_among_others(tmp_path):
    (tmp_path / "a.mid").write_bytes(song())
    (tmp_path / "b.mid").write_bytes(song()[:20])
    with pytest.raises(DataError, match=r'"b.mid" is damaged'):
        read_music(tmp_path)
    faults = []
    assert len(read_music(tmp_path, faults=faults)) == 1
    assert '"b.mid" is damaged' in faults[0]
