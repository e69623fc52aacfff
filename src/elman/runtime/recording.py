"""Kernels recorded one after the other, on rooms of their own and on buffers."""

from __future__ import annotations

from collections.abc import Sequence

from elman.runtime.kernels import Common
from elman.runtime.schedule import Argument, At, Recorder

__all__ = ["Recording"]


class Recording:
    """A recording under way, with what is recorded most often.

    Args:
        recorder: what it is written to.
        common: the kernels that all cells share.
        bytes: of a number.
    """

    def __init__(self, recorder: Recorder, common: Common, bytes: int):
        self.recorder, self.common, self.bytes = recorder, common, bytes
        self.room = recorder.room
        self._rooms: dict[object, At] = {}

    def room_for(self, key: object, numbers: int) -> At:
        """Return room for some numbers, the same each time; the first is the largest."""
        if key not in self._rooms:
            self._rooms[key] = self.room(numbers)
        return self._rooms[key]

    def add(self, kernel: int, *arguments: Argument) -> None:
        """Record a kernel."""
        self.recorder.add(kernel, arguments)

    def wait(self) -> None:
        """Let all that was recorded be done before what follows."""
        self.recorder.wait()

    def copy(
        self, rows: int, columns: int, source: Argument, source_row: int, result: At, row: int
    ) -> None:
        """Record copying rows; from nowhere comes zero."""
        self.add(self.common.copy, rows, columns, source_row, row, source, result)

    def numbers(self, count: int) -> int:
        """Return the bytes of some numbers."""
        return count * self.bytes

    def pack_right(
        self,
        key: object,
        source: At,
        columns: int,
        terms: int,
        row: int,
        *,
        transposed: bool = False,
    ) -> At:
        """Record packing the right side of a product, (terms, columns) or transposed."""
        common, vectors = self.common, self._panel_vectors(columns)
        line = vectors * common.width
        panel = self.room_for(key, -(-columns // line) * terms * line)
        kernel = common.pack_transposed if transposed else common.pack
        self.add(kernel, columns, terms, row, vectors, terms * line, line, source, panel)
        return panel

    def product(self, sizes: Sequence[int], addresses: Sequence[Argument]) -> None:
        """Record a product: rows, terms, columns, strides; left, right packed, result, start."""
        common, vectors = self.common, self._panel_vectors(sizes[2])
        line = vectors * common.width
        kernel = common.product if vectors > 1 else common.narrow_product
        self.add(kernel, *sizes, sizes[1] * line, line, *addresses)

    def product_of_few(
        self,
        sizes: Sequence[int],
        left: Argument,
        right: Argument,
        result: Argument,
        start: Argument,
        *,
        packers: int,
    ) -> None:
        """Record a product of few rows, whose right side is read from where it lies.

        It is the transpose, packed panel by panel by so many threads, or, with none, the matrix
        itself, if `fills` its rows.
        """
        common, (_, terms, columns, *_) = self.common, sizes
        line = common.vectors * common.width
        rooms: Argument = self.room(packers * terms * line) if packers else 0
        kernels = (common.pack_transposed if packers else 0, common.product)
        given = (left, result, start, right, rooms)
        self.add(common.product_by_panels, *sizes, 0, columns, *given, *kernels)

    def fills(self, columns: int) -> bool:
        """Whether vectors fill the rows of a matrix, so that none reaches beyond its end."""
        return columns % self.common.width == 0

    def _panel_vectors(self, columns: int) -> int:
        common = self.common
        return common.vectors if columns > 2 * common.width else 1
