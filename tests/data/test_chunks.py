import pytest
import torch

from elman.data.batch import stretches
from elman.data.chunks import Chunks
from elman.data.shuffled import Shuffled
from elman.errors import SettingError

CURVES = torch.arange(6.0 * 7).view(6, 7, 1)


def whole():
    return Shuffled(6, lambda n: (CURVES[n], CURVES[n] + 1), batch_size=4, seed=0)


@pytest.mark.parametrize("steps", [1, 3, 7, 9])
def test_the_pieces_of_a_batch_are_the_batch(steps):
    chunks, pieces = Chunks(whole(), steps), -(-7 // steps)
    assert chunks.steps_per_epoch == 2 * pieces
    for number in range(4):
        batch = whole()[number]
        found = [chunks[number * pieces + piece] for piece in range(pieces)]
        assert torch.equal(torch.cat([piece.inputs for piece in found], 1), batch.inputs)
        assert torch.equal(torch.cat([piece.targets for piece in found], 1), batch.targets)
        assert [piece.fresh for piece in found] == [True] + [False] * (pieces - 1)
        assert all(piece.inputs.shape[1] == steps for piece in found[:-1])


def test_pieces_of_a_batch_go_on_from_each_other_in_one_stretch():
    found = stretches(Chunks(whole(), 2), 0, 8)
    assert [(len(one.inputs), one.fresh, one.carried) for one in found] == [
        (3, True, True), (1, False, False), (3, True, True), (1, False, False),
    ]  # fmt: skip


def test_pieces_without_steps():
    with pytest.raises(SettingError, match="steps is 0"):
        Chunks(whole(), 0)
