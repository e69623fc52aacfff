import pytest
import torch
from matplotlib.image import imread

from elman.data.music.pieces import frames_of
from elman.errors import DataError
from elman.view.piano_roll import plot_piano_roll

GIVEN, ADDED = frames_of([[60, 64], [60]]), frames_of([[67], [], [67, 72]])
BLUE = torch.tensor([0.0, 0x72 / 255, 0xB2 / 255])


def coloured(path):
    """How many pixels are black and blue above the legend, and the width of the picture."""
    picture = torch.from_numpy(imread(path))[:450, :, :3]
    black = (picture.amax(-1) < 0.02).sum()
    blue = ((picture - BLUE).abs().amax(-1) < 0.02).sum()
    return int(black), int(blue), picture.shape[1]


def test_what_was_given_and_what_was_added_are_told_apart(tmp_path):
    both = coloured(plot_piano_roll(GIVEN, ADDED, tmp_path / "a.png", "both"))
    begun = coloured(plot_piano_roll(GIVEN[:0], ADDED, tmp_path / "b.png", "begun"))
    assert both[2] == begun[2] == 1000
    assert both[1] > 1000
    assert begun[1] > both[1]  # the same notes on a shorter axis
    assert both[0] > begun[0] + 1000  # given notes are black


@pytest.mark.parametrize("frames", [GIVEN[:0], torch.zeros(3, 88), torch.ones(2, 88)])
def test_silence_and_all_keys(tmp_path, frames):
    assert plot_piano_roll(frames, frames, tmp_path / "a.png", "a $piece", resolution=4).is_file()


def test_a_place_that_cannot_be_written(tmp_path):
    with pytest.raises(DataError, match="cannot write"):
        plot_piano_roll(GIVEN, ADDED, tmp_path / "no" / "a.png", "a")
