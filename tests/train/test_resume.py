"""A run that was stopped and gone on with ends at the same bits as one that was not."""

import itertools
import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import astuple, replace
from pathlib import Path

import pytest
import torch

from elman.data.streams import Streams
from elman.data.windows import Windows
from elman.errors import Interrupted, ModelFolderError, SettingError
from elman.train.checkpoint import Checkpoint
from elman.train.history import Row
from elman.train.loop import fit
from elman.train.nest import flatten
from elman.train.optimizers import OPTIMIZERS
from elman.train.reporter import SilentReporter
from elman.train.schedules import SCHEDULES
from elman.train.settings import TrainingSettings

pytestmark = pytest.mark.usefixtures("ctrl_c_raises")


class PressCtrlC(SilentReporter):
    """Presses Ctrl-C while certain steps are reported."""

    def __init__(self, *steps):
        self.steps = steps

    def step(self, done, loss, accuracy):
        for _ in range(self.steps.count(done)):
            signal.raise_signal(signal.SIGINT)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "checkpoint.safetensors"


def without_seconds(history):
    return [replace(row, seconds=0) for row in history.rows]


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


def stop_and_go_on(make_network, batches, settings, path, stops, **options):
    """Train with Ctrl-C at each of the stops, every stretch in a network that is new."""
    for number, stop in enumerate(stops):
        with pytest.raises(Interrupted):
            fit(
                make_network(seed=number),
                batches,
                settings,
                checkpoint=path,
                resume=number > 0,
                reporter=PressCtrlC(stop),
                **options,
            )
    network = make_network(seed=99)
    return network, fit(network, batches, settings, checkpoint=path, resume=True, **options)


@pytest.mark.parametrize(
    ("optimizer", "schedule"),
    [
        *itertools.product(["adam"], SCHEDULES),
        *itertools.product(OPTIMIZERS, ["cosine"]),
        ("sgd", "plateau"),
    ],
)
def test_the_same_bits(make_network, streams, tmp_path, path, optimizer, schedule):
    momentum = 0.9 if "momentum" in OPTIMIZERS[optimizer].options else None
    settings = TrainingSettings(
        optimizer=optimizer,
        schedule=schedule,
        momentum=momentum,
        learning_rate=0.01,
        clip_norm=1.0,
        epochs=5,
        seed=7,
    )
    whole = make_network()
    history = fit(whole, streams, settings, checkpoint=tmp_path / "whole", report_every=3)
    network, resumed = stop_and_go_on(
        make_network, streams, settings, path, stops=(7, 10, 11), report_every=3
    )
    assert without_seconds(resumed) == without_seconds(history)
    for name, weight in whole.state_dict().items():
        assert torch.equal(network.state_dict()[name], weight), name
    assert_same_run(path, tmp_path / "whole")


def test_a_checkpoint_with_fewer_columns_goes_on_to_the_same_bits(
    make_network, streams, tmp_path, path
):
    settings = TrainingSettings(epochs=2)
    whole = make_network()
    history = fit(whole, streams, settings)
    with pytest.raises(Interrupted):
        fit(make_network(), streams, settings, checkpoint=path, reporter=PressCtrlC(7))
    old = Checkpoint.read(path)
    replace(old, rows=[row[:8] for row in old.rows]).write(path)
    network = make_network(seed=9)
    first, last = fit(network, streams, settings, checkpoint=path, resume=True).rows
    assert (first.gradient_norm, last.gradient_norm) == (None, history.last.gradient_norm)
    for name, weight in whole.state_dict().items():
        assert torch.equal(weight, network.state_dict()[name])


def test_the_same_bits_in_a_shuffled_order(make_network, text, tmp_path, path):
    batches = Windows(text, 4, 16, seed=3)
    settings = TrainingSettings(epochs=3)
    fit(make_network(), batches, settings, checkpoint=tmp_path / "whole")
    stop_and_go_on(make_network, batches, settings, path, stops=(1, 9))
    assert_same_run(path, tmp_path / "whole")


@pytest.mark.parametrize("stop", [3, 10, 12, 18])
def test_the_same_early_stop(make_network, streams, tmp_path, path, stop):
    losses = {5: 3.0, 10: 1.0, 15: 2.0, 20: 1.5, 25: 0.0}

    class Judge(PressCtrlC):
        def step(self, done, loss, accuracy):
            self.done = done
            super().step(done, loss, accuracy)

    def train(network, path, resume=False, stop=None):
        judge = Judge(stop)
        return fit(
            network,
            streams,
            TrainingSettings(epochs=5, patience=2),
            validation=lambda: (losses[judge.done], 0.5),
            checkpoint=path,
            resume=resume,
            reporter=judge,
        )

    whole, resumed = make_network(), make_network(seed=1)
    train(whole, tmp_path / "whole")
    with pytest.raises(Interrupted):
        train(make_network(), path, stop=stop)
    assert train(resumed, path, resume=True).stopped_early
    assert torch.equal(whole.head.weight, resumed.head.weight)
    assert_same_run(path, tmp_path / "whole")


def test_a_finished_run_is_only_read(make_network, streams, path):
    settings, first, second = TrainingSettings(epochs=2), make_network(), make_network(seed=1)
    history = fit(first, streams, settings, checkpoint=path)
    assert fit(second, streams, settings, checkpoint=path, resume=True) == history
    assert torch.equal(first.head.weight, second.head.weight)


def test_the_message_says_where_and_how(network, streams, path):
    with pytest.raises(Interrupted) as caught:
        fit(
            network,
            streams,
            TrainingSettings(epochs=4),
            checkpoint=path,
            reporter=PressCtrlC(7),
            how_to_resume="elman fit --resume",
        )
    assert str(caught.value) == (
        f'stopped after step 7 of 20, in epoch 2 of 4. The run is kept in "{path}". '
        "To go on: elman fit --resume"
    )
    assert caught.value.exit_status == 130
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert Checkpoint.read(path).progress["step"] == 7


def test_without_a_file_it_says_so(network, streams):
    with pytest.raises(Interrupted, match=r"after step 2 of .* was not kept in a file\.$"):
        fit(network, streams, TrainingSettings(), reporter=PressCtrlC(2), how_to_resume="never")


def test_ctrl_c_twice_stops_at_once(network, streams, path):
    with pytest.raises(KeyboardInterrupt):
        fit(network, streams, TrainingSettings(), checkpoint=path, reporter=PressCtrlC(2, 2))
    assert not path.exists()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_in_the_last_step_changes_nothing(network, streams, path):
    history = fit(
        network, streams, TrainingSettings(epochs=1), checkpoint=path, reporter=PressCtrlC(5)
    )
    assert history.last.step == 5


def test_going_on_is_said(make_network, streams, path, recorder):
    settings = TrainingSettings(epochs=2)
    with pytest.raises(Interrupted):
        fit(make_network(), streams, settings, checkpoint=path, reporter=PressCtrlC(3))
    fit(make_network(), streams, settings, checkpoint=path, resume=True, reporter=recorder)
    ((lines, done, total),) = recorder.of("start")
    assert lines[-1] == "going on after step 3 of 10"
    assert (done, total) == (3, 10)
    assert recorder.of("step")[0][0] == 4


@pytest.fixture
def stopped(make_network, streams, path):
    with pytest.raises(Interrupted):
        fit(
            make_network(),
            streams,
            TrainingSettings(epochs=2),
            checkpoint=path,
            reporter=PressCtrlC(3),
        )
    return path


def test_the_time_before_counts(network, streams, stopped):
    checkpoint = Checkpoint.read(stopped)
    checkpoint.progress["seconds"] = 1000.0
    checkpoint.write(stopped)
    assert 1000 < resume(network, streams, stopped).last.seconds < 1100


def resume(network, batches, path, **settings):
    settings = TrainingSettings(**{"epochs": 2, **settings})
    return fit(network, batches, settings, checkpoint=path, resume=True)


def test_other_settings_are_refused(network, streams, stopped):
    with pytest.raises(SettingError) as caught:
        resume(network, streams, stopped, epochs=3, learning_rate=0.1)
    assert str(caught.value) == (
        "the run to go on with was started with learning_rate=0.001, not 0.1; epochs=2, not 3. "
        "Give the same settings, or start anew."
    )


def test_settings_of_no_consequence_may_change(network, streams, stopped):
    history = resume(network, streams, stopped, display_every=2, checkpoint_seconds=0.5)
    assert history.last.step == 10


@pytest.mark.parametrize(
    "make",
    [
        lambda text: Streams(text.flip(0), 5, 4),
        lambda text: Streams(text[:81], 5, 4),
        lambda text: Streams(torch.cat([text[:-1], 10 - text[-1:]]), 5, 4),
    ],
)
def test_other_data_are_refused(network, text, stopped, make):
    with pytest.raises(SettingError, match="was started on other data"):
        resume(network, make(text), stopped)


def test_another_network_is_refused(make_network, streams, stopped):
    network = make_network(hidden=8)
    before = network.head.bias.detach().clone()
    with pytest.raises(
        ModelFolderError,
        match=r"recurrent.weight_ih_l0 was \(28, 5\) torch.float32 and is \(32, 5\) torch.float32;",
    ):
        resume(network, streams, stopped)
    assert torch.equal(network.head.bias, before)


def test_another_precision_is_refused(network, streams, stopped):
    with pytest.raises(ModelFolderError, match=r"torch\.float32 and is .* torch\.float64"):
        resume(network.double(), streams, stopped)


def test_a_network_with_other_names_is_refused(network, streams, stopped):
    network.more = torch.nn.Parameter(torch.zeros(1))
    with pytest.raises(ModelFolderError, match=r"another network: more was absent and is \(1,\)"):
        resume(network, streams, stopped)


def test_a_truncated_checkpoint_is_refused(network, streams, stopped):
    stopped.write_bytes(stopped.read_bytes()[:-1])
    with pytest.raises(ModelFolderError, match="is no whole checkpoint"):
        resume(network, streams, stopped)


def test_nothing_to_go_on_with(network, streams, path):
    with pytest.raises(ModelFolderError, match="nothing to go on with"):
        resume(network, streams, path)
    with pytest.raises(SettingError, match="resume needs the checkpoint"):
        fit(network, streams, TrainingSettings(), resume=True)


@pytest.mark.slow
def test_killed_without_warning(tmp_path, path):
    """The process is killed by the system in the middle of a step."""
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(
            """
            import importlib.util, os, pathlib, signal, sys

            spec = importlib.util.spec_from_file_location("shared", sys.argv[1])
            shared = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(shared)
            from elman.data.streams import Streams
            from elman.train.loop import fit
            from elman.train.settings import TrainingSettings

            class Deadly(Streams):
                def __getitem__(self, step):
                    if step == int(sys.argv[3]):
                        os.kill(os.getpid(), signal.SIGKILL)
                    return super().__getitem__(step)

            path = pathlib.Path(sys.argv[2])
            settings = TrainingSettings(epochs=3, schedule="cosine", checkpoint_seconds=0)
            batches = Deadly(shared.make_text(), steps=5, lanes=4)
            network = shared.make_network()
            fit(network, batches, settings, checkpoint=path, resume=path.exists())
            """
        )
    )
    shared = Path(__file__).with_name("conftest.py")

    def train(path, deadly_step):
        return subprocess.run(
            [sys.executable, script, shared, path, str(deadly_step)],
            env={**os.environ, "OMP_NUM_THREADS": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    assert train(path, 7).returncode == -signal.SIGKILL
    assert Checkpoint.read(path).progress["step"] == 7
    assert train(path, -1).returncode == 0
    assert train(tmp_path / "whole", -1).returncode == 0
    assert_same_run(path, tmp_path / "whole")
