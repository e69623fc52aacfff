"""The functions of vectors: their stated error, their special values, one answer at every width."""

import ctypes
from functools import cache

import numpy as np
import pytest
from llvmlite import ir

from elman.codegen.llvm.lanes import FORMATS, Lanes
from elman.codegen.llvm.operations import EMITTED
from elman.runtime.jit import functions, target

LONG = np.longdouble  # 64 bits of fraction, 11 more than float64
TRUTH = {
    "exp": np.exp,
    "log": np.log,
    "tanh": np.tanh,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "softplus": lambda x: np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x))),
}
BOUNDS = {"exp": 2, "log": 2, "tanh": 2, "sigmoid": 2, "softplus": 3}
"""Units in the last place."""

NUMBERS = {"float32": np.float32, "float64": np.float64}
WIDTHS = {"float32": (4, 8, 16), "float64": (2, 4, 8)}
LN2 = np.log(LONG(2))

every_function = pytest.mark.parametrize("name", list(TRUTH))
every_format = pytest.mark.parametrize("format", list(NUMBERS))


@cache
def kernel(name, format, width):
    """Return a compiled function of (count, numbers, results), the count a multiple of 16."""
    form, i64 = FORMATS[format], ir.IntType(64)
    pointer = form.type.as_pointer()
    module = ir.Module(name)
    entry = ir.Function(module, ir.FunctionType(ir.VoidType(), [i64, pointer, pointer]), name)
    count, numbers, results = entry.args
    start, loop, end = (entry.append_basic_block(label) for label in ("start", "loop", "end"))
    builder = ir.IRBuilder(start)
    builder.branch(loop)
    builder.position_at_end(loop)
    place = builder.phi(i64)
    place.add_incoming(ir.Constant(i64, 0), start)
    lanes = Lanes(builder, format, width)

    def vector(at):
        return builder.bitcast(builder.gep(at, [place]), lanes.type.as_pointer())

    x = builder.load(vector(numbers), align=form.bytes)
    builder.store(EMITTED[name](lanes, x), vector(results), align=form.bytes)
    following = builder.add(place, ir.Constant(i64, width))
    place.add_incoming(following, loop)
    builder.cbranch(builder.icmp_signed("<", following, count), loop, end)
    builder.position_at_end(end)
    builder.ret_void()
    prototype = ctypes.CFUNCTYPE(None, ctypes.c_int64, ctypes.c_void_p, ctypes.c_void_p)
    content = f"{name} {format} {width}"
    return prototype(*functions(target(), [name], content, lambda: str(module)))


def apply(name, x, width=None):
    """Apply a function to an array of any length."""
    format = x.dtype.name
    padded = np.concatenate([x, np.full(-len(x) % 16, 0.5, x.dtype)])
    result = np.full_like(padded, 123)
    compiled = kernel(name, format, width or WIDTHS[format][-1])
    compiled(len(padded), padded.ctypes.data, result.ctypes.data)
    return result[: len(x)]


def around(numbers, dtype, steps=64):
    """Return numbers and their neighbours in a format."""
    bits = np.asarray(numbers, dtype).view(f"i{dtype().itemsize}")
    return (bits[:, None] + np.arange(-steps, steps + 1)).astype(bits.dtype).view(dtype).ravel()


@cache
def samples(name, format):
    """Return numbers from the whole range, dense where a function is delicate."""
    dtype, generator = NUMBERS[format], np.random.default_rng(0)
    info, count = np.finfo(dtype), 40_000
    largest, smallest = np.log(LONG(info.max)), np.log(LONG(info.smallest_subnormal))

    def uniform(low, high):
        return generator.uniform(low, high, count)

    if name == "log":
        # on a logarithmic scale, about 1, and where the exponent is split off
        wide = np.exp(generator.uniform(float(smallest), float(largest), count).astype(LONG))
        powers = np.ldexp(1.0, np.arange(info.minexp + 1, info.maxexp - 1, 3))
        edges = np.concatenate([[0.5, 1, 2, 4, info.tiny * 2], powers, powers * np.sqrt(0.5)])
        near = 1 + generator.choice([-1, 1], count) * np.exp(uniform(float(np.log(info.eps)), 0))
        x = np.concatenate([wide, uniform(0.4, 3), near[near > 0]])
        return np.concatenate([x.astype(dtype), around(edges, dtype)])
    sizes = np.exp(generator.uniform(float(smallest), 7, count).astype(LONG))
    # where the argument is reduced to another whole number of ln 2, and half of that for tanh
    halves = (np.arange(200) + 0.5) * LN2
    reductions = np.concatenate([halves, halves / 2])
    ends = [float(largest), float(np.log(LONG(info.tiny))), float(smallest), info.tiny]
    ends += [float((info.nmant + 3) * LN2 / 2), 1, 2, info.eps]
    edges = np.concatenate([reductions, np.abs(ends)]).astype(dtype)
    edges = np.concatenate([edges, -edges])
    x = [uniform(-1, 1), uniform(-12, 12), uniform(float(smallest) - 2, float(largest) + 2)]
    x += [sizes * generator.choice([-1, 1], count)]
    return np.concatenate([np.concatenate(x).astype(dtype), around(edges, dtype)])


def errors(name, x):
    """Return results, the truth, and the distance in units in the last place of the truth."""
    result = apply(name, x)
    with np.errstate(all="ignore"):
        truth = TRUTH[name](x.astype(LONG))
        rounded = truth.astype(x.dtype)
        unit = np.spacing(np.abs(rounded)).astype(LONG)
        return result, truth, np.abs(result.astype(LONG) - truth) / unit


@pytest.mark.skipif(np.finfo(LONG).nmant < 63, reason="no long double to compare with")
@every_format
@every_function
def test_error(name, format):
    x = samples(name, format)
    result, truth, distance = errors(name, x)
    info = np.finfo(x.dtype)
    normal = (np.abs(truth) >= info.tiny) & (np.abs(truth) <= info.max)
    assert normal.sum() > 100_000
    assert np.isfinite(result[np.abs(truth) < info.max * LONG(1 - info.eps)]).all()
    worst = np.argmax(np.where(normal, distance, 0))
    assert distance[worst] <= BOUNDS[name], (x[worst], result[worst], truth[worst])


@every_format
@every_function
def test_a_result_too_small_to_be_normal_is_near(name, format):
    x = samples(name, format)
    result, truth, _ = errors(name, x)
    small = np.abs(truth) < np.finfo(x.dtype).tiny
    if name == "log":
        assert not small[x != 1].any()
        return
    assert small.sum() > 100
    distance = np.abs(result.astype(LONG) - truth)[small]
    assert (distance <= BOUNDS[name] * np.finfo(x.dtype).smallest_subnormal).all()


@every_format
def test_results_that_overflow(format):
    info = np.finfo(NUMBERS[format])
    largest = np.log(LONG(info.max)).astype(NUMBERS[format])
    x = around([largest], NUMBERS[format], 40)
    with np.errstate(over="ignore"):
        truth = np.exp(x.astype(LONG))
    result = apply("exp", x)
    assert np.isinf(result[truth > info.max * (1 + 4 * LONG(info.eps))]).all()
    assert np.isfinite(result[truth < info.max * (1 - 4 * LONG(info.eps))]).all()
    assert not np.isnan(result).any()


@every_format
@every_function
def test_the_same_bits_at_every_width(name, format):
    x = np.concatenate([samples(name, format), special(format)])
    results = [without_signs_of_nan(apply(name, x, width)) for width in WIDTHS[format]]
    assert results[0] == results[1] == results[2]


@every_format
@every_function
def test_the_same_bits_in_every_lane(name, format):
    width = WIDTHS[format][-1]
    x = np.concatenate([samples(name, format)[::501], special(format)])
    among = apply(name, np.repeat(x, width)).reshape(-1, width)
    among[np.isnan(among)] = np.nan
    rolled = np.stack([apply(name, np.roll(x, shift)) for shift in range(width)])
    bits = f"u{x.dtype.itemsize}"
    assert (among.view(bits) == among.view(bits)[:, :1]).all()
    expected = without_signs_of_nan(among[:, 0])
    for shift, row in enumerate(rolled):
        assert without_signs_of_nan(np.roll(row, -shift)) == expected, shift


def without_signs_of_nan(x):
    """Return the bits; which of its many bits a NaN has is promised by nobody."""
    return np.where(np.isnan(x), np.array(np.nan, x.dtype), x).tobytes()


def special(format):
    dtype = NUMBERS[format]
    info = np.finfo(dtype)
    positive = [0.0, np.inf, info.max, info.tiny, info.smallest_subnormal, 3e4, 1e30, np.nan]
    x = np.array(positive, dtype)
    return np.concatenate([x, -x, np.array([info.tiny / 2, 1, -1], dtype)])


# for each function what is given and what it is; the names stand for sizes of a format
SPECIAL = {
    "exp": "0 1, -0 1, inf inf, -inf 0, max inf, -max 0, tiny 1, sub 1, -sub 1",
    "log": "0 -inf, -0 -inf, inf inf, 1 0, -inf nan, -1 nan, -max nan, -sub nan",
    "tanh": "0 0, -0 -0, inf 1, -inf -1, max 1, -max -1, tiny tiny, sub sub, -sub -sub",
    "sigmoid": "0 .5, -0 .5, inf 1, -inf 0, max 1, -max 0, tiny .5, sub .5, -sub .5",
    "softplus": "inf inf, -inf 0, max max, -max 0",
}


@every_format
@every_function
def test_special_values(name, format):
    dtype = NUMBERS[format]
    info = np.finfo(dtype)
    sizes = {"max": info.max, "tiny": info.tiny, "sub": info.smallest_subnormal}
    sizes |= {f"-{size}": -value for size, value in sizes.items()}
    for pair in [*SPECIAL[name].split(", "), "nan nan"]:
        given, expected = (dtype(sizes.get(word, word)) for word in pair.split())
        result = apply(name, np.array([given]))[0]
        np.testing.assert_equal(result, expected, pair)
        assert np.isnan(expected) or np.signbit(result) == np.signbit(expected), pair


@every_format
def test_no_result_leaves_the_range(format):
    dtype = NUMBERS[format]
    x = np.concatenate([samples("tanh", format), special(format)])
    x = x[~np.isnan(x)]
    assert (np.abs(apply("tanh", x)) <= 1).all()
    assert ((apply("sigmoid", x) >= 0) & (apply("sigmoid", x) <= 1)).all()
    assert (apply("softplus", x) >= np.maximum(x, dtype(0))).all()
    assert (apply("exp", x) >= 0).all()


@every_format
def test_tanh_is_odd(format):
    x = samples("tanh", format)
    assert apply("tanh", x).tobytes() == (-apply("tanh", -x)).tobytes()


# what torch has as well, to the bit
EXACT = {
    "negate": np.negative,
    "relu": lambda x: np.maximum(x, 0),
    "sqrt": np.sqrt,
    "abs": np.abs,
    "sign": np.sign,
}


@every_format
@pytest.mark.parametrize("name", list(EXACT))
def test_exact_operations(name, format):
    x = np.concatenate([samples("tanh", format), special(format)])
    x = x[~np.isnan(x)]
    with np.errstate(invalid="ignore"):
        expected = EXACT[name](x)
    np.testing.assert_array_equal(apply(name, x), expected)
    if name != "sign":
        assert np.isnan(apply(name, np.array([np.nan], x.dtype))).all()
