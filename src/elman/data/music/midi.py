"""MIDI files become frames, and frames MIDI files, by the library mido."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import torch
from torch import Tensor

from elman.data.arguments import at_least
from elman.data.music.pieces import HIGHEST, KEYS, LOWEST
from elman.errors import DataError, SettingError

__all__ = ["midi_bytes", "read_midi"]

DRUMS = 9  # the channel on which a number is no pitch but a drum
TICKS = 480  # a quarter note, of files that are written
MOST = 100_000  # steps of a piece; more are those of a damaged file
LOUDNESS = 72  # of 127
TEMPI = (4, 1000)  # quarter notes a minute that a MIDI file can tell and a listener follow


def read_midi(data: bytes, name: str, resolution: int = 4) -> Tensor:
    """Read a MIDI file on a grid; drums are left out.

    A note sounds from the step nearest to its beginning to that nearest to its end, one at least. A
    note that is struck again at once cannot be told from one that is held.

    Args:
        data: of the file.
        name: what messages call it.
        resolution: steps a quarter note.

    Returns:
        Frames, (T, 88), int8.

    Raises:
        DataError: the file is damaged, has no note, or one that is none of a piano.
        SettingError: the resolution is below 1.

    Example:
        >>> frames = torch.zeros(3, 88, dtype=torch.int8)
        >>> frames[:2, 39] = frames[2, 43] = 1
        >>> torch.equal(read_midi(midi_bytes(frames, resolution=2), '"it"', resolution=2), frames)
        True
    """
    at_least("resolution", resolution, 1)
    song = _song(data, name)
    step = song.ticks_per_beat / resolution
    spans = []
    for begin, end, note in _sounding(song):
        if not LOWEST <= note <= HIGHEST:
            raise DataError(
                f"{name}: note {note}, {begin / song.ticks_per_beat:g} quarter notes from the "
                f"beginning, is none of a piano ({LOWEST} to {HIGHEST}). Transpose the piece, or "
                "leave it out."
            )
        first = _nearest(begin / step)
        spans.append((first, max(first + 1, _nearest(end / step)), note - LOWEST))
    if not spans:
        raise DataError(f"{name} has no notes but those of drums, if any. Leave it out.")
    steps = max(last for _, last, _ in spans)
    if steps > MOST:
        raise DataError(
            f"{name} has {steps:,} steps at {resolution} a quarter note; expected at most "
            f"{MOST:,}. Give a smaller resolution, or leave it out."
        )
    frames = torch.zeros(steps, KEYS, dtype=torch.int8)
    for first, last, key in spans:
        frames[first:last, key] = 1
    return frames


def midi_bytes(frames: Tensor, resolution: int, tempo: float = 100.0) -> bytes:
    """Return frames as a MIDI file of one track, a key that goes on sounding as one long note.

    Args:
        frames: (T, 88), not 0 where a key sounds.
        resolution: steps a quarter note.
        tempo: quarter notes a minute, from 4 to 1000.

    Returns:
        The bytes of the file.

    Raises:
        SettingError: the resolution or the tempo is out of its range.

    Example:
        >>> midi_bytes(torch.ones(1, 88), resolution=1)[:4]
        b'MThd'
    """
    import mido

    at_least("resolution", resolution, 1)
    if not TEMPI[0] <= tempo <= TEMPI[1]:
        raise SettingError(
            f"tempo is {tempo:g}; expected {TEMPI[0]} to {TEMPI[1]} quarter notes a minute."
        )
    song = mido.MidiFile(type=0, ticks_per_beat=TICKS)
    track = mido.MidiTrack([mido.MetaMessage("set_tempo", tempo=mido.bpm2tempo(tempo))])
    song.tracks.append(track)
    silence = torch.zeros(1, KEYS, dtype=torch.int8)
    struck = torch.cat([silence, (frames != 0).to(torch.int8), silence]).diff(dim=0)
    # at each step what ends comes before what begins
    events = sorted((t, up, key) for t, key in struck.nonzero().tolist() for up in [struck[t, key]])
    now = 0
    for t, up, key in events:
        tick = round(t * TICKS / resolution)
        kind = "note_on" if up > 0 else "note_off"
        message = mido.Message(kind, note=key + LOWEST, velocity=LOUDNESS, time=tick - now)
        track.append(message)
        now = tick
    # the rests at the end are of the piece too
    end = round(len(frames) * TICKS / resolution)
    track.append(mido.MetaMessage("end_of_track", time=end - now))
    song.save(file=(file := BytesIO()))
    return file.getvalue()


def _song(data: bytes, name: str) -> Any:
    import mido

    try:
        song = mido.MidiFile(file=BytesIO(data), clip=True)
    except Exception as error:  # whatever a parser of damaged bytes may raise
        told = str(error) or "it ends too soon"
        raise DataError(
            f"{name} is damaged or no MIDI file ({told}). Copy or download it again, or leave it "
            "out."
        ) from None
    if song.ticks_per_beat <= 0:
        raise DataError(
            f"{name} counts time in frames of a film, not in quarter notes. Save it with ticks a "
            "quarter note (PPQ), or leave it out."
        )
    if song.type == 2:
        raise DataError(
            f"{name} holds several pieces (MIDI format 2); expected one. Save each as a file."
        )
    return song


def _sounding(song: Any) -> Iterator[tuple[int, int, int]]:
    """Yield of every note when it begins and ends, in ticks, and its number."""
    for track in song.tracks:
        now, begun = 0, dict[tuple[int, int], int]()
        for message in track:
            now += message.time
            if message.type not in ("note_on", "note_off") or message.channel == DRUMS:
                continue
            key = message.channel, message.note
            if key in begun:
                yield begun.pop(key), now, message.note
            if message.type == "note_on" and message.velocity:
                begun[key] = now
        for (_, note), begin in begun.items():  # those that are never ended
            yield begin, now, note


def _nearest(place: float) -> int:
    return int(place + 0.5)  # not to the even one, so that halves all go the same way
