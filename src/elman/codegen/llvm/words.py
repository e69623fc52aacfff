"""Whole numbers of 32 bits in LLVM, one or many, with the operators of Python."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from llvmlite import ir

from elman.codegen.llvm.emitter import I32
from elman.codegen.threefry import WORD

__all__ = ["Words", "constants", "spread"]


class Words:
    """A word or a vector of them; every operator emits itself.

    Args:
        builder: where instructions go.
        value: of 32 bits, or a vector of such.
    """

    def __init__(self, builder: ir.IRBuilder, value: ir.Value):
        self.builder, self.value = builder, value

    def _done(self, name: str, other: Any) -> Words:
        if isinstance(other, int):
            # as LLVM writes words: with a sign
            signed = other - (WORD + 1) if other > WORD >> 1 else other
            kind = self.value.type
            many = isinstance(kind, ir.VectorType)
            right = constants(I32, [signed] * kind.count) if many else ir.Constant(I32, signed)
        else:
            right = other.value
        return Words(self.builder, getattr(self.builder, name)(self.value, right))

    def __add__(self, other: Any) -> Words:
        return self._done("add", other)

    def __and__(self, other: Any) -> Words:
        return self._done("and_", other)

    def __or__(self, other: Any) -> Words:
        return self._done("or_", other)

    def __xor__(self, other: Any) -> Words:
        return self._done("xor", other)

    def __lshift__(self, other: Any) -> Words:
        return self._done("shl", other)

    def __rshift__(self, other: Any) -> Words:
        return self._done("lshr", other)


def spread(builder: ir.IRBuilder, scalar: ir.Value, width: int) -> ir.Value:
    """Return a whole number in every lane of a vector.

    Args:
        builder: where instructions go.
        scalar: the number.
        width: lanes.

    Returns:
        The vector.
    """
    nothing = ir.Constant(ir.VectorType(scalar.type, width), ir.Undefined)
    one = builder.insert_element(nothing, scalar, ir.Constant(I32, 0))
    return builder.shuffle_vector(one, nothing, constants(I32, [0] * width))


def constants(kind: ir.IntType, values: Iterable[int]) -> ir.Constant:
    """Return a constant vector of whole numbers.

    Args:
        kind: of each.
        values: the numbers.

    Returns:
        The vector.
    """
    listed = list(values)
    return ir.Constant(ir.VectorType(kind, len(listed)), listed)
