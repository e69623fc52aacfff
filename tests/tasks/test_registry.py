import pytest

import elman
from elman.errors import ModelFolderError, SettingError
from elman.tasks import registry


def test_every_task_is_found_by_its_name():
    names = ("language-model", "forecast", "classify", "tag", "music", "translate")
    assert registry.names() == names
    assert registry.get("language-model") is elman.tasks.LanguageModel
    assert registry.get("forecast") is elman.tasks.Forecaster
    assert registry.get("classify") is elman.tasks.Classifier
    assert registry.get("tag") is elman.tasks.Tagger
    assert registry.get("music") is elman.tasks.Music
    assert registry.get("translate") is elman.tasks.Translator


def test_an_unknown_task_is_named_with_the_nearest():
    with pytest.raises(SettingError, match=r'no task "langage-model". Did you mean "language-mod'):
        registry.get("langage-model")


def test_what_is_no_folder_is_told(tmp_path):
    with pytest.raises(ModelFolderError, match=r'there is no folder ".*nowhere"'):
        elman.load(tmp_path / "nowhere")
    with pytest.raises(ModelFolderError, match="not a whole model folder"):
        elman.load(tmp_path)
