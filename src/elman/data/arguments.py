"""What is given, checked: a wrong value is named together with what was expected."""

from collections.abc import Collection

from elman.errors import SettingError, did_you_mean

__all__ = ["at_least", "one_of"]


def at_least(name: str, value: int, least: int) -> int:
    """Return a whole number, provided that it is not too small.

    Args:
        name: of the setting.
        value: what was given.
        least: the smallest that makes sense.

    Returns:
        The value.

    Raises:
        SettingError: it is too small or no whole number.

    Example:
        >>> at_least("window", 3, 1)
        3
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise SettingError(f"{name} is {value!r}; expected a whole number of at least {least}.")
    return value


def one_of(name: str, value: str, known: Collection[str]) -> str:
    """Return a name, provided that it is one of those known.

    Args:
        name: of the setting.
        value: what was given.
        known: the names that exist.

    Returns:
        The value.

    Raises:
        SettingError: there is no such name; the message suggests the nearest.

    Example:
        >>> one_of("loss_steps", "last", ["every", "last"])
        'last'
    """
    if value not in known:
        raise SettingError(
            f"{name} is {value!r}; expected one of: {', '.join(known)}."
            f"{did_you_mean(str(value), known)}"
        )
    return value
