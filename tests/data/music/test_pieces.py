import pytest
import torch

from elman.data.music.pieces import Pieces, Place, collected, frames_of, notes_of, parted
from elman.errors import DataError, SettingError


def pieces(count, parts=()):
    places = [Place(f"piece {n}", parts[n] if parts else "") for n in range(count)]
    return Pieces("it", [frames_of([[21 + n]] * (n + 1)) for n in range(count)], places, 1)


def test_notes_become_frames_and_notes_again():
    steps = [[21, 108], [], [60, 64, 67]]
    frames = frames_of(steps)
    assert frames.shape == (3, 88)
    assert frames.dtype == torch.int8
    assert frames.nonzero().tolist() == [[0, 0], [0, 87], [2, 39], [2, 43], [2, 46]]
    assert notes_of(frames) == steps
    assert frames_of([]).shape == (0, 88)


def test_parts_are_told_apart():
    every = pieces(3, ["test", "train", "test"])
    assert every.parts == ["train", "test"]
    assert [place.name for place in every.part("test").places] == ["piece 0", "piece 2"]
    assert every.part("test").steps == 4
    assert not every.part("valid")
    assert pieces(2).parts == []


def test_a_digest_is_of_the_music_alone():
    assert pieces(3).digest() == pieces(3, ["train"] * 3).digest()
    assert pieces(3).digest() != pieces(2).digest()


@pytest.mark.parametrize(("share", "sizes"), [(0, (4, 0)), (0.01, (3, 1)), (0.5, (2, 2))])
def test_the_last_pieces_are_held_out(share, sizes):
    first, last = parted(pieces(4), share)
    assert (len(first), len(last or [])) == sizes
    assert [*first.places, *(last.places if last else [])] == pieces(4).places


def test_too_little_to_hold_out():
    with pytest.raises(DataError, match=r"it has too few pieces \(1\) to hold 0.1 of them out"):
        parted(pieces(1), 0.1)
    with pytest.raises(SettingError, match="validation is 1; expected a share from 0 to below 1"):
        parted(pieces(4), 1)


def test_faults_are_noted_or_raised():
    def bad():
        raise DataError("it is bad")

    readers = [(Place("a"), bad), (Place("b"), lambda: frames_of([[60]]))]
    with pytest.raises(DataError, match="it is bad"):
        collected("it", readers, 1)
    faults = []
    assert [place.name for place in collected("it", readers, 1, faults).places] == ["b"]
    assert faults == ["it is bad"]
