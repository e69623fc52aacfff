"""The cross-entropy of scores and classes, and its gradient."""

from __future__ import annotations

from collections.abc import Callable

from llvmlite import ir

from elman.codegen.llvm import functions
from elman.codegen.llvm.emitter import I32, I64, Emitter, whole
from elman.codegen.llvm.pointwise import PARTS

__all__ = ["cross_entropy"]

_ARGUMENTS = ("rows", "classes", "ignored")


def cross_entropy(format: str, width: int) -> str:
    r"""Emit the cross-entropy; threads share out the rows.

    Of the truth a share $\varepsilon$ is spread over all K classes:

    $$\ell = w_y \left(\log \sum_k e^{z_k} - (1 - \varepsilon) z_y
      - \frac{\varepsilon}{K} \sum_k z_k\right)$$
    $$\frac{\partial s \ell}{\partial z_k} = s\, w_y \left(\operatorname{softmax}(z)_k
      - (1 - \varepsilon) [k = y] - \frac{\varepsilon}{K}\right)$$

    Arguments: rows, classes; the class that does not count; the scores z (rows, classes); the
    classes y, whole numbers; w, a number for each class, or null for ones; epsilon, or null for
    none; the scale s; the gradient; for each row its loss, and one if its largest score is that of
    its class, the first of equal ones.

    Args:
        format: of the numbers.
        width: of a vector, at most `PARTS`.

    Returns:
        The module, whose one function is called ``cross_entropy``.
    """
    kernel = _CrossEntropy(format, width)
    with kernel.loop(*kernel.share(kernel.given["rows"])) as row:
        kernel.emit_row(row)
    return kernel.finished()


class _CrossEntropy(Emitter):
    """The kernel under construction; what is emitted is for one row."""

    def __init__(self, format: str, width: int):
        super().__init__("cross_entropy", dict.fromkeys(_ARGUMENTS, I64), format, width)
        self.scores = self.buffer()
        self.targets = self.argument(I64.as_pointer())
        self.weights, smoothing, scale, self.gradient, self.found = (
            self.buffer() for _ in range(5)
        )
        self.scale = self.builder.load(scale)
        number = self.lanes.format.type
        self.zero, self.one = (ir.Constant(number, value) for value in (0.0, 1.0))
        self.parts, self.cell = self.space(number, PARTS), self.space(number, 1)
        self.smoothed = self._given(smoothing)
        self.smoothing = self._number(self.smoothed, smoothing)
        self.sure = self.builder.fsub(self.one, self.smoothing)
        classes = self.builder.sitofp(self.given["classes"], number)
        self.share_of_each = self.builder.fdiv(self.smoothing, classes)

    def emit_row(self, row: ir.Value) -> None:
        """Emit all that is found of a row."""
        builder, begin = self.builder, self.builder.mul(row, self.given["classes"])
        target = builder.load(builder.gep(self.targets, [row]))
        counts = builder.icmp_signed("!=", target, self.given["ignored"])
        # a class that does not count may be no class at all
        target = builder.select(counts, target, whole(0))
        weight = self._weight(target, counts)

        largest = self._largest(begin)
        total = self._powers(begin, largest)
        # the scale of a mean over nothing is no number
        scale = builder.select(counts, builder.fmul(weight, self.scale), self.zero)
        self._scale_powers(begin, total, target, scale)

        score = builder.load(builder.gep(self.scores, [builder.add(begin, target)]))
        told = builder.fsub(largest, self._blended(begin, score))
        loss = builder.fadd(self._logarithm(total), told)
        loss = builder.select(counts, builder.fmul(weight, loss), self.zero)
        hit = builder.and_(counts, builder.fcmp_ordered("==", score, largest))
        place = builder.mul(row, whole(2))
        builder.store(loss, builder.gep(self.found, [place]))
        place = builder.gep(self.found, [builder.add(place, whole(1))])
        builder.store(self._first(begin, target, hit, largest), place)

    def _weight(self, target: ir.Value, counts: ir.Value) -> ir.Value:
        """Return what a class weighs: nothing if it does not count."""
        builder = self.builder
        builder.store(builder.select(counts, self.one, self.zero), self.cell)
        with builder.if_then(builder.and_(self._given(self.weights), counts)):
            builder.store(builder.load(builder.gep(self.weights, [target])), self.cell)
        return builder.load(self.cell)

    def _given(self, buffer: ir.Value) -> ir.Value:
        return self.builder.icmp_unsigned("!=", self.builder.ptrtoint(buffer, I64), whole(0))

    def _number(self, given: ir.Value, buffer: ir.Value) -> ir.Value:
        """Return the number of a buffer: zero if there is none."""
        self.builder.store(self.zero, self.cell)
        with self.builder.if_then(given):
            self.builder.store(self.builder.load(buffer), self.cell)
        return self.builder.load(self.cell)

    def _blended(self, begin: ir.Value, score: ir.Value) -> ir.Value:
        """Return the score of the class, a share of it that of all."""
        builder = self.builder
        builder.store(score, self.cell)
        with builder.if_then(self.smoothed):
            every = self._reduced(begin, 0.0, builder.fadd, lambda score, at, mask: score)
            own = builder.fmul(self.sure, score)
            builder.store(builder.fadd(own, builder.fmul(self.share_of_each, every)), self.cell)
        return builder.load(self.cell)

    def _largest(self, begin: ir.Value) -> ir.Value:
        """Return the largest score, of those that are numbers."""
        builder = self.builder

        def larger(before: ir.Value, other: ir.Value) -> ir.Value:
            return builder.select(builder.fcmp_ordered(">", other, before), other, before)

        return self._reduced(begin, float("-inf"), larger, lambda score, at, mask: score)

    def _powers(self, begin: ir.Value, largest: ir.Value) -> ir.Value:
        """Write powers of e where the gradient will be, and return their sum."""
        builder, highest = self.builder, self.lanes.spread(largest)

        def power(score: ir.Value, at: ir.Value, mask: ir.Value) -> ir.Value:
            value = functions.exp(self.lanes, builder.fsub(score, highest))
            self.store(value, self.gradient, at, mask)
            return value

        return self._reduced(begin, 0.0, builder.fadd, power)

    def _reduced(
        self,
        begin: ir.Value,
        neutral: float,
        combine: Callable[[ir.Value, ir.Value], ir.Value],
        value: Callable[[ir.Value, ir.Value, ir.Value], ir.Value],
    ) -> ir.Value:
        """Return the values of all scores as one: in `PARTS` parts first, then part after part."""
        builder, classes = self.builder, self.given["classes"]
        places = [whole(place) for place in range(0, PARTS, self.lanes.width)]
        nothing = self.lanes.number(neutral)
        for place in places:
            self.store(nothing, self.parts, place)
        with self.loop(whole(0), classes, whole(PARTS)) as group:
            for place in places:
                at = builder.add(group, place)
                mask = self.lanes_below(builder.sub(classes, at))
                at = builder.add(begin, at)
                found = value(self.load(self.scores, at, mask), at, mask)
                found = builder.select(mask, found, nothing)
                self.store(combine(self.load(self.parts, place), found), self.parts, place)
        parts = [builder.load(builder.gep(self.parts, [whole(part)])) for part in range(PARTS)]
        reduced = parts[0]
        for part in parts[1:]:
            reduced = combine(reduced, part)
        return reduced

    def _scale_powers(
        self, begin: ir.Value, total: ir.Value, target: ir.Value, scale: ir.Value
    ) -> None:
        """Make the gradient of the powers that lie there."""
        builder, classes = self.builder, self.given["classes"]
        factor = self.lanes.spread(builder.fdiv(scale, total))
        spread = self.lanes.spread(builder.fmul(scale, self.share_of_each))
        with self.loop(whole(0), classes, self.width) as at:
            mask, here = self.lanes_below(builder.sub(classes, at)), builder.add(begin, at)
            power = self.load(self.gradient, here, mask)
            found = builder.fsub(builder.fmul(power, factor), spread)
            self.store(found, self.gradient, here, mask)
        own = builder.gep(self.gradient, [builder.add(begin, target)])
        scale = builder.fmul(scale, self.sure)
        builder.store(builder.fsub(builder.load(own), scale), own)

    def _logarithm(self, number: ir.Value) -> ir.Value:
        vector = functions.log(self.lanes, self.lanes.spread(number))
        return self.builder.extract_element(vector, ir.Constant(I32, 0))

    def _first(
        self, begin: ir.Value, target: ir.Value, hit: ir.Value, largest: ir.Value
    ) -> ir.Value:
        """Return one for a hit if no score before that of the class is as large, else zero."""
        builder = self.builder
        builder.store(builder.select(hit, self.one, self.zero), self.cell)
        with builder.if_then(hit), self.loop(whole(0), target) as before:
            score = builder.load(builder.gep(self.scores, [builder.add(begin, before)]))
            with builder.if_then(builder.fcmp_ordered("==", score, largest)):
                builder.store(self.zero, self.cell)
        return builder.load(self.cell)
