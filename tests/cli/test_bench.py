import json
from pathlib import Path

import pytest

from elman.bench import suites
from elman.bench.rows import Row
from elman.bench.training.rows import TrainingRow


@pytest.fixture
def tiny(monkeypatch):
    rows = (Row("gru", 2, 3, 4, 5), Row("mgu", 2, 3, 4, 5, mode="forward"))
    loop = TrainingRow("task", rows[0], outputs=6, chunk=7)
    monkeypatch.setattr(suites, "SUITES", {"layers": rows, "training": (loop,)})


def test_rows_are_measured_and_written(elman, tiny):
    said = elman("bench", "gru", "--rounds", 2, "--threads", 1, "--seed", 3, "--json", "b.json")
    assert said.status == 0
    assert "gru-2-3-4-5-train" in said.out
    assert "mgu" not in said.out
    document = json.loads(Path("b.json").read_text())
    assert document["asked"] == {"threads": 1, "rounds": 2, "seed": 3, "backend": "auto"}
    assert document["peak"] > 0
    said = elman("bench", "gru", "--json", "b.json")
    assert (said.status, "Add --force" in said.err) == (2, True)


def test_the_list_names_rows(elman, tiny):
    listed = elman("bench", "--list").out.splitlines()[1:]
    assert listed == ["gru-2-3-4-5-train", "mgu-2-3-4-5-forward"]
    listed = elman("bench", "--suite", "training", "--list").out.splitlines()[1:]
    assert listed == ["task-gru-2-3-4-5"]
    assert elman("bench", "mgu", "--list").out.splitlines()[1:] == ["mgu-2-3-4-5-forward"]


@pytest.mark.parametrize(
    "words", [["gruu"], ["gruu", "--list"], ["gru", "--backend", "atem"], ["--suite", "layer"]]
)
def test_what_does_not_exist_is_the_users_mistake(elman, tiny, words):
    said = elman("bench", *words)
    assert said.status == 2
    assert "Did you mean" in said.err
    assert said.out == ""
