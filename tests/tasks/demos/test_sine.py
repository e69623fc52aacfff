import math
import re

import pytest
import torch

from elman.errors import CellError, DataError, SettingError
from elman.tasks.demos import sine
from elman.tasks.demos.network import OverNumbers
from elman.tasks.demos.sine import FILES, curve, go_on, run


def errors(text):
    """Average errors one step ahead and running free, % of the amplitude."""
    return [float(number) for number in re.findall(r"([\d.]+) %$", text, flags=re.MULTILINE)]


@pytest.mark.parametrize("seed", [0, 1])
def test_the_curve_is_learnt_and_goes_on_by_itself(seed):
    ahead, free = errors(run(seed=seed))
    assert ahead <= 0.5
    assert free <= 0.5


def test_what_is_printed_and_written(tmp_path):
    text = run(tmp_path)
    assert text.startswith("elman demo sine --seed 0 --cell elman\n")
    assert "100 steps of 32 curves, after 25 of each were shown" in text
    assert max(map(len, text.splitlines())) < 80
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)
    assert (tmp_path / "result.txt").read_text() == f"{text}\n"
    assert len((tmp_path / "history.csv").read_text().splitlines()) == sine.EPOCHS + 1


@pytest.fixture
def short(monkeypatch):
    """The example with a tenth of its epochs."""
    monkeypatch.setattr(sine, "EPOCHS", 100)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("choice", [{"cell": "gru"}, {"cell": "lstm"}, {"tbptt": 10}])
def test_other_cells_and_shorter_ways_back_learn_it_too(choice):
    text = run(**choice)
    assert errors(text)[0] < 2
    ((name, value),) = choice.items()
    assert f"--{name} {value}" in text.splitlines()[0]


@pytest.mark.usefixtures("short")
def test_samples_are_one_curve_cut_in_pieces():
    batches = sine._batches(seed=0, tbptt=None)
    assert batches.steps_per_epoch * len(batches[0].inputs) == 200
    seen = torch.cat([batches[step].inputs for step in range(batches.steps_per_epoch)])
    assert seen.shape == (200, 25, 1)
    starts = torch.arange(200, dtype=torch.float64) * 25 * sine.STEP
    expected = curve(starts, 25)
    assert torch.allclose(seen.flatten().sort().values, expected.flatten().sort().values, atol=1e-6)
    one = batches[0]
    assert torch.equal(one.inputs[:, 1:], one.targets[:, :-1])
    assert sine._batches(seed=0, tbptt=10).steps_per_epoch == 3 * batches.steps_per_epoch


def test_free_and_ahead_are_what_they_say():
    torch.manual_seed(0)
    network = OverNumbers("elman", 1, 4, 1)
    start = torch.tensor([0.3, 2.0], dtype=torch.float64)
    found = go_on(network, start)
    angle = start[:, None] + sine.STEP * torch.arange(25, 125)
    assert torch.allclose(found.truth.squeeze(-1), angle.sin().float())
    shown = curve(start, 125)
    with torch.no_grad():
        for step in (0, 1, 99):
            ahead = network(shown[:, : 25 + step])[0][:, -1]
            free = network(torch.cat([shown[:, :25], found.free[:, :step]], 1))[0][:, -1]
            assert torch.allclose(found.ahead[:, step], ahead, atol=1e-6)
            assert torch.allclose(found.free[:, step], free, atol=1e-6)
    assert not torch.allclose(found.ahead[:, 1:], found.free[:, 1:], atol=1e-3)


def test_errors_are_shares_of_the_amplitude():
    truth = torch.zeros(2, 100, 1)
    text = sine._errors(sine.GoingOn(truth, truth + 0.01, truth - 0.25))
    assert errors(text) == [1.0, 25.0]
    assert curve(torch.zeros(1, dtype=torch.float64), 1000).max().item() == pytest.approx(
        1, abs=math.pi / 1000
    )


def test_choices_that_make_no_sense(tmp_path):
    for tbptt in (0, 26):
        with pytest.raises(SettingError, match=f"tbptt is {tbptt}, .* expected 1 to 25"):
            run(tmp_path, tbptt=tbptt)
    with pytest.raises(CellError, match='Did you mean "elman"'):
        run(tmp_path, cell="ellman")
    (tmp_path / "sine.png").write_text("of the user")
    with pytest.raises(DataError, match=r"sine\.png"):
        run(tmp_path, force=True)
