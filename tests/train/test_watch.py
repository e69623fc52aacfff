from functools import partial

import pytest
import torch
from torch import nn

from elman.data.batch import Batch
from elman.data.shuffled import Shuffled
from elman.nn import Recurrent
from elman.train import loop
from elman.train.loop import fit
from elman.train.progress import Progress
from elman.train.reporter import SilentReporter
from elman.train.settings import TrainingSettings
from elman.train.watch import TIMES, Watch

STEPS = 40
DONE = Progress(step=10, seconds=1e6)  # a training so long that any look is affordable


class Notes(SilentReporter):
    """Keeps what should be known."""

    def __init__(self):
        self.lines = []

    def note(self, line):
        self.lines.append(line)


class Last(nn.Module):
    """Scores for two classes from the last output."""

    def __init__(self, cell="elman", scale=1.0, dropout=0.0):
        super().__init__()
        torch.manual_seed(0)
        self.recurrent = Recurrent(cell, 3, 4, 2, batch_first=True, dropout=dropout)
        self.head = nn.Linear(4, 2)
        with torch.no_grad():
            for layer in range(2):
                self.recurrent.named_views(layer)["R_h"].copy_(scale * torch.eye(4))

    def forward(self, x, state=None):
        lengths = x[..., 0].isfinite().sum(1)
        output, state = self.recurrent(x.nan_to_num(), state, lengths)
        return self.head(output[torch.arange(len(x)), lengths - 1]), state


class Alike(Last):
    """The same for sequences of one length."""

    def forward(self, x, state=None):
        output, state = self.recurrent(x, state)
        return self.head(output[:, -1]), state


def batch(steps=STEPS, rows=9):
    torch.manual_seed(1)
    return Batch(torch.randn(rows, steps, 3), torch.randint(2, (rows,)), fresh=True)


def batches():
    whole = batch(rows=24)
    return Shuffled(24, lambda n: (whole.inputs[n], whole.targets[n]), batch_size=8, seed=0)


def watch(network, share=1.0, **settings):
    return Watch(network, nn.CrossEntropyLoss(), TrainingSettings(**settings), share)


def told(one, seen, times):
    return [line for _ in range(times) for line in one.look(seen, DONE)]


@pytest.mark.parametrize("whole_loop", [True, False])
def test_no_bit_of_a_training_depends_on_it(monkeypatch, whole_loop):
    made = []

    def watched(*given, share):
        made.append(Watch(*given, share=share))
        return made[-1]

    def trained(share):
        monkeypatch.setattr(loop, "Watch", partial(watched, share=share))
        network, seen = Alike(dropout=0.5), batches()
        drawn = torch.get_rng_state()
        settings = TrainingSettings(epochs=3, clip_norm=1.0, whole_loop=whole_loop)
        history = fit(network, seen, settings, report_every=1)
        assert torch.equal(torch.get_rng_state(), drawn)
        return network, [row.loss for row in history.rows]

    (unseen, losses), (seen, same) = trained(0.0), trained(float("inf"))
    assert [one.looks for one in made] == [0, 9]
    assert losses == same
    for weight, other in zip(unseen.parameters(), seen.parameters(), strict=True):
        assert torch.equal(weight, other)
        assert (weight.grad is None) == (other.grad is None)
        assert weight.grad is None or torch.equal(weight.grad, other.grad)


def test_the_reporter_hears_it_once(monkeypatch):
    monkeypatch.setattr(loop, "Watch", partial(Watch, share=float("inf")))
    notes = Notes()
    fit(Alike(scale=0.01), batches(), TrainingSettings(epochs=6), reporter=notes)
    (line,) = notes.lines
    assert line.startswith("gradients vanish: of 40 steps, what happened more than ")
    assert line.endswith("If it should, try lstm or gru, or shorter sequences.")


def test_what_vanishes_is_told_when_it_has_lasted():
    one, seen = watch(Alike(scale=0.01)), batch()
    assert told(one, seen, TIMES - 1) == []
    assert len(told(one, seen, 1)) == 1
    assert told(one, seen, 5) == []
    assert told(watch(Alike(scale=1.0)), seen, 5) == []


def test_what_explodes_is_told_at_once():
    seen = batch()
    (line,) = told(watch(Alike("elman_relu", 2.0), clip_norm=5.0), seen, 3)
    assert "gradients explode: they grow " in line
    assert "a smaller clip_norm than 5" in line
    (line,) = told(watch(Alike("elman_relu", 1.5)), seen, 3)
    assert "Try clip_norm 1, a lower learning_rate" in line
    assert told(watch(Alike("elman_relu", 1.0)), seen, 3) == []


def test_where_only_the_last_step_is_left_it_is_said_so():
    (line,) = told(watch(Alike(scale=0.0)), batch(), TIMES)
    assert "of 40 steps, what happened before the last no longer changes" in line


def test_short_sequences_tell_nothing():
    assert told(watch(Alike(scale=0.0)), batch(steps=10), 5) == []


def test_of_rows_of_different_lengths_one_is_looked_at():
    seen = batch()
    seen.inputs[1:, STEPS // 2 :] = torch.nan
    assert len(told(watch(Last(scale=0.01)), seen, TIMES + 1)) == 1


def test_a_look_must_be_affordable():
    one, seen = watch(Alike(), share=0.01), batch()
    one.look(seen, Progress(step=1000, seconds=1.0))
    assert one.looks == 0
    one.look(seen, Progress(step=1000, seconds=100.0))
    assert one.looks == 1


def test_networks_that_cannot_be_looked_at_are_left_alone():
    class Whole(Alike):
        def forward(self, x, state=None):
            assert len(x) == 9
            return super().forward(x, state)

    for network in (nn.Linear(3, 2), Whole(scale=0.01)):
        one = watch(network)
        assert told(one, batch(), 5) == []
        assert one.looks <= 1
