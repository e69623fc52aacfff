"""Dropout multiplies rows by the masks of the reference, in any order of its rows."""

import pytest
import torch

from codegen.llvm.one_kernel import Result, draw, every_dtype, however_it_runs, run
from elman.codegen.threefry import WORD, threefry
from elman.runtime.jit import target
from elman.runtime.kernels import FORMATS, training
from elman.runtime.random_masks import keys, mask, words_dropped

SEED, STEP, CALL = 2**40 + 3, 5, 2
SIZES = [(1, 1, 1), (3, 1, 7), (1, 4, 16), (5, 3, 33), (2, 3, 64), (7, 5, 65), (4, 9, 200)]


def drop(x, p, steps, dtype, threads=1, result=None):
    T, B, F = x.shape
    result = result or Result(T * B, F, dtype)
    key = keys(SEED, STEP, 1, CALL + 1)[CALL]
    kernel = training(target(), FORMATS[dtype]).dropout
    run(kernel, T * B, F, 0, B, *steps, words_dropped(p), key, x, result, threads=threads)
    return result


@every_dtype
@pytest.mark.parametrize("p", [0.3, 0.5, 1e-12, 1.0])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_rows_are_multiplied_by_the_mask(size, p, dtype):
    x = draw(*size, dtype=dtype)

    def dropped(threads):
        return drop(x, p, (size[1], 1), dtype, threads).read()

    expected = x * mask(SEED, STEP, CALL, size, p).to(dtype)
    assert torch.equal(however_it_runs(dropped).view(size), expected)


@every_dtype
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_elements_count_in_the_order_of_rows_before_time(size, dtype):
    T, B, F = size
    x = draw(*size, dtype=dtype)

    def dropped(threads):
        return drop(x, 0.4, (1, T), dtype, threads).read()

    factors = mask(SEED, STEP, CALL, (B, T, F), 0.4).to(dtype).transpose(0, 1)
    assert torch.equal(however_it_runs(dropped).view(size), x * factors)


@every_dtype
def test_it_may_be_done_in_place(dtype):
    x = Result(12, 33, dtype)
    x.matrix.copy_(draw(12, 33, dtype=dtype))
    expected = x.matrix.view(4, 3, 33) * mask(SEED, STEP, CALL, (4, 3, 33), 0.6).to(dtype)
    drop(x.matrix.view(4, 3, 33), 0.6, (3, 1), dtype, result=x)
    assert torch.equal(x.read().view(4, 3, 33), expected)


def test_what_is_no_number_stays_so():
    x = torch.full((1, 1, 64), torch.nan)
    assert drop(x, 0.5, (1, 1), torch.float32).read().isnan().all()


@every_dtype
@pytest.mark.parametrize("F", [1, 16, 33])
def test_rows_may_be_some_of_those_of_a_mask(F, dtype):
    rows, first, step = 5, 3, 4
    x = draw(rows, F, dtype=dtype)

    def dropped(threads):
        result, key = Result(rows, F, dtype), keys(SEED, STEP, 1, 1)
        kernel = training(target(), FORMATS[dtype]).dropout
        half = words_dropped(0.5)
        run(kernel, rows, F, first, 1, step, 0, half, key, x, result, threads=threads)
        return result.read()

    factors = mask(SEED, STEP, 0, (first + rows * step, F), 0.5).to(dtype)[first::step][:rows]
    assert torch.equal(however_it_runs(dropped), x * factors)


def test_places_beyond_a_word_count_on():
    """The row is one of a mask that is too large to lie anywhere."""
    place = (2**33 + 2**20) // 32
    key, kernel = keys(SEED, STEP, 1, 1)[0], training(target(), "float32").dropout
    x, result = torch.ones(1, 32), Result(1, 32, torch.float32)
    run(kernel, 1, 32, place, 1, 0, 0, words_dropped(0.5), key, x, result)
    counters = [place * 16 + number for number in range(16)]
    words = [int(key) & WORD, int(key) >> 32 & WORD]
    found = [word for c in counters for word in threefry(words, (c & WORD, c >> 32))]
    assert result.read()[0].tolist() == [2.0 * (word >= 2**31) for word in found]
