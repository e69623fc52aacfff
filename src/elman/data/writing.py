"""A file is written whole or not at all."""

import os
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from elman.errors import DataError

__all__ = ["free_files", "refuse_taken", "write_whole"]


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


def refuse_taken(files: Iterable[Path], *, force: bool = False) -> None:
    """Make sure, before any work is done, that files can be written and nothing is lost by it.

    Args:
        files: to be written.
        force: replace what is there.

    Raises:
        DataError: a folder is missing, or something is there already.

    Example:
        >>> refuse_taken([Path("nowhere/gates.png")])
        Traceback (most recent call last):
            ...
        elman.errors.DataError: "nowhere", where "gates.png" is to be written, is no folder.
    """
    for file in files:
        if not file.parent.is_dir():
            raise DataError(f'"{file.parent}", where "{file.name}" is to be written, is no folder.')
        if file.is_dir():
            raise DataError(f'"{file}" is a folder. Give the name of a file.')
        if file.exists() and not force:
            raise DataError(
                f'"{file}" exists already. Choose another name, or replace it with --force.'
            )


def free_files(stem: str, ends: Iterable[str]) -> list[Path]:
    """Return the first of STEM, STEM-2, STEM-3, ... of which no file is there.

    Args:
        stem: what the files are called.
        ends: of their names, such as ``.png``.

    Returns:
        One path for each end, in the folder where we are.

    Example:
        >>> [file.name for file in free_files("gates", [".png", ".csv"])]
        ['gates.png', 'gates.csv']
    """
    ends = [*ends]
    stems = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    candidates = ([Path(f"{one}{end}") for end in ends] for one in stems)
    return next(files for files in candidates if not any(map(Path.exists, files)))


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
