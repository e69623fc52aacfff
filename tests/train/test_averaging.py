"""Averaged weights: when the average begins, what it is, and where it is used."""

import signal

import pytest
import torch
from torch import nn

from elman.data.streams import Streams
from elman.errors import Interrupted, SettingError
from elman.train.averaging import Averaging, is_time
from elman.train.checkpoint import Checkpoint
from elman.train.loop import fit
from elman.train.reporter import SilentReporter
from elman.train.run import Run
from elman.train.settings import TrainingSettings

pytestmark = pytest.mark.usefixtures("ctrl_c_raises")


@pytest.mark.parametrize(
    ("losses", "patience", "expected"),
    [
        ([], 2, False),
        ([1.0], 2, False),
        ([1.0, 2.0, 3.0], 2, False),
        ([1.0, 2.0, 3.0, 1.5], 2, True),
        ([2.0, 1.0, 3.0, 1.5], 2, False),
        ([1.0, 2.0, 3.0, 1.0], 2, False),
        ([1.0, 2.0], 1, False),
        ([1.0, 2.0, 2.0], 1, True),
    ],
)
def test_the_trigger(losses, patience, expected):
    assert is_time(losses, patience) is expected


class Tied(nn.Module):
    """An embedding that is its own head, with a buffer."""

    def __init__(self):
        super().__init__()
        self.input, self.head = nn.Embedding(3, 3), nn.Linear(3, 3)
        self.head.weight = self.input.weight
        self.register_buffer("count", torch.zeros(1))

    def forward(self, inputs, state):
        return self.head(self.input(inputs)), state


def test_the_average_is_the_mean_of_all_steps():
    network, seen = Tied(), []
    averaging = Averaging(network)
    averaging.after_step()
    assert averaging.weights is None
    averaging.begin(step=1)
    for value in (1.0, 2.0, 6.0):
        nn.init.constant_(network.input.weight, value)
        averaging.after_step()
    with averaging.shown():
        seen.append(network.head.weight[0, 0].item())
    seen.append(network.head.weight[0, 0].item())
    averaging.take()
    seen.append(network.head.weight[0, 0].item())
    assert seen == [3.0, 6.0, 3.0]
    assert network.head.weight is network.input.weight


STREAMS = Streams([0, 1, 2, 2] * 8, steps=5, lanes=2)
LOSSES = [3.0, 1.0, 2.0, 2.5, 2.2, 0.5, 0.4, 0.9]  # one an epoch: 4 is above 1.0, two before it
SETTINGS = {"optimizer": "sgd", "learning_rate": 0.5, "epochs": len(LOSSES), "average": 1}


class Judge(SilentReporter):
    """Tells the losses that are wanted, remembers the weights that are judged, presses Ctrl-C."""

    def __init__(self, network, stop=None):
        self.network, self.stop, self.done, self.judged = network, stop, 0, {}

    def step(self, done, loss, accuracy):
        self.done = done
        if done == self.stop:
            signal.raise_signal(signal.SIGINT)

    def validation(self):
        epoch = self.done // STREAMS.steps_per_epoch
        self.judged[epoch] = self.network.input.weight.detach().clone()
        return LOSSES[epoch - 1], None


def trained(stop=None, seed=0, **options):
    torch.manual_seed(seed)
    network = Tied()
    judge = Judge(network, stop)
    settings = TrainingSettings(**{**SETTINGS, **options.pop("settings", {})})
    history = fit(
        network, STREAMS, settings, validation=judge.validation, reporter=judge, **options
    )
    return network, history, judge


def by_hand(epochs, begin):
    """Return the mean of the weights of all steps after those of some epochs."""
    torch.manual_seed(0)
    network, weights = Tied(), []
    optimizer = torch.optim.SGD(network.parameters(), lr=0.5)
    for step in range(epochs * STREAMS.steps_per_epoch):
        batch = STREAMS[step]
        logits, _ = network(batch.inputs, None)
        optimizer.zero_grad()
        nn.functional.cross_entropy(logits.flatten(0, 1), batch.targets.flatten()).backward()
        optimizer.step()
        weights.append(network.input.weight.detach().clone())
    return torch.stack(weights[begin * STREAMS.steps_per_epoch :]).mean(0)


def test_the_average_begins_is_judged_and_stays():
    network, history, judge = trained()
    assert history.averaged_since == 4 * STREAMS.steps_per_epoch
    torch.testing.assert_close(judge.judged[5], by_hand(epochs=5, begin=4))
    torch.testing.assert_close(network.input.weight.detach(), by_hand(epochs=8, begin=4))


def test_patience_takes_the_averaged_weights_of_the_best_epoch():
    network, history, judge = trained(settings={"patience": 5})
    assert not history.stopped_early
    assert torch.equal(network.input.weight, judge.judged[7])
    assert not torch.equal(judge.judged[7], judge.judged[8])


def test_without_a_rise_nothing_is_averaged():
    network, history, _ = trained(settings={"epochs": 3})
    plain, _, _ = trained(settings={"epochs": 3, "average": None, "whole_loop": False})
    assert history.averaged_since is None
    assert torch.equal(network.input.weight, plain.input.weight)


@pytest.mark.parametrize("stop", [5, 12, 13, 17, 23])
def test_a_stopped_run_goes_on_to_the_same_bits(tmp_path, stop):
    path = tmp_path / "run"
    whole, history, _ = trained()
    with pytest.raises(Interrupted):
        trained(stop, checkpoint=path)
    found, resumed, _ = trained(seed=1, checkpoint=path, resume=True)
    assert torch.equal(found.input.weight, whole.input.weight)
    assert torch.equal(found.head.bias, whole.head.bias)
    assert resumed.averaged_since == history.averaged_since
    again, _, _ = trained(seed=2, checkpoint=path, resume=True)
    assert torch.equal(again.input.weight, whole.input.weight)


def test_a_checkpoint_from_before_there_was_averaging_is_read():
    values = {name: {} for name in ("settings", "data", "progress", "optimizer", "schedule")}
    checkpoint = Checkpoint(**values, rows=[], weights={}, best_weights=None, state=None, random=[])
    assert checkpoint.averaging is None


def test_it_is_left_to_the_ordinary_loop():
    refusal = Run(Tied(), STREAMS, TrainingSettings(average=5), None).whole_loop.refusal
    assert refusal == "the average of the weights, taken after every step, is not compiled."


def test_it_needs_something_to_judge_by():
    with pytest.raises(SettingError, match="average is 5, but there is no validation"):
        fit(Tied(), STREAMS, TrainingSettings(average=5))


def test_patience_must_let_it_begin():
    assert TrainingSettings(average=5, patience=7).average == 5
    with pytest.raises(SettingError, match=r"patience 6 would stop.*at least 7, or leave one"):
        TrainingSettings(average=5, patience=6)
