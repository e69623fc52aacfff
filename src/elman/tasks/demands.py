"""What every task demands before it works, said in the same words by all."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from elman.errors import SettingError

__all__ = ["once_learnt", "refuse_resume_nowhere", "unjudged"]

Part = TypeVar("Part")


def once_learnt(part: Part | None, what: str) -> Part:
    """Return what a model knows since its training.

    Args:
        part: of the model; None before the training.
        what: it knows by it.

    Returns:
        The part.

    Raises:
        SettingError: the model is not trained.

    Example:
        >>> once_learnt(("+", "-"), "labels")
        ('+', '-')
    """
    if part is None:
        raise SettingError(f"the model knows no {what} before it is trained: call fit first.")
    return part


def refuse_resume_nowhere(out: str | Path | None, *, resume: bool) -> None:
    """Refuse to go on with a training that is nowhere.

    Args:
        out: the model folder, or None.
        resume: whether the training in it is to be continued.

    Raises:
        SettingError: it is, and there is none.

    Example:
        >>> refuse_resume_nowhere("model", resume=True)
    """
    if resume and out is None:
        raise SettingError("resume needs the folder to go on in: give out too.")


def unjudged(what: str) -> SettingError:
    """Return what is raised where nothing is held out though a setting needs it.

    Args:
        what: the setting.

    Example:
        >>> str(unjudged("patience"))
        'patience needs something to judge by: give validation too.'
    """
    return SettingError(f"{what} needs something to judge by: give validation too.")
