"""A reporter that introduces the task first."""

from __future__ import annotations

from collections.abc import Sequence

from elman.train.history import Row
from elman.train.reporter import Reporter

__all__ = ["Introduced"]


class Introduced:
    """Passes everything on to another reporter, but with an introduction.

    Args:
        reporter: is told.
        introduction: lines that come first.

    Example:
        >>> from elman.train.reporter import LineReporter
        >>> Introduced(LineReporter(), ["long ago"]).start(["the mice"], 0, 5)
        long ago
        the mice
    """

    def __init__(self, reporter: Reporter, introduction: Sequence[str]) -> None:
        self._reporter = reporter
        self._introduction = introduction

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
        """Pass it on."""
        self._reporter.row(row)

    def finish(self) -> None:
        """Pass it on."""
        self._reporter.finish()
