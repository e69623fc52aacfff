from collections import Counter

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from elman.data.windows import Windows
from elman.errors import DataError, SettingError


def epoch(windows, number=0):
    steps = windows.steps_per_epoch
    return [windows[step] for step in range(number * steps, (number + 1) * steps)]


@given(st.integers(1, 5), st.integers(1, 12), st.integers(1, 9), st.booleans(), st.integers(0, 3))
def test_an_epoch_sees_every_window_once(window, more, batch_size, shuffle, number):
    text = list(range(100, 100 + window + more))
    batches = epoch(Windows(text, window, batch_size, seed=7, shuffle=shuffle), number)
    seen = Counter(
        (*inputs, targets[-1])
        for batch in batches
        for inputs, targets in zip(batch.inputs.tolist(), batch.targets.tolist(), strict=True)
    )
    assert seen == Counter(tuple(text[i : i + window + 1]) for i in range(more))
    assert all(len(batch.inputs) == batch_size for batch in batches[:-1])
    assert all(batch.fresh for batch in batches)


def test_targets_follow_their_inputs():
    text = torch.arange(20)
    for batch in epoch(Windows(text, 4, 3, seed=0)):
        assert torch.equal(batch.targets, batch.inputs + 1)
    for batch in epoch(Windows(text, 4, 3, seed=0, loss_steps="last")):
        assert torch.equal(batch.targets, batch.inputs[:, -1] + 1)
        assert batch.targets.dtype == torch.int64


def test_epochs_and_seeds_differ():
    one, other = (Windows(range(50), 3, 50, seed=seed) for seed in (1, 2))
    assert not torch.equal(one[0].inputs, one[1].inputs)
    assert not torch.equal(one[0].inputs, other[0].inputs)


def test_text_shorter_than_the_window():
    with pytest.raises(
        DataError, match=r"has 3 symbols, too few for a window of 3 .* at least 4\. Give a longer"
    ):
        Windows(range(3), 3, 1, seed=0)


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"window": 0}, "window is 0"),
        ({"batch_size": 0}, "batch_size is 0"),
        ({"seed": -1}, "seed is -1"),
        ({"loss_steps": "lats"}, 'Did you mean "last"'),
    ],
)
def test_settings_that_make_no_sense(changed, what):
    with pytest.raises(SettingError, match=what):
        Windows(**{"ids": range(9), "window": 3, "batch_size": 2, "seed": 0, **changed})
