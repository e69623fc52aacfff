import pytest

from elman.errors import DataError
from elman.tasks.naming import names_a_file


@pytest.mark.parametrize("text", ["", "mice", "a.txt and b.txt", "\0", "好" * 300, "mice.\ncat"])
def test_a_text_is_no_file(text):
    assert not names_a_file(text, [".txt"])


def test_a_file_is_one_and_a_name_without_a_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mice").write_text("")
    assert names_a_file("mice", [".txt"])
    for name in ("mice.txt", "MICE.TXT.gz"):
        with pytest.raises(DataError, match="there is no file"):
            names_a_file(name, [".txt"])
