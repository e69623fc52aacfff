import gzip
import io
from types import SimpleNamespace

import pytest

from elman.data.tables import source
from elman.data.tables.source import read_source
from elman.errors import SettingError

TEXT = "größe;€\n1;2\n"


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def of(data, **options):
        (tmp_path / "sales.csv").write_bytes(data)
        return read_source("sales.csv", **options)

    return of


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("cp1252"), "Windows-1252 (not UTF-8)"),
        (gzip.compress(TEXT.encode("utf-16"), mtime=0), "UTF-16"),
        (TEXT.replace("\n", "\r\n").encode(), "UTF-8"),
        (TEXT.replace("\n", "\r").encode("utf-16"), "UTF-16"),
        (b"\xef\xbb\xbf" + "größe;€\r1;2\r\n".encode(), "UTF-8"),
    ],
)
@pytest.mark.parametrize("block", [1, 3, 1 << 20])
def test_is_utf8_with_plain_line_ends(read, monkeypatch, data, encoding, block):
    monkeypatch.setattr(source, "BLOCK", block)
    found = read(data)
    assert found.data.decode() == TEXT
    assert (found.name, found.encoding) == ('"sales.csv"', encoding)


def test_encoding_given_wins(read):
    assert read("ğ\n".encode("iso8859-9"), encoding="latin5").data.decode() == "ğ\n"
    assert read("a\n".encode("utf-16-le"), encoding="utf-16-le").data == b"a\n"
    assert read("ä\n".encode(), encoding="cp1252").data.decode() == "Ã¤\n"


def test_dash_is_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"1\n")))
    assert read_source("-").name == "standard input"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "holds nothing; expected a table. Give another file."),
        (b"\xef\xbb\xbf", "holds nothing; expected"),
        (b" \r\n\t\n", "holds nothing but white space; expected a table"),
        (gzip.compress(b"", mtime=0), "holds nothing; expected"),
        (gzip.compress(b"1\n" * 99, mtime=0)[:-9], "compressed by gzip but damaged"),
    ],
)
def test_nothing_in_it(read, refused, data, what):
    assert refused(read, data).startswith('"sales.csv"')
    assert what in refused(read, data)


@pytest.mark.parametrize("data", [b"a\r\nb\rc\0\n", "a\nb\nc".encode("utf-16-le")])
def test_zero_bytes(read, refused, data):
    line = 3 if b"\r" in data else 1
    message = refused(read, data)
    assert message.startswith(f'"sales.csv", line {line}: there is a zero byte; expected a text.')
    assert message.endswith("give --encoding utf-16-le.")


def test_neither_utf8_nor_windows(read, refused):
    message = refused(read, b"a\r\nb\n\x81\n")
    assert message == '"sales.csv", line 3: byte 0x81 is not UTF-8. Give --encoding.'


def test_not_in_the_encoding_given(read, refused):
    message = refused(read, b"a\n\xe4\n", encoding="utf8")
    assert message.startswith('"sales.csv", line 2: byte 0xe4 is not UTF-8. Give another')
    assert "is not UTF-16" in refused(read, b"\xff\xfe\x00", encoding=None)


@pytest.mark.parametrize("encoding", ["utf-9", "base64", "a\0b"])
def test_no_such_encoding(read, refused, encoding):
    message = refused(read, b"1\n", encoding=encoding, error=SettingError)
    assert message.startswith(f'there is no encoding "{encoding}". Give one that Python knows')
