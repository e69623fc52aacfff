"""Which suites there are, and their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from elman.bench.rows import ROWS, AnyRow
from elman.bench.training.rows import TRAINING_ROWS
from elman.data.arguments import one_of

__all__ = ["SUITES", "rows_of"]

SUITES: Mapping[str, Sequence[AnyRow]] = {"layers": ROWS, "training": TRAINING_ROWS}
"""The first is the usual one."""


def rows_of(suite: str) -> Sequence[AnyRow]:
    """Return the rows of a suite.

    Args:
        suite: a key of `SUITES`.

    Raises:
        SettingError: there is none of that name.

    Example:
        >>> [row.name for row in rows_of("training")][0]
        'letters-lstm-1-5-1-32'
    """
    return SUITES[one_of("suite", suite, SUITES)]
