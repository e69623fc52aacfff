r"""Exponential functions and logarithms of vectors, as polynomials.

Every function is at most 2 units in the last place from the truth, softplus 3, where the truth is
a normal number. The series are Taylor's own, cut where the rest is below half a unit, so that no
constant here comes from anywhere but the formula beside it.
"""

from __future__ import annotations

import math
from decimal import Decimal, localcontext
from functools import cache

from llvmlite import ir

from elman.codegen.llvm.lanes import Lanes

__all__ = ["exp", "log", "sigmoid", "softplus", "tanh"]

_TERMS = {4: 7, 8: 13}  # of expm1(r), |r| <= ln 2 / 2, by bytes of a number
_ATANH_TERMS = {4: 5, 8: 10}  # of atanh(s), |s| <= 0.172
_WIDE_ATANH_TERMS = {4: 8, 8: 16}  # of atanh(s), |s| <= 1 / 3


@cache
def _ln2(fraction: int) -> tuple[float, float]:
    """Return ln 2 as a sum of two numbers, the first so short that its product with n is exact."""
    with localcontext() as context:
        context.prec = 50
        exact = Decimal(2).ln()
        unit = Decimal(2) ** (fraction - 11)
        high = int(exact * unit) / unit
        return float(high), float(exact - high)


def _clamped(lanes: Lanes, x: ir.Value, low: float, high: float) -> ir.Value:
    """Return the nearest number between the bounds; NaN stays NaN."""
    builder, bottom, top = lanes.builder, lanes.number(low), lanes.number(high)
    x = builder.select(builder.fcmp_ordered(">", x, top), top, x)
    return builder.select(builder.fcmp_ordered("<", x, bottom), bottom, x)


def _reduced(lanes: Lanes, x: ir.Value) -> tuple[ir.Value, ir.Value, ir.Value]:
    """Return whole n, r and expm1(r) - r with x = n ln 2 + r, |r| <= ln 2 / 2."""
    builder = lanes.builder
    high, low = _ln2(lanes.format.fraction)
    n = lanes.call("llvm.roundeven", builder.fmul(x, lanes.number(1 / math.log(2))))
    r = lanes.fma(n, lanes.number(-low), lanes.fma(n, lanes.number(-high), x))
    series = [1 / math.factorial(k) for k in range(2, _TERMS[lanes.format.bytes] + 1)]
    rest = builder.fmul(builder.fmul(r, r), lanes.polynomial(r, series))
    n = builder.select(builder.fcmp_ordered("ord", n, n), n, lanes.number(0))
    return builder.fptosi(n, lanes.integers), r, rest


def _sum(lanes: Lanes, large: ir.Value, small: ir.Value) -> tuple[ir.Value, ir.Value]:
    """Return a sum and what its rounding left out (Dekker 1971)."""
    builder = lanes.builder
    total = builder.fadd(large, small)
    return total, builder.fsub(small, builder.fsub(total, large))


def _ratio(
    lanes: Lanes, above: tuple[ir.Value, ir.Value], below: tuple[ir.Value, ir.Value]
) -> ir.Value:
    """Return the ratio of two sums, each with what its rounding left out, by a step of Newton's."""
    builder = lanes.builder
    inverse = builder.fdiv(lanes.number(1), below[0])
    ratio = builder.fmul(above[0], inverse)
    left = builder.fsub(above[1], builder.fmul(ratio, below[1]))
    left = builder.fadd(lanes.fma(builder.fneg(ratio), below[0], above[0]), left)
    return lanes.fma(left, inverse, ratio)


def exp(lanes: Lanes, x: ir.Value) -> ir.Value:
    r"""Emit $e^x = 2^n (1 + r + (\mathrm{expm1}(r) - r))$."""
    builder, form = lanes.builder, lanes.format
    lowest, highest = -(form.bias + form.fraction + 1) * math.log(2), (form.bias + 2) * math.log(2)
    n, r, rest = _reduced(lanes, _clamped(lanes, x, lowest, highest))
    total, left = _sum(lanes, lanes.number(1), r)
    mantissa = builder.fadd(total, builder.fadd(left, rest))
    # two factors, since 2^n alone may be subnormal or too large
    half = builder.ashr(n, lanes.integer(1))
    value = builder.fmul(mantissa, lanes.power_of_two(half))
    return builder.fmul(value, lanes.power_of_two(builder.sub(n, half)))


def tanh(lanes: Lanes, x: ir.Value) -> ir.Value:
    r"""Emit $\tanh |x| = e / (e + 2)$ with $e = \mathrm{expm1}(2 |x|)$, with the sign of x."""
    builder = lanes.builder
    # beyond this the result is 1 to the last bit
    bound = (lanes.format.fraction + 3) * math.log(2) / 2
    size = _clamped(lanes, lanes.call("llvm.fabs", x), 0, bound)
    n, r, rest = _reduced(lanes, builder.fadd(size, size))
    small, small_left = _sum(lanes, r, rest)
    power = lanes.power_of_two(n)
    whole = builder.fsub(power, lanes.number(1))
    e = lanes.fma(power, small, whole)
    e_left = lanes.fma(power, small_left, lanes.fma(power, small, builder.fsub(whole, e)))
    divisor = _sum(lanes, lanes.number(2), e)
    return lanes.call("llvm.copysign", _ratio(lanes, (e, e_left), divisor), x)


def sigmoid(lanes: Lanes, x: ir.Value) -> ir.Value:
    r"""Emit $p / (1 + p)$ for $x < 0$, else $1 / (1 + p)$, with $p = e^{-|x|}$."""
    builder, one = lanes.builder, lanes.number(1)
    p = exp(lanes, builder.fneg(lanes.call("llvm.fabs", x)))
    above = builder.select(builder.fcmp_ordered("<", x, lanes.number(0)), p, one)
    return _ratio(lanes, (above, lanes.number(0)), _sum(lanes, one, p))


def _atanh_rest(lanes: Lanes, z: ir.Value, terms: int) -> ir.Value:
    """Emit 2 atanh(s) / s - 2 as a polynomial in z = s^2."""
    return lanes.builder.fmul(z, lanes.polynomial(z, [2 / (2 * k + 3) for k in range(terms - 1)]))


def log(lanes: Lanes, x: ir.Value) -> ir.Value:
    r"""Emit $k \ln 2 + 2 \mathrm{artanh}\, s$, with $x = 2^k (1 + f)$, $s = f / (2 + f)$."""
    builder, form = lanes.builder, lanes.format
    normal = lanes.number(2.0 ** (1 - form.bias))
    subnormal = builder.fcmp_ordered("<", x, normal)
    lift = form.fraction + 1
    scaled = builder.select(subnormal, builder.fmul(x, lanes.number(2.0**lift)), x)
    bits = lanes.bits(scaled)
    shift = lanes.integer(form.fraction)
    root = lanes.bits(lanes.number(math.sqrt(0.5)))
    k = builder.ashr(builder.sub(bits, root), shift)
    f = builder.fsub(lanes.from_bits(builder.sub(bits, builder.shl(k, shift))), lanes.number(1))
    k = builder.sub(k, builder.select(subnormal, lanes.integer(lift), lanes.integer(0)))
    exponent = builder.sitofp(k, lanes.type)
    s = builder.fdiv(f, builder.fadd(f, lanes.number(2)))
    rest = _atanh_rest(lanes, builder.fmul(s, s), _ATANH_TERMS[form.bytes])
    half = builder.fmul(lanes.number(0.5), builder.fmul(f, f))
    high, low = _ln2(form.fraction)
    small = lanes.fma(exponent, lanes.number(low), builder.fmul(s, builder.fadd(half, rest)))
    value = lanes.fma(exponent, lanes.number(high), builder.fsub(f, builder.fsub(half, small)))
    infinite = lanes.number(math.inf)
    value = builder.select(builder.fcmp_ordered("==", x, infinite), infinite, value)
    value = builder.select(
        builder.fcmp_ordered("==", x, lanes.number(0)), lanes.number(-math.inf), value
    )
    valid = builder.fcmp_ordered(">=", x, lanes.number(0))
    return builder.select(valid, value, lanes.number(math.nan))


def softplus(lanes: Lanes, x: ir.Value) -> ir.Value:
    r"""Emit $\max(x, 0) + 2 \mathrm{artanh}\, s$, with $s = y / (2 + y)$, $y = e^{-|x|}$."""
    builder = lanes.builder
    y = exp(lanes, builder.fneg(lanes.call("llvm.fabs", x)))
    s = builder.fdiv(y, builder.fadd(y, lanes.number(2)))
    rest = _atanh_rest(lanes, builder.fmul(s, s), _WIDE_ATANH_TERMS[lanes.format.bytes])
    zero = lanes.number(0)
    positive = builder.select(builder.fcmp_ordered("<", x, zero), zero, x)
    return builder.fadd(positive, lanes.fma(s, rest, builder.fadd(s, s)))
