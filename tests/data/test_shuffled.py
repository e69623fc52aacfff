from collections import Counter

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from elman.data.shuffled import Shuffled
from elman.errors import SettingError


def squares(count, batch_size, seed=0, shuffle=True):
    return Shuffled(count, lambda x: (x, x * x), batch_size, seed, shuffle)


@given(st.integers(1, 9), st.integers(1, 11), st.booleans(), st.integers(0, 12), st.integers(1, 15))
def test_steps_together_are_the_steps_one_by_one(count, batch_size, shuffle, first, steps):
    batches = squares(count, batch_size, seed=3, shuffle=shuffle)
    stretches = batches.together(first, steps)
    assert stretches[0].first == first
    one_by_one = [
        (inputs, targets)
        for stretch in stretches
        for inputs, targets in zip(stretch.inputs, stretch.targets, strict=True)
    ]
    assert len(one_by_one) == steps
    for step, (inputs, targets) in enumerate(one_by_one, first):
        assert torch.equal(inputs, batches[step].inputs)
        assert torch.equal(targets, batches[step].targets)
    assert all(stretch.fresh and not stretch.carried for stretch in stretches)


@given(st.integers(1, 20), st.integers(1, 25), st.booleans(), st.integers(0, 3))
def test_an_epoch_sees_every_example_once(count, batch_size, shuffle, epoch):
    batches = squares(count, batch_size, shuffle=shuffle)
    steps = range(epoch * batches.steps_per_epoch, (epoch + 1) * batches.steps_per_epoch)
    seen = [batches[step].inputs for step in steps]
    assert Counter(torch.cat(seen).tolist()) == Counter(range(count))
    assert all(len(batch) == batch_size for batch in seen[:-1])


def test_epochs_and_seeds_differ_and_the_same_seed_does_not():
    one, same, other = squares(50, 50, 1), squares(50, 50, 1), squares(50, 50, 2)
    assert not torch.equal(one[0].inputs, one[1].inputs)
    assert not torch.equal(one[0].inputs, other[0].inputs)
    assert torch.equal(one[4].inputs, same[4].inputs)


def test_unshuffled_examples_come_as_they_are_numbered():
    batches = squares(5, 2, shuffle=False)
    assert [batches[step].inputs.tolist() for step in range(4)] == [[0, 1], [2, 3], [4], [0, 1]]


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"count": 0}, "count is 0; expected a whole number of at least 1"),
        ({"batch_size": 0}, "batch_size is 0; expected a whole number of at least 1"),
        ({"batch_size": 1.5}, "batch_size is 1.5"),
        ({"seed": -1}, "seed is -1; expected a whole number of at least 0"),
    ],
)
def test_settings_that_make_no_sense(changed, what):
    with pytest.raises(SettingError, match=what):
        squares(**{"count": 3, "batch_size": 2, **changed})
