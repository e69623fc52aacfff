import dataclasses
import json
from pathlib import Path

import pytest
import torch

from elman.bench import run as run_module
from elman.bench.peers.registry import PEERS
from elman.bench.rows import Row
from elman.bench.run import bench
from elman.bench.training.peers.torch_loop import TORCH as TORCH_LOOP
from elman.bench.training.rows import TrainingRow
from elman.errors import DataError, ElmanError, Interrupted, SettingError

ROWS = (Row("gru", 2, 3, 4, 5), Row("mgu", 2, 3, 4, 5, mode="forward"))
TORCH = PEERS[:2]


@pytest.fixture(autouse=True)
def quick(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run_module, "peak", lambda threads: 1e9 * threads)


def replace_measure(monkeypatch, other):
    """Measure layers otherwise, and return how they are measured usually."""
    usual = run_module.SUITES["layers"]
    monkeypatch.setitem(run_module.SUITES, "layers", usual._replace(measure=other))
    return usual.measure


def test_rows_are_shown_and_kept(capsys):
    report = bench(ROWS, rounds=2, json="bench.json", peers=TORCH)
    out = capsys.readouterr().out
    for part in ("gru-2-3-4-5-train\n  elman (", "torch.nn", "torch loop", "Wrote bench.json"):
        assert part in out
    assert json.loads(Path("bench.json").read_text()) == json.loads(report.json())
    assert [len(c.seconds) for r in report.results for c in r.timings] == [2, 2, 2, 2]


def test_a_file_is_not_replaced_unasked(capsys):
    Path("bench.json").write_text("mine")
    with pytest.raises(DataError, match=r'"bench\.json" is there already\. Add --force'):
        bench(ROWS, json="bench.json", peers=TORCH)
    assert Path("bench.json").read_text() == "mine"
    assert capsys.readouterr().out == ""  # before any work
    bench(ROWS[:1], rounds=1, json="bench.json", force=True, peers=TORCH)
    assert json.loads(Path("bench.json").read_text())["rows"]


@pytest.mark.parametrize("place", ["", "nowhere/bench.json"])
def test_a_place_that_cannot_be_written_to_is_refused_before_any_work(place, tmp_path, capsys):
    with pytest.raises(DataError, match="is no place for a file"):
        bench(ROWS, json=str(tmp_path / place), force=True, peers=TORCH)
    assert capsys.readouterr().out == ""


def test_the_file_may_be_standard_output(capsys):
    bench(ROWS[:1], rounds=1, json="-", peers=TORCH)
    said = capsys.readouterr()
    assert len(json.loads(said.out)["rows"]) == 1
    assert "gru-2-3-4-5-train" in said.err
    assert not list(Path().iterdir())


def test_ctrl_c_keeps_what_was_measured(capsys, monkeypatch):
    usual = replace_measure(monkeypatch, lambda *args: interrupted(*args))

    def interrupted(row, asked, peers):
        if row is ROWS[1]:
            raise KeyboardInterrupt
        return usual(row, asked, peers)

    with pytest.raises(Interrupted, match="stopped after 1 of 2 rows"):
        bench(ROWS, rounds=1, json="bench.json", peers=TORCH)
    document = json.loads(Path("bench.json").read_text())
    assert document["stopped"]
    assert [row["name"] for row in document["rows"]] == ["gru-2-3-4-5-train"]
    assert "gru-2-3-4-5-train" in capsys.readouterr().out


def test_a_wrong_result_of_ours_is_a_fault_and_no_speed(capsys, monkeypatch):
    usual = replace_measure(monkeypatch, lambda *args: wrong(*args))

    def wrong(*args):
        return dataclasses.replace(usual(*args), timings=(), wrong="output is off by 1")

    with pytest.raises(ElmanError, match="gru-2-3-4-5-train are wrong") as error:
        bench(ROWS[:1], rounds=1, peers=TORCH)
    assert error.value.exit_status == 1
    assert "is WRONG: output is off by 1" in capsys.readouterr().out


def test_threads_are_those_asked_for_and_then_as_before(monkeypatch):
    seen, before = [], torch.get_num_threads()
    usual = replace_measure(
        monkeypatch, lambda *args: seen.append(torch.get_num_threads()) or usual(*args)
    )
    assert bench(ROWS[:1], threads=2, rounds=1, peers=[]).asked.threads == 2
    assert seen == [2]
    assert torch.get_num_threads() == before


def test_a_suite_is_measured_in_its_own_way(capsys):
    row = TrainingRow("task", Row("gru", 2, 3, 4, 5), outputs=6, chunk=7)
    report = bench([row], suite="training", rounds=1, json="bench.json", peers=[TORCH_LOOP])
    [result] = report.results
    assert [timing.name for timing in result.timings] == ["elman", "torch"]
    document = json.loads(Path("bench.json").read_text())
    assert document["suite"] == "training"
    [written] = document["rows"]
    assert (written["name"], written["units"], written["chunk"]) == ("task-gru-2-3-4-5", 5, 7)
    assert written["contenders"][0]["speed"] is None


def test_a_backend_that_does_not_exist_is_refused():
    with pytest.raises(SettingError, match='Did you mean "compiled"'):
        bench(ROWS, backend="compield", peers=TORCH)
