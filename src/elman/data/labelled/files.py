"""The files of a folder or of a .zip, and which class each belongs to."""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from elman.data.reading import read_bytes, unpack
from elman.errors import DataError

__all__ = ["File", "classes_by_folder", "classes_by_name", "is_about", "list_files"]

ABOUT = {"readme", "license", "licence", "source", "copying", "authors", "changelog", "about"}


@dataclass(frozen=True)
class File:
    """A file among others.

    Args:
        place: its path below the folder, parted by "/".
        read: returns its bytes, unpacked where gzip packed them.

    Example:
        >>> File("cats/3.TXT.gz", bytes).suffix
        '.txt'
    """

    place: str
    read: Callable[[], bytes]

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders in which it is, and its name."""
        return PurePosixPath(self.place).parts

    @property
    def suffix(self) -> str:
        """How its name ends, without .gz, in small letters."""
        return PurePosixPath(self.place.removesuffix(".gz")).suffix.lower()

    @property
    def stem(self) -> str:
        """Its name without how it ends."""
        return PurePosixPath(self.place.removesuffix(".gz")).stem


def list_files(path: str | Path) -> list[File]:
    """List what is in a folder or a .zip, hidden files apart; or a single file.

    A folder that holds everything in a .zip is not counted.

    Args:
        path: of the folder, the .zip or the file.

    Returns:
        The files, in the order of their places.

    Raises:
        DataError: there is no file, or the .zip is damaged.

    Example:
        >>> Path("pets", "cats").mkdir(parents=True)
        >>> _ = Path("pets", "cats", "3.txt").write_text("mew")
        >>> [file.place for file in list_files("pets")]
        ['cats/3.txt']
    """
    path = Path(path)
    if path.is_dir():
        files = _in_folder(path)
    elif path.suffix.lower() == ".zip" and path.is_file():
        files = _in_zip(path)
    else:
        return [File(path.name, lambda: read_bytes(path)[1])]
    shown = [file for file in files if not any(map(_is_hidden, file.parts))]
    if not shown:
        raise DataError(
            f'"{path}" holds no files. Expected examples, such as a folder of files for each class.'
        )
    return sorted(shown, key=lambda file: file.place)


def is_about(file: File) -> bool:
    """Say whether a file is about the data rather than a part of them.

    Args:
        file: of a data set.

    Returns:
        Whether its name is that of a notice, such as README.md.

    Example:
        >>> is_about(File("README.md", bytes)), is_about(File("Irish.txt", bytes))
        (True, False)
    """
    return file.stem.strip("_").lower() in ABOUT


def classes_by_folder(files: Sequence[File], name: str) -> list[str]:
    """Return the class of each file: the folder in which it is.

    Args:
        files: N of them, each in a folder.
        name: of the data, for messages.

    Returns:
        The classes, (N,).

    Raises:
        DataError: one is in a folder within a folder.

    Example:
        >>> classes_by_folder([File("cats/3.txt", bytes)], '"pets"')
        ['cats']
    """
    for file in files:
        if len(file.parts) > 2:
            raise DataError(
                f'{name}, "{file.place}": a file is in a folder within a folder. Expected a '
                f'folder for each class with its files in it. Give the folder "{file.parts[0]}" '
                "if its folders are the classes, or move the files."
            )
    return [file.parts[0] for file in files]


def classes_by_name(files: Sequence[File], name: str) -> list[str]:
    """Return the class of each file: its name up to the first "_".

    Args:
        files: N of them.
        name: of the data, for messages.

    Returns:
        The classes, (N,).

    Raises:
        DataError: a name has no "_".

    Example:
        >>> classes_by_name([File("7_jackson_0.wav", bytes)], '"recordings.zip"')
        ['7']
    """
    labels = [re.match(r"([^_]+)_", file.parts[-1]) for file in files]
    for file, label in zip(files, labels, strict=True):
        if label is None:
            raise DataError(
                f'{name}, "{file.place}": no label. Expected the class before the first "_" of '
                "the name, such as cat_1, or a folder for each class. Rename or move the file."
            )
    return [label[1] for label in labels if label]


def _is_hidden(part: str) -> bool:
    return part.startswith((".", "__MACOSX"))


def _in_folder(path: Path) -> list[File]:
    return [
        File(
            file.relative_to(path).as_posix(),
            partial(lambda file: read_bytes(file)[1], file),
        )
        for folder, _, names in os.walk(path)
        for file in (Path(folder, name) for name in names)
    ]


def _in_zip(path: Path) -> list[File]:
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise _damaged(path, error) from None
    places = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
    top = {place.split("/")[0] for place in places if not place.startswith("__MACOSX")}
    common = f"{top.pop()}/" if len(top) == 1 and all("/" in place for place in places) else ""
    return [
        File(place.removeprefix(common), partial(_unzipped, archive, path, place))
        for place in places
    ]


def _unzipped(archive: zipfile.ZipFile, path: Path, place: str) -> bytes:
    try:
        return unpack(archive.read(place), f'"{path}", "{place}"')
    except (OSError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        raise _damaged(path, error) from None


def _damaged(path: Path, error: Exception) -> DataError:
    return DataError(
        f'cannot read "{path}": {error}. Expected a whole .zip without a password. Copy or '
        "download it again, or unpack it and give the folder."
    )
