"""What can go wrong: each class says whose mistake it is by its exit status."""

import difflib
from collections.abc import Iterable

__all__ = [
    "CellError",
    "DataError",
    "DivergedError",
    "ElmanError",
    "Interrupted",
    "ModelFolderError",
    "SettingError",
    "UserError",
    "did_you_mean",
]


class ElmanError(Exception):
    """Anything that Elman reports itself; unless said otherwise, a fault of ours."""

    exit_status = 1


class UserError(ElmanError, ValueError):
    """A mistake that the user can mend: the message says what, where, what was expected and how."""

    exit_status = 2


class CellError(UserError):
    """A function that is not the equations of a cell."""


class DataError(UserError):
    """A file or a text that cannot be used."""


class SettingError(UserError):
    """A setting that does not exist or does not fit the others."""


class ModelFolderError(UserError):
    """A folder that is not a whole model, or that must not be written to."""


class DivergedError(UserError):
    """Training whose loss is no longer a number."""


class Interrupted(ElmanError):
    """Work stopped by the user, with what was done by then kept."""

    exit_status = 130


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Return ``' Did you mean "lstm"?'`` for the known name closest to the given one, or nothing.

    Args:
        given: what was asked for.
        known: the names that exist.

    Returns:
        A sentence with a leading blank, or an empty string if nothing is close.

    Example:
        >>> did_you_mean("lstn", ["gru", "lstm"])
        ' Did you mean "lstm"?'
    """
    close = difflib.get_close_matches(given, list(known), n=1)
    return f' Did you mean "{close[0]}"?' if close else ""
