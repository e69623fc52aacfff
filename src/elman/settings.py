"""Which knobs exist: one value each, from the environment or set for a stretch of code.

The environment is read once, when a setting is first wanted, for a call of a small layer takes
hardly longer than reading it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from elman.errors import SettingError, did_you_mean

__all__ = ["BACKENDS", "VECTOR_BITS", "backend", "use", "vector_bits"]

BACKENDS = ("auto", "aten", "compiled", "reference")
VECTOR_BITS = ("auto", "128", "256", "512")

_ALLOWED = {"backend": BACKENDS, "vector_bits": VECTOR_BITS}
_chosen: dict[str, str] = {}


def backend() -> str:
    """Return the backend asked for: ``"auto"`` unless set by `use` or ``ELMAN_BACKEND``.

    Returns:
        One of `BACKENDS`.

    Raises:
        SettingError: the environment variable names no backend.

    Example:
        >>> backend()
        'auto'
    """
    return _value("backend")


def vector_bits() -> str:
    """Return the width of vectors asked for: ``"auto"`` unless set, as for `backend`.

    No bit of a result depends on it.

    Returns:
        One of `VECTOR_BITS`.

    Raises:
        SettingError: the environment variable names no width.

    Example:
        >>> vector_bits()
        'auto'
    """
    return _value("vector_bits")


@contextmanager
def use(**chosen: str) -> Iterator[None]:
    """Run a stretch of code with other settings.

    Args:
        **chosen: `backend`, one of `BACKENDS`; `vector_bits`, one of `VECTOR_BITS`.

    Raises:
        SettingError: there is no such setting or value.

    Example:
        >>> with use(backend="reference"):
        ...     backend()
        'reference'
    """
    global _chosen
    for name, value in chosen.items():
        if name not in _ALLOWED:
            raise SettingError(
                f'there is no setting "{name}".{did_you_mean(name, _ALLOWED)} '
                f"There are: {', '.join(_ALLOWED)}."
            )
        _check(name, name, value)
    before, _chosen = _chosen, {**_chosen, **chosen}
    try:
        yield
    finally:
        _chosen = before


def _value(name: str) -> str:
    return _chosen[name] if name in _chosen else _from_environment(name)


@cache
def _from_environment(name: str) -> str:
    """Return what the environment asks for as the process first wants to know."""
    variable = f"ELMAN_{name.upper()}"
    value = os.environ.get(variable, "auto")
    _check(name, variable, value)
    return value


def _check(name: str, where: str, value: str) -> None:
    allowed = _ALLOWED[name]
    if value not in allowed:
        raise SettingError(
            f'{where} is "{value}", which is no {name.replace("_", " ")}.'
            f"{did_you_mean(value, allowed)} There are: {', '.join(allowed)}."
        )
