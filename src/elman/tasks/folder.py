"""The model folder: which files it holds, where it may be written, and what config.json says."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from itertools import chain, count
from pathlib import Path
from typing import Any

from elman import __version__
from elman.data.writing import write_whole
from elman.errors import ModelFolderError, SettingError
from elman.train.tensorboard import ENDING

__all__ = [
    "CARD",
    "CHECKPOINT",
    "CLASSES",
    "CONFIG",
    "CONFUSION",
    "FORECAST",
    "FORMAT",
    "HISTORY",
    "PICTURE",
    "SERIES",
    "TENSORBOARD",
    "VOCABULARY",
    "WEIGHTS",
    "Config",
    "claim",
    "clear",
    "files_of",
    "next_free",
]

FORMAT = 1  # of config.json; a folder with a higher number comes from a newer Elman

CONFIG = "config.json"
WEIGHTS = "model.safetensors"
VOCABULARY = "vocab.json"
SERIES = "series.json"
CLASSES = "classes.json"
HISTORY = "history.csv"
CARD = "README.md"
PICTURE = "plots/training.png"
FORECAST = "plots/forecast.png"
CONFUSION = "plots/confusion.png"
CHECKPOINT = "checkpoint.safetensors"
TENSORBOARD = "tensorboard"  # a folder, where a user may put logs of other programs too
OURS = (
    PICTURE,
    FORECAST,
    CONFUSION,
    CONFIG,
    WEIGHTS,
    VOCABULARY,
    SERIES,
    CLASSES,
    HISTORY,
    CARD,
    CHECKPOINT,
)


@dataclass(frozen=True)
class Config:
    """What config.json says: which task, how the model is made, how it was trained, what came out.

    Args:
        task: the name of a task.
        model: the settings of the model.
        training: the settings of the training, and a fingerprint of what it was trained on.
        results: what came out; nothing while the training is unfinished.
        elman: the version that wrote it.

    Example:
        >>> Config("language-model", model={"cell": "gru"}, training={"epochs": 3}).results is None
        True
    """

    task: str
    model: dict[str, Any]
    training: dict[str, Any]
    results: dict[str, Any] | None = None
    elman: str = field(default=__version__)

    def write(self, folder: Path) -> None:
        """Write config.json, whole or not at all.

        Args:
            folder: the model folder.

        Example:
            >>> with tempfile.TemporaryDirectory() as place:
            ...     Config("language-model", {}, {}).write(Path(place))
            ...     Config.read(Path(place)).task
            'language-model'
        """
        content = {"format": FORMAT, **asdict(self)}
        text = json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False)
        write_whole(folder / CONFIG, f"{text}\n".encode())

    @classmethod
    def read(cls, folder: Path) -> Config:
        """Read config.json.

        Args:
            folder: the model folder.

        Returns:
            What it says.

        Raises:
            ModelFolderError: there is no such file, or it is none of ours, or a newer one.

        Example:
            >>> Config.read(Path("nowhere"))
            Traceback (most recent call last):
                ...
            elman.errors.ModelFolderError: there is no folder "nowhere". Give one that Elman wrote.
        """
        content = read_object(folder, CONFIG)
        if not isinstance(content.get("format"), int):
            raise ModelFolderError(
                f'"{folder / CONFIG}" does not say its "format", so Elman has not written it.'
            )
        if content["format"] > FORMAT:
            raise ModelFolderError(
                f'"{folder}" has format {content["format"]}, written by Elman '
                f"{content.get('elman', '(unknown)')}; this is Elman {__version__}, which reads up "
                f"to format {FORMAT}. Update with: pip install --upgrade elman"
            )
        kinds = {"task": str, "model": dict, "training": dict, "elman": str}
        for key, kind in kinds.items():
            if not isinstance(content.get(key), kind):
                raise ModelFolderError(
                    f'"{folder / CONFIG}": "{key}" is {json.dumps(content.get(key))}, '
                    f"but must be {_SPOKEN[kind]}. {_DAMAGED}"
                )
        results = content.get("results")
        return cls(
            **{key: content[key] for key in kinds},
            results=results if isinstance(results, dict) else None,
        )


_SPOKEN: Mapping[type, str] = {str: "a text", dict: "an object"}


def read_object(folder: Path, name: str) -> dict[str, Any]:
    """Read one JSON object of a model folder.

    Args:
        folder: the model folder.
        name: the name of the file in it.

    Returns:
        The object.

    Raises:
        ModelFolderError: no such folder or file, or not a JSON object.

    Example:
        >>> with tempfile.TemporaryDirectory() as place:
        ...     _ = Path(place, "config.json").write_text('{"format": 1}')
        ...     read_object(Path(place), "config.json")
        {'format': 1}
    """
    path = folder / name
    try:
        if not folder.is_dir():
            raise ModelFolderError(_no_folder(folder))
        if not path.is_file():
            raise ModelFolderError(
                f'"{folder}" is not a whole model folder: there is no {name} in it. '
                f"Expected a folder written by Elman, with {CONFIG} and {WEIGHTS}."
            )
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise ModelFolderError(
            f'cannot read "{path}": {error.strerror}. Check its permissions.'
        ) from error
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ModelFolderError(f'"{path}" is no readable JSON: {error}. {_DAMAGED}') from error
    if not isinstance(content, dict):
        raise ModelFolderError(f'"{path}" holds no JSON object. {_DAMAGED}')
    return content


_DAMAGED = "The file was changed or damaged; copy the folder again, or train again."


def _no_folder(folder: Path) -> str:
    if folder.exists():
        return f'"{folder}" is a file, not a model folder. Give a folder that Elman wrote.'
    return f'there is no folder "{folder}". Give one that Elman wrote.'


def claim(path: str | Path, *, force: bool = False, resume: bool = False) -> Path:
    """Make sure, before any work is done, that a model may and can be written here.

    Args:
        path: the folder, which need not exist.
        force: replace the model in it, or add one to the files in it; only files of a model are
            ever replaced.
        resume: go on with the unfinished training in that folder.

    Returns:
        The folder, which now exists.

    Raises:
        ModelFolderError: something is there that must not be lost, there is nothing to resume, or
            the place cannot be written to.
        SettingError: both `force` and `resume` are asked for.

    Example:
        >>> with tempfile.TemporaryDirectory() as place:
        ...     claim(f"{place}/model").name
        'model'
    """
    folder = Path(path)
    if force and resume:
        raise SettingError("force replaces a training and resume continues it: give one of them.")
    try:
        if folder.exists() and not folder.is_dir():
            raise ModelFolderError(f'"{folder}" is a file. Give the name of a folder.')
        if resume:
            _refuse_without_training(folder)
        elif force:
            _refuse_what_may_be_the_users(folder)
        else:
            _refuse_what_would_be_lost(folder)
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise ModelFolderError(
            f'cannot write to "{folder}": {error.strerror}. Choose another folder.'
        ) from error
    return folder


def clear(folder: Path) -> None:
    """Remove the files with our names from a folder, and leave all others alone.

    Args:
        folder: the folder.

    Raises:
        ModelFolderError: one of them cannot be removed.

    Example:
        >>> with tempfile.TemporaryDirectory() as place:
        ...     for name in ("config.json", "letter.txt"):
        ...         _ = Path(place, name).write_text("text")
        ...     clear(Path(place))
        ...     [path.name for path in Path(place).iterdir()]
        ['letter.txt']
    """
    every = [*(folder / name for name in OURS), *_logs(folder)]
    for file in sorted(every, key=(folder / CONFIG).__eq__):  # last: till then it is ours
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise ModelFolderError(
                f'cannot replace "{file}": {error.strerror}. Choose another folder.'
            ) from error
    for place in ((folder / PICTURE).parent, folder / TENSORBOARD):
        with suppress(OSError):  # what else is in it is the user's
            place.rmdir()


def files_of(folder: Path) -> list[Path]:
    """Return the files with our names in a folder.

    Args:
        folder: the model folder.

    Returns:
        Their paths, in the order in which a reader wants them.

    Example:
        >>> files_of(Path("nowhere"))
        []
    """
    return [*(folder / name for name in OURS if (folder / name).is_file()), *_logs(folder)]


def _logs(folder: Path) -> list[Path]:
    return sorted((folder / TENSORBOARD).glob(f"*{ENDING}"))


def next_free(folder: Path, *, taken: bool = False) -> Path:
    """Return the folder, or if it exists the first of folder-2, folder-3, ... that does not.

    Args:
        folder: the wish.
        taken: the folder itself is meant, whatever is there.

    Returns:
        A path where nothing is.

    Example:
        >>> with tempfile.TemporaryDirectory() as place:
        ...     next_free(Path(place)).name == f"{Path(place).name}-2"
        True
    """
    if taken:
        return folder
    names = (f"{folder.name}-{number}" for number in count(2))
    candidates = chain([folder], (folder.with_name(name) for name in names))
    return next(path for path in candidates if not path.exists())


def _refuse_without_training(folder: Path) -> None:
    if not (folder / CONFIG).is_file():
        raise ModelFolderError(
            f'there is no training to resume in "{folder}". Start one without --resume '
            "(in Python resume=False)."
        )
    if (folder / WEIGHTS).exists():
        raise ModelFolderError(
            f'the training in "{folder}" is finished: nothing to resume. To train anew, '
            "replace it with --force (in Python force=True) or choose another folder."
        )


def _refuse_what_would_be_lost(folder: Path) -> None:
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not _is_model_folder(folder):
        raise ModelFolderError(
            f'"{folder}" exists and is not a model folder. Choose another folder; '
            "or write into it all the same with --force (in Python force=True)."
        )
    if (folder / WEIGHTS).exists():
        raise ModelFolderError(
            f'"{folder}" already holds a model. Choose another folder, or replace the model '
            "with --force (in Python force=True)."
        )
    raise ModelFolderError(
        f'"{folder}" holds an unfinished training. Continue it with --resume, or replace it '
        "with --force (in Python resume=True, force=True)."
    )


def _refuse_what_may_be_the_users(folder: Path) -> None:
    names = [file.relative_to(folder).as_posix() for file in files_of(folder)]
    if names and not _is_model_folder(folder):
        raise ModelFolderError(
            f'"{folder}" is not a model folder, but holds {", ".join(names)}, which force would '
            "replace. Move that away, or choose another folder."
        )


def _is_model_folder(folder: Path) -> bool:
    try:
        content = read_object(folder, CONFIG)
    except ModelFolderError:
        return False
    return isinstance(content.get("format"), int) and "task" in content
