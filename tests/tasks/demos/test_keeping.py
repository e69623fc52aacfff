from pathlib import Path

import pytest

from elman.errors import DataError
from elman.tasks.demos.keeping import HISTORY, RESULT, keep, refuse_to_overwrite
from elman.train.history import History

FILES = (HISTORY, RESULT)


def refuse(folder, name="sine", force=False):
    refuse_to_overwrite(Path(folder), name, FILES, force=force)


def test_what_is_kept_may_be_replaced_by_the_same_example_alone(tmp_path):
    keep(tmp_path / "a" / "b", "elman demo sine --seed 0\nmore", History())
    folder = tmp_path / "a" / "b"
    assert (folder / RESULT).read_text() == "elman demo sine --seed 0\nmore\n"
    assert (folder / HISTORY).read_text().startswith("step,epoch,loss")
    refuse(folder, force=True)
    with pytest.raises(DataError, match=r"already holds a result of elman demo sine.*--force"):
        refuse(folder)
    for force in (False, True):
        with pytest.raises(DataError, match=r"history.csv, result.txt, not written by .* sin\."):
            refuse(folder, "sin", force=force)


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("name", FILES)
def test_files_of_the_user_are_never_replaced(tmp_path, name, force):
    (tmp_path / name).write_bytes(b"\xff of the user")
    with pytest.raises(DataError, match=rf"holds {name}, not written by elman demo sine"):
        refuse(tmp_path, force=force)


def test_other_files_do_no_harm(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear")
    refuse(tmp_path)


def test_places_that_are_no_folders(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match=r'file" is a file. Give the name of a folder.'):
        refuse(tmp_path / "file")
    with pytest.raises(DataError, match="cannot make the folder"):
        keep(tmp_path / "file" / "below", "elman demo sine", History())
