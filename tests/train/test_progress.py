import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elman.train.progress import Progress


def test_averages_weigh_predictions():
    progress = Progress()
    progress.add(loss=1.0, correct=1, predictions=1, learning_rate=0.1)
    progress.add(loss=4.0, correct=0, predictions=2, learning_rate=0.2)
    assert progress.loss == 3.0
    assert progress.accuracy == pytest.approx(1 / 3)
    assert (progress.step, progress.last_loss, progress.learning_rate) == (2, 4.0, 0.2)


def test_a_new_row_starts_from_nothing():
    progress = Progress()
    progress.add(loss=1.0, correct=1, predictions=1, learning_rate=0.1)
    progress.start_row()
    progress.add(loss=3.0, correct=0, predictions=5, learning_rate=0.1)
    assert (progress.loss, progress.accuracy, progress.step) == (3.0, 0.0, 2)


STEPS = st.lists(
    st.tuples(
        st.floats(0, 1e3), st.integers(0, 9), st.integers(1, 640), st.floats(0, 1, exclude_min=True)
    )
)


def after(one_by_one, many):
    progress = Progress()
    for steps in one_by_one:
        for step in steps:
            progress.add(*step)
    for steps in many:
        progress.add_many(*([step[n] for step in steps] for n in range(4)))
    return progress


@given(STEPS, STEPS)
def test_many_steps_add_up_to_the_same_bits(before, steps):
    assert after([before], [steps]) == after([before, steps], [])


def test_many_small_losses_are_rounded_one_by_one():
    steps = [(0.1, 0, 1, 0.1)] * 1000
    assert after([], [steps]).loss_sum == after([steps], []).loss_sum != 100.0


def test_many_steps_need_as_many_predictions():
    with pytest.raises(ValueError, match="shorter"):
        Progress().add_many([0.1, 0.2], [1, 0], [1], [0.1, 0.1])


@pytest.mark.parametrize("worse", [1.0, 2.0, math.nan, math.inf])
def test_patience_counts_epochs_that_are_no_better(worse):
    progress = Progress()
    assert progress.judge(1.0, patience=2)
    assert not progress.judge(worse, patience=2)
    assert not progress.stopped_early
    assert not progress.judge(worse, patience=2)
    assert progress.stopped_early


@pytest.mark.parametrize("first", [math.nan, math.inf])
def test_what_is_no_number_is_never_the_best(first):
    progress = Progress()
    assert not progress.judge(first, patience=2)
    assert progress.judge(1.0, patience=2)
    assert not progress.stopped_early


def test_a_better_epoch_renews_the_patience():
    progress = Progress()
    assert [progress.judge(loss, 2) for loss in (3.0, 4.0, 2.0, 4.0)] == [True, False, True, False]
    assert not progress.stopped_early
