"""Rows multiplied by the masks of a dropout."""

from __future__ import annotations

from typing import Any

from llvmlite import ir

from elman.codegen.llvm.emitter import I32, I64, Emitter, whole
from elman.codegen.threefry import WORD, threefry

__all__ = ["dropout"]

_ARGUMENTS = ("rows", "columns", "first", "inner", "outer_step", "inner_step", "dropped")


def dropout(format: str, width: int) -> str:
    """Emit dropout; threads share out the rows.

    Row a * inner + b of the memory has row first + a * outer_step + b * inner_step of the mask, so
    that what lies (T, B, F) may have the mask of a tensor (B, T, F). Element i of the mask is word
    i % 2 of `threefry` at the counter i // 2, and zero if that word is below a bound.

    Arguments: rows, columns; first, inner, outer_step and inner_step; the bound; where the key
    lies, its first word in the lower half of 64 bits; the source; the result, which may be the
    source.

    Args:
        format: of the numbers.
        width: of a vector.

    Returns:
        The module, whose one function is called ``dropout``.
    """
    emit = Emitter("dropout", dict.fromkeys(_ARGUMENTS, I64), format, width)
    builder, given, columns = emit.builder, emit.given, emit.given["columns"]
    key = builder.load(emit.argument(I64.as_pointer()))
    source, result = emit.buffer(), emit.buffer()
    body = _Body(emit, key, given["dropped"])
    both = whole(2 * width)
    with emit.loop(*emit.share(given["rows"])) as row:
        a, b = builder.udiv(row, given["inner"]), builder.urem(row, given["inner"])
        place = emit.sum(given["first"], (a, given["outer_step"]), (b, given["inner_step"]))
        first = builder.mul(place, columns)
        begin = builder.mul(row, columns)
        # words come in pairs, and a row may begin with the second of one
        odd = builder.and_(first, whole(1))
        with emit.loop(builder.neg(odd), columns, both) as at:
            pair = builder.lshr(builder.add(first, at), whole(1))
            factors = body.factors(pair)
            left = builder.sub(columns, at)
            inside = builder.and_(
                builder.icmp_signed(">=", at, whole(0)), builder.icmp_signed(">=", left, both)
            )
            with builder.if_else(inside) as (wholly, partly):
                with wholly:
                    body.apply(factors, source, result, builder.add(begin, at), None, None)
                with partly:
                    body.apply(factors, source, result, builder.add(begin, at), at, left)
    return emit.finished()


class _Body:
    """The masks of two vectors side by side, and what is done with them."""

    def __init__(self, emit: Emitter, key: ir.Value, dropped: ir.Value):
        builder, lanes = emit.builder, emit.lanes
        self._emit, self._width = emit, lanes.width
        self._key = tuple(
            self._spread(builder.trunc(word, I32), I32)
            for word in (key, builder.lshr(key, whole(32)))
        )
        self._last = self._spread(builder.trunc(builder.sub(dropped, whole(1)), I32), I32)
        kept = builder.sub(whole(WORD + 1), dropped)
        double = ir.DoubleType()
        share = builder.fdiv(ir.Constant(double, float(WORD + 1)), builder.uitofp(kept, double))
        number = lanes.format.type
        self._scale = lanes.spread(share if number == double else builder.fptrunc(share, number))

    def factors(self, pair: ir.Value) -> list[ir.Value]:
        """Return what the numbers of pairs of words, from a given one, are multiplied with."""
        builder, width = self._emit.builder, self._width
        counters = builder.add(self._spread(pair, I64), _constants(I64, range(width)))
        high = builder.lshr(counters, _constants(I64, [32] * width))
        words = ir.VectorType(I32, width)
        counter = [_Words(builder, builder.trunc(half, words)) for half in (counters, high)]
        first, second = (_Words(builder, word) for word in self._key)
        found = threefry((first, second), (counter[0], counter[1]))
        zero, result = self._emit.lanes.number(0), []
        for half in range(2):
            order = [
                width * (lane % 2) + lane // 2 for lane in range(half * width, (half + 1) * width)
            ]
            woven = builder.shuffle_vector(found[0].value, found[1].value, _constants(I32, order))
            kept = builder.icmp_unsigned(">", woven, self._last)
            result.append(builder.select(kept, self._scale, zero))
        return result

    def apply(
        self,
        factors: list[ir.Value],
        source: ir.Value,
        result: ir.Value,
        place: ir.Value,
        at: ir.Value | None,
        left: ir.Value | None,
    ) -> None:
        """Emit the product of two vectors, of which those lanes count that lie in the row."""
        emit, builder, mask = self._emit, self._emit.builder, None
        for number, factor in enumerate(factors):
            skipped = whole(number * self._width)
            here = builder.add(place, skipped)
            if at is not None:
                before = emit.lanes_below(builder.neg(builder.add(at, skipped)))
                mask = builder.and_(
                    builder.not_(before), emit.lanes_below(builder.sub(left, skipped))
                )
            value = builder.fmul(emit.load(source, here, mask), factor)
            emit.store(value, result, here, mask)

    def _spread(self, scalar: ir.Value, kind: ir.IntType) -> ir.Value:
        builder = self._emit.builder
        nothing = ir.Constant(ir.VectorType(kind, self._width), ir.Undefined)
        one = builder.insert_element(nothing, scalar, ir.Constant(I32, 0))
        return builder.shuffle_vector(one, nothing, _constants(I32, [0] * self._width))


class _Words:
    """A vector of words with the operators of whole numbers, each of which emits itself."""

    def __init__(self, builder: ir.IRBuilder, value: ir.Value):
        self.builder, self.value = builder, value

    def _done(self, name: str, other: Any) -> _Words:
        if isinstance(other, int):
            # as LLVM writes words: with a sign
            signed = other - (WORD + 1) if other > WORD >> 1 else other
            right = _constants(I32, [signed] * self.value.type.count)
        else:
            right = other.value
        return _Words(self.builder, getattr(self.builder, name)(self.value, right))

    def __add__(self, other: Any) -> _Words:
        return self._done("add", other)

    def __and__(self, other: Any) -> _Words:
        return self._done("and_", other)

    def __or__(self, other: Any) -> _Words:
        return self._done("or_", other)

    def __xor__(self, other: Any) -> _Words:
        return self._done("xor", other)

    def __lshift__(self, other: Any) -> _Words:
        return self._done("shl", other)

    def __rshift__(self, other: Any) -> _Words:
        return self._done("lshr", other)


def _constants(kind: ir.IntType, values: Any) -> ir.Constant:
    listed = list(values)
    return ir.Constant(ir.VectorType(kind, len(listed)), listed)
