import math

import pytest
import torch
from torch import nn
from torch.nn import functional as F

from elman.data.batch import Batch
from elman.data.streams import Streams
from elman.data.windows import Windows
from elman.errors import SettingError
from elman.train.run import NotFiniteError, Run
from elman.train.settings import TrainingSettings


class Listener(nn.Module):
    """Predicts from a bias alone and remembers which states it was given."""

    def __init__(self):
        super().__init__()
        self.bias = nn.Parameter(torch.tensor([1.0, 0.0, -1.0]))
        self.states = []

    def forward(self, inputs, state):
        self.states.append(state)
        logits = self.bias.expand(*inputs.shape, 3)
        return logits, {"last": (logits.sum(), len(self.states))}


def make_run(batches, network=None, validation=None, **settings):
    return Run(
        Listener() if network is None else network,
        batches,
        TrainingSettings(**settings),
        validation,
    )


def test_the_state_is_carried_and_detached_within_an_epoch():
    run = make_run(Streams([0, 1, 2] * 3 + [0], steps=3, lanes=1), epochs=2)
    while not run.finished:
        run.step()
    states = run.network.states
    assert [state and state["last"][1] for state in states] == [None, 1, 2, None, 4, 5]
    assert not any(state["last"][0].requires_grad for state in states if state)


def test_the_loss_is_on_every_step_or_on_the_last():
    expected = F.log_softmax(torch.tensor([1.0, 0.0, -1.0]), 0)
    every = make_run(Windows([0, 1, 2], 2, 1, seed=0))
    every.step()
    assert every.progress.loss == pytest.approx(-(expected[1] + expected[2]).item() / 2)
    assert every.progress.predictions == 2
    last = make_run(Windows([0, 1, 2], 2, 1, seed=0, loss_steps="last"))
    _, logits = last.step()
    assert last.progress.loss == pytest.approx(-expected[2].item())
    assert last.progress.predictions == 1
    assert logits.shape == (1, 3)


def test_accuracy_is_counted_before_the_update():
    run = make_run(Windows([0, 1] * 4, 1, 7, seed=0), optimizer="sgd", learning_rate=100.0)
    run.step()
    assert run.progress.accuracy == 3 / 7


@pytest.mark.parametrize(
    ("clip", "change"),
    [
        ({}, (3.0, 4.0)),
        ({"clip_norm": 1.0}, (0.6, 0.8)),
        ({"clip_norm": 100.0}, (3.0, 4.0)),
        ({"clip_value": 2.0}, (2.0, 2.0)),
        ({"clip_value": 2.0, "clip_norm": 1.0}, (math.sqrt(0.5), math.sqrt(0.5))),
    ],
)
def test_clipping(clip, change):
    run = make_run(Windows([0, 1], 1, 1, seed=0), optimizer="sgd", learning_rate=1.0, **clip)
    before = run.network.bias.detach().clone()
    # the loss is reached through a function whose gradient is known
    run._update((run.network.bias[:2] * torch.tensor([3.0, 4.0])).sum())
    moved = before - run.network.bias.detach()
    torch.testing.assert_close(moved, torch.tensor([*change, 0.0]))


def test_what_is_frozen_stays():
    network = Listener()
    network.frozen = nn.Parameter(torch.ones(3), requires_grad=False)
    run = make_run(Windows([0, 1, 2], 1, 2, seed=0), network)
    run.step()
    assert run.parameters == [network.bias]
    assert torch.equal(network.frozen, torch.ones(3))
    assert not torch.equal(network.bias, torch.tensor([1.0, 0.0, -1.0]))


def test_a_network_that_is_frozen_altogether():
    with pytest.raises(SettingError, match="no weights that may change; unfreeze some"):
        make_run(Windows([0, 1, 2], 1, 2, seed=0), Listener().requires_grad_(False))


def test_a_loss_that_is_no_number_updates_nothing():
    run = make_run(Windows([0, 1, 2], 1, 2, seed=0))
    run.step()
    with torch.no_grad():
        run.network.bias[0] = math.nan
    before = run.network.bias.detach().clone()
    with pytest.raises(NotFiniteError, match="the loss became nan at step 2"):
        run.step()
    assert torch.equal(run.network.bias[1:], before[1:])
    assert run.progress.step == 1
    run.go_back()
    assert torch.equal(run.network.bias, torch.tensor([1.0, 0.0, -1.0]))


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_weights_that_are_no_numbers_are_not_kept(bad):
    run = make_run(Windows([0, 1, 2], 1, 2, seed=0))
    run.step()
    with torch.no_grad():
        run.network.bias[0] = bad
    for keep in (run.keep, run.close_row, run.to_checkpoint):
        with pytest.raises(NotFiniteError, match=r"some weights are infinite .* after step 1"):
            keep()
    assert run.good_step == 0


def test_epochs_are_counted_from_one():
    run = make_run(Streams([0, 1, 2] * 3 + [0], steps=3, lanes=1), epochs=2)
    assert (run.epoch, run.total) == (1, 6)
    seen = []
    while not run.finished:
        run.step()
        seen.append((run.epoch, run.ends_epoch))
    assert seen == [(1, False), (1, False), (1, True), (2, False), (2, False), (2, True)]


def test_a_batch_is_handed_back():
    run = make_run(Windows([0, 1, 2], 1, 2, seed=0, shuffle=False))
    batch, logits = run.step()
    assert isinstance(batch, Batch)
    assert logits.shape == (2, 1, 3)
    assert not logits.requires_grad
