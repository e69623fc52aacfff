import gzip
import io
import os
from types import SimpleNamespace

import pytest

from elman.data.reading import read_text
from elman.errors import DataError


def message(path):
    with pytest.raises(DataError) as caught:
        read_text(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Grüße".encode(), "Grüße"),
        (b"\xef\xbb\xbfmice", "mice"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (gzip.compress(b"\xef\xbb\xbfa\r\nb", mtime=0), "a\nb"),
    ],
)
def test_reads(tmp_path, data, text):
    (tmp_path / "file").write_bytes(data)
    assert read_text(tmp_path / "file") == text
    assert read_text(str(tmp_path / "file")) == text


def test_dash_is_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"long ago ,")))
    assert read_text("-") == "long ago ,"


def test_empty_standard_input_is_named(monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO()))
    assert "standard input holds nothing" in message("-")


def test_missing_file_suggests_its_neighbour(tmp_path):
    (tmp_path / "fable.txt").write_text("mice")
    given = message(tmp_path / "fabel.txt")
    assert f'no file "fabel.txt" in the folder "{tmp_path}"' in given
    assert 'Did you mean "fable.txt"?' in given


def test_missing_file_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fable.txt").write_text("mice")
    assert message("fabel.txt") == 'there is no file "fabel.txt". Did you mean "fable.txt"?'


def test_missing_folder(tmp_path):
    assert f'there is no folder "{tmp_path / "no"}"' in message(tmp_path / "no" / "fable.txt")


def test_folder(tmp_path):
    assert message(tmp_path) == f'"{tmp_path}" is a folder; expected a text file in it.'


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_forbidden(tmp_path):
    (tmp_path / "secret").write_text("mice")
    (tmp_path / "secret").chmod(0)
    assert "Permission denied" in message(tmp_path / "secret")


def test_impossible_name():
    assert "cannot read" in message("a\0b")


def test_name_too_long(tmp_path):
    assert "cannot read" in message(tmp_path / ("x" * 5000))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "holds nothing; expected a text"),
        (b"\xef\xbb\xbf", "holds nothing; expected a text"),
        (b" \n\t\r\n", "holds nothing but white space"),
        (gzip.compress(b"", mtime=0), "holds nothing;"),
        (b"ab\0c", "is binary: byte 0x00 at offset 2"),
        ("mice".encode("utf-16"), "is in UTF-16; expected UTF-8. To convert it: iconv -f utf-16"),
        (gzip.compress(b"mice" * 99, mtime=0)[:-9], "compressed by gzip but damaged"),
        (b"\x1f\x8b\x00", "compressed by gzip but damaged"),
    ],
)
def test_refuses(tmp_path, data, what):
    (tmp_path / "file").write_bytes(data)
    given = message(tmp_path / "file")
    assert given.startswith(f'"{tmp_path / "file"}"')
    assert what in given


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_not_utf8_says_where_and_how_to_convert(tmp_path, mark):
    (tmp_path / "file").write_bytes(mark + "über\nGrüße ".encode() + b"f\xfcr")
    given = message(tmp_path / "file")
    offset = len(mark) + 15
    assert f"line 2, column 8 (byte {offset}): 0xfc is not UTF-8" in given
    assert "iconv -f latin1 -t utf-8" in given


def test_real_texts(shared_data):
    assert len(read_text(shared_data("fable") / "belling_the_cat.txt").split()) == 204
    train = next(shared_data("wikitext-2").glob("*train*"))
    assert "Valkyria Chronicles" in read_text(train)
