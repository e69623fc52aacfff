"""How many steps are done between two looks at the rest of the world."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["Pace"]

SECONDS = 0.1
"""From one look to the next: soon enough for a progress bar and for Ctrl-C."""


class Pace:
    """Learns from how long steps took how many of them fill a tenth of a second.

    Attributes:
        count: of steps to do now.

    Example:
        >>> pace = Pace()
        >>> with pace.timed(limit=50):
        ...     pace.count
        1
    """

    def __init__(self) -> None:
        self.count = self._most = 1

    @contextmanager
    def timed(self, limit: int) -> Iterator[None]:
        """Time the work of `count` steps, which are at most as many as the limit.

        Args:
            limit: steps until something else is to be done.
        """
        self.count = min(self._most, limit)
        started = time.perf_counter()
        yield
        each = (time.perf_counter() - started) / self.count
        # the first steps are slower than all others: what they took is believed only in part
        self._most = max(1, min(4 * self._most, int(SECONDS / max(each, 1e-9))))
