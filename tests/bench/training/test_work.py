import dataclasses

import pytest
import torch
from torch import nn

import elman.nn
from elman.bench.rows import Row
from elman.bench.training.rows import TrainingRow
from elman.bench.training.work import ordinary_step, training_work

NUMBERS = TrainingRow("numbers", Row("lstm", 2, 3, 4, 5, 2), outputs=6, chunk=7, loss="squares")
SYMBOLS = TrainingRow("symbols", Row("gru", 2, 3, 4, 5), outputs=6, chunk=7, symbols=8, every=True)


def test_batches_have_their_shapes():
    work = training_work(NUMBERS, 0)
    assert (work.inputs.shape, work.targets.shape) == ((7, 2, 3, 4), (7, 2, 6))
    work = training_work(SYMBOLS, 0)
    assert (work.inputs.shape, work.targets.shape) == ((7, 2, 3), (7, 2, 3))
    assert work.inputs.max() < 8
    assert work.targets.max() < 6


@pytest.mark.parametrize("row", [NUMBERS, SYMBOLS])
def test_ours_and_torchs_begin_with_the_same_network(row):
    work = training_work(row, 0)
    ours, theirs = (work.network(home)(work.inputs[0]) for home in (elman.nn, nn))
    torch.testing.assert_close(ours, theirs)
    assert ours.shape[:-1] == work.targets.shape[1 : 4 if row.every else 2]


def test_a_seed_gives_the_same_numbers():
    first, again, other = (training_work(NUMBERS, seed) for seed in (1, 1, 2))
    for name in ("inputs", "targets"):
        assert torch.equal(getattr(first, name), getattr(again, name))
        assert not torch.equal(getattr(first, name), getattr(other, name))
    assert all(torch.equal(first.initial[name], again.initial[name]) for name in first.initial)


@pytest.mark.parametrize("optimizer", ["adam", "rmsprop"])
@pytest.mark.parametrize("row", [NUMBERS, SYMBOLS])
def test_an_ordinary_loop_learns(row, optimizer):
    work = training_work(dataclasses.replace(row, optimizer=optimizer), 0)
    network = work.network(nn)
    step = ordinary_step(work, network)
    losses = [step(work.inputs[0], work.targets[0]).item() for _ in range(50)]
    assert losses[-1] < 0.99 * losses[0]
    assert all(torch.equal(work.initial[n], p) for n, p in work.network(nn).named_parameters())
