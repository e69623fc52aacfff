import re

import pytest
import torch

from elman.errors import DataError
from elman.tasks.demos import letters
from elman.tasks.demos.letters import ALPHABET, FILES, as_numbers, pairs, run, runs, spread
from elman.tasks.demos.network import OverNumbers


def test_the_runs_are_pieces_of_the_alphabet_that_somebody_can_continue():
    texts = runs(seed=0)
    assert len(texts) == 1000
    assert {len(text) for text in texts} == {1, 2, 3, 4, 5}
    assert all(text in ALPHABET and not text.endswith("Z") for text in texts)
    assert runs(seed=0) == texts != runs(seed=1)


def test_letters_are_numbers_padded_on_the_left():
    inputs, targets = as_numbers(["CDE", "Y"])
    assert torch.equal(inputs.squeeze(-1) * 26, torch.tensor([[2.0, 3, 4], [0, 0, 24]]))
    assert targets.tolist() == [5, 25]


def test_every_gate_begins_with_its_slope_within_the_alphabet():
    network = OverNumbers("lstm", 1, 32, 26)
    spread(network, seed=3)
    views = network.recurrent.named_views()
    for gate in "ifgo":
        place = -views[f"b_{gate}"] / views[f"W_{gate}"][:, 0]
        assert 0 <= place.min() < 0.2 < 0.8 < place.max() <= 1
    assert 25 < torch.cat([views[f"W_{gate}"] for gate in "ifgo"]).std() < 35


@pytest.mark.parametrize("seed", [0, 9])
def test_the_alphabet_is_learnt(seed):
    text = run(seed=seed)
    of_runs, of_pairs = map(int, re.findall(r"\((\d+) of (?:1000|25)\)", text))
    assert of_runs >= 990
    assert of_pairs == 25


def test_what_is_printed(tmp_path):
    text = run(tmp_path)
    assert text.startswith("elman demo letters --seed 0\n")
    for line in (
        "lstm     (B, 32)            4,352",
        "linear   (B, 26)              858",
        "total                       5,210",
    ):
        assert line in text
    _, samples, alone = re.split(r"accuracy.*\n", text)
    shown = re.findall(r"([A-Y]+) -> ([A-Z])", samples)
    assert len(shown) == 20
    assert [run for run, _ in shown] == runs(seed=0)[:20]
    assert all(run + letter in ALPHABET for run, letter in shown)
    assert [letter for letter, _ in re.findall(r"([A-Y]) -> ([A-Z])", alone)] == pairs()
    assert max(map(len, text.splitlines())) < 80
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)
    assert (tmp_path / "result.txt").read_text() == f"{text}\n"
    assert len((tmp_path / "history.csv").read_text().splitlines()) == 51


def test_wrong_letters_are_counted_as_wrong(monkeypatch):
    monkeypatch.setattr(letters, "EPOCHS", 1)
    monkeypatch.setattr(letters, "PAIR_EPOCHS", 1)
    of_runs, of_pairs = map(int, re.findall(r"\((\d+) of (?:1000|25)\)", run()))
    assert of_runs < 900
    assert of_pairs < 20


def test_nothing_is_trained_where_something_would_be_lost(tmp_path, monkeypatch):
    (tmp_path / "history.csv").write_text("of the user")
    monkeypatch.setattr(letters, "fit", lambda *_, **__: 1 / 0)
    with pytest.raises(DataError, match=r"history\.csv"):
        run(tmp_path, force=True)
    assert (tmp_path / "history.csv").read_text() == "of the user"
