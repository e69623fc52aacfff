import json

import pytest
import torch
from torch import nn

from elman.errors import DataError, SettingError
from elman.tasks import storing
from elman.tasks.folder import CHECKPOINT, CONFIG, VOCABULARY, WEIGHTS, Config
from elman.tasks.storing import begin, store
from elman.train.history import History

CONFIG_OF = Config(
    "language-model", {"cell": "gru", "num_layers": 1, "hidden_size": 2}, {"seed": 0}
)
PARTS = {VOCABULARY: {"symbols": ["a", "b"]}}


def written(folder, config=CONFIG_OF, network=None):
    store(folder, config, network or nn.Linear(2, 2), PARTS, history=History(), card="card")


def test_the_checkpoint_goes_only_after_everything_is_written(tmp_path, monkeypatch):
    begin(tmp_path, CONFIG_OF, PARTS, resume=False)
    (tmp_path / CHECKPOINT).write_bytes(b"state")
    monkeypatch.setattr(storing, "write_whole", lambda *_: (_ for _ in ()).throw(DataError("full")))
    with pytest.raises(DataError, match="full"):
        written(tmp_path)
    assert (tmp_path / CHECKPOINT).exists()
    monkeypatch.undo()
    written(tmp_path)
    assert not (tmp_path / CHECKPOINT).exists()
    assert Config.read(tmp_path).results["weights_sha256"]


def test_what_is_of_no_consequence_may_change_when_continuing(tmp_path):
    begin(tmp_path, CONFIG_OF, PARTS, resume=False)
    other = Config("language-model", CONFIG_OF.model, {"seed": 0, "display_every": 5})
    begin(tmp_path, other, PARTS, resume=True)
    with pytest.raises(SettingError, match="seed was 0 and is now 1"):
        begin(tmp_path, Config("language-model", CONFIG_OF.model, {"seed": 1}), PARTS,
              resume=True)  # fmt: skip


def test_starting_anew_removes_what_was_there(tmp_path):
    written(tmp_path)
    begin(tmp_path, CONFIG_OF, PARTS, resume=False)
    assert not (tmp_path / WEIGHTS).exists()
    assert Config.read(tmp_path).results is None
    assert json.loads((tmp_path / VOCABULARY).read_text()) == PARTS[VOCABULARY]


def test_a_model_is_written_over_its_own_without_a_trace(tmp_path):
    torch.manual_seed(0)
    written(tmp_path)
    before = (tmp_path / CONFIG).read_text()
    written(tmp_path)
    assert (tmp_path / CONFIG).read_text() != before  # the weights differ, and their sum with them
    assert not list(tmp_path.glob("*.part"))
