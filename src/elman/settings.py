"""Which knobs exist: one value each, from the environment or set for a stretch of code."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from elman.errors import SettingError, did_you_mean

__all__ = ["BACKENDS", "backend", "use"]

BACKENDS = ("auto", "aten", "reference")

_chosen: str | None = None


def backend() -> str:
    """Return the backend that was asked for: ``"auto"`` unless set by `use` or ``ELMAN_BACKEND``.

    Returns:
        One of `BACKENDS`.

    Raises:
        SettingError: the environment variable names no backend.

    Example:
        >>> backend()
        'auto'
    """
    if _chosen is not None:
        return _chosen
    return _checked(os.environ.get("ELMAN_BACKEND", "auto"), "ELMAN_BACKEND")


@contextmanager
def use(*, backend: str) -> Iterator[None]:
    """Run a stretch of code on one backend, whatever would be chosen otherwise.

    Args:
        backend: one of `BACKENDS`.

    Raises:
        SettingError: there is no such backend.

    Example:
        >>> with use(backend="reference"):
        ...     pass
    """
    global _chosen
    before, _chosen = _chosen, _checked(backend, "backend")
    try:
        yield
    finally:
        _chosen = before


def _checked(name: str, where: str) -> str:
    if name not in BACKENDS:
        raise SettingError(
            f'{where} is "{name}", which is no backend.{did_you_mean(name, BACKENDS)} '
            f"There are: {', '.join(BACKENDS)}."
        )
    return name
