import numpy as np
import pytest

from elman.errors import DataError
from elman.tasks.forecasting.categories import MOST, Categories, learn_categories


def texts(*values):
    return np.array(values, dtype=object)


def test_every_text_has_a_column_of_its_own_in_order():
    known = learn_categories(texts("c", "a", "b", "a"), DataError(""))
    assert known.names("wind") == ["wind=a", "wind=b", "wind=c"]
    assert known.encode(texts("a", "c", "a")).tolist() == [[1, 0, 0], [0, 0, 1], [1, 0, 0]]


def test_a_text_that_was_not_learnt_is_none_of_them():
    assert Categories(("a", "b")).encode(texts("b", "z", "")).tolist() == [[0, 1], [0, 0], [0, 0]]


def test_no_texts():
    assert Categories(("a", "b")).encode(texts()).shape == (0, 2)


def test_too_many_texts_were_meant_to_be_numbers():
    many = texts(*(f"n{n}" for n in range(MOST)))
    assert len(learn_categories(many, DataError("")).known) == MOST
    with pytest.raises(DataError) as caught:
        learn_categories(texts(*many, "one more"), DataError('line 3: "n1" is no number.'))
    assert str(caught.value) == (
        'line 3: "n1" is no number. (Texts are taken as categories only if there are at most 50 '
        "different ones; here are 51.)"
    )
