import numpy as np
import pandas as pd
import pytest
import torch

from elman.data.tables.frame import FrameTable, frame_of
from elman.errors import DataError

TABLE = FrameTable(
    pd.DataFrame(
        {
            "sales": [1.0, None, 3.5],
            "whole": pd.array([1, None, 3], dtype="Int64"),
            "shop": ["a", None, "c"],
            "open": [True, False, True],
            5: [1, 2, 3],
        }
    )
)


def test_numbers_of_every_kind():
    np.testing.assert_array_equal(TABLE.numbers("sales"), [1, np.nan, 3.5])
    np.testing.assert_array_equal(TABLE.numbers("whole"), [1, np.nan, 3])
    np.testing.assert_array_equal(TABLE.numbers("open"), [1, 0, 1])
    np.testing.assert_array_equal(TABLE.numbers("5"), [1, 2, 3])
    assert TABLE.matrix(["5", "open"]).tolist() == [[1, 1], [2, 0], [3, 1]]


def test_texts_are_empty_where_missing():
    assert TABLE.texts("shop").tolist() == ["a", "", "c"]
    assert np.concatenate(list(TABLE.text_chunks("shop"))).tolist() == ["a", "", "c"]
    assert len(TABLE) == 3
    assert TABLE.lines.tolist() == [1, 2, 3]


def test_a_column_that_is_not_there():
    with pytest.raises(DataError) as caught:
        TABLE.numbers("sale")
    assert str(caught.value) == (
        'the data have no column "sale"; they have sales, whole, shop, open, 5. Did you mean '
        '"sales"?'
    )


def test_a_column_of_texts():
    with pytest.raises(DataError, match=r'the column "shop" holds no numbers \(.*\)\. Convert it'):
        TABLE.numbers("shop")


@pytest.mark.parametrize("huge", [1e39, -1e39, np.inf])
def test_numbers_too_large(huge):
    with pytest.raises(DataError, match=r'row 2: .* in the column "x" is larger than a network'):
        FrameTable(pd.DataFrame({"x": [1.0, huge]})).numbers("x")


@pytest.mark.parametrize(
    ("values", "names", "rows"),
    [
        ([1, 2, 3], ["y"], 3),
        (np.zeros((4, 1)), ["y"], 4),
        (torch.zeros(2, 3), ["y1", "y2", "y3"], 2),
    ],
)
def test_arrays_become_frames(values, names, rows):
    frame = frame_of(values)
    assert (list(frame.columns), len(frame)) == (names, rows)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (["a"], r"the data are no numbers \(.*\); expected \(N,\) or \(N, D\)"),
        ([[1], [1, 2]], r"the data are no numbers"),
        (object(), r"the data are no numbers"),
        (3.0, r"the data have the shape \(\); expected \(N,\) for one series"),
        ([], r"the data have the shape \(0,\)"),
        (np.zeros((2, 2, 2)), r"the data have the shape \(2, 2, 2\)"),
    ],
)
def test_what_is_no_series(values, message):
    with pytest.raises(DataError, match=message):
        frame_of(values)
