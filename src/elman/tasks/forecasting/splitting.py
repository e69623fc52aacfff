"""Which steps of a series are learnt, which decide when to stop, and which only judge: in order."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from elman.data.series import Series
from elman.errors import DataError, SettingError

__all__ = ["Split", "refuse_short", "split"]

Share = float | int


class Split(NamedTuple):
    """The ends of the three parts of a series.

    Args:
        train: the step after the last one that is learnt.
        validation: after the last that decides when to stop, and calibrates the intervals.
        test: after the last that only judges.
    """

    train: int
    validation: int
    test: int


def split(length: int, validation: Share, test: Share, name: str = "") -> Split:
    """Cut a series in three, the newest steps last.

    Args:
        length: steps.
        validation: a share of them below 1, or a number of steps.
        test: likewise.
        name: of the series, for messages.

    Returns:
        The ends.

    Raises:
        SettingError: a part is negative, or nothing would be left to learn.

    Example:
        >>> split(100, 0.2, 10)
        Split(train=70, validation=90, test=100)
    """
    counts = []
    for kind, part in (("validation", validation), ("test", test)):
        number = isinstance(part, float | int) and not isinstance(part, bool)
        if not number or not 0 <= part < inf or (part > 1 and part % 1):
            raise SettingError(
                f"{kind} is {part!r}; expected a share below 1, such as 0.2, or a whole number of "
                "steps."
            )
        counts.append(round(part * length) if part < 1 else int(part))
    train = length - sum(counts)
    if train < 1:
        whose, without = (f' of series "{name}"', ", or take the series out") if name else ("", "")
        raise SettingError(
            f"validation and test take {sum(counts):,} of {length:,} steps{whose}, so that nothing "
            f"is left to learn. Give smaller ones{without}."
        )
    return Split(train, train + counts[0], length)


def refuse_short(series: Sequence[Series], splits: Sequence[Split], window: int, told: str) -> None:
    """Refuse series of which not a single window can be learnt.

    Args:
        series: all of them.
        splits: of each.
        window: look-back and horizon together.
        told: the same in words.

    Raises:
        DataError: even the longest is too short.

    Example:
        >>> import numpy as np, pandas as pd
        >>> one = Series("", pd.RangeIndex(9), np.zeros((9, 1)), 9)
        >>> refuse_short([one], [split(9, 0.2, 0)], 7, "look-back 5 and horizon 2")
    """
    longest = max(range(len(series)), key=lambda number: splits[number].train)
    if (train := splits[longest].train) >= window:
        return
    whole, which = series[longest].length, series[longest].name
    held = whole - train
    raise DataError(
        f"the {f'longest series, {which!r},' if which else 'series'} has {whole:,} steps, of which "
        f"{train:,} are to be learnt (the last {held:,} are held out to judge by), but {told} need "
        f"{window:,}. Give a longer series, a shorter look-back or horizon, or hold out less."
    )
