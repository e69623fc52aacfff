from collections import Counter

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from elman.data.by_length import ByLength, padded
from elman.errors import SettingError

PADDING = -1


def sequences(count, longest=40):
    lengths = np.random.default_rng(0).integers(1, longest + 1, count).tolist()
    return [torch.full((length,), number) for number, length in enumerate(lengths)]


def batches(count=70, batch_size=4, seed=0, longest=40):
    return ByLength(sequences(count, longest), torch.arange(count), batch_size, seed, PADDING)


@given(st.integers(1, 50), st.integers(1, 9), st.integers(0, 3))
def test_an_epoch_sees_every_sequence_once_with_its_target(count, batch_size, epoch):
    own, expected = batches(count, batch_size), sequences(count)
    seen = Counter()
    for step in range(epoch * own.steps_per_epoch, (epoch + 1) * own.steps_per_epoch):
        inputs, targets = own[step].inputs, own[step].targets
        assert len(targets) <= batch_size
        for row, number in zip(inputs, targets.tolist(), strict=True):
            assert torch.equal(row[row != PADDING], expected[number])
        assert not (inputs == PADDING).all(0).any()  # no longer than the longest
        seen.update(targets.tolist())
    assert seen == Counter(range(count))


def test_a_batch_holds_what_is_about_as_long():
    own = batches(count=128, batch_size=4, longest=1000)  # all of it is sorted together
    padding = sum(int((own[step].inputs == PADDING).sum()) for step in range(32))
    steps = sum(own[step].inputs.numel() for step in range(32))
    assert padding < 0.05 * steps


def test_each_epoch_and_seed_has_an_order_of_its_own_and_the_same_seed_the_same():
    def order(own, epoch):
        first = epoch * own.steps_per_epoch
        return [own[first + step].targets.tolist() for step in range(own.steps_per_epoch)]

    own = batches()
    assert order(own, 0) != order(own, 1)
    assert order(own, 1) == order(batches(), 1)
    assert order(own, 0) == order(own, 0)  # also after another epoch was asked for
    assert order(batches(seed=1), 0) != order(own, 0)


def test_short_batches_do_not_come_first():
    own = batches(count=128, longest=1000)
    lengths = [own[step].inputs.shape[1] for step in range(32)]
    assert lengths != sorted(lengths)


def test_targets_of_every_step_are_padded_too():
    own = ByLength(
        [torch.tensor([1, 2]), torch.tensor([3])],
        [torch.tensor([5, 6]), torch.tensor([7])],
        batch_size=2, seed=0, padding=PADDING,
    )  # fmt: skip
    inputs, targets = own[0].inputs, own[0].targets
    assert sorted(inputs.tolist()) == [[1, 2], [3, PADDING]]
    assert sorted(targets.tolist()) == [[5, 6], [7, -100]]


def test_numbers_are_padded_in_all_features():
    found = padded([torch.ones(1, 2), torch.ones(3, 2)], float("nan"))
    assert found.shape == (2, 3, 2)
    assert found[0].isfinite().tolist() == [[True, True], [False, False], [False, False]]


@pytest.mark.parametrize(("name", "value"), [("batch_size", 0), ("seed", -1)])
def test_what_is_too_small_is_refused(name, value):
    with pytest.raises(SettingError, match=f"{name} is {value}"):
        batches(**{name: value})
