"""How a piece is continued, as files: a MIDI file to listen to, and a piano roll to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import torch

from elman.data.arguments import at_least
from elman.data.music.midi import midi_bytes
from elman.data.music.pieces import frames_of
from elman.data.writing import write_whole
from elman.errors import DataError, SettingError
from elman.view.piano_roll import plot_piano_roll

if TYPE_CHECKING:
    from elman.tasks.music.music import Music

__all__ = ["write_continuation"]

SHOWN = 8  # steps that are told
NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
TEMPO = 100.0  # quarter notes a minute


def write_continuation(
    model: Music,
    beginning: str | None = None,
    *,
    length: int = 64,
    piece: int = 1,
    first: int | None = None,
    temperature: float | None = None,
    threshold: float | None = None,
    seed: int | None = None,
    midi: str | None = None,
    picture: str | None = None,
    tempo: float | None = None,
    force: bool = False,
) -> str:
    """Continue a piece, and write it with what was added.

    Args:
        model: trained.
        beginning: a file, read as the model was told; nothing: a piece from its beginning.
        length: steps to add.
        piece: of a file of many, which, counted from 1.
        first: go on after so many steps of it; after the last if not given.
        temperature: as for `Music.predict`.
        threshold: likewise.
        seed: likewise.
        midi: the MIDI file to write; none if not given.
        picture: the PNG file to write; none if not given.
        tempo: of the MIDI file, quarter notes a minute; 100 if not given.
        force: replace what is there.

    Returns:
        What to tell: the first steps that were added, and the names of the files.

    Raises:
        DataError: the beginning cannot be read, or a file is there already.
        SettingError: a setting makes no sense.
    """
    files = [Path(file) for file in (midi, picture) if file is not None]
    if len({*files}) < len(files):
        raise SettingError(f'--midi and --picture both name "{files[0]}". Give each its own file.')
    for file in files:
        _refuse(file, force=force)
    if tempo is not None and midi is None:
        raise SettingError("tempo is that of a MIDI file, but none is written: give midi too.")
    if first is not None and beginning is None:
        raise SettingError("first steps of what? Give a piece to go on with, too.")
    resolution = model.settings.resolution or 1
    midi_bytes(torch.zeros(1, 88), resolution, tempo := TEMPO if tempo is None else tempo)
    given = model.frames(beginning if beginning is not None else [], piece)
    given = given if first is None else given[: at_least("first", first, 1)]
    steps = model.predict(given, length, temperature=temperature, threshold=threshold, seed=seed)
    added = frames_of(steps)
    if midi is not None:
        write_whole(midi, midi_bytes(torch.cat([given, added]), resolution, tempo))
    if picture is not None:
        plot_piano_roll(given, added, picture, _title(beginning), resolution=resolution)
    shown = [f"{n:4}  {_spelt(notes)}" for n, notes in enumerate(steps[:SHOWN], len(given) + 1)]
    left = len(steps) - SHOWN
    shown += [f"... {left:,} more step{'s' * (left > 1)}"] if left > 0 else []
    told = "\n".join(shown)
    written = ", ".join(map(str, files))
    return f"{told}\n\nWrote {written}" if files else f"{told}\n\nTo hear it: --midi out.mid"


def _refuse(file: Path, *, force: bool) -> None:
    if not file.parent.is_dir():
        raise DataError(f'"{file.parent}", where "{file.name}" is to be written, is no folder.')
    if file.is_dir():
        raise DataError(f'"{file}" is a folder. Give the name of a file.')
    if file.exists() and not force:
        raise DataError(
            f'"{file}" exists already. Choose another name, or replace it with --force.'
        )


def _title(beginning: str | None) -> str:
    if beginning is None:
        return "a piece begun by the network"
    return f"{Path(beginning).name}, continued by the network"


def _spelt(notes: list[int]) -> str:
    """Return notes by the names of their keys.

    Example:
        >>> _spelt([60, 66])
        'C4 F#4'
    """
    return " ".join(f"{NAMES[note % 12]}{note // 12 - 1}" for note in notes) or "-"
