import pytest
import torch

from elman.data.by_length import ByLength
from elman.data.music.pieces import frames_of
from elman.data.music.transposed import Transposed
from elman.errors import SettingError

PIECES = [frames_of(steps) for steps in ([[60, 64], [62]], [[21], [30], [108]], [[]], [[23, 60]])]


def batches(most, seed=0):
    inner = ByLength(PIECES, PIECES, 4, seed, padding=0, beyond=-1)
    return inner, Transposed(inner, most, seed)


def test_every_piece_moves_as_a_whole_and_loses_no_key():
    inner, moved = batches(3)
    assert moved.steps_per_epoch == inner.steps_per_epoch
    seen = set()
    for step in range(40):
        plain, other = inner[step], moved[step]
        for before, after, x in zip(plain.targets, other.targets, other.inputs, strict=True):
            move = next(m for m in range(-3, 4) if torch.equal(before.roll(m, -1), after))
            assert torch.equal((after > 0).sum(1), (before > 0).sum(1))
            assert torch.equal(x * (after[..., :1] >= 0), after.clamp(min=0))
            low = (before > 0).nonzero()[:, 1].min() if (before > 0).any() else None
            seen.add((None if low is None else int(low), move))
    assert {move for low, move in seen if low == 39} == set(range(-3, 4))
    assert {move for low, move in seen if low == 2} == set(range(-2, 4))  # two keys below
    assert {move for low, move in seen if low == 0} == {0}  # no room


def test_the_same_step_is_always_the_same():
    first, second = batches(5)[1], batches(5)[1]
    assert all(torch.equal(first[step].inputs, second[step].inputs) for step in (7, 2))
    assert not torch.equal(batches(5, seed=1)[1][3].targets, first[3].targets)
    inner, still = batches(0)
    assert torch.equal(inner[3].targets, still[3].targets)


def test_settings_out_of_range():
    with pytest.raises(SettingError, match="transpose is -1"):
        batches(-1)
