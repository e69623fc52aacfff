"""One door for music: JSON of notes, a MIDI file, or a folder or .zip of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from torch import Tensor

from elman.data.arguments import at_least
from elman.data.labelled.files import is_about, list_files
from elman.data.music.midi import read_midi
from elman.data.music.notes import read_notes
from elman.data.music.pieces import PARTS, Pieces, Place, collected
from elman.data.reading import read_bytes
from elman.errors import DataError

__all__ = ["read_music"]

MIDI = {".mid", ".midi"}
STEPS = {"json": 1, "midi": 4}  # a quarter note, unless the user tells


def read_music(
    path: str | Path, resolution: int | None = None, faults: list[str] | None = None
) -> Pieces:
    """Read pieces of music.

    Args:
        path: a file of JSON, .json, or .json.gz; a MIDI file; a folder or a .zip of MIDI files, in
            folders called train, valid and test if they are to be told apart.
        resolution: steps a quarter note: the grid of MIDI files, and what JSON is meant to be; 4
            and 1 if not given.
        faults: if given, a piece with a fault is left out, and the fault noted here.

    Returns:
        The pieces.

    Raises:
        DataError: nothing of that kind is there, or a piece cannot be read; it says which.
        SettingError: the resolution is below 1.

    Example:
        >>> from elman.data.music.midi import midi_bytes
        >>> from elman.data.music.pieces import frames_of
        >>> _ = Path("chorale.mid").write_bytes(midi_bytes(frames_of([[60], [64]]), resolution=4))
        >>> pieces = read_music("chorale.mid")
        >>> pieces.places[0].name, pieces.steps
        ('chorale.mid', 2)
    """
    path = Path(path)
    if resolution is not None:
        at_least("resolution", resolution, 1)
    if not path.is_dir() and not _is_archive(path):
        name, data = read_bytes(path)
        if not data.strip():
            raise DataError(f"{name} holds nothing; expected JSON of notes, or a MIDI file.")
        if not data.startswith((b"MThd", b"RIFF")) and _suffix(path) not in MIDI:
            return read_notes(data, name, resolution or STEPS["json"], faults)
        songs = [Song(Place(path.name), name, lambda: data)]
    else:
        songs = _many(path)
    grid = resolution or STEPS["midi"]
    readers = [(song.place, partial(_read, song, grid)) for song in songs]
    return collected(f'"{path}"', readers, grid, faults)


class Song(NamedTuple):
    """A MIDI file: where it is, what messages call it, and what returns its bytes."""

    place: Place
    name: str
    content: Callable[[], bytes]


def _read(song: Song, resolution: int) -> Tensor:
    return read_midi(song.content(), song.name, resolution)


def _many(path: Path) -> list[Song]:
    files = list_files(path)
    songs = [file for file in files if file.suffix in MIDI]
    if not songs:
        others = [file.place for file in files if not is_about(file)][:3]
        found = f", but {', '.join(others)}" if others else ""
        raise DataError(f'"{path}" holds no MIDI files (.mid){found}. Give another folder.')
    # folders of such names tell parts apart if all files are in them
    tops = [song.parts[0] if len(song.parts) > 1 else "" for song in songs]
    parts = tops if {*tops} <= {*PARTS} else [""] * len(songs)
    return [
        Song(Place(song.place, part), f'"{path}", "{song.place}"', song.read)
        for song, part in zip(songs, parts, strict=True)
    ]


def _suffix(path: Path) -> str:
    return Path(path.name.lower().removesuffix(".gz")).suffix


def _is_archive(path: Path) -> bool:
    return path.suffix.lower() == ".zip" and path.is_file()
