"""A reporter that introduces the task first, and keeps a long run short."""

from __future__ import annotations

from collections.abc import Sequence

from elman.train.history import Row
from elman.train.reporter import Reporter

__all__ = ["Narrated"]

SHOWN = 20  # epochs whose rows are shown, of however many there are


class Narrated:
    """Passes everything on to another reporter, but with an introduction and with fewer rows.

    Args:
        reporter: is told.
        introduction: lines that come first.
        epochs: of the run; of more than 20, every second, third, ... is shown.

    Example:
        >>> from elman.train.reporter import LineReporter
        >>> Narrated(LineReporter(), ["long ago"], epochs=1).start(["the mice"], 0, 5)
        long ago
        the mice
    """

    def __init__(self, reporter: Reporter, introduction: Sequence[str], epochs: int) -> None:
        self._reporter = reporter
        self._introduction = introduction
        self._epochs = epochs
        self._every = -(-epochs // SHOWN)

    def start(self, lines: Sequence[str], done: int, total: int) -> None:
        """Pass it on, after the introduction."""
        self._reporter.start([*self._introduction, *lines], done, total)

    def step(self, done: int, loss: float, accuracy: float) -> None:
        """Pass it on."""
        self._reporter.step(done, loss, accuracy)

    def example(self, line: str) -> None:
        """Pass it on."""
        self._reporter.example(line)

    def row(self, row: Row) -> None:
        """Pass on the rows of the first epoch, of the last, and of some between."""
        if row.epoch % self._every == 0 or row.epoch in (1, self._epochs):
            self._reporter.row(row)

    def finish(self) -> None:
        """Pass it on."""
        self._reporter.finish()
