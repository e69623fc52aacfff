"""The cross-entropy of scores and classes, and its gradient."""

from __future__ import annotations

from llvmlite import ir

from elman.codegen.llvm import functions
from elman.codegen.llvm.emitter import I64, Emitter, whole
from elman.codegen.llvm.pointwise import PARTS

__all__ = ["cross_entropy"]

_ARGUMENTS = ("rows", "classes", "ignored")


def cross_entropy(format: str, width: int) -> str:
    r"""Emit the cross-entropy; threads share out the rows.

    $$\ell = w_y (\log \sum_k e^{z_k} - z_y), \qquad
    \frac{\partial s \ell}{\partial z_k} = s\, w_y (\operatorname{softmax}(z)_k - [k = y])$$

    Arguments: rows, classes; the class that does not count; the scores z (rows, classes); the
    classes y, whole numbers; w, a number for each class, or null for ones; the scale s; the
    gradient; for each row its loss, and one if its largest score is that of its class, the first
    of equal ones.

    Args:
        format: of the numbers.
        width: of a vector, at most `PARTS`.

    Returns:
        The module, whose one function is called ``cross_entropy``.
    """
    emit = Emitter("cross_entropy", dict.fromkeys(_ARGUMENTS, I64), format, width)
    builder, given, lanes = emit.builder, emit.given, emit.lanes
    scores = emit.buffer()
    classes = emit.argument(I64.as_pointer())
    weights, scale, gradient, found = (emit.buffer() for _ in range(4))
    vectors = PARTS // width
    sums = emit.space(lanes.format.type, PARTS)
    number, kind = lanes.format.type, given["classes"]
    zero, one = (ir.Constant(number, value) for value in (0.0, 1.0))
    scale = builder.load(scale)
    weighted = builder.icmp_unsigned("!=", builder.ptrtoint(weights, I64), whole(0))
    lowest = lanes.number(float("-inf"))

    with emit.loop(*emit.share(given["rows"])) as row:
        begin = builder.mul(row, kind)
        own = builder.gep(scores, [begin])

        def over_classes(body, own: ir.Value = own) -> None:  # type: ignore[no-untyped-def]
            with emit.loop(whole(0), kind, whole(PARTS)) as group:
                for place in range(vectors):
                    at = builder.add(group, whole(place * width))
                    mask = emit.lanes_below(builder.sub(kind, at))
                    body(place, at, mask, emit.load(own, at, mask))

        def start(value: ir.Value) -> None:
            for place in range(vectors):
                emit.store(value, sums, whole(place * width))

        def lane(place: int) -> ir.Value:
            return builder.load(builder.gep(sums, [whole(place)]))

        def largest(place: int, at: ir.Value, mask: ir.Value, score: ir.Value) -> None:
            before = emit.load(sums, whole(place * width))
            score = builder.select(mask, score, lowest)
            more = builder.fcmp_ordered(">", score, before)
            emit.store(builder.select(more, score, before), sums, whole(place * width))

        start(lowest)
        over_classes(largest)
        most = lane(0)
        for place in range(1, PARTS):
            other = lane(place)
            most = builder.select(builder.fcmp_ordered(">", other, most), other, most)
        spread = lanes.spread(most)

        def exponential(place: int, at: ir.Value, mask: ir.Value, score: ir.Value) -> None:
            power = functions.exp(lanes, builder.fsub(score, spread))
            emit.store(power, gradient, builder.add(begin, at), mask)
            power = builder.select(mask, power, lanes.number(0))
            total = builder.fadd(emit.load(sums, whole(place * width)), power)
            emit.store(total, sums, whole(place * width))

        start(lanes.number(0))
        over_classes(exponential)
        total = lane(0)
        for place in range(1, PARTS):
            total = builder.fadd(total, lane(place))

        target = builder.load(builder.gep(classes, [row]))
        counts = builder.icmp_signed("!=", target, given["ignored"])
        target = builder.select(counts, target, whole(0))
        weight = emit.space(number, 1)
        builder.store(builder.select(counts, one, zero), weight)
        with builder.if_then(builder.and_(weighted, counts)):
            builder.store(builder.load(builder.gep(weights, [target])), weight)
        own_weight = builder.load(weight)
        scaled = builder.fmul(own_weight, scale)
        factor = lanes.spread(builder.fdiv(scaled, total))

        with emit.loop(whole(0), kind, emit.width) as at:
            mask, here = emit.lanes_below(builder.sub(kind, at)), builder.add(begin, at)
            power = emit.load(gradient, here, mask)
            power = builder.select(counts_everywhere(emit, counts), power, lanes.number(0))
            emit.store(builder.fmul(power, factor), gradient, here, mask)
        here = builder.gep(gradient, [builder.add(begin, target)])
        old = builder.load(here)
        builder.store(builder.select(counts, builder.fsub(old, scaled), old), here)

        score = builder.load(builder.gep(own, [target]))
        logarithm = builder.extract_element(
            functions.log(lanes, lanes.spread(total)), ir.Constant(ir.IntType(32), 0)
        )
        loss = builder.fadd(logarithm, builder.fsub(most, score))
        loss = builder.select(counts, builder.fmul(own_weight, loss), zero)
        place = builder.mul(row, whole(2))
        builder.store(loss, builder.gep(found, [place]))

        # the first of the largest is what counts: none before may be as large
        hit = builder.and_(counts, builder.fcmp_ordered("==", score, most))
        builder.store(builder.select(hit, one, zero), weight)
        with builder.if_then(hit), emit.loop(whole(0), target) as before:
            same = builder.fcmp_ordered("==", builder.load(builder.gep(own, [before])), most)
            with builder.if_then(same):
                builder.store(zero, weight)
        at_hit = builder.gep(found, [builder.add(place, whole(1))])
        builder.store(builder.load(weight), at_hit)
    return emit.finished()


def counts_everywhere(emit: Emitter, counts: ir.Value) -> ir.Value:
    """Return a truth in every lane."""
    kind = ir.VectorType(ir.IntType(1), emit.lanes.width)
    nothing = ir.Constant(kind, ir.Undefined)
    first = emit.builder.insert_element(nothing, counts, ir.Constant(ir.IntType(32), 0))
    zeros = ir.Constant(ir.VectorType(ir.IntType(32), emit.lanes.width), [0] * emit.lanes.width)
    return emit.builder.shuffle_vector(first, nothing, zeros)
