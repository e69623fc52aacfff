import os
import stat

import pytest

from elman.data.writing import write_whole
from elman.errors import DataError


def test_writes_and_replaces(tmp_path):
    for data in (b"one", b"two", b""):
        write_whole(tmp_path / "file", data)
        assert (tmp_path / "file").read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_others_may_read_what_the_umask_allows(tmp_path):
    before = os.umask(0o022)
    try:
        write_whole(tmp_path / "file", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o644


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    write_whole(tmp_path / "file", b"old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataError, match=r'cannot write ".*file": No space left on device'):
        write_whole(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("inside", ["missing", "file"])
def test_a_place_that_is_no_folder(tmp_path, inside):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DataError, match="Check that its folder exists"):
        write_whole(tmp_path / inside / "config.json", b"{}")


def test_a_folder_in_its_place(tmp_path):
    (tmp_path / "file").mkdir()
    with pytest.raises(DataError, match="cannot write"):
        write_whole(tmp_path / "file", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_who_reads_meanwhile_finds_the_old_file_whole(tmp_path):
    write_whole(tmp_path / "file", b"the old text")
    with (tmp_path / "file").open("rb") as file:
        write_whole(tmp_path / "file", b"new")
        assert file.read() == b"the old text"
