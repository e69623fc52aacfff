import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from elman.data.batch import Batch, Batches, stacked, stretches
from elman.data.streams import Streams
from elman.data.walk import Walk
from elman.data.windows import Windows

MAKERS = {
    "windows": lambda: Windows(range(40), 3, 4, seed=0),
    "last": lambda: Windows(range(40), 3, 4, seed=0, loss_steps="last"),
    "streams": lambda: Streams(range(40), 3, 4),
    "walk": lambda: Walk(range(40), 3, 9, seed=0),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_every_maker_keeps_the_contract(make):
    batches: Batches = make()
    again: Batches = make()
    for step in reversed(range(2 * batches.steps_per_epoch + 1)):
        batch = batches[step]
        assert isinstance(batch, Batch)
        assert batch.inputs.dtype == batch.targets.dtype == torch.int64
        assert batch.targets.shape in (batch.inputs.shape, batch.inputs.shape[:1])
        assert isinstance(batch.fresh, bool)
        assert torch.equal(batch.inputs, again[step].inputs)
        assert torch.equal(batch.targets, again[step].targets)
    assert batches[0].fresh


class OneByOne:
    """A user's own batches, each the number of its step: what they are is given as a table."""

    steps_per_epoch = 1

    def __init__(self, *steps):
        self.steps = steps

    def __getitem__(self, step):
        shape, fresh = self.steps[step]
        inputs = torch.full(shape, step)
        return Batch(inputs, inputs[:, -1], fresh)


def one_by_one(stretch):
    later = not stretch.carried
    for n, (inputs, targets) in enumerate(zip(stretch.inputs, stretch.targets, strict=True)):
        yield stretch.first + n, Batch(inputs, targets, later if n else stretch.fresh)


def check_every_step(found, batches, first, count):
    steps = [pair for stretch in found for pair in one_by_one(stretch)]
    assert [step for step, _ in steps] == list(range(first, first + count))
    for step, batch in steps:
        assert torch.equal(batch.inputs, batches[step].inputs)
        assert torch.equal(batch.targets, batches[step].targets)
        assert batch.fresh == batches[step].fresh


SHAPES_AND_FRESH = st.tuples(st.sampled_from([(1, 2), (2, 2), (1, 3)]), st.booleans())


@given(st.lists(SHAPES_AND_FRESH, min_size=1, max_size=12), st.data())
def test_stretches_are_the_batches(steps, data):
    batches = OneByOne(*steps)
    first = data.draw(st.integers(0, len(steps) - 1))
    count = data.draw(st.integers(1, len(steps) - first))
    check_every_step(stretches(batches, first, count), batches, first, count)


@pytest.mark.parametrize(
    ("freshness", "lengths"),
    [
        ([True, True, True], [3]),
        ([True, False, False], [3]),
        ([False, False, False], [3]),
        ([True, False, True, False], [2, 2]),
        ([False, True, False], [1, 2]),
        ([True, True, False], [2, 1]),
    ],
)
def test_where_a_stretch_ends(freshness, lengths):
    batches = OneByOne(*[((1, 2), fresh) for fresh in freshness])
    found = stacked(batches, 0, len(freshness))
    assert [len(stretch.inputs) for stretch in found] == lengths


def test_a_stretch_has_one_shape():
    one, other = ((1, 2), True), ((2, 2), True)
    found = stacked(OneByOne(one, one, other, one), 0, 4)
    assert [tuple(stretch.inputs.shape) for stretch in found] == [(2, 1, 2), (1, 2, 2), (1, 1, 2)]
    assert not any(stretch.carried for stretch in found)


SIZES = st.integers(1, 7)
ANY_BATCHES = st.one_of(
    st.builds(
        lambda window, more, *rest: Windows(range(window + more), window, *rest),
        SIZES,
        st.integers(1, 20),
        SIZES,
        st.integers(0, 3),
        st.sampled_from(["every", "last"]),
        st.booleans(),
    ),
    st.builds(Streams, st.integers(2, 50).map(range), SIZES, SIZES),
    st.builds(
        lambda window, more, *rest: Walk(range(2 * (window + 1) + more), window, *rest),
        SIZES,
        st.integers(0, 20),
        st.integers(1, 12),
        st.integers(0, 3),
    ),
)


@given(ANY_BATCHES, st.integers(0, 60), st.integers(1, 60))
def test_together_is_the_same_as_stacked(batches, first, count):
    found, expected = batches.together(first, count), stacked(batches, first, count)
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        assert (one.first, one.fresh, one.carried) == (other.first, other.fresh, other.carried)
        for name in ("inputs", "targets"):
            tensor = getattr(one, name)
            assert torch.equal(tensor, getattr(other, name))
            assert tensor.dtype == torch.int64
            assert tensor.is_contiguous()
    check_every_step(found, batches, first, count)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_every_maker_hands_out_many_at_once(make, monkeypatch):
    batches = make()
    monkeypatch.setattr(type(batches), "__getitem__", lambda *_: pytest.fail("one by one"))
    assert sum(len(stretch.inputs) for stretch in stretches(batches, 0, 30)) == 30
