import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from elman.data.streams import Streams
from elman.errors import DataError, SettingError


@given(st.integers(2, 60), st.integers(1, 9), st.integers(1, 9))
def test_lanes_read_side_by_side_are_the_text(length, steps, lanes):
    streams = Streams(range(length), steps, lanes)
    batches = [streams[step] for step in range(streams.steps_per_epoch)]
    inputs = torch.cat([batch.inputs for batch in batches], dim=1)
    targets = torch.cat([batch.targets for batch in batches], dim=1)
    assert inputs.flatten().tolist() == list(range(length - 1 - streams.dropped))
    assert torch.equal(targets, inputs + 1)
    assert len(inputs) == streams.lanes <= lanes
    assert streams.dropped < streams.lanes
    assert all(batch.inputs.shape[1] == steps for batch in batches[:-1])


def test_only_an_epoch_starts_afresh():
    streams = Streams(range(21), steps=4, lanes=2)
    assert streams.steps_per_epoch == 3
    assert [streams[step].fresh for step in range(7)] == [True, False, False] * 2 + [True]
    assert torch.equal(streams[4].inputs, streams[1].inputs)


def test_a_short_text_has_fewer_lanes():
    assert Streams(range(17), steps=5, lanes=8).lanes == 3
    assert Streams(range(3), steps=5, lanes=8).lanes == 1
    assert Streams(range(3), steps=5, lanes=8)[0].inputs.tolist() == [[0, 1]]


@pytest.mark.parametrize("length", [0, 1])
def test_no_text(length):
    with pytest.raises(DataError, match=rf"has {length} symbols; expected at least 2"):
        Streams(range(length), 1, 1)


@pytest.mark.parametrize("name", ["steps", "lanes"])
def test_settings_that_make_no_sense(name):
    with pytest.raises(SettingError, match=rf"{name} is 0"):
        Streams(**{"ids": range(9), "steps": 1, "lanes": 1, name: 0})
