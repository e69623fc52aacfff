"""The folder of a small example: what is written, and that nothing else is ever replaced."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from elman.data.writing import write_whole
from elman.errors import DataError
from elman.train.history import History

__all__ = ["HISTORY", "RESULT", "keep", "refuse_to_overwrite"]

RESULT = "result.txt"
HISTORY = "history.csv"


def refuse_to_overwrite(folder: Path, name: str, files: Sequence[str], *, force: bool) -> None:
    """Make sure, before any work is done, that nothing of the user's would be lost.

    Args:
        folder: where the results will go; it need not exist.
        name: of the example.
        files: that it writes.
        force: replace an earlier result of the same example.

    Raises:
        DataError: it is a file, or files of those names are there which may not be replaced.

    Example:
        >>> refuse_to_overwrite(Path("nowhere"), "sine", [RESULT], force=False)
    """
    if folder.exists() and not folder.is_dir():
        raise DataError(f'"{folder}" is a file. Give the name of a folder.')
    there = [file for file in files if (folder / file).exists()]
    if not there:
        return
    if not _is_of(folder, name):
        raise DataError(
            f'"{folder}" holds {", ".join(there)}, not written by elman demo {name}. '
            "Choose another folder."
        )
    if not force:
        raise DataError(
            f'"{folder}" already holds a result of elman demo {name}. Choose another folder, or '
            "replace it with --force (in Python force=True)."
        )


def _is_of(folder: Path, name: str) -> bool:
    try:
        first = (folder / RESULT).read_text(encoding="utf-8").split("\n")[0]
    except (OSError, UnicodeDecodeError):
        return False
    return f"{first} ".startswith(f"elman demo {name} ")


def keep(folder: Path, text: str, history: History) -> None:
    """Write what was found, and how the training went.

    Args:
        folder: made if it is not there.
        text: what was printed; its first line is the command.
        history: of the training.

    Raises:
        DataError: the folder cannot be written to.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as place:
        ...     keep(Path(place, "new"), "elman demo sine", History())
        ...     Path(place, "new", RESULT).read_text()
        'elman demo sine\\n'
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(
            f'cannot make the folder "{folder}": {error.strerror}. Choose another folder.'
        ) from None
    history.write(folder / HISTORY)
    write_whole(folder / RESULT, f"{text}\n".encode())
