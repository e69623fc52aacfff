import numpy as np
import pandas as pd
import pytest

from elman.data.series import Columns, Series


def test_columns_are_named_part_after_part():
    columns = Columns(("y",), ("p",), ("f", "g"), ("s",))
    assert columns.names == ("y", "p", "f", "g", "s")
    assert columns.known == ("f", "g", "s")


@pytest.mark.parametrize(("end", "length"), [(2, 2), (4, 3), (5, 3)])
def test_a_series_cut_short(end, length):
    whole = Series("a", pd.RangeIndex(5), np.arange(10.0).reshape(5, 2), 3)
    short = whole.until(end)
    assert short.name == "a"
    assert (len(short.times), short.length) == (end, length)
    np.testing.assert_array_equal(short.values, whole.values[:end])
