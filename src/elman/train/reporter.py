"""What a person sees of a run: a bar at a terminal, lines elsewhere, or nothing."""

import math
import sys
import time
from collections.abc import Callable, Sequence
from typing import Protocol, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from elman.train.history import Row

__all__ = [
    "BarReporter",
    "LineReporter",
    "Reporter",
    "SilentReporter",
    "make_reporter",
    "row_line",
]


class Reporter(Protocol):
    """Is told how a run goes."""

    def start(self, lines: Sequence[str], done: int, total: int) -> None:
        """Hear what is about to be done, in words, and how many steps of how many are done."""

    def step(self, done: int, loss: float, accuracy: float | None) -> None:
        """Hear of a step: how many are done, and the averages since the last row."""

    def example(self, line: str) -> None:
        """Hear an example: context, true next symbol, predicted next symbol."""

    def note(self, line: str) -> None:
        """Hear what should be known of the run, and perhaps be done about it."""

    def row(self, row: Row) -> None:
        """Hear a row of the history."""

    def finish(self) -> None:
        """Hear that the run is over, whether it went well or not."""


def make_reporter(stream: TextIO | None = None, row_seconds: float = 1.0) -> Reporter:
    """Return the reporter that suits a stream: a bar at a terminal, plain lines elsewhere.

    Args:
        stream: where to write; None is standard output.
        row_seconds: the shortest time from one row shown to the next; the last is always shown.

    Returns:
        The reporter.

    Example:
        >>> import io
        >>> type(make_reporter(io.StringIO())).__name__
        'LineReporter'
    """
    stream = stream or sys.stdout
    if stream.isatty():
        return BarReporter(Console(file=stream), row_seconds)
    return LineReporter(stream, row_seconds)


def row_line(row: Row) -> str:
    """Return a row of the history as one line of at most 80 columns.

    Args:
        row: the row.

    Returns:
        The line.

    Example:
        >>> row_line(Row(1000, 2, 1.5, 0.5, 2.0, 0.25, 0.001, 9.0))
        'epoch 2  step 1000  loss 1.5000  accuracy 50.0 %  validation 2.0000  25.0 %'
    """
    line = f"epoch {row.epoch}  step {row.step}  {_quality(row.loss, row.accuracy)}"
    if row.validation_loss is not None:
        line += f"  validation {row.validation_loss:.4f}"
    if row.validation_accuracy is not None:
        line += f"  {_percent(row.validation_accuracy)}"
    return line


class SilentReporter:
    """Says nothing."""

    def start(self, lines: Sequence[str], done: int, total: int) -> None:
        """Say nothing."""

    def step(self, done: int, loss: float, accuracy: float | None) -> None:
        """Say nothing."""

    def example(self, line: str) -> None:
        """Say nothing."""

    def note(self, line: str) -> None:
        """Say nothing."""

    def row(self, row: Row) -> None:
        """Say nothing."""

    def finish(self) -> None:
        """Say nothing."""


class _Rows:
    """Writes rows so far apart that a person can read them, and the last one in any case."""

    def __init__(self, write: Callable[[str], None], seconds: float) -> None:
        self._write, self._seconds = write, seconds
        self._waiting: Row | None = None
        self._written = -math.inf

    def add(self, row: Row) -> None:
        self._waiting = row
        if time.monotonic() - self._written >= self._seconds:
            self.flush()

    def flush(self) -> None:
        if self._waiting is not None:
            self._write(row_line(self._waiting))
            self._waiting, self._written = None, time.monotonic()


class LineReporter:
    """Plain lines: rows, examples, and a sign of life where these are far apart.

    Args:
        stream: where to write; None is standard output.
        row_seconds: the shortest time from one row to the next; the last is always written.
        quiet_seconds: the longest time without a line.
    """

    def __init__(
        self,
        stream: TextIO | None = None,
        row_seconds: float = 1.0,
        quiet_seconds: float = 30.0,
    ) -> None:
        self._stream = stream or sys.stdout
        self._rows = _Rows(self._write, row_seconds)
        self._quiet_seconds = quiet_seconds

    def start(self, lines: Sequence[str], done: int, total: int) -> None:
        """Write the lines."""
        self._done, self._total = done, total
        self._started = self._written = time.monotonic()
        for line in lines:
            self._write(line)

    def step(self, done: int, loss: float, accuracy: float | None) -> None:
        """Write a line if there was none for long."""
        if (now := time.monotonic()) - self._written >= self._quiet_seconds:
            left = (now - self._started) / (done - self._done) * (self._total - done)
            quality = _quality(loss, accuracy)
            self._write(f"step {done} of {self._total}  {quality}  {_duration(left)} left")

    def example(self, line: str) -> None:
        """Write the line."""
        self._write(line)

    def note(self, line: str) -> None:
        """Write the line."""
        self._write(line)

    def row(self, row: Row) -> None:
        """Write the row, unless there was one just now."""
        self._rows.add(row)

    def finish(self) -> None:
        """Write the last row, if it still waits."""
        self._rows.flush()

    def _write(self, line: str) -> None:
        print(line, file=self._stream, flush=True)
        self._written = time.monotonic()


class BarReporter:
    """A bar with loss, accuracy and time left, below the lines that stay.

    Args:
        console: where to draw.
        row_seconds: the shortest time from one row to the next; the last is always written.
    """

    def __init__(self, console: Console, row_seconds: float = 1.0) -> None:
        self._rows = _Rows(self._write, row_seconds)
        self._progress = Progress(
            MofNCompleteColumn(),
            BarColumn(bar_width=None),
            TextColumn("{task.description}", markup=False),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            expand=True,
        )

    def start(self, lines: Sequence[str], done: int, total: int) -> None:
        """Write the lines and draw the bar."""
        for line in lines:
            self._write(line)
        self._task = self._progress.add_task("", total=total, completed=done)
        self._progress.start()

    def step(self, done: int, loss: float, accuracy: float | None) -> None:
        """Move the bar."""
        self._progress.update(self._task, completed=done, description=_quality(loss, accuracy))

    def example(self, line: str) -> None:
        """Write the line above the bar."""
        self._write(line)

    def note(self, line: str) -> None:
        """Write the line above the bar."""
        self._write(line)

    def row(self, row: Row) -> None:
        """Write the row above the bar, unless there was one just now."""
        self._rows.add(row)

    def finish(self) -> None:
        """Write the last row, if it still waits, and take the bar away."""
        self._rows.flush()
        self._progress.stop()

    def _write(self, line: str) -> None:
        self._progress.console.print(line, markup=False, highlight=False)


def _quality(loss: float, accuracy: float | None) -> str:
    counted = "" if accuracy is None else f"  accuracy {_percent(accuracy)}"
    return f"loss {loss:.4f}{counted}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _duration(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"
