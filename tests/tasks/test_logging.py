import importlib.util
from pathlib import Path

import pytest
import torch

from elman import load
from elman.errors import ModelFolderError, SettingError
from elman.tasks import Classifier, Forecaster, LanguageModel
from elman.tasks.folder import TENSORBOARD, files_of
from elman.train import tensorboard

TEXT = "long ago the mice had a general council to consider"


def trained(out=None, force=False):
    model = LanguageModel(window=3, hidden_size=8)
    model.compile(log="tensorboard")
    model.fit(TEXT, epochs=2, out=out, force=force)
    return model


def names_in(folder):
    return {name for file in (folder / TENSORBOARD).iterdir() for name in file.name.split(".")[-2:]}


@pytest.fixture
def pictures(monkeypatch):
    """Keep which pictures are logged, all of which must be there."""
    kept = {}

    def keep(folder, named, step):
        assert all(path.read_bytes().startswith(b"\x89PNG") for path in named.values())
        kept.update(dict.fromkeys(named, step))

    monkeypatch.setattr("elman.tasks.task.add_pictures", keep)
    return kept


def test_the_log_lies_in_the_model_folder_and_is_part_of_it(tmp_path):
    model = trained(tmp_path / "model")
    assert names_in(tmp_path / "model") == {"run", "pictures", "elman"}
    found = [file for file in files_of(tmp_path / "model") if file.parent.name == TENSORBOARD]
    assert len(found) == 2
    assert load(tmp_path / "model").training.log == "tensorboard"
    assert model.history.rows


def test_a_log_changes_no_bit_of_what_is_learnt(tmp_path):
    plain = LanguageModel(window=3, hidden_size=8)
    plain.fit(TEXT, epochs=2)
    weights = trained(tmp_path / "model").network.state_dict()
    for name, weight in plain.network.state_dict().items():
        assert torch.equal(weight, weights[name])


def test_a_log_that_is_replaced_leaves_what_others_wrote(tmp_path):
    trained(tmp_path / "model")
    ours = {*(tmp_path / "model" / TENSORBOARD).iterdir()}
    mine = tmp_path / "model" / TENSORBOARD / "events.out.tfevents.1.mine"
    mine.write_bytes(b"mine")
    old = tmp_path / "model" / TENSORBOARD / "events.out.tfevents.1.vm.run.elman"
    old.write_bytes(b"old")
    trained(tmp_path / "model", force=True)
    assert mine.read_bytes() == b"mine"
    assert not old.exists()
    assert len({*mine.parent.iterdir()}) == 1 + len(ours)


def test_logs_that_may_be_the_users_are_not_replaced(tmp_path):
    place = tmp_path / TENSORBOARD
    place.mkdir()
    (place / "events.elman").write_bytes(b"mine")
    with pytest.raises(ModelFolderError, match=r"tensorboard/events.elman, which force would"):
        trained(tmp_path, force=True)
    assert (place / "events.elman").read_bytes() == b"mine"


def test_a_log_needs_a_folder():
    with pytest.raises(SettingError, match="log writes into the model folder: give out too"):
        trained()


def test_a_log_needs_what_writes_it_but_a_model_with_one_can_be_opened_without(
    tmp_path, monkeypatch
):
    trained(tmp_path / "model")
    found = importlib.util.find_spec
    monkeypatch.setattr(
        tensorboard, "find_spec", lambda n: None if n == "tensorboardX" else found(n)
    )
    with pytest.raises(SettingError, match=r"pip install 'elman\[tensorboard\]'"):
        LanguageModel().compile(log="tensorboard")
    assert load(tmp_path / "model").predict("long ago the", 1)


def test_a_log_that_there_is_not():
    with pytest.raises(SettingError, match='Did you mean "tensorboard"'):
        LanguageModel().compile(log="tensorbord")


def test_the_insides_of_a_language_model_are_logged(tmp_path, pictures):
    model = trained(tmp_path / "model")
    assert pictures == dict.fromkeys(["gates", "text"], model.history.last.step)


def test_what_came_out_of_a_classifier_is_logged(tmp_path, pictures):
    data = Path(tmp_path, "data.csv")
    data.write_text("text,label\n" + "".join(f"good {n},+\nbad {n},-\n" for n in range(30)))
    model = Classifier(hidden_size=4)
    model.compile(log="tensorboard")
    model.fit(data, epochs=1, out=tmp_path / "model")
    assert [*pictures] == ["confusion"]


def test_what_came_out_of_a_forecaster_is_logged(tmp_path, pictures):
    model = Forecaster(2, lookback=4, model="direct", hidden_size=4)
    model.compile(log="tensorboard")
    model.fit([float(n % 5) for n in range(60)], epochs=1, out=tmp_path / "model")
    assert [*pictures] == ["forecast"]
