"""Vectors of numbers in LLVM: one lane for each hidden unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from llvmlite import ir

__all__ = ["FORMATS", "Format", "Lanes"]


@dataclass(frozen=True)
class Format:
    """A binary format of IEEE 754.

    Args:
        type: of LLVM.
        integer: as many bits.
        bytes: of a number.
        fraction: bits after the point.
        bias: of the exponent.
    """

    type: ir.Type
    integer: ir.IntType
    bytes: int
    fraction: int
    bias: int


FORMATS = {
    "float32": Format(ir.FloatType(), ir.IntType(32), 4, 23, 127),
    "float64": Format(ir.DoubleType(), ir.IntType(64), 8, 52, 1023),
}


class Lanes:
    """Arithmetic on vectors of one format and width, at the place of a builder.

    Args:
        builder: where instructions go.
        format: a key of `FORMATS`.
        width: numbers in a vector.
    """

    def __init__(self, builder: ir.IRBuilder, format: str, width: int):
        self.builder, self.format, self.width = builder, FORMATS[format], width
        self.type = ir.VectorType(self.format.type, width)
        self.integers = ir.VectorType(self.format.integer, width)
        self.mask = ir.VectorType(ir.IntType(1), width)

    def number(self, value: float) -> ir.Constant:
        """Return a constant in every lane."""
        return ir.Constant(self.type, [value] * self.width)

    def integer(self, value: int) -> ir.Constant:
        """Return a whole constant in every lane."""
        return ir.Constant(self.integers, [value] * self.width)

    def spread(self, scalar: ir.Value) -> ir.Value:
        """Return a scalar in every lane."""
        undefined = ir.Constant(self.type, ir.Undefined)
        one = self.builder.insert_element(undefined, scalar, ir.Constant(ir.IntType(32), 0))
        zeros = ir.Constant(ir.VectorType(ir.IntType(32), self.width), [0] * self.width)
        return self.builder.shuffle_vector(one, undefined, zeros)

    def call(self, name: str, *args: ir.Value) -> ir.Value:
        """Call an intrinsic of this type, such as ``llvm.fma``."""
        kind = f"{name}.v{self.width}f{8 * self.format.bytes}"
        module = self.builder.module
        function = module.globals.get(kind)
        if function is None:
            signature = ir.FunctionType(self.type, [arg.type for arg in args])
            function = ir.Function(module, signature, kind)
        return self.builder.call(function, args)

    def fma(self, a: ir.Value, b: ir.Value, c: ir.Value) -> ir.Value:
        """Return a b + c, rounded once."""
        return self.call("llvm.fma", a, b, c)

    def polynomial(self, x: ir.Value, coefficients: Sequence[float]) -> ir.Value:
        """Return a polynomial by Horner's rule, its constant coefficient given first."""
        value: ir.Value = self.number(coefficients[-1])
        for coefficient in reversed(coefficients[:-1]):
            value = self.fma(value, x, self.number(coefficient))
        return value

    def bits(self, x: ir.Value) -> ir.Value:
        """Return the bits of numbers as integers."""
        return self.builder.bitcast(x, self.integers)

    def from_bits(self, bits: ir.Value) -> ir.Value:
        """Return the numbers with these bits."""
        return self.builder.bitcast(bits, self.type)

    def power_of_two(self, exponent: ir.Value) -> ir.Value:
        """Return 2 to a whole exponent in the range of normal numbers."""
        biased = self.builder.add(exponent, self.integer(self.format.bias))
        return self.from_bits(self.builder.shl(biased, self.integer(self.format.fraction)))
