import dataclasses

import pytest
import torch

import elman.bench.training.measure as measure_module
from elman.bench.contender import Contender
from elman.bench.measure import Asked
from elman.bench.rows import Row
from elman.bench.timing import Timing
from elman.bench.training.measure import check_losses, measure_training
from elman.bench.training.peers.torch_loop import TORCH
from elman.bench.training.peers.trainer import Trainer
from elman.bench.training.rows import TrainingRow

ASKED = Asked(threads=1, rounds=1)
ROW = TrainingRow("task", Row("gru", 2, 3, 4, 5), outputs=6, chunk=7)


def off(name, by):
    """Return a trainer whose losses are those of torch, but for a factor."""

    def contender(work, threads):
        right = TORCH.contender(work, threads)
        return Contender(name, int, lambda: {"losses": right.values()["losses"] * by})

    return contender


def test_a_row_is_timed_beside_its_peers():
    result = measure_training(ROW, ASKED, [TORCH])
    assert [timing.name for timing in result.timings] == ["elman", "torch"]
    assert result.ratio(result.timings[1]) > 0
    assert result.speed(result.timings[0]) is None


def test_times_are_those_of_a_step(monkeypatch):
    monkeypatch.setattr(
        measure_module, "in_turns", lambda *_: [Timing("elman", 2, (14.0, 7.0, 21.0))]
    )
    [timing] = measure_training(ROW, ASKED, []).timings
    assert timing == Timing("elman", 14, (2.0, 1.0, 3.0))


def test_no_time_is_reported_of_a_wrong_result(monkeypatch):
    monkeypatch.setattr(measure_module, "ours", off("elman", 1.001))
    result = measure_training(ROW, ASKED, [TORCH])
    assert result.timings == ()
    assert result.wrong == "the losses are off by 0.001, allowed are 0.0001"


def test_a_backend_that_compiles_nothing_says_why():
    result = measure_training(ROW, dataclasses.replace(ASKED, backend="aten"), [TORCH])
    assert result.timings == ()
    assert 'the backend "aten" was asked for, but a whole loop' in result.notes["elman"]


@pytest.mark.parametrize(("tolerance", "names"), [(0.01, ["elman"]), (0.05, ["elman", "peer"])])
def test_a_peer_is_left_out_by_its_own_tolerance(tolerance, names):
    peer = Trainer("peer", off("peer", 1.02), tolerance=tolerance)
    result = measure_training(ROW, ASKED, [peer])
    assert [timing.name for timing in result.timings] == names
    assert list(result.notes) == [n for n in ["peer"] if n not in names]


def test_a_peer_that_is_not_installed_is_not_asked():
    peer = Trainer("peer", lambda *_: 1 / 0, packages=("no_such_package",))
    assert not measure_training(ROW, ASKED, [peer]).notes


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([2.0, 1.0], ""),
        ([2.0, 1.0001], ""),
        ([2.0, 1.1], "the losses are off by 0.05, allowed are 0.0001"),
        ([2.0, float("nan")], "the losses are off by nan, allowed are 0.0001"),
        ([2.0], "there are 1 losses of 2 steps"),
    ],
)
def test_losses_are_compared_with_the_largest(found, said):
    assert check_losses(torch.tensor(found), torch.tensor([2.0, 1.0]), 1e-4) == said
