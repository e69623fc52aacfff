import csv
import math

import pytest

from elman.errors import DataError
from elman.train.history import History, Row, perplexity


def row(step, loss, validation=None):
    return Row(step, step // 10, loss, 0.5, validation, validation and 0.25, 0.1 + 0.2, 1.5)


def test_csv_holds_every_bit(tmp_path):
    history = History([row(10, 1 / 3), row(20, 0.1, 2 / 3)])
    history.write(tmp_path / "history.csv")
    with (tmp_path / "history.csv").open(newline="") as file:
        first, second = csv.DictReader(file)
    assert float(first["loss"]) == 1 / 3
    assert first["validation_loss"] == first["validation_accuracy"] == ""
    assert float(second["validation_loss"]) == 2 / 3
    assert float(second["learning_rate"]) == 0.1 + 0.2
    assert int(second["step"]) == 20


def test_unwritable_place(tmp_path):
    with pytest.raises(DataError, match="cannot write"):
        History().write(tmp_path / "missing" / "history.csv")


def test_perplexity():
    assert perplexity(math.log(112)) == pytest.approx(112)
    assert perplexity(1e4) == math.inf
    assert row(10, math.log(2)).perplexity == pytest.approx(2)
