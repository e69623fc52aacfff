import csv
import math
from dataclasses import replace

import pytest

from elman.errors import DataError, ModelFolderError
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


def test_what_was_written_is_read_to_every_bit(tmp_path):
    asked = replace(row(20, 0.1, 2 / 3), gradient_norm=1 / 7, sample='a "b",\nc\r\n')
    history = History([row(10, 1 / 3), replace(asked, accuracy=None)])
    history.write(tmp_path / "history.csv")
    assert History.read(tmp_path / "history.csv") == history


def test_columns_of_later_versions_may_be_absent(tmp_path):
    lines = History([row(10, 0.5)]).to_csv().splitlines()
    (tmp_path / "history.csv").write_text("\n".join(line.rsplit(",", 2)[0] for line in lines))
    assert History.read(tmp_path / "history.csv").rows == [row(10, 0.5)]


@pytest.mark.parametrize(
    "damaged", ["step,loss\n1,0.5\n", "step,epoch\na,b\n", "what\n1\n", "\xff"]
)
def test_what_is_no_history_is_refused(tmp_path, damaged):
    (tmp_path / "history.csv").write_bytes(damaged.encode("latin-1"))
    with pytest.raises(ModelFolderError, match=r"history.csv. is no history of a training"):
        History.read(tmp_path / "history.csv")


def test_unwritable_place(tmp_path):
    with pytest.raises(DataError, match="cannot write"):
        History().write(tmp_path / "missing" / "history.csv")


def test_perplexity():
    assert perplexity(math.log(112)) == pytest.approx(112)
    assert perplexity(1e4) == math.inf
    assert row(10, math.log(2)).perplexity == pytest.approx(2)
