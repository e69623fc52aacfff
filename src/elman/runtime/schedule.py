"""Kernels recorded once for a shape and run many times, on other memory each time."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["NOWHERE", "At", "Recorder"]

LINE = 64
"""Bytes of a line of the cache."""


@dataclass(frozen=True)
class At:
    """An address that is not known yet.

    Args:
        base: the number of a buffer.
        offset: bytes from where it begins.
    """

    base: int
    offset: int = 0

    def __add__(self, offset: int) -> At:
        return At(self.base, self.offset + offset)

    def __sub__(self, offset: int) -> At:
        return At(self.base, self.offset - offset)


NOWHERE = At(0)
"""The address null: buffer 0 begins at 0."""

Argument = int | At
_Kernel = tuple[int, bool, tuple[Argument, ...]]


class Recorder:
    """A schedule in the making.

    Args:
        bytes: of a number.
        workspace: the number of the buffer that rooms lie in.
    """

    def __init__(self, bytes: int, workspace: int):
        self._bytes, self._workspace = bytes, workspace
        self._stages: list[tuple[int, list[_Kernel], list[_Kernel]]] = []
        self._kernels: list[_Kernel] = []
        self.size = 0

    def room(self, numbers: int) -> At:
        """Return room for some numbers, aligned to a line of the cache.

        Args:
            numbers: how many.

        Returns:
            Where they will lie.
        """
        begin = self.size
        self.size += -(-numbers * self._bytes // LINE) * LINE
        return At(self._workspace, begin)

    @property
    def numbers(self) -> int:
        """How many numbers all rooms hold, and a line more, for a buffer that begins anywhere."""
        return (self.size + LINE) // self._bytes

    def add(self, kernel: int, arguments: Sequence[Argument], *, wait: bool = False) -> None:
        """Record a kernel.

        Args:
            kernel: its address.
            arguments: whole numbers, and addresses in buffers.
            wait: whether all of it must be done before what follows begins.
        """
        self._kernels.append((kernel, wait, tuple(arguments)))

    def wait(self) -> None:
        """Let all that was recorded be done before what follows begins."""
        if self._kernels:
            kernel, _, arguments = self._kernels[-1]
            self._kernels[-1] = (kernel, True, arguments)

    def over_chunks(self, total: int, size: int, record: Callable[[int, int], None]) -> None:
        """Record what is done for each chunk of some steps.

        Args:
            total: steps.
            size: of a chunk.
            record: records the kernels of a chunk, given its first step and how many it has; of
                all but the first and the last their arguments grow by the same from one to the
                next.
        """
        whole = max(0, (total - 1) // size - 1)  # chunks that are neither the first nor the last
        record(0, min(size, total))
        self._end()
        if whole:
            record(size, size)
            one = self._taken()
            following = one
            if whole > 1:
                record(2 * size, size)
                following = self._taken()
            self._stages.append((whole, one, following))
        done = (1 + whole) * size
        if done < total:
            record(done, total - done)
            self._end()

    def _taken(self) -> list[_Kernel]:
        taken, self._kernels = self._kernels, []
        return taken

    def _end(self) -> None:
        taken = self._taken()
        if taken:
            self._stages.append((1, taken, taken))

    def finished(self) -> array[int]:
        """Return the schedule as a team reads it.

        Returns:
            Numbers; `elman.codegen.llvm.team` says which.
        """
        self._end()
        counts = [len(arguments) for stage in self._stages for _, _, arguments in stage[1]]
        written = [max(counts, default=0), len(self._stages)]
        for times, kernels, following in self._stages:
            written += (times, len(kernels))
            for (kernel, wait, arguments), (_, _, later) in zip(kernels, following, strict=True):
                written += (kernel, wait, len(arguments))
                for now, then in zip(arguments, later, strict=True):
                    (value, base), (next_value, _) = _split(now), _split(then)
                    written += (value, base, next_value - value)
        return array("q", written)


def _split(argument: Argument) -> tuple[int, int]:
    """Return a number, and the buffer whose address is added to it; buffer 0 begins at 0."""
    return (argument.offset, argument.base) if isinstance(argument, At) else (int(argument), 0)
