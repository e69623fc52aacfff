"""Which tasks there are: a closed list of names, so that a model folder can only name these."""

from __future__ import annotations

from pathlib import Path

from elman.errors import ModelFolderError, SettingError, did_you_mean
from elman.tasks.classification.classifier import Classifier
from elman.tasks.folder import CONFIG, Config
from elman.tasks.forecasting.forecaster import Forecaster
from elman.tasks.language_model import LanguageModel
from elman.tasks.music.music import Music
from elman.tasks.tagging.tagger import Tagger
from elman.tasks.translation.translator import Translator

__all__ = ["TASKS", "Model", "get", "load", "names"]

Model = LanguageModel | Forecaster | Classifier | Tagger | Music | Translator

TASKS: dict[str, type[Model]] = {
    task.task: task for task in (LanguageModel, Forecaster, Classifier, Tagger, Music, Translator)
}


def names() -> tuple[str, ...]:
    """Return the names of all tasks.

    Example:
        >>> names()
        ('language-model', 'forecast', 'classify', 'tag', 'music', 'translate')
    """
    return tuple(TASKS)


def get(name: str) -> type[Model]:
    """Look a task up by its name.

    Args:
        name: one of `names`.

    Returns:
        The class.

    Raises:
        SettingError: there is no such task; the message suggests the nearest.

    Example:
        >>> get("language-model").__name__
        'LanguageModel'
    """
    if name not in TASKS:
        raise SettingError(
            f'there is no task "{name}".{did_you_mean(name, TASKS)} There are: {", ".join(TASKS)}.'
        )
    return TASKS[name]


def load(folder: str | Path) -> Model:
    """Open a model folder.

    Args:
        folder: written by `save`, or by `fit` with `out`.

    Returns:
        The model, ready to predict.

    Raises:
        ModelFolderError: the folder is not a whole model of a task that is known.

    Example:
        >>> load("nowhere")
        Traceback (most recent call last):
            ...
        elman.errors.ModelFolderError: there is no folder "nowhere". Give one that Elman wrote.
    """
    config = Config.read(Path(folder))
    if config.task not in TASKS:
        raise ModelFolderError(
            f'"{Path(folder) / CONFIG}" names the task "{config.task}", which this Elman does not '
            f"know.{did_you_mean(config.task, TASKS)} There are: {', '.join(TASKS)}."
        )
    return TASKS[config.task].from_folder(Path(folder), config)
