import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from elman.data.series import Series
from elman.errors import DataError, SettingError
from elman.tasks.forecasting.splitting import Split, refuse_short, split


def series(length, name=""):
    return Series(name, pd.RangeIndex(length), np.zeros((length, 1)), length)


@pytest.mark.parametrize(
    ("validation", "test", "expected"),
    [
        (0.2, 0.1, (70, 90, 100)),
        (20, 10, (70, 90, 100)),
        (0.2, 24, (56, 76, 100)),
        (0, 0, (100, 100, 100)),
        (0.0, 0.5, (50, 50, 100)),
        (1, 1, (98, 99, 100)),
        (np.float64(0.2), 10, (70, 90, 100)),
    ],
)
def test_shares_and_steps(validation, test, expected):
    assert split(100, validation, test) == Split(*expected)


@given(st.integers(100, 500), st.floats(0, 0.49), st.floats(0, 0.49))
def test_the_parts_lie_one_after_the_other(length, validation, test):
    parts = split(length, validation, test)
    assert 0 < parts.train <= parts.validation <= parts.test == length


@pytest.mark.parametrize("part", [-0.1, -5, "0.2", True, None, float("nan"), float("inf"), 2.5])
@pytest.mark.parametrize("name", ["validation", "test"])
def test_parts_that_make_no_sense(name, part):
    with pytest.raises(SettingError) as caught:
        split(100, **{"validation": 0.1, "test": 0.1, name: part})
    assert str(caught.value) == (
        f"{name} is {part!r}; expected a share below 1, such as 0.2, or a whole number of steps."
    )


@pytest.mark.parametrize(("validation", "test"), [(0.5, 0.5), (60, 40), (0.9, 99)])
def test_nothing_left_to_learn(validation, test):
    with pytest.raises(SettingError, match=r"take [\d,]+ of 100 steps, so that nothing is left"):
        split(100, validation, test)


def test_the_longest_series_decides():
    every = [series(5), series(30, "b"), series(9)]
    splits = [split(len(one.values), 0.2, 0) for one in every]
    refuse_short(every, splits, 24, "so much")
    with pytest.raises(DataError) as caught:
        refuse_short(every, splits, 25, "look-back 20 and horizon 5")
    assert str(caught.value) == (
        "the longest series, 'b', has 30 steps, of which 24 are to be learnt (the last 6 are held "
        "out to judge by), but look-back 20 and horizon 5 need 25. Give a longer series, a "
        "shorter look-back or horizon, or hold out less."
    )
    with pytest.raises(DataError, match=r"^the series has 5 steps, of which 4"):
        refuse_short(every[:1], splits[:1], 5, "so much")
