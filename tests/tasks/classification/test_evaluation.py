import numpy as np
import pytest

from elman.tasks.classification.evaluation import (
    BINS,
    ClassEvaluation,
    calibration_error,
    evaluated,
)

LABELS = ["ant", "bee", "cow"]
P = np.array([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.2, 0.5, 0.3], [0.9, 0.1, 0.0], [0.3, 0.4, 0.3]])
TRUTH = np.array([0, 1, 0, 1, 1])


@pytest.fixture
def judged():
    """What P says of TRUTH: the third and the fourth are wrong, and no cow is there."""
    return evaluated(LABELS, P, TRUTH, ["a", "b", "c", "d", "e"], list("12345"))


def test_by_hand(judged):
    assert judged.confusion.tolist() == [[1, 1, 0], [1, 2, 0], [0, 0, 0]]
    assert (judged.count, judged.accuracy) == (5, 0.6)
    np.testing.assert_allclose(judged.precision, [1 / 2, 2 / 3, 0])
    np.testing.assert_allclose(judged.recall, [1 / 2, 2 / 3, 0])
    np.testing.assert_allclose(judged.f1, [1 / 2, 2 / 3, 0])
    assert judged.macro_f1 == pytest.approx((1 / 2 + 2 / 3) / 2)  # of what occurs
    assert judged.loss == pytest.approx(-np.log([0.7, 0.8, 0.2, 0.1, 0.4]).mean())


def test_the_surest_mistakes_come_first(judged):
    told = [(one.place, one.text, one.truth, one.said) for one in judged.mistakes]
    assert told == [("4", "d", "bee", "ant"), ("3", "c", "ant", "bee")]
    assert "  4: bee told as ant (90 %) 'd'" in str(judged)


def test_it_is_kept_and_read(judged):
    assert str(ClassEvaluation.from_dict(LABELS, judged.to_dict())) == str(judged)


def test_what_was_said_with_probability_0_costs_much_but_not_everything():
    found = evaluated(["a", "b"], np.array([[1.0, 0.0]]), np.array([1]), None, ["row 1"])
    assert 60 < found.loss < 100
    assert found.mistakes[0].text == ""


def test_many_labels_are_printed_without_their_matrix():
    labels = [f"label{n}" for n in range(21)]
    found = evaluated(labels, np.eye(21), np.arange(21), None, [""] * 21)
    assert "true \\ told" not in str(found)
    assert "label20" in str(found)


def test_calibration_by_hand():
    # two bins: 0.9 said of which half is right, 0.6 said of which all is right
    surest = np.array([0.9, 0.9, 0.6, 0.6])
    right = np.array([True, False, True, True])
    assert calibration_error(surest, right) == pytest.approx((0.4 + 0.4) / 2)
    assert calibration_error(np.ones(BINS), np.ones(BINS, bool)) == 0
