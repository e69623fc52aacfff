"""A run with dropout gives the same network whether its loop is compiled or not."""

import os
import signal

import pytest
import torch
from torch import nn

import elman
from elman.data.streams import Streams
from elman.data.windows import Windows
from elman.errors import Interrupted
from elman.tasks import LanguageModel
from elman.tasks.network import NextSymbol
from elman.train.loop import fit
from elman.train.reporter import SilentReporter
from elman.train.run import Run
from elman.train.settings import TrainingSettings

TEXT = "long ago , the mice had a general council to consider what they could do"
KINDS = {
    "window": {"window": 4},
    "window, last step": {"window": 4, "loss_steps": "last"},
    "carried": {"tbptt": 5, "cell": "gru"},
    "one-hot": {"window": 3, "input": "one-hot"},
    "number": {"tbptt": 3, "input": "number"},
    "locked": {"tbptt": 4, "locked": True},
    "tied": {"tbptt": 4, "tied": True, "cell": "gru"},
}

pytestmark = pytest.mark.usefixtures("ctrl_c_raises")


class StopAt(SilentReporter):
    """Presses Ctrl-C once a step is done."""

    def __init__(self, step):
        self.step_to_stop_at, self.pressed = step, False

    def step(self, done, loss, accuracy):
        if done >= self.step_to_stop_at and not self.pressed:
            self.pressed = True
            os.kill(os.getpid(), signal.SIGINT)


def model_of(kind, *, whole_loop=True, dropout=0.3):
    model = LanguageModel(dropout=dropout, num_layers=2, hidden_size=16, **KINDS[kind])
    model.compile(learning_rate=0.01, whole_loop=whole_loop)
    return model


def fitted(kind, *, seed=3, whole_loop=True, dropout=0.3, **options):
    model = model_of(kind, whole_loop=whole_loop, dropout=dropout)
    model.fit(TEXT, epochs=6, batch_size=4, seed=seed, **options)
    return model


def weights(model):
    return [weight.detach() for weight in model.network.parameters()]


@pytest.mark.parametrize("kind", KINDS)
def test_compiled_and_ordinary_steps_agree(kind):
    found, expected = (fitted(kind, whole_loop=whole) for whole in (True, False))
    for one, other in zip(weights(found), weights(expected), strict=True):
        torch.testing.assert_close(one, other, rtol=1e-5, atol=1e-5)
    assert found.history.last.loss == pytest.approx(expected.history.last.loss, abs=1e-5)


def test_it_is_compiled_and_drops():
    network = NextSymbol(5, "lstm", 8, 2, dropout=0.3)
    batches = Windows(torch.arange(60) % 5, window=4, batch_size=5, seed=0)
    assert Run(network, batches, TrainingSettings(), None).whole_loop.refusal == ""
    with_dropout, without = (fitted("window", dropout=p) for p in (0.3, 0.0))
    assert not torch.equal(weights(with_dropout)[0], weights(without)[0])


@pytest.mark.parametrize("whole_loop", [True, False])
@pytest.mark.parametrize("kind", ["window", "carried"])
def test_a_stopped_run_goes_on_to_the_same_bits(kind, whole_loop, tmp_path):
    expected = fitted(kind, whole_loop=whole_loop)
    options = {"whole_loop": whole_loop, "out": tmp_path}
    # a row after every step lets each be seen
    with pytest.raises(Interrupted):
        fitted(kind, **options, reporter=StopAt(7), report_every=1)
    found = fitted(kind, **options, resume=True)
    assert [*map(torch.equal, weights(found), weights(expected))].count(False) == 0


def test_the_seed_decides_the_masks():
    series = torch.arange(60) % 7
    settings = {"epochs": 2, "learning_rate": 0.01}
    found = []
    for seed in (0, 0, 1):
        torch.manual_seed(5)
        network = NextSymbol(7, "gru", 8, 2, dropout=0.5)
        fit(network, Streams(series, steps=4, lanes=3), TrainingSettings(seed=seed, **settings))
        found.append(network.head.weight)
    assert torch.equal(found[0], found[1])
    assert not torch.equal(found[0], found[2])


class OfTorch(nn.Module):
    """Dropout of torch before the head, or within its layers."""

    def __init__(self, within):
        super().__init__()
        self.input = nn.Embedding(7, 8)
        self.rnn = nn.GRU(8, 8, 2, batch_first=True, dropout=0.5 * within)
        self.dropout, self.head = nn.Dropout(0.5 * (not within)), nn.Linear(8, 7)

    def forward(self, x, state=None):
        output, state = self.rnn(self.input(x), state)
        return self.head(self.dropout(output)), state


@pytest.mark.parametrize("within", [False, True])
def test_dropout_of_torch_is_left_to_the_ordinary_loop(within):
    streams = Streams(torch.arange(60) % 7, steps=4, lanes=3)
    refusal = Run(OfTorch(within), streams, TrainingSettings(), None).whole_loop.refusal
    assert refusal == (
        "the network has a dropout of torch, whose masks the compiled steps cannot draw: take "
        "elman.nn.Dropout, and recurrent modules of elman.nn."
    )
    ours = OfTorch(within)
    ours.dropout = elman.nn.Dropout(ours.dropout.p)
    ours.rnn = elman.nn.GRU(8, 8, 2, batch_first=True, dropout=ours.rnn.dropout)
    assert Run(ours, streams, TrainingSettings(), None).whole_loop.refusal == ""
