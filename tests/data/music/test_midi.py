from io import BytesIO

import mido
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from elman.data.music.midi import midi_bytes, read_midi
from elman.data.music.pieces import frames_of, notes_of
from elman.errors import DataError, SettingError

steps = st.lists(st.sets(st.integers(21, 108), max_size=5), min_size=1, max_size=12)


@given(steps, st.integers(1, 7))
def test_what_is_written_is_read_again(piece, resolution):
    piece = [sorted(notes) for notes in piece] + [[60]]  # silence at the end leaves no note
    data = midi_bytes(frames_of(piece), resolution)
    assert notes_of(read_midi(data, "it", resolution)) == piece


def test_held_notes_are_tied():
    piece = frames_of([[60, 64], [60], [60, 64], []])
    song = mido.MidiFile(file=BytesIO(midi_bytes(piece, resolution=2, tempo=120)))
    told = [(m.type, m.note, m.time) for m in song.tracks[0] if not m.is_meta]
    assert told == [
        ("note_on", 60, 0),
        ("note_on", 64, 0),
        ("note_off", 64, 240),
        ("note_on", 64, 240),
        ("note_off", 60, 240),
        ("note_off", 64, 0),
    ]
    assert song.length == pytest.approx(1.0)  # four eighths at 120, the rest at the end included


def test_notes_fall_on_the_nearest_step(midi):
    # at 96 ticks a quarter note and two steps each, a step is 48 ticks
    data = midi(
        [("note_on", 60, 20), ("note_off", 60, 60), ("note_on", 61, 0), ("note_off", 61, 5)]
    )
    assert notes_of(read_midi(data, "it", 2)) == [[60], [60], [61]]


def test_tracks_sound_together_and_drums_do_not(midi):
    one = [("note_on", 60, 0), ("note_off", 60, 96)]
    two = [("note_on", 67, 96), ("note_on", 67, 96, ("velocity", 0))]
    drums = [("note_on", 35, 0, ("channel", 9)), ("note_off", 35, 960, ("channel", 9))]
    assert notes_of(read_midi(midi(one, two, drums), "it", 1)) == [[60], [67]]


def test_a_note_struck_again_or_never_ended(midi):
    again = [("note_on", 60, 0), ("note_on", 60, 96), ("note_off", 60, 96)]
    assert notes_of(read_midi(midi(again), "it", 1)) == [[60], [60]]
    open_end = [("note_on", 60, 0), ("note_on", 62, 96), ("note_off", 62, 96)]
    assert notes_of(read_midi(midi(open_end), "it", 1)) == [[60], [60, 62]]


def test_bad_midi_is_told(midi):
    whole = midi([("note_on", 60, 0), ("note_off", 60, 96)])
    for data in (b"", b"MThd", whole[:30], b"RIFF" + whole, b"\x00" * 40):
        with pytest.raises(DataError, match="it is damaged or no MIDI file"):
            read_midi(data, "it")
    with pytest.raises(DataError, match="it has no notes but those of drums"):
        read_midi(midi([]), "it")
    with pytest.raises(DataError, match="note 20, 2 quarter notes from the beginning, is none of"):
        read_midi(midi([("note_on", 20, 192), ("note_off", 20, 96)]), "it")
    with pytest.raises(DataError, match="holds several pieces"):
        read_midi(midi([("note_on", 60, 0)], [("note_on", 60, 0)], type=2), "it")
    with pytest.raises(DataError, match=r"expected at most 100,000\. Give a smaller resolution"):
        read_midi(midi([("note_on", 60, 2**25), ("note_off", 60, 1)]), "it")
    with pytest.raises(DataError, match="frames of a film"):
        read_midi(whole[:12] + b"\xe7\x28" + whole[14:], "it")


@given(st.data())
def test_damaged_bytes_never_raise_anything_else(data):
    good = bytearray(midi_bytes(torch.ones(2, 88), resolution=2))
    for _ in range(data.draw(st.integers(1, 6))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        frames = read_midi(bytes(good), "it")
    except DataError:
        return
    assert frames.any()


def test_settings_out_of_range():
    with pytest.raises(SettingError, match="tempo is 0; expected 4 to 1000 quarter notes a minute"):
        midi_bytes(torch.ones(1, 88), 1, tempo=0)
    with pytest.raises(SettingError, match="resolution is 0"):
        midi_bytes(torch.ones(1, 88), 0)
    with pytest.raises(SettingError, match="resolution is 0"):
        read_midi(b"", "it", 0)
