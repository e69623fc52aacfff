"""Runs whose whole loop is compiled, against the same runs by the ordinary loop."""

import math
import signal
from dataclasses import astuple, replace

import pytest
import torch

from elman import settings as knobs
from elman.data.streams import Streams
from elman.data.windows import Windows
from elman.errors import DivergedError, Interrupted, SettingError
from elman.tasks import LanguageModel
from elman.tasks.network import NextSymbol
from elman.train.checkpoint import Checkpoint
from elman.train.history import Row
from elman.train.loop import fit
from elman.train.nest import flatten
from elman.train.optimizers import OPTIMIZERS
from elman.train.reporter import SilentReporter
from elman.train.schedules import SCHEDULES
from elman.train.settings import TrainingSettings

TEXT = "long ago , the mice had a general council to consider what they could do to outwit the cat"
SYMBOLS = 11
COMPILED, ORDINARY = "whole loop compiled", "whole loop not compiled: whole_loop is False."


def network(cell="lstm", seed=0, **options):
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return NextSymbol(SYMBOLS, cell, 7, **options)


def both(make, batches, recorders=(None, None), example=None, validation=None, **choices):
    """Train twice, compiled as a whole and not; return each network and history."""
    found = []
    for whole_loop, recorder in zip((True, False), recorders, strict=True):
        model = make()
        settings = TrainingSettings(**{"learning_rate": 0.01, **choices}, whole_loop=whole_loop)
        judge = validation and (lambda m=model: validation(m))
        report_every = 3 if recorder else None
        history = fit(
            model,
            batches,
            settings,
            reporter=recorder,
            report_every=report_every,
            example=example,
            validation=judge,
        )
        found.append((model, history))
    return found


def assert_same_history(one, other):
    assert len(one.rows) == len(other.rows)
    assert one.stopped_early == other.stopped_early
    for row, same in zip(one.rows, other.rows, strict=True):
        assert (row.step, row.epoch) == (same.step, same.epoch)
        assert row.loss == pytest.approx(same.loss, rel=1e-5)
        assert row.accuracy == pytest.approx(same.accuracy, abs=1e-12)
        validated = same.validation_loss and pytest.approx(same.validation_loss, rel=1e-5)
        assert row.validation_loss == validated
        assert row.learning_rate == same.learning_rate
        assert same.gradient_norm > 0
        assert row.gradient_norm in (None, pytest.approx(same.gradient_norm, rel=1e-3))
        assert row.sample == same.sample


@pytest.fixture
def streams(text):
    """Steps of 5 symbols in 4 lanes, the last of an epoch shorter."""
    return Streams(torch.cat([text, text[:10]]), steps=5, lanes=4)


# through the task


@pytest.mark.parametrize(
    "options",
    [
        {"window": 5},
        {"window": None, "tbptt": 4},
        {"window": 5, "loss_steps": "last"},
        {"window": None, "tbptt": 4, "num_layers": 2, "cell": "gru"},
        {"window": 5, "tied": True},
        {"window": 5, "input": "one-hot", "cell": "gru"},
        {"window": 5, "input": "number", "cell": "layer_norm_gru"},
    ],
    ids=str,
)
def test_a_language_model(options, tmp_path):
    histories, heard = [], []
    for whole_loop in (True, False):
        heard.append(Listener())
        model = LanguageModel("word", hidden_size=9, **options)
        model.compile(whole_loop=whole_loop, clip_norm=1.0, schedule="cosine")
        model.fit(TEXT, epochs=5, batch_size=4, validation=0.3, reporter=heard[-1], report_every=2)
        histories.append(model.history)
    assert_same_history(*histories)
    assert COMPILED in heard[0].lines
    assert ORDINARY in heard[1].lines


class Listener(SilentReporter):
    """Keeps the lines at the start, and presses Ctrl-C when a step is done."""

    def __init__(self, stop=None):
        self.stop, self.lines = stop, []

    def start(self, lines, done, total):
        self.lines = list(lines)

    def step(self, done, loss, accuracy):
        if done == self.stop:
            signal.raise_signal(signal.SIGINT)


# settings of a run


def test_the_reason_is_said(streams, recorder):
    hooked = network()
    hooked.head.register_forward_hook(lambda *given: None)
    fit(hooked, streams, TrainingSettings(epochs=1), reporter=recorder)
    ((lines, _, _),) = recorder.of("start")
    assert "whole loop not compiled: head (Linear) has a hook after its forward" in "\n".join(lines)
    with knobs.use(backend="reference"):
        fit(network(), streams, TrainingSettings(epochs=1), reporter=recorder)
    lines = recorder.of("start")[1][0]
    assert 'whole loop not compiled: the backend asked for is "reference".' in lines


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_optimizer(streams, optimizer):
    options = dict.fromkeys(OPTIMIZERS[optimizer].options, 0.5)
    (_, one), (_, other) = both(
        network, streams, optimizer=optimizer, epochs=3, clip_value=0.05, **options
    )
    assert_same_history(one, other)


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_every_schedule(streams, schedule):
    found = both(network, streams, schedule=schedule, epochs=3, clip_norm=0.5)
    assert all(row.gradient_norm for _, history in found for row in history.rows)
    assert_same_history(*(history for _, history in found))
    ours, theirs = (model.state_dict() for model, _ in found)
    torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("loss_steps", ["every", "last"])
def test_windows_in_a_shuffled_order(text, loss_steps):
    batches = Windows(text, 4, 16, seed=3, loss_steps=loss_steps)
    found = both(lambda: network("gru", num_layers=2), batches, epochs=3)
    assert_same_history(*(history for _, history in found))


def test_a_network_frozen_in_part(streams):
    def frozen():
        model = network()
        model.input.requires_grad_(False)
        return model

    (ours, one), (_, other) = both(frozen, streams, epochs=2, clip_norm=0.1)
    assert_same_history(one, other)
    assert torch.equal(ours.input.weight, network().input.weight)


def test_rows_examples_and_validation(streams, recorder):
    recorders = recorder, type(recorder)()

    def example(batch, logits):
        return f"{batch.inputs.tolist()} {logits.argmax(-1).tolist()}"

    def validation(model):
        assert not model.training
        return float(model.head.weight.detach().square().mean()), 0.5

    (_, one), (_, other) = both(
        network, streams, recorders, example, validation, epochs=3, display_every=2
    )
    assert_same_history(one, other)
    assert len(recorders[0].of("example")) == 9
    assert recorders[0].of("example") == recorders[1].of("example")
    assert [row for (row,) in recorders[0].of("row")] == one.rows
    assert [row.step for row in one.rows] == [3, 6, 9, 12, 15, 18]


def test_early_stopping(streams):
    losses = {6: 3.0, 12: 1.0, 18: 2.0, 24: 1.5, 30: 0.0}
    taken = []
    for whole_loop in (True, False):
        model, epochs = network(), iter(losses.values())
        history = fit(
            model,
            streams,
            TrainingSettings(epochs=5, patience=2, whole_loop=whole_loop),
            validation=lambda epochs=epochs: (next(epochs), 0.5),
        )
        assert history.stopped_early
        assert history.last.step == 24
        taken.append(model)
    best = network()
    fit(best, streams, TrainingSettings(epochs=2))
    assert torch.equal(taken[0].head.weight, best.head.weight)
    torch.testing.assert_close(taken[0].head.weight, taken[1].head.weight, rtol=1e-4, atol=1e-5)


# runs that end otherwise


@pytest.fixture
def path(tmp_path):
    return tmp_path / "checkpoint.safetensors"


def assert_same_run(path, other):
    """All that two finished runs kept is the same, bit for bit, except for the time it took."""
    parts = []
    for checkpoint in (Checkpoint.read(path), Checkpoint.read(other)):
        progress = {**checkpoint.progress, "seconds": 0}
        rows = [list(astuple(replace(Row(*row), seconds=0))) for row in checkpoint.rows]
        parts.append(flatten(vars(replace(checkpoint, progress=progress, rows=rows))))
    (form, tensors), (other_form, other_tensors) = parts
    assert form == other_form
    for name, tensor in tensors.items():
        assert torch.equal(tensor, other_tensors[name]), name


def interrupted(batches, settings, path, stop, *, resume):
    """Press Ctrl-C after a step; what is gone on with is put into a network that is new."""
    with pytest.raises(Interrupted):
        fit(
            network(seed=stop if resume else 0),
            batches,
            settings,
            checkpoint=path,
            resume=resume,
            reporter=Listener(stop),
            report_every=4 if stop % 4 == 0 else stop,
        )
    assert Checkpoint.read(path).progress["step"] == stop


@pytest.mark.usefixtures("ctrl_c_raises")
@pytest.mark.parametrize("schedule", ["cosine", "plateau"])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("carried", [True, False], ids=["carried", "windows"])
def test_the_same_bits_after_stops(text, tmp_path, path, carried, optimizer, schedule):
    batches = Streams(text, 4, 3) if carried else Windows(text, 4, 16, seed=3)
    momentum = 0.9 if "momentum" in OPTIMIZERS[optimizer].options else None
    settings = TrainingSettings(
        optimizer=optimizer,
        schedule=schedule,
        momentum=momentum,
        learning_rate=0.01,
        clip_norm=0.5,
        epochs=4,
    )
    fit(network(), batches, settings, checkpoint=tmp_path / "whole")
    assert batches.steps_per_epoch in (7, 9)
    # the rows of the history are cut otherwise, and so is nothing else
    interrupted(batches, settings, path, 5, resume=False)
    interrupted(batches, settings, path, 11, resume=True)
    fit(network(seed=9), batches, settings, checkpoint=path, resume=True)
    one, other = Checkpoint.read(path), Checkpoint.read(tmp_path / "whole")
    for name in ("weights", "optimizer", "schedule", "state", "random"):
        (form, tensors), (same, others) = (flatten({"": getattr(c, name)}) for c in (one, other))
        assert form == same
        assert all(torch.equal(tensor, others[key]) for key, tensor in tensors.items()), name


@pytest.mark.usefixtures("ctrl_c_raises")
def test_the_same_run_with_the_same_rows(streams, tmp_path, path):
    settings = TrainingSettings(epochs=4)
    fit(network(), streams, settings, checkpoint=tmp_path / "whole", report_every=4)
    for stop in (4, 8):
        interrupted(streams, settings, path, stop, resume=stop > 4)
    fit(network(seed=9), streams, settings, checkpoint=path, resume=True, report_every=4)
    assert_same_run(path, tmp_path / "whole")


@pytest.mark.usefixtures("ctrl_c_raises")
@pytest.mark.parametrize("begun", [True, False])
def test_a_run_goes_on_as_it_was_begun(streams, path, begun):
    interrupted(streams, TrainingSettings(epochs=3, whole_loop=begun), path, 4, resume=False)
    other = TrainingSettings(epochs=3, whole_loop=not begun)
    with pytest.raises(SettingError, match=f"started with whole_loop={begun}, not {not begun}"):
        fit(network(), streams, other, checkpoint=path, resume=True)


def broken_by(symbol):
    """Make a network whose scores are no numbers once it reads a symbol, all its weights finite."""
    model = network("elman_relu")
    with torch.no_grad():
        model.input.weight[symbol] = 3e38
        model.recurrent.weight_ih_l0.abs_()
    return model


@pytest.mark.parametrize("report_every", [None, 1, 2, 5])
@pytest.mark.parametrize("clip", [None, 1.0])
def test_diverged(report_every, clip):
    text = torch.arange(4 * 32 + 1) % 10
    text[22] = 10  # read in the sixth step
    batches, told, weights = Streams(text, steps=4, lanes=1), [], []
    for whole_loop in (True, False):
        model = broken_by(10)
        settings = TrainingSettings(epochs=2, whole_loop=whole_loop, clip_norm=clip)
        with pytest.raises(DivergedError) as caught:
            fit(model, batches, settings, report_every=report_every)
        told.append(str(caught.value))
        weights.append(model.state_dict())
    assert told[0].startswith("the loss became nan at step 6; the loss before was ")
    assert f"its weights of step {5 - 5 % report_every if report_every else 0} again" in told[0]
    assert told[0] == told[1]
    for name, weight in weights[0].items():
        assert weight.isfinite().all(), name
        torch.testing.assert_close(weight, weights[1][name], rtol=1e-4, atol=1e-5)
    if not report_every:
        assert all(torch.equal(w, weights[1][name]) for name, w in weights[0].items())


def test_a_loss_that_grows_without_bound(streams):
    model = network("elman_relu", num_layers=2)
    settings = TrainingSettings(optimizer="sgd", learning_rate=1e30, epochs=2)
    with pytest.raises(DivergedError, match="weights of step 0 again"):
        fit(model, streams, settings)
    fresh = network("elman_relu", num_layers=2).state_dict()
    assert all(torch.equal(weight, fresh[name]) for name, weight in model.state_dict().items())
    assert math.isfinite(fit(model, streams, TrainingSettings(epochs=1)).last.loss)
