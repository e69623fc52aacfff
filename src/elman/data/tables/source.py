"""The bytes of a file become UTF-8 with plain line ends, whatever they were before."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from elman.data.reading import read_bytes
from elman.errors import DataError, SettingError

__all__ = ["Source", "line_at", "read_source"]

BLOCK = 1 << 22  # bytes decoded at a time: a large file is never held as text
NAMES = {"utf-8": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252 (not UTF-8)"}
MARK = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Source:
    r"""A file's content in one form.

    Args:
        name: what messages call the file.
        data: UTF-8 without a mark, every line end ``b"\n"``.
        encoding: what the file was in, as it is said to people.

    Example:
        >>> Source("standard input", b"1;2\n", "UTF-8").encoding
        'UTF-8'
    """

    name: str
    data: bytes
    encoding: str


def read_source(path: str | Path, encoding: str | None = None) -> Source:
    r"""Read a file as UTF-8 with plain line ends.

    Not told otherwise, it is in UTF-16 if a mark says so, in UTF-8 if it can be, else in
    Windows-1252.

    Args:
        path: the file, compressed by gzip or not; ``"-"`` is standard input.
        encoding: of the file, as Python names it.

    Returns:
        The content.

    Raises:
        DataError: the file cannot be read, is in no such encoding, is binary, or holds nothing.
        SettingError: there is no such encoding.

    Example:
        >>> _ = Path("sales.csv").write_bytes("Größe\r\n1\r\n".encode("cp1252"))
        >>> source = read_source("sales.csv")
        >>> source.data.decode(), source.encoding
        ('Größe\n1\n', 'Windows-1252 (not UTF-8)')
    """
    known = None if encoding is None else _known(encoding)
    name, data = read_bytes(path)
    if known is None:
        known = "utf-16" if data.startswith(UTF16_MARKS) else _detected(data, name)
    data = _as_utf8(data, known, name)
    if data.startswith(MARK):
        data = data[len(MARK) :]
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if (zero := data.find(0)) >= 0:
        raise DataError(
            f"{name}, line {line_at(data, zero):,}: there is a zero byte; expected a text. The "
            "file is damaged or binary, or in UTF-16 without a mark: then give --encoding "
            "utf-16-le."
        )
    if not data or data.isspace():
        raise DataError(
            f"{name} holds {'nothing but white space' if data else 'nothing'}; expected a table. "
            "Give another file."
        )
    return Source(name, data, NAMES.get(known, known.upper()))


def line_at(data: bytes, offset: int) -> int:
    r"""Return the number of the line in which a byte is, counted from 1.

    Args:
        data: lines that end in CR LF, LF or CR.
        offset: of the byte.

    Returns:
        The number.

    Example:
        >>> line_at(b"a\r\nb\rc", 5)
        3
    """
    returns, pairs = data.count(b"\r", 0, offset), data.count(b"\r\n", 0, offset)
    return 1 + data.count(b"\n", 0, offset) + returns - pairs


def _known(encoding: str) -> str:
    try:
        "a".encode(encoding)  # what Python calls a codec need not be one of texts
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise SettingError(
            f'there is no encoding "{encoding}". Give one that Python knows, such as utf-8, '
            "utf-16, cp1252 or latin-1."
        ) from None


def _detected(data: bytes, name: str) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            for _ in _decoded(data, encoding):
                pass
        except UnicodeDecodeError:
            continue
        return encoding
    raise DataError(f"{_not_in(data, 'utf-8', name)} Give --encoding.")


def _as_utf8(data: bytes, encoding: str, name: str) -> bytes:
    try:
        if encoding == "utf-8":
            for _ in _decoded(data, encoding):
                pass
            return data
        result = bytearray()
        for text in _decoded(data, encoding):
            result += text.encode()
        return bytes(result)
    except UnicodeError:
        raise DataError(
            f"{_not_in(data, encoding, name)} Give another --encoding, or none to have it detected."
        ) from None


def _decoded(data: bytes, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    for start in range(0, len(data), BLOCK):
        yield decoder.decode(data[start : start + BLOCK])
    yield decoder.decode(b"", final=True)


def _not_in(data: bytes, encoding: str, name: str) -> str:
    shown = NAMES.get(encoding, encoding.upper())
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        place = f", line {line_at(data, error.start):,}" if encoding != "utf-16" else ""
        return f"{name}{place}: byte 0x{data[error.start]:02x} is not {shown}."
    except UnicodeError as error:
        return f"{name} is not {shown}: {error}."
    return f"{name} is not {shown}: it cannot be written in UTF-8."
