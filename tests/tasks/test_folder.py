import json

import pytest

from elman import __version__
from elman.errors import ModelFolderError, SettingError
from elman.tasks.folder import CHECKPOINT, CONFIG, OURS, PICTURE, WEIGHTS, Config, claim, clear


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "model"
    path.mkdir()
    return path


def unfinished(folder):
    Config("language-model", {"cell": "gru"}, {"epochs": 2}).write(folder)
    return folder


def finished(folder):
    (unfinished(folder) / WEIGHTS).write_bytes(b"weights")
    return folder


def test_a_config_comes_back_as_it_was_written(folder):
    config = Config("language-model", {"cell": "gru"}, {"epochs": 2}, {"loss": 0.5})
    config.write(folder)
    assert Config.read(folder) == config
    assert json.loads((folder / CONFIG).read_text())["format"] == 1
    assert config.elman == __version__


def test_a_new_folder_is_made_with_its_parents_and_left_empty(tmp_path):
    path = claim(tmp_path / "far" / "away" / "model")
    assert path.is_dir()
    assert list(path.iterdir()) == []


def test_an_empty_folder_may_be_written(folder):
    assert claim(folder) == folder


def test_a_folder_with_something_else_is_never_overwritten_without_force(folder):
    (folder / "letter.txt").write_text("dear")
    with pytest.raises(ModelFolderError, match=r"exists and is not a model folder.*--force"):
        claim(folder)
    assert claim(folder, force=True) == folder
    clear(folder)
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_somebody_elses_config_does_not_make_a_model_folder(folder):
    (folder / CONFIG).write_text('{"model_type": "other"}')
    with pytest.raises(ModelFolderError, match="exists and is not a model folder"):
        claim(folder)


def test_a_finished_model_needs_force(folder):
    with pytest.raises(ModelFolderError, match=r"already holds a model.*--force"):
        claim(finished(folder))
    assert claim(folder, force=True) == folder


def test_an_unfinished_training_needs_resume_or_force(folder):
    with pytest.raises(ModelFolderError, match=r"unfinished training.*--resume.*--force"):
        claim(unfinished(folder))
    assert claim(folder, resume=True) == folder
    assert claim(folder, force=True) == folder


def test_there_must_be_something_to_resume(folder):
    with pytest.raises(ModelFolderError, match=r"no training to resume.*without --resume"):
        claim(folder, resume=True)
    with pytest.raises(ModelFolderError, match=r"is finished: nothing to resume"):
        claim(finished(folder), resume=True)


def test_force_and_resume_contradict_each_other(folder):
    with pytest.raises(SettingError, match="give one of them"):
        claim(folder, force=True, resume=True)


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path):
    path = tmp_path / "model"
    path.write_text("text")
    for force in (False, True):
        with pytest.raises(ModelFolderError, match=r'model" is a file. Give the name of a folder'):
            claim(path, force=force)


def test_an_unwritable_place_is_found_before_anything_else(tmp_path):
    (tmp_path / "file").write_text("text")
    with pytest.raises(ModelFolderError, match=r"cannot write to .*model.*Choose another folder"):
        claim(tmp_path / "file" / "model")


def test_clear_removes_all_that_is_ours(folder):
    (folder / PICTURE).parent.mkdir()
    for name in OURS:
        (folder / name).write_text("ours")
    clear(folder)
    assert list(folder.iterdir()) == []


def test_clear_leaves_the_users_pictures(folder):
    mine = folder / PICTURE.replace("training", "mine")
    mine.parent.mkdir()
    mine.write_text("mine")
    (folder / PICTURE).write_text("ours")
    clear(finished(folder))
    assert list(folder.rglob("*.*")) == [mine]


@pytest.mark.parametrize("name", ["README.md", "config.json", PICTURE])
def test_force_never_replaces_what_no_model_folder_holds(folder, name):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text('{"model_type": "mine"}')
    with pytest.raises(ModelFolderError, match=f"holds {name}, which force would replace. Move"):
        claim(folder, force=True)
    assert (folder / name).read_text() == '{"model_type": "mine"}'


def test_force_replaces_a_model_of_a_newer_version(folder):
    (finished(folder) / CONFIG).write_text('{"format": 7, "task": "future"}')
    assert claim(folder, force=True) == folder


@pytest.mark.parametrize("name", ["plots", "README.md/letter.txt"])
def test_what_stands_in_the_way_is_named_and_left(folder, name):
    finished(folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("mine")
    with pytest.raises(
        ModelFolderError, match=r"cannot replace .*(training.png|README.md).*Choose"
    ):
        clear(folder)
    assert (folder / name).read_text() == "mine"
    assert (folder / CONFIG).exists()


@pytest.mark.parametrize("ask", [Config.read, claim])
def test_a_folder_that_may_not_be_looked_into_is_named(folder, monkeypatch, ask):
    def sealed(_path, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.stat", sealed)
    with pytest.raises(ModelFolderError, match=r"cannot (read|write to) .*: Permission denied. C"):
        ask(folder)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", r"no readable JSON: .*line 1 column 2"),
        (b"\xff\xfe{", "no readable JSON"),
        ("[" * 100_000, "no readable JSON"),
        ("[1]", "holds no JSON object"),
        ("{}", 'does not say its "format"'),
        ('{"format": "one"}', 'does not say its "format"'),
        ('{"format": 2, "elman": "0.9.0"}', r"has format 2, written by Elman 0.9.0; this is Elman"),
        (
            '{"format": 1}',
            r'"task" is null, but must be a text. The file was changed or damaged; copy',
        ),
        ('{"format": 1, "task": "x", "model": 3}', r'"model" is 3, but must be an object'),
    ],
)
def test_a_damaged_or_newer_config_is_told_apart(folder, content, message):
    (folder / CONFIG).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ModelFolderError, match=message):
        Config.read(folder)


def test_a_newer_format_says_how_to_update(folder):
    (folder / CONFIG).write_text('{"format": 7, "elman": "3.0"}')
    with pytest.raises(ModelFolderError, match="pip install --upgrade elman"):
        Config.read(folder)


def test_what_is_no_model_folder_is_told(folder, tmp_path):
    with pytest.raises(
        ModelFolderError, match=r"not a whole model folder: there is no config\.json"
    ):
        Config.read(folder)
    with pytest.raises(ModelFolderError, match=r'there is no folder ".*nowhere"'):
        Config.read(tmp_path / "nowhere")
    file = tmp_path / "file"
    file.write_text("text")
    with pytest.raises(ModelFolderError, match="is a file, not a model folder"):
        Config.read(file)


def test_names_of_ours_cover_the_checkpoint_that_training_writes():
    assert CHECKPOINT in OURS
