import dataclasses
import json

import pytest

from elman.bench.measure import Asked, Result
from elman.bench.report import Report, head, lines
from elman.bench.rows import Row, Wanted
from elman.bench.timing import Timing
from elman.bench.training.rows import TrainingRow

TIMINGS = (Timing("elman", 2, (0.15, 0.2, 0.3)), Timing("torch.nn", 1, (0.4, 0.5, 0.6)))


def result(wanted=Wanted(), **more):  # noqa: B008 - frozen
    row = Row("layer_norm_lstm", 64, 100, 256, 256, mode="forward", wanted=wanted)
    return Result(row, "reference", 10**9, 100, TIMINGS, **more)


def report(*results, total=1, suite="layers"):
    machine = {"date": "2026-11-20", "processor": "P", "cores": 2, "system": "S"}
    missing = {"jax scan": ("jax",)}
    return Report(suite, Asked(2), machine, {"torch": "2"}, 1e10, total, missing, list(results))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(ratio=2.5), "  500.0 ms       2.0   20 %    2.50  at least 2.5, met"),
        (Wanted(ratio=2.6), "at least 2.6, missed"),
        (Wanted(share=0.5), "50 %          at least 50 %, met"),
        (Wanted(share=0.51), "at least 51 %, missed"),
        (Wanted(seconds=0.2), "at most 200 ms, met"),
        (Wanted(seconds=0.015), "at most 15 ms, missed"),
    ],
)  # fmt: skip
def test_figures_are_met_or_missed(wanted, said):
    assert said in "\n".join(lines(result(wanted), 1e10))
    met = said.endswith(" met")
    assert report(result(wanted)).foot()[0] == f"{int(met)} of 1 figures met."


@pytest.mark.parametrize(("ratio", "met"), [(2.5, "met"), (2.6, "missed")])
def test_a_figure_may_be_about_a_peer_by_its_name(ratio, met):
    row = TrainingRow("task", Row("lstm", 1, 2, 3, 4), outputs=5, chunk=6)
    row = dataclasses.replace(row, wanted=Wanted(ratios={"torch.nn": ratio, "absent": 9.0}))
    found = Result(row, "compiled", timings=TIMINGS)
    assert lines(found, 1e10)[2].endswith(f"2.50  at least {ratio}, {met}")
    assert report(found).foot()[0] == f"{int(met == 'met')} of 1 figures met."


def test_a_suite_names_what_it_times():
    assert head(report())[-1].split()[0] == "time"
    assert head(report(suite="training"))[-1].split()[0] == "step"


@pytest.mark.parametrize(("backend", "judged"), [("compiled", True), ("aten", False)])
def test_a_first_call_is_judged_only_where_something_was_compiled(backend, judged):
    row = Row("lstm", 1, 2, 3, 4, mode="first", wanted=Wanted(seconds=1.0))
    first = Result(row, backend, 10, 0, TIMINGS[:1])
    assert ("at most 1 s, met" in lines(first, 1e10)[1]) == judged


def test_the_table_fits_a_terminal():
    row = result(Wanted(ratio=2.5, seconds=1e-6))
    table = [*head(report())[-1:], *lines(row, 1e10)]
    assert max(map(len, table)) <= 80


def test_turns_that_differ_widely_are_marked():
    steady, disturbed = (Timing("elman", 1, turns) for turns in ((0.2, 0.2, 0.9), (0.1, 0.2, 0.2)))
    for timing in (steady, disturbed):
        found = report(Result(result().row, "aten", 10, 0, (timing,)))
        assert ("~200.0 ms" in lines(found.results[0], 1.0)[1]) == timing.disturbed
        assert any(line.startswith("~ ") for line in found.foot()) == timing.disturbed
    assert disturbed.disturbed
    assert not steady.disturbed


def test_a_wrong_result_and_notes_are_said():
    said = lines(Result(result().row, "compiled", wrong="output is off", notes={"p": "why"}), 1.0)
    assert said[1:] == ["  elman (compiled) is WRONG: output is off", "  p: why"]


def test_who_is_not_installed_is_said_once_at_the_foot():
    assert "jax" not in "\n".join(head(report()))
    assert sum("Not installed: jax scan (jax)" in line for line in report(result()).foot()) == 1


def test_the_file_holds_everything():
    document = json.loads(report(result(Wanted(2.5)), total=2).json())
    assert document["stopped"]
    assert document["suite"] == "layers"
    assert {"format", "machine", "versions", "asked", "peak", "missing", "rows"} <= set(document)
    [row] = document["rows"]
    assert row["name"] == "layer_norm_lstm-64-100-256-256-forward"
    assert (row["cell"], row["batch"], row["wanted"]["ratio"]) == ("layer_norm_lstm", 64, 2.5)
    ours, theirs = row["contenders"]
    assert (ours["seconds"], ours["calls"], ours["median"]) == ([0.15, 0.2, 0.3], 2, 0.2)
    assert (ours["speed"], ours["share"], ours["ratio"]) == (5e9, 0.5, None)
    assert theirs["ratio"] == 2.5
