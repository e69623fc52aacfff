"""The diary of somebody who trains by a plan, and now and then misses a day."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["EXERCISES", "HEALTH", "PLAN", "Day", "diary", "predictable"]

PLAN = ("legs", "run", "chest", "swim", "back", "run", "rest")
EXERCISES = ("legs", "run", "chest", "swim", "back", "rest")
FIRST = date(2018, 1, 1)  # a Monday


@dataclass(frozen=True)
class Chance:
    """How often somebody feels so, and then misses the day."""

    often: float
    missed: float


HEALTH = {
    "well": Chance(often=0.80, missed=0.1),
    "tired": Chance(often=0.15, missed=0.3),
    "ill": Chance(often=0.05, missed=1.0),
}


@dataclass(frozen=True)
class Day:
    """One day.

    Args:
        date: of the calendar.
        health: one of `HEALTH`.
        due: the exercise whose turn it is.
        missed: whether it was not done; its turn is then the day after.

    Example:
        >>> Day(date(2018, 1, 1), "well", "legs", missed=False).due
        'legs'
    """

    date: date
    health: str
    due: str
    missed: bool


def diary(seed: int, weeks: int, *, misses: bool = True) -> list[Day]:
    """Write a diary, from the plan's first exercise on a Monday.

    Args:
        seed: of health and missed days.
        weeks: how many.
        misses: whether days are missed; otherwise the plan begins anew each Monday.

    Example:
        >>> [day.due for day in diary(seed=0, weeks=2, misses=False)][6:9]
        ['rest', 'legs', 'run']
    """
    draw = random.Random(seed)
    days: list[Day] = []
    turn = 0
    for number in range(7 * weeks):
        (health,) = draw.choices([*HEALTH], [chance.often for chance in HEALTH.values()])
        missed = misses and draw.random() < HEALTH[health].missed
        due = PLAN[turn % len(PLAN)]
        days.append(Day(FIRST + timedelta(days=number), health, due, missed))
        turn += not missed
    return days


def predictable(days: Sequence[Day]) -> list[bool]:
    """Return of which days the exercise follows from what was done on the days before.

    It does not before anything was done, nor after a run alone, which two exercises may follow.

    Args:
        days: one after the other; what was before the first is not known.

    Example:
        >>> predictable(diary(seed=0, weeks=1, misses=False))
        [False, True, True, True, True, True, True]
        >>> predictable(diary(seed=0, weeks=1, misses=False)[1:])
        [False, False, True, True, True, True]
    """
    turns = set(range(len(PLAN)))  # where in the plan the day may be
    found = []
    for day in days:
        found.append(len({PLAN[turn] for turn in turns}) == 1)
        if not day.missed:
            turns = {(turn + 1) % len(PLAN) for turn in turns if PLAN[turn] == day.due}
    return found
