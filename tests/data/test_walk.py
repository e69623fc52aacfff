import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elman.data.walk import Walk
from elman.errors import DataError, SettingError


def tutorial(text, window, iterations, seed):
    """The published loop, as it is written there."""
    draw = random.Random(seed)
    offset, end = draw.randint(0, window + 1), window + 1
    for _ in range(iterations):
        if offset > len(text) - end:
            offset = draw.randint(0, window + 1)
        yield [text[i] for i in range(offset, offset + window)], text[offset + window]
        offset += window + 1


@given(st.integers(1, 5), st.integers(0, 30), st.integers(0, 5))
def test_walks_as_the_tutorial(window, more, seed):
    text = list(range(2 * (window + 1) + more))
    walk = Walk(text, window, 99, seed)
    for step, (inputs, target) in enumerate(tutorial(text, window, 99, seed)):
        assert walk[step].inputs.tolist() == [inputs]
        assert walk[step].targets.tolist() == [target]
        assert walk[step].fresh
    assert step == 98


def test_restarts_reach_both_ends():
    offsets = Walk(range(204), 3, 50_000, seed=0).offsets
    restarts = {now for before, now in pairwise(offsets) if now < before}
    assert restarts == {0, 1, 2, 3, 4}
    assert max(offsets) == 200


def test_a_further_epoch_walks_the_same_way():
    walk = Walk(range(20), 3, 5, seed=0)
    assert walk.steps_per_epoch == 5
    assert walk[7].inputs.tolist() == walk[2].inputs.tolist()


def test_text_too_short():
    with pytest.raises(DataError, match=r"has 7 symbols, .* window of 3; expected at least 8"):
        Walk(range(7), 3, 1, seed=0)


@pytest.mark.parametrize("name", ["window", "iterations"])
def test_settings_that_make_no_sense(name):
    with pytest.raises(SettingError, match=rf"{name} is 0"):
        Walk(**{"ids": range(9), "window": 3, "iterations": 1, "seed": 0, name: 0})
