import numpy as np
import pytest

from elman.data.tables.missing import fill
from elman.data.tables.reading import read_table
from elman.errors import SettingError

NAN = np.nan
VALUES = np.array([[NAN, 1], [2, NAN], [NAN, NAN], [5, NAN], [NAN, 5]])
LINES = np.array([2, 3, 0, 4, 5], np.int32)


def filled(policy, values=VALUES, columns=("a", "b"), lines=LINES):
    return fill(values, policy, columns=columns, lines=lines, name='"sales.csv"')


@pytest.mark.parametrize(
    ("policy", "a", "b", "said"),
    [
        ("ffill", [2, 2, 2, 5, 5], [1, 1, 1, 1, 5],
         "6 values of a and b filled forward, 1 of them, at the beginning, with the first known "
         "one."),
        ("interpolate", [2, 2, 3.5, 5, 5], [1, 2, 3, 4, 5],
         "6 values of a and b interpolated, 2 of them, at the ends, with the nearest known one."),
        ("mask", VALUES[:, 0], VALUES[:, 1], "6 values of a and b are missing and masked."),
    ],
)  # fmt: skip
def test_policies(policy, a, b, said):
    before = VALUES.copy()
    values, sentence = filled(policy)
    np.testing.assert_array_equal(values, np.stack([a, b], axis=1))
    np.testing.assert_array_equal(VALUES, before)
    assert sentence == said


@pytest.mark.parametrize("policy", ["error", "ffill", "interpolate", "mask"])
def test_nothing_missing(policy):
    values, sentence = filled(policy, np.ones((5, 2)))
    assert sentence == ""
    np.testing.assert_array_equal(values, np.ones((5, 2)))


@pytest.mark.parametrize("policy", ["error", "ffill", "interpolate", "mask"])
def test_column_without_values(refused, policy):
    values = np.array([[1.0, NAN], [NAN, NAN]])
    assert refused(filled, policy, values, lines=LINES[:2]) == (
        '"sales.csv": the column "b" has no value in any row; expected numbers. Leave the column '
        "out."
    )


CHOICES = (
    "Expected a value in every step. Mend the file, or choose what to do: --missing ffill (take "
    "the value before), --missing interpolate (draw a line over the hole) or --missing mask (do "
    "not learn from it); in Python missing=."
)


def test_error(refused):
    assert refused(filled, "error") == (
        '"sales.csv": 4 values of a and b are missing (lines 2, 3, 4, ...), and 1 row is missing '
        f"(after line 3). {CHOICES}"
    )


def test_error_of_rows_alone(refused):
    values = np.array([[1.0], [NAN], [NAN], [1], [NAN], [1]])
    lines = np.array([2, 0, 0, 3, 0, 4], np.int32)
    message = refused(filled, "error", values, columns=["a"], lines=lines)
    assert message == f'"sales.csv": 3 rows are missing (after lines 2, 3). {CHOICES}'


def test_many_columns(refused):
    values = np.ones((2, 5))
    values[1] = NAN
    message = refused(filled, "error", values, columns=list("abcde"), lines=LINES[:2])
    assert message.startswith(
        '"sales.csv": 5 values of a, b, c and 2 more are missing (line 3). Expected'
    )


def test_no_such_policy(refused):
    message = refused(filled, "fill", error=SettingError)
    assert message.startswith("missing is 'fill'; expected one of: error, ffill, interpolate, mask")


def test_real_file(forecasting):
    table = read_table(forecasting / "pollution.csv")
    values = table.matrix(["pm2.5", "TEMP"])
    done, said = fill(
        values, "ffill", columns=["pm2.5", "TEMP"], lines=table.lines, name=table.name
    )
    assert said.startswith("2,067 values of pm2.5 filled forward, 24 of them, at the beginning, ")
    assert not np.isnan(done).any()
