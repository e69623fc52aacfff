import math
import signal
import threading
from dataclasses import replace

import pytest
import torch
from torch import nn
from torch.nn import functional as F

from elman.data.streams import Streams
from elman.data.windows import Windows
from elman.errors import DataError, DivergedError, SettingError
from elman.train.loop import fit
from elman.train.run import Run
from elman.train.settings import TrainingSettings


def weights_equal(one, other):
    pairs = zip(one.state_dict().items(), other.state_dict().items(), strict=True)
    return all(name == again and torch.equal(a, b) for (name, a), (again, b) in pairs)


def test_learns_a_text_by_heart(network):
    text = [0, 1, 2, 3, 0, 2, 4, 1, 5, 6] * 3
    settings = TrainingSettings(learning_rate=0.02, epochs=60)
    history = fit(network, Windows(text, 6, 8, seed=0), settings)
    assert history.last.accuracy > 0.8
    assert history.last.loss < history.rows[0].loss / 3
    assert len(history.rows) == 60


def test_is_the_loop_that_one_writes_by_hand(make_network, streams):
    ours, theirs = make_network(), make_network()
    history = fit(
        ours,
        streams,
        TrainingSettings(learning_rate=0.01, epochs=2, clip_norm=0.5, schedule="linear", seed=3),
    )
    optimizer = torch.optim.Adam(theirs.parameters(), lr=0.01)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=10)
    losses, state = [], None
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(3)
        for step in range(10):
            batch = streams[step]
            state = None if batch.fresh else tuple(part.detach() for part in state)
            logits, state = theirs(batch.inputs, state)
            loss = F.cross_entropy(logits.flatten(0, 1), batch.targets.flatten())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(theirs.parameters(), 0.5)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
    assert weights_equal(ours, theirs)
    assert [row.loss for row in history.rows] == pytest.approx(
        [sum(losses[:5]) / 5, sum(losses[5:]) / 5]
    )


def test_random_numbers_are_the_runs_own(make_network, streams):
    networks = [make_network() for _ in range(3)]
    before = torch.get_rng_state()
    fit(networks[0], streams, TrainingSettings(epochs=2))
    assert torch.equal(torch.get_rng_state(), before)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(99)
        fit(networks[1], streams, TrainingSettings(epochs=2))
    fit(networks[2], streams, TrainingSettings(epochs=2, seed=1))
    assert weights_equal(networks[0], networks[1])
    assert not weights_equal(networks[0], networks[2])


def test_the_mode_before_is_put_back(network, streams):
    for training in (True, False):
        network.train(training)
        fit(network, streams, TrainingSettings(epochs=1))
        assert network.training is training


def test_rows_at_intervals_and_at_epoch_ends(network, streams, recorder):
    settings = TrainingSettings(epochs=2, schedule="linear")
    history = fit(network, streams, settings, report_every=2, reporter=recorder)
    assert [(row.step, row.epoch) for row in history.rows] == [
        (2, 1),
        (4, 1),
        (5, 1),
        (6, 2),
        (8, 2),
        (10, 2),
    ]
    assert [row for (row,) in recorder.of("row")] == history.rows
    assert history.rows[0].learning_rate == pytest.approx(0.001 * 0.9)
    assert all(row.validation_loss is None for row in history.rows)
    seconds = [row.seconds for row in history.rows]
    assert seconds == sorted(seconds)
    assert seconds[0] > 0


def test_averages_are_those_since_the_last_row(network, streams, recorder):
    history = fit(network, streams, TrainingSettings(epochs=1), report_every=2, reporter=recorder)
    steps = {done: (loss, accuracy) for done, loss, accuracy in recorder.of("step")}
    assert sorted(steps) == [1, 2, 3, 4, 5]
    for row in history.rows:
        assert (row.loss, row.accuracy) == steps[row.step]


def test_a_reporter_hears_what_is_done(network, streams, recorder):
    settings = TrainingSettings(epochs=2, clip_norm=5.0)
    fit(network, streams, settings, reporter=recorder, introduction=["letters"])
    assert recorder.calls[-1] == ("finish",)
    ((lines, done, total),) = recorder.of("start")
    assert (done, total) == (0, 10)
    count = sum(weight.numel() for weight in network.parameters())
    assert lines == [
        "letters",
        f"{count:,} parameters, 2 epochs of 5 steps",
        "adam: learning_rate 0.001, clip_norm 5.0, schedule constant, seed 0",
        f"whole loop not compiled: {Run(network, streams, settings, None).whole_loop.refusal}",
    ]


def test_examples(network, streams, recorder):
    seen = []

    def example(batch, logits):
        seen.append((batch.targets.shape, logits.shape))
        return f"example {len(seen)}"

    settings = TrainingSettings(epochs=2, display_every=4)
    fit(network, streams, settings, reporter=recorder, example=example)
    assert recorder.of("example") == [("example 1",), ("example 2",)]
    assert seen == [((4, 5), (4, 5, 11))] * 2


def test_validation_is_in_evaluation_mode_at_epoch_ends(network, streams):
    seen = []

    def validation():
        seen.append((network.training, torch.is_grad_enabled()))
        return 2.0, 0.25

    history = fit(
        network, streams, TrainingSettings(epochs=2), validation=validation, report_every=4
    )
    assert seen == [(False, False)] * 2
    assert [row.validation_loss for row in history.rows] == [None, 2.0, None, 2.0]
    assert [row.validation_accuracy for row in history.rows] == [None, 0.25, None, 0.25]


def test_early_stopping_takes_the_best_weights(network, streams):
    losses = [3.0, 1.0, 2.0, 1.5, 0.5]
    seen = []

    def validation():
        seen.append({name: value.clone() for name, value in network.state_dict().items()})
        return losses[len(seen) - 1], 0.5

    settings = TrainingSettings(epochs=5, patience=2)
    history = fit(network, streams, settings, validation=validation)
    assert history.stopped_early
    assert len(history.rows) == 4
    assert all(torch.equal(seen[1][name], value) for name, value in network.state_dict().items())
    assert not torch.equal(seen[1]["head.bias"], seen[3]["head.bias"])


def test_the_best_weights_are_taken_at_the_end_as_well(network, streams):
    seen = []

    def validation():
        seen.append(network.head.bias.detach().clone())
        return float(len(seen)), 0.5

    history = fit(network, streams, TrainingSettings(epochs=2, patience=5), validation=validation)
    assert not history.stopped_early
    assert torch.equal(network.head.bias, seen[0])


def test_patience_needs_validation(network, streams):
    with pytest.raises(SettingError, match=r"patience is 3, but there is no validation"):
        fit(network, streams, TrainingSettings(patience=3))


def test_report_every_makes_sense(network, streams):
    with pytest.raises(SettingError, match="report_every is 0; expected a whole number"):
        fit(network, streams, TrainingSettings(), report_every=0)


def test_plateau_follows_the_validation_loss(network, streams):
    settings = TrainingSettings(epochs=4, schedule="plateau")
    history = fit(network, streams, settings, validation=lambda: (1.0, 0.5))
    assert [row.learning_rate for row in history.rows] == [0.001, 0.001, 0.001, 0.0005]


def test_plateau_follows_the_loss_of_whole_epochs(make_network, streams):
    settings = TrainingSettings(epochs=30, schedule="plateau", learning_rate=0.05)
    plain, often = make_network(), make_network()
    history = fit(plain, streams, settings)
    fit(often, streams, settings, report_every=4)
    assert history.last.learning_rate < 0.05
    assert weights_equal(plain, often)


class Poisoned:
    """Batches that put a NaN into the network's weights before a step."""

    def __init__(self, batches, network, step, value=math.nan):
        self.batches, self.network, self.step, self.value = batches, network, step, value
        self.steps_per_epoch = batches.steps_per_epoch

    def __getitem__(self, step):
        if step == self.step:
            with torch.no_grad():
                self.network.head.bias[0] = self.value
        return self.batches[step]


@pytest.mark.parametrize(
    ("settings", "advice"),
    [
        ({}, "or clip the gradient, for example with clip_norm 1."),
        ({"clip_norm": 5.0}, "or a smaller clip_norm than 5."),
    ],
)
def test_a_loss_that_becomes_nan(network, streams, recorder, settings, advice):
    good = {}

    def validation():
        good.update({name: value.clone() for name, value in network.state_dict().items()})
        return 1.0, 0.5

    settings = TrainingSettings(learning_rate=0.01, epochs=9, **settings)
    with pytest.raises(DivergedError) as caught:
        fit(
            network,
            Poisoned(streams, network, step=7),
            settings,
            validation=validation,
            reporter=recorder,
        )
    text = str(caught.value)
    last = recorder.of("step")[-1][1]
    assert text.startswith("the loss became nan at step 8; the loss before was 2.")
    assert "The network has its weights of step 5 again." in text
    assert "Try a lower learning_rate than 0.01, " + advice in text
    assert math.isfinite(last)
    assert recorder.calls[-1] == ("finish",)
    assert all(torch.equal(good[name], value) for name, value in network.state_dict().items())


def test_a_loss_that_is_nan_from_the_start(network, streams):
    with pytest.raises(DivergedError, match=r"at step 1; no loss before it was finite\..* step 0"):
        fit(network, Poisoned(streams, network, step=0), TrainingSettings())


def test_weights_that_become_infinite_are_never_kept(network, tmp_path):
    never_seen = torch.randint(1, 11, (101,))
    batches = Poisoned(Streams(never_seen, 5, 4), network, step=3, value=-math.inf)
    with pytest.raises(DivergedError, match=r"some weights are infinite .* after step 5"):
        fit(network, batches, TrainingSettings(), checkpoint=tmp_path / "checkpoint")
    assert all(weight.isfinite().all() for weight in network.parameters())
    assert not (tmp_path / "checkpoint").exists()


def test_a_learning_rate_that_is_far_too_high(network, streams):
    settings = TrainingSettings(optimizer="sgd", learning_rate=1e38, epochs=9)
    with pytest.raises(DivergedError, match=r"lower learning_rate than 1e\+38"):
        fit(network, streams, settings)
    assert all(weight.isfinite().all() for weight in network.parameters())


def test_a_checkpoint_that_cannot_be_written(network, streams, tmp_path, recorder):
    settings = TrainingSettings(checkpoint_seconds=0)
    with pytest.raises(DataError, match="cannot write"):
        fit(network, streams, settings, checkpoint=tmp_path / "no" / "file", reporter=recorder)
    assert recorder.calls[-1] == ("finish",)


def test_in_another_thread(make_network, streams):
    networks = [make_network(), make_network()]
    settings = TrainingSettings(epochs=1)
    fit(networks[0], streams, settings)
    thread = threading.Thread(target=fit, args=(networks[1], streams, settings))
    thread.start()
    thread.join()
    assert weights_equal(*networks)


def test_the_norm_of_the_gradient_is_that_before_it_is_cut(make_network, streams):
    first = fit(make_network(), streams, TrainingSettings(epochs=1), report_every=1).rows[0]
    cut = fit(make_network(), streams, TrainingSettings(epochs=1, clip_norm=1e-3), report_every=1)
    assert first.gradient_norm > 1e-3
    assert cut.rows[0].gradient_norm == pytest.approx(first.gradient_norm)


def test_samples_are_asked_for_ever_more_rarely_and_change_nothing(make_network, streams):
    asked, plain = make_network(), make_network()

    def sample():
        assert not asked.training
        assert not torch.is_grad_enabled()
        return str(asked(torch.zeros(1, 3, dtype=torch.int64), None)[0].argmax().item())

    settings = TrainingSettings(epochs=5)
    rows = fit(asked, streams, settings, sample=sample, report_every=2).rows
    assert [row.epoch for row in rows if row.sample] == [1, 2, 3, 4]
    fit(plain, streams, settings)
    assert weights_equal(asked, plain)


@pytest.mark.usefixtures("ctrl_c_raises")
def test_signals_are_as_before(network, streams):
    fit(network, streams, TrainingSettings(epochs=1))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_rows_do_not_depend_on_time(make_network, streams):
    first, second = (fit(make_network(), streams, TrainingSettings(epochs=2)) for _ in range(2))
    assert [replace(row, seconds=0) for row in first.rows] == [
        replace(row, seconds=0) for row in second.rows
    ]
