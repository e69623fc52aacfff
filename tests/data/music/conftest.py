import mido
import pytest


@pytest.fixture
def midi():
    """Return what makes the bytes of a MIDI file of messages (kind, note, delta in ticks, ...)."""
    from io import BytesIO

    def made(*tracks, ticks=96, type=1):
        song = mido.MidiFile(type=type, ticks_per_beat=ticks)
        for messages in tracks:
            track = mido.MidiTrack()
            for kind, note, time, *more in messages:
                values = {"velocity": 64, **dict(more)}
                track.append(mido.Message(kind, note=note, time=time, **values))
            song.tracks.append(track)
        song.save(file=(file := BytesIO()))
        return file.getvalue()

    return made
