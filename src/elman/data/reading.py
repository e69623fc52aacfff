"""A file becomes a text, or an error that says where in the file the trouble is."""

import gzip
import os
import sys
import zlib
from pathlib import Path

from elman.errors import DataError, did_you_mean

__all__ = ["decode_text", "read_bytes", "read_text", "unpack"]

_GZIP = b"\x1f\x8b"
_MARK = "\ufeff"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: str | Path) -> str:
    """Read a text file in UTF-8, compressed by gzip or not.

    A byte order mark is dropped and every line end becomes ``"\\n"``.

    Args:
        path: the file; ``"-"`` is standard input.

    Returns:
        The whole text, which holds more than white space.

    Raises:
        DataError: there is no such file, or it cannot be read, is empty, is binary or is not UTF-8.

    Example:
        >>> import pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = pathlib.Path(folder, "fable.txt")
        ...     _ = file.write_bytes(b"long ago ,\\r\\n")
        ...     read_text(file)
        'long ago ,\\n'
    """
    name, data = read_bytes(path)
    text = decode_text(data, name)
    if not text.strip():
        raise DataError(
            f"{name} holds {'nothing but white space' if text else 'nothing'}; "
            "expected a text. Give another file."
        )
    return text


def read_bytes(path: str | Path) -> tuple[str, bytes]:
    """Read all bytes of a file, compressed by gzip or not.

    Args:
        path: the file; ``"-"`` is standard input.

    Returns:
        What messages call the file, and its bytes, unpacked.

    Raises:
        DataError: there is no such file, or it cannot be read or unpacked.

    Example:
        >>> import pathlib
        >>> _ = pathlib.Path("sales.csv").write_bytes(b"1,2")
        >>> read_bytes("sales.csv")
        ('"sales.csv"', b'1,2')
    """
    if str(path) == "-":
        name, data = "standard input", sys.stdin.buffer.read()
    else:
        name, data = f'"{path}"', _bytes_of(Path(path))
    return name, unpack(data, name)


def unpack(data: bytes, name: str) -> bytes:
    """Unpack what gzip may have packed.

    Args:
        data: of a file.
        name: what messages call the file.

    Returns:
        The bytes, unpacked; as they are if they were not packed.

    Raises:
        DataError: they are damaged.

    Example:
        >>> unpack(gzip.compress(b"mice"), '"fable.txt.gz"')
        b'mice'
    """
    if not data.startswith(_GZIP):
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(
            f"{name} is compressed by gzip but damaged ({error}). Copy or download it again."
        ) from None


def decode_text(data: bytes, name: str) -> str:
    """Read bytes as text; a byte order mark is dropped and every line end becomes ``"\\n"``.

    Args:
        data: in UTF-8.
        name: what messages call where they are from.

    Returns:
        The text, which may be empty.

    Raises:
        DataError: they are binary or not in UTF-8.

    Example:
        >>> decode_text(b"long ago ,\\r\\n", '"fable.txt"')
        'long ago ,\\n'
    """
    if data.startswith(_UTF16_MARKS):
        raise DataError(f"{name} is in UTF-16; expected UTF-8. {_convert('utf-16')}")
    if (zero := data.find(0)) >= 0:
        raise DataError(f"{name} is binary: byte 0x00 at offset {zero}; expected a text in UTF-8.")
    try:
        text = data.decode().removeprefix(_MARK)
    except UnicodeDecodeError as error:
        raise DataError(_not_utf8(data, error.start, name)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DataError(_missing(path)) from None
    except IsADirectoryError:
        raise DataError(f'"{path}" is a folder; expected a text file in it.') from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DataError(
            f'cannot read "{path}": {reason}. Check its name and its permissions.'
        ) from None


def _missing(path: Path) -> str:
    if not path.parent.is_dir():
        return f'there is no file "{path}", for there is no folder "{path.parent}".'
    try:
        neighbours = os.listdir(path.parent)
    except OSError:
        neighbours = []
    where = "" if path.parent == Path() else f' in the folder "{path.parent}"'
    return f'there is no file "{path.name}"{where}.{did_you_mean(path.name, neighbours)}'


def _not_utf8(data: bytes, offset: int, name: str) -> str:
    lines = data[:offset].decode().removeprefix(_MARK).split("\n")
    return (
        f"{name}, line {len(lines)}, column {len(lines[-1]) + 1} (byte {offset}): "
        f"0x{data[offset]:02x} is not UTF-8; expected a text in UTF-8. {_convert('latin1')}"
    )


def _convert(encoding: str) -> str:
    return f"To convert it: iconv -f {encoding} -t utf-8 FILE > NEW_FILE"
