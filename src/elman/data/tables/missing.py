"""What is done about missing values, always counted and said, never in silence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from elman.data.arguments import one_of
from elman.errors import DataError

__all__ = ["POLICIES", "fill"]

Values = NDArray[np.float64]
NAMED = 3  # columns and lines that are named


def fill(
    values: Values,
    policy: str,
    *,
    columns: Sequence[str],
    lines: NDArray[np.int32],
    name: str,
) -> tuple[Values, str]:
    """Do about missing values what was asked for.

    Args:
        values: of every step of a grid, (N, C); NaN where missing.
        policy: ``"error"``: refuse them; ``"ffill"``: take the value before; ``"interpolate"``: on
            a line from the value before to the one after; ``"mask"``: leave them.
        columns: the names of the columns, C.
        lines: of the file in which each step is, (N,); 0 where it has no row.
        name: of the file.

    Returns:
        The values, (N, C), and a sentence on what was done; nothing if there was nothing to do.

    Raises:
        DataError: values are missing and must not be, or a column has no value at all.
        SettingError: there is no such policy.

    Example:
        >>> values = np.array([[1.0], [np.nan], [3.0]])
        >>> lines = np.array([2, 3, 4], np.int32)
        >>> filled, done = fill(values, "interpolate", columns=["sales"], lines=lines, name="")
        >>> filled[:, 0], done
        (array([1., 2., 3.]), '1 value of sales interpolated.')
    """
    one_of("missing", policy, POLICIES)
    missing = np.isnan(values)
    counts = missing.sum(axis=0)
    for column in np.flatnonzero(counts == len(values)).tolist():
        raise DataError(
            f'{name}: the column "{columns[column]}" has no value in any row; expected numbers. '
            "Leave the column out."
        )
    if not counts.any():
        return values, ""
    if policy == "error":
        raise DataError(f"{name}: {_whats_missing(missing, columns, lines)}")
    return POLICIES[policy](values, missing, columns)


def _whats_missing(
    missing: NDArray[np.bool_], columns: Sequence[str], lines: NDArray[np.int32]
) -> str:
    present = lines > 0
    counts = missing[present].sum(axis=0)
    parts = []
    if counts.any():
        first = lines[np.flatnonzero(missing.any(axis=1) & present)]
        parts.append(f"{_counted(counts, columns)} missing ({_listed(first)})")
    if absent := int((~present).sum()):
        after = np.maximum.accumulate(lines)[np.flatnonzero(np.diff(present.astype(int)) == -1)]
        rows = "row is" if absent == 1 else "rows are"
        parts.append(f"{absent:,} {rows} missing (after {_listed(after)})")
    return (
        f"{', and '.join(parts)}. Expected a value in every step. Mend the file, or choose what "
        "to do: --missing ffill (take the value before), --missing interpolate (draw a line over "
        "the hole) or --missing mask (do not learn from it); in Python missing=."
    )


def _forward(
    values: Values, missing: NDArray[np.bool_], columns: Sequence[str]
) -> tuple[Values, str]:
    steps = np.arange(len(values))[:, None]
    known = np.maximum.accumulate(np.where(missing, -1, steps), axis=0)  # the last one, or -1
    begin = (~missing).argmax(axis=0)
    filled = np.take_along_axis(values, np.where(known < 0, begin, known), axis=0)
    said = f"{_counted(missing.sum(axis=0), columns, verb=False)} filled forward"
    if leading := int(begin.sum()):
        said += f", {leading:,} of them, at the beginning, with the first known one"
    return filled, f"{said}."


def _interpolated(
    values: Values, missing: NDArray[np.bool_], columns: Sequence[str]
) -> tuple[Values, str]:
    filled, steps = values.copy(), np.arange(len(values))
    for column in np.flatnonzero(missing.any(axis=0)):
        holes = missing[:, column]
        filled[holes, column] = np.interp(steps[holes], steps[~holes], values[~holes, column])
    said = f"{_counted(missing.sum(axis=0), columns, verb=False)} interpolated"
    if ends := int((~missing).argmax(axis=0).sum() + (~missing[::-1]).argmax(axis=0).sum()):
        said += f", {ends:,} of them, at the ends, with the nearest known one"
    return filled, f"{said}."


def _masked(
    values: Values, missing: NDArray[np.bool_], columns: Sequence[str]
) -> tuple[Values, str]:
    return values, f"{_counted(missing.sum(axis=0), columns)} missing and masked."


def _refused(
    values: Values, missing: NDArray[np.bool_], columns: Sequence[str]
) -> tuple[Values, str]:
    raise AssertionError("said by `fill`, which knows the lines")


POLICIES: dict[str, Callable[[Values, NDArray[np.bool_], Sequence[str]], tuple[Values, str]]] = {
    "error": _refused,
    "ffill": _forward,
    "interpolate": _interpolated,
    "mask": _masked,
}


def _counted(counts: NDArray[np.int64], columns: Sequence[str], *, verb: bool = True) -> str:
    total = int(counts.sum())
    holed = [columns[column] for column in np.flatnonzero(counts).tolist()]
    named = holed if len(holed) <= NAMED else [*holed[:NAMED], f"{len(holed) - NAMED:,} more"]
    joined = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    said = f"{total:,} value{'s' * (total != 1)} of {joined}"
    return f"{said} {'is' if total == 1 else 'are'}" if verb else said


def _listed(lines: NDArray[np.int32]) -> str:
    named = [f"{line:,}" for line in lines[:NAMED]]
    more = ", ..." if len(lines) > NAMED else ""
    return f"line{'s' * (len(lines) > 1)} {', '.join(named)}{more}"
