"""Rows multiplied by the masks of a dropout."""

from __future__ import annotations

from llvmlite import ir

from elman.codegen.llvm.emitter import I32, I64, Emitter, whole
from elman.codegen.llvm.words import Words, constants, spread
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
            spread(builder, builder.trunc(word, I32), lanes.width)
            for word in (key, builder.lshr(key, whole(32)))
        )
        self._last = spread(
            builder, builder.trunc(builder.sub(dropped, whole(1)), I32), lanes.width
        )
        kept = builder.sub(whole(WORD + 1), dropped)
        double = ir.DoubleType()
        share = builder.fdiv(ir.Constant(double, float(WORD + 1)), builder.uitofp(kept, double))
        number = lanes.format.type
        self._scale = lanes.spread(share if number == double else builder.fptrunc(share, number))

    def factors(self, pair: ir.Value) -> list[ir.Value]:
        """Return what the numbers of pairs of words, from a given one, are multiplied with."""
        builder, width = self._emit.builder, self._width
        counters = builder.add(spread(builder, pair, width), constants(I64, range(width)))
        high = builder.lshr(counters, constants(I64, [32] * width))
        words = ir.VectorType(I32, width)
        counter = [Words(builder, builder.trunc(half, words)) for half in (counters, high)]
        first, second = (Words(builder, word) for word in self._key)
        found = threefry((first, second), (counter[0], counter[1]))
        zero, result = self._emit.lanes.number(0), []
        for half in range(2):
            order = [
                width * (lane % 2) + lane // 2 for lane in range(half * width, (half + 1) * width)
            ]
            woven = builder.shuffle_vector(found[0].value, found[1].value, constants(I32, order))
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
