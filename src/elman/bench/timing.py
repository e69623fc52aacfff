"""How long contenders take, in turns: what disturbs one disturbs the others as much."""

from __future__ import annotations

import gc
import math
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from elman.bench.contender import Contender

__all__ = ["Timing", "in_turns"]

SHORTEST = 0.002
"""Seconds that a measurement takes at least: shorter calls are made many times over."""

REST = 0.005
"""Seconds between two turns, in which threads that wait for more by spinning come to rest."""

DISTURBED = 1.5
"""Times the quickest turn; a median above it says more of the machine than of who was measured."""


@dataclass(frozen=True)
class Timing:
    """What was measured of one contender.

    Args:
        name: who it is.
        calls: made in each turn.
        seconds: of a call, on average over each turn.
    """

    name: str
    calls: int
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median of the turns."""
        return statistics.median(self.seconds)

    @property
    def disturbed(self) -> bool:
        """Whether half of the turns took much longer than the quickest."""
        return self.median > DISTURBED * min(self.seconds)


def in_turns(contenders: Sequence[Contender], rounds: int) -> list[Timing]:
    """Time contenders in turns, each warmed up.

    Args:
        contenders: who takes part.
        rounds: turns of each.

    Returns:
        For each contender what was measured.

    Example:
        >>> [timing] = in_turns([Contender("nothing", int, dict)], rounds=7)
        >>> timing.calls > 100, len(timing.seconds)
        (True, 7)
    """
    with _no_collection():
        calls = [_calls(contender) for contender in contenders]
        seconds: list[list[float]] = [[] for _ in contenders]
        for turn in range(rounds):
            for number in range(len(contenders)):
                who = (turn + number) % len(contenders)  # nobody always comes after the same
                time.sleep(REST)
                seconds[who].append(_turn(contenders[who], calls[who]) / calls[who])
    return [
        Timing(contender.name, count, tuple(taken))
        for contender, count, taken in zip(contenders, calls, seconds, strict=True)
    ]


def _turn(contender: Contender, calls: int) -> float:
    with contender.scope():
        start = time.perf_counter()
        for _ in range(calls):
            contender.run()
        return time.perf_counter() - start


def _calls(contender: Contender) -> int:
    """Warm up, and return how many calls make a measurement long enough."""
    _turn(contender, 1)
    calls = 1
    while (taken := _turn(contender, calls)) < SHORTEST:
        # an early call may be slow, so that the next guess is never a bold one
        calls = max(calls + 1, min(10 * calls, math.ceil(calls * 1.2 * SHORTEST / taken)))
    return calls


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep Python from looking for garbage, which would hit whoever has the turn."""
    was = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
