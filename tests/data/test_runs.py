from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from elman.data.runs import runs


@given(st.integers(0, 30), st.integers(0, 30), st.integers(2, 7), st.booleans())
def test_runs_are_the_steps_cut_at_the_right_places(first, count, epoch, shorter):
    found = runs(first, count, epoch, shorter)
    assert list(chain.from_iterable(found)) == list(range(first, first + count))
    cuts = [0, epoch - 1] if shorter else [0]
    assert [run.start for run in found] == [
        step for step in range(first, first + count) if step == first or step % epoch in cuts
    ]
