import struct

import numpy as np
import pytest
import torch
from tensorboardX.crc32c import crc32c
from tensorboardX.proto.event_pb2 import Event
from tensorboardX.proto.graph_pb2 import GraphDef

from elman import cells
from elman.cells.attentive import attentive
from elman.errors import DivergedError, Interrupted
from elman.nn import Recurrent
from elman.train.loop import fit
from elman.train.reporter import SilentReporter
from elman.train.settings import TrainingSettings
from elman.train.tensorboard import SCALARS, TensorBoardReporter

CUT = TrainingSettings(epochs=5, clip_norm=0.5)


def masked(data):
    """The checksum of a record, as its format has it."""
    sum_ = crc32c(data)
    return ((sum_ >> 15 | sum_ << 17) + 0xA282EAD8) & 0xFFFFFFFF


def events_of(file):
    """Read an event file, record by record."""
    data, found = file.read_bytes(), []
    while data:
        (length,), (of_length,) = struct.unpack("<Q", data[:8]), struct.unpack("<I", data[8:12])
        content, (of_content,) = data[12 : 12 + length], struct.unpack_from("<I", data, 12 + length)
        assert (masked(data[:8]), masked(content)) == (of_length, of_content)
        found.append(Event.FromString(content))
        data = data[16 + length :]
    return found


def values_of(folder, kind):
    """The values of a kind, by name and step."""
    return {
        (value.tag, event.step): value
        for file in sorted(folder.iterdir())
        for event in events_of(file)
        for value in event.summary.value
        if value.WhichOneof("value") == kind
    }


def texts_of(folder):
    return {
        (name.removesuffix("/text_summary"), step): value.tensor.string_val[0].decode()
        for (name, step), value in values_of(folder, "tensor").items()
    }


def logged(folder, network, batches, settings=CUT, inner=None, **options):
    reporter = TensorBoardReporter(inner or SilentReporter(), folder, network)
    return fit(network, batches, settings, reporter=reporter, **options)


def test_scalars_are_the_numbers_of_the_history(tmp_path, network, streams):
    history = logged(
        tmp_path, network, streams, validation=lambda: (2.0, 0.25), sample=lambda: "a\n<b>"
    )
    expected = {
        (name, row.step): np.float32(value)
        for row in history.rows
        for name, column in SCALARS.items()
        if (value := getattr(row, column)) is not None
    }
    found = values_of(tmp_path, "simple_value")
    assert {key: np.float32(value.simple_value) for key, value in found.items()} == expected
    assert {name for name, _ in expected} == {*SCALARS} - {"score/validation"}
    samples = {step: text for (name, step), text in texts_of(tmp_path).items() if name == "sample"}
    assert samples == {row.step: "    a\n    <b>" for row in history.rows if row.sample}


def test_histograms_count_every_weight(tmp_path, network, streams):
    logged(tmp_path, network, streams)
    found = values_of(tmp_path, "histo")
    per_epoch = streams.steps_per_epoch
    for name, weight in network.named_parameters():
        own = {
            step: one.histo for (tag, step), one in found.items() if tag.replace("/", ".") == name
        }
        assert sorted(own) == [per_epoch * epoch for epoch in (1, 2, 3, 4)]
        assert {one.num for one in own.values()} == {weight.numel()}


def test_the_graph_is_a_step_of_the_cell_and_the_equations_stand_beside(tmp_path, streams):
    from elman.tasks.network import NextSymbol

    logged(tmp_path, NextSymbol(11, "gru", 4), streams, TrainingSettings(epochs=1))
    (file,) = tmp_path.iterdir()
    (graph,) = [GraphDef.FromString(e.graph_def) for e in events_of(file) if e.graph_def]
    names = {node.name for node in graph.node}
    assert all(names.issuperset(node.input) for node in graph.node)
    assert "gru/r/sigmoid_4" in names
    assert "z[t] = sigmoid(W_z x[t]" in texts_of(tmp_path)["equations/gru", 0]


def test_a_cell_that_attends_stands_beside_the_same_cell_that_does_not(tmp_path):
    gru = cells.get("gru")
    layers = [Recurrent(gru, 3, 4), Recurrent(attentive(gru), 3, 4)]
    reporter = TensorBoardReporter(SilentReporter(), tmp_path, torch.nn.ModuleList(layers))
    reporter.start([], 0, 1)
    reporter.finish()
    texts = {name: text for (name, _), text in texts_of(tmp_path).items()}
    assert "context[t]" not in texts["equations/gru"]
    assert "context[t]" in texts["equations/gru_that_attends"]
    (file,) = tmp_path.iterdir()
    (graph,) = [GraphDef.FromString(e.graph_def) for e in events_of(file) if e.graph_def]
    names = [node.name for node in graph.node]
    assert len({*names}) == len(names)
    assert {name.split("/")[0] for name in names} == {"gru", "gru_that_attends"}


def test_what_is_heard_is_passed_on(tmp_path, make_network, streams, recorder):
    plain = type(recorder)()
    settings = TrainingSettings(epochs=2, display_every=2)
    options = {"report_every": 3, "example": lambda *_: "a line"}
    one, other = make_network(), make_network()
    logged(tmp_path, one, streams, settings, recorder, **options)
    fit(other, streams, settings, reporter=plain, **options)
    assert recorder.of("finish") == plain.of("finish")
    assert recorder.of("example") == plain.of("example")
    assert [r[0].loss for r in recorder.of("row")] == [r[0].loss for r in plain.of("row")]
    ((lines, *rest),), ((same, *others),) = recorder.of("start"), plain.of("start")
    assert (lines[:-1], rest) == (same, others)
    assert f"tensorboard --logdir {tmp_path}" in lines[-1]
    assert all(map(torch.equal, one.state_dict().values(), other.state_dict().values()))
    assert ("example", 2) in texts_of(tmp_path)


class Stops(SilentReporter):
    """Presses Ctrl-C at a step."""

    def step(self, done, loss, accuracy):
        import signal

        if done == 7:
            signal.raise_signal(signal.SIGINT)


@pytest.mark.usefixtures("ctrl_c_raises", "step_by_step")
def test_a_run_that_goes_on_hides_what_came_after_the_step_that_it_goes_on_from(
    tmp_path, make_network, streams
):
    folder, kept = tmp_path / "log", tmp_path / "checkpoint"
    with pytest.raises(Interrupted):
        logged(folder, make_network(), streams, inner=Stops(), checkpoint=kept)
    (first,) = folder.iterdir()
    first = first.rename(folder / "first.elman")  # both may be of the same second
    history = logged(folder, make_network(), streams, checkpoint=kept, resume=True)
    found = values_of(folder, "simple_value")
    steps = {step for name, step in found if name == "loss/training"}
    assert steps == {row.step for row in history.rows}
    (second,) = {*folder.iterdir()} - {first}
    started = [event.step for event in events_of(second) if event.HasField("session_log")]
    assert started == [8]


def test_what_was_written_of_a_run_that_went_wrong_is_whole(tmp_path, network, streams):
    class Poisons(SilentReporter):
        def step(self, done, loss, accuracy):
            if done > streams.steps_per_epoch:
                torch.nn.init.constant_(network.head.bias, float("nan"))

    with pytest.raises(DivergedError):
        logged(tmp_path, network, streams, inner=Poisons())
    assert ("loss/training", streams.steps_per_epoch) in values_of(tmp_path, "simple_value")


@pytest.mark.parametrize("value", [1e30, 3e38, -1e-30])
def test_weights_of_any_size_do_not_stop_a_run(tmp_path, network, streams, value):
    class Writes(SilentReporter):
        def row(self, row):
            torch.nn.init.constant_(network.head.bias, value)

    settings = TrainingSettings(epochs=1)
    assert logged(tmp_path, network, streams, settings, Writes()).rows
    assert ("embedding/weight", streams.steps_per_epoch) in values_of(tmp_path, "histo")
