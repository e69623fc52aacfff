import pytest
import torch

from elman.errors import DataError
from elman.tasks.demos import gradients
from elman.tasks.demos.gradients import FILES, STEPS, recall, run
from elman.tasks.demos.remedies import BACK, REMEDIES
from elman.train.reporter import SilentReporter

BY_NAME = {remedy.name: remedy for remedy in REMEDIES}


@pytest.fixture
def small(monkeypatch):
    """Fewer sequences and trainings, of some remedies."""
    names = ("none: they vanish", f"BPTT over {BACK} steps", "GRU that holds")
    chosen = [BY_NAME[name]._replace(trainings=BY_NAME[name].trainings[-1:]) for name in names]
    monkeypatch.setattr(gradients, "REMEDIES", chosen)
    monkeypatch.setattr(gradients, "SAMPLES", 64)
    monkeypatch.setattr(gradients, "EPOCHS", 1)


def norms(name):
    x, symbols = recall(gradients.MEASURED, seed=0)
    return gradients._norms(gradients._made(BY_NAME[name], seed=0), x, symbols)


def test_without_a_remedy_gradients_vanish_or_explode():
    assert norms("none: they vanish")[0] < 1e-20
    assert norms("none: they explode")[0] > 1e6


def test_starts_that_hold_leave_a_gradient_and_cutting_short_leaves_none():
    for name in ("ReLU, identity", "LSTM that holds", "GRU that holds"):
        assert 0.01 < norms(name)[0] < 100
    cut, whole = norms(f"BPTT over {BACK} steps"), norms("none: they explode")
    assert not cut[:-BACK].any()
    torch.testing.assert_close(cut[-BACK:], whole[-BACK:])


def test_a_gru_that_holds_learns_what_a_plain_network_does_not(monkeypatch):
    monkeypatch.setattr(gradients, "EPOCHS", 4)
    right = {
        name: gradients._try(BY_NAME[name]._replace(trainings=[training]), seed=0).right
        for name, training in (
            ("none: they vanish", BY_NAME["none: they vanish"].trainings[-1]),
            ("GRU that holds", BY_NAME["GRU that holds"].trainings[2]),
        )
    }
    assert right["none: they vanish"] < 0.35
    assert right["GRU that holds"] > 0.9


def test_the_symbol_stands_at_the_beginning_alone():
    x, symbols = recall(50, seed=3)
    assert x.shape == (50, STEPS, 6)
    assert torch.equal(x.sum(2), torch.ones(50, STEPS))
    assert torch.equal(x[:, 0].argmax(1), symbols)
    assert not x[:, 1:, :4].any()


def test_what_is_told_and_written(small, tmp_path):
    class Told(SilentReporter):
        def example(self, line):
            lines.append(line)

    lines = []
    text = run(tmp_path / "new", reporter=Told())
    assert text.startswith("elman demo gradients --seed 0\n")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted(FILES)
    assert (tmp_path / "new" / "result.txt").read_text() == f"{text}\n"
    assert [line.split(": ")[0] for line in lines] == [
        "none", f"BPTT over {BACK} steps", "GRU that holds"
    ]  # fmt: skip
    assert max(map(len, text.splitlines())) <= 80
    with pytest.raises(DataError, match="already holds a result"):
        run(tmp_path / "new")
