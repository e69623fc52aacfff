import dataclasses

import pytest

import elman.bench.measure as measure_module
from elman.bench.contender import of_module
from elman.bench.measure import Asked, measure
from elman.bench.peers.peer import Peer
from elman.bench.peers.registry import PEERS
from elman.bench.rows import Row

ASKED = Asked(threads=1, rounds=1)
ROW = Row("gru", 2, 3, 4, 5)


def peer(contender, **more):
    return Peer("peer", lambda row: True, contender, **more)


def wrong(module, work, threads):
    ours = of_module("peer", module, work)
    return dataclasses.replace(ours, values=lambda: {"output": ours.values()["output"] * 1.01})


def test_a_row_is_timed_beside_its_peers():
    result = measure(ROW, ASKED, PEERS[:1])
    assert [timing.name for timing in result.timings] == ["elman", "torch.nn"]
    assert result.operations > 0
    assert result.ratio(result.timings[0]) is None
    assert result.ratio(result.timings[1]) > 0
    assert result.speed(result.timings[0]) > 0


def test_operations_are_those_of_what_is_run():
    forward = measure(dataclasses.replace(ROW, mode="forward"), ASKED, []).operations
    assert 2 * forward < measure(ROW, ASKED, []).operations < 4 * forward


def test_no_speed_is_reported_of_a_wrong_result(monkeypatch):
    usual = measure_module.of_module

    def spoilt(*args):
        ours = usual(*args)
        return dataclasses.replace(ours, values=lambda: {"output": ours.values()["output"] + 1})

    monkeypatch.setattr(measure_module, "of_module", spoilt)
    result = measure(ROW, ASKED, PEERS[:1])
    assert result.timings == ()
    assert result.wrong.startswith("output is off by")


@pytest.mark.parametrize(
    ("contender", "said"),
    [
        (wrong, "output is off by"),
        (lambda *_: 1 / 0, "ZeroDivisionError: division by zero"),
    ],
)
def test_a_peer_that_is_wrong_or_fails_is_left_out_and_said_so(contender, said):
    result = measure(ROW, ASKED, [peer(contender)])
    assert [timing.name for timing in result.timings] == ["elman"]
    assert result.notes["peer"].startswith(said)


def test_a_peer_that_is_not_installed_is_not_asked():
    result = measure(ROW, ASKED, [peer(lambda *_: 1 / 0, packages=("no_such_package",))])
    assert not result.notes


def test_a_backend_that_cannot_run_a_row_says_why():
    asked = dataclasses.replace(ASKED, backend="aten")
    result = measure(dataclasses.replace(ROW, cell="mgu"), asked, [])
    assert result.timings == ()
    assert 'the backend "aten" was asked for, but cannot run this' in result.notes["elman"]


@pytest.mark.parametrize("mode", ["first", "cached"])
def test_first_calls_are_timed_in_new_processes(mode):
    row = dataclasses.replace(ROW, mode=mode)
    result = measure(row, dataclasses.replace(ASKED, backend="compiled"), [])
    assert result.backend == "compiled"
    assert [len(timing.seconds) for timing in result.timings] == [1]
    assert result.speed(result.timings[0]) is None
