"""A file is written whole or not at all."""

import os
from pathlib import Path

from elman.errors import DataError

__all__ = ["write_whole"]


def write_whole(path: str | Path, data: bytes) -> None:
    """Write a file so that nobody ever finds half of it, even if the machine stops midway.

    The bytes go to a neighbouring file first, which then takes the place of `path` in one step.

    Args:
        path: the file, new or to be replaced; its folder exists.
        data: all of its bytes.

    Raises:
        DataError: the place cannot be written to; a file that was there before is untouched.

    Example:
        >>> import pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_whole(pathlib.Path(folder, "config.json"), b"{}")
        ...     pathlib.Path(folder, "config.json").read_text()
        '{}'
    """
    path = Path(path)
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            _write_through(partial, data)
            os.replace(partial, path)
        finally:
            partial.unlink(missing_ok=True)
        _flush_folder(path.parent)
    except OSError as error:
        raise DataError(
            f'cannot write "{path}": {error.strerror or error}. Check that its folder exists, may '
            "be written to and has room, or choose another place."
        ) from None


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    # The new name itself lives in the folder; Windows has no way to open one, and no need.
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
