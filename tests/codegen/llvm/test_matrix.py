"""The matrix product against float64, and the same bits however it is run."""

import math
from fractions import Fraction

import pytest
import torch

from codegen.llvm.one_kernel import Result, draw, every_dtype, however_it_runs, kernels, run
from elman.codegen.llvm.matrix import TERMS, WIDE

# (rows, terms, columns): both sides of a block of 384 terms, of a vector, of a block of rows
SIZES = [
    (1, 1, 1),
    (5, 1, 17),
    (17, 5, 1),
    (33, 17, 5),
    (7, 100, 33),
    (100, 33, 100),
    (3, 383, 64),
    (5, 384, 65),
    (6, 385, 63),
    (1, 400, 129),
    (400, 3, 2),
    (13, 768, 31),
    (2, 1153, 128),
]

# beside how many vectors in a panel of B a product is emitted for
every_panel = pytest.mark.parametrize("wide", [True, False], ids=["wide", "narrow"])


def product(a, b, start=None, *, onto=None, wide=True, threads=1, stride=1, turned=0):
    """Return A B + c, or what there is and A B, the numbers of A so far apart in memory.

    If it is turned, its columns lie one after the other, from each to the next so many numbers.
    """
    common, (rows, terms), columns = kernels(a.dtype), a.shape, b.size(1)
    line = (common.vectors if wide else 1) * common.width
    panels = Result(-(-columns // line) * terms, line, a.dtype)
    b = b.contiguous()
    sizes = (columns, terms, columns, line // common.width, terms * line, line)
    run(common.pack, *sizes, b, panels, threads=threads)
    spread = a.new_full((rows, terms, stride), torch.nan)
    spread[..., 0] = a
    way = (terms * stride, stride)
    if turned:
        spread, way = a.new_full((terms, abs(turned)), torch.nan), (1, turned)
        spread[:, :rows] = a.T if turned > 0 else a.T.flip(0)
        spread = spread if turned > 0 else spread[-1]
    result = Result(rows, columns, a.dtype, columns + 3)
    if start is None:
        result.matrix.copy_(torch.zeros(rows, columns) if onto is None else onto)
    sizes = (rows, terms, columns, *way, columns + 3, terms * line, line)
    kernel = common.product if wide else common.narrow_product
    run(kernel, *sizes, spread, panels.matrix, result, start, threads=threads)
    return result.read()


def assert_near(c, a, b, start=None):
    a, b = a.double(), b.double()
    start = a.new_zeros(b.size(1)) if start is None else start.double()
    truth, sizes = a @ b + start, a.abs() @ b.abs() + start.abs()
    # one rounding for each term, each of at most half a unit of what was summed until then
    bound = (a.size(1) + 1) * torch.finfo(c.dtype).eps / 2 * sizes
    assert ((c.double() - truth).abs() <= bound + torch.finfo(torch.float64).eps * sizes).all()


def drawn(size, dtype):
    rows, terms, columns = size
    shapes = enumerate([(rows, terms), (terms, columns), (columns,)])
    return [draw(*shape, dtype=dtype, seed=seed) for seed, shape in shapes]


@every_dtype
@every_panel
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_product(size, wide, dtype):
    a, b, start = drawn(size, dtype)
    c = however_it_runs(lambda threads: product(a, b, start, wide=wide, threads=threads))
    assert_near(c, a, b, start)


@every_dtype
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_onto_what_is_there(size, dtype):
    a, b, start = drawn(size, dtype)
    there = start.expand(size[0], -1)
    c = however_it_runs(lambda threads: product(a, b, onto=there, threads=threads))
    assert_near(c, a, b, start)
    first = product(a, b, torch.zeros_like(start))
    if size[1] <= TERMS:
        assert torch.equal(c, there + first)


@every_dtype
def test_panels_of_any_width_give_the_same_bits(dtype):
    a, b, start = drawn((9, 500, 70), dtype)
    assert torch.equal(product(a, b, start), product(a, b, start, wide=False))


@every_dtype
def test_numbers_of_the_left_may_lie_apart(dtype):
    a, b, start = drawn((9, 500, 33), dtype)
    assert torch.equal(product(a, b, start, stride=3), product(a, b, start))


@every_dtype
@pytest.mark.parametrize("size", [(1, 1), (33, 5), (400, 33), (770, 40)], ids=str)
@pytest.mark.parametrize("more", [-WIDE + 1, 0, 1, 97])
@pytest.mark.parametrize("sign", [1, -1])
def test_the_left_may_lie_turned(size, more, sign, dtype):
    rows = max(1, WIDE // dtype.itemsize + more)
    a, b, start = drawn((rows, *size), dtype)
    way = sign * (rows + 3)
    expected = product(a, b, start)
    found = however_it_runs(lambda threads: product(a, b, start, threads=threads, turned=way))
    assert torch.equal(found, expected)


def summed(terms, start, dtype):
    """Return a sum from the first term to the last, each by one rounding."""
    total = start
    for a, b in terms:
        total = fused(a, b, total, dtype)
    return total


@every_dtype
def test_every_element_is_one_sum_in_the_order_that_is_said(dtype):
    terms = TERMS + 9
    a, b, start = drawn((2, terms, 2), dtype)
    c = product(a, b, start)
    for row in range(2):
        for column in range(2):
            pairs = list(zip(a[row].tolist(), b[:, column].tolist(), strict=True))
            first = summed(pairs[:TERMS], start[column].item(), dtype)
            rest = summed(pairs[TERMS:], 0.0, dtype)
            total = torch.tensor(first, dtype=dtype) + torch.tensor(rest, dtype=dtype)
            assert torch.equal(c[row, column], total)


def fused(a, b, c, dtype):
    """Return a b + c rounded once."""
    exact = Fraction(a) * Fraction(b) + Fraction(c)
    if dtype == torch.float64:
        return float(exact)
    # the nearest of the three numbers of float32 about it, the even one of two equally near
    middle = torch.tensor(float(exact), dtype=dtype)
    ends = [torch.nextafter(middle, middle.new_tensor(e)) for e in (-math.inf, math.inf)]
    near = sorted([middle, *ends], key=lambda n: (abs(Fraction(n.item()) - exact), odd(n)))
    return near[0].item()


def odd(number):
    return int(number.view(torch.int32)) & 1


@every_dtype
@pytest.mark.parametrize("size", [(64, 33, 17), (64, 400, 70)], ids=str)
def test_rows_have_their_bits_alone_and_together(size, dtype):
    a, b, start = drawn(size, dtype)
    whole = product(a, b, start)
    for row in (0, 1, 5, 6, 31, 63):
        assert torch.equal(product(a[row : row + 1], b, start), whole[row : row + 1])
    for part in (slice(0, 7), slice(3, 20), slice(11, 64)):
        assert torch.equal(product(a[part], b, start), whole[part])


@every_dtype
@pytest.mark.parametrize("size", [(64, 33, 17), (3, 400, 70), (9, 385, 100)], ids=str)
def test_columns_have_their_bits_alone_and_together(size, dtype):
    a, b, start = drawn(size, dtype)
    N = size[2]
    whole = product(a, b, start)
    for part in (slice(0, 1), slice(N - 1, N), slice(3, 16)):
        assert torch.equal(product(a, b[:, part], start[part]), whole[:, part])


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
@every_dtype
def test_what_is_not_finite_reaches_its_row_or_column_only(dtype, value):
    a, b, start = draw(14, 390, dtype=dtype), draw(390, 37, dtype=dtype), draw(37, dtype=dtype)
    clean = product(a, b, start)
    for k in (0, 388):
        spoilt = a.clone()
        spoilt[9, k] = value
        c = product(spoilt, b, start)
        assert not c[9].isfinite().any()
        c[9] = clean[9]
        assert torch.equal(c, clean)
        spoilt = b.clone()
        spoilt[k, 36] = value
        c = product(a, spoilt, start)
        assert not c[:, 36].isfinite().any()
        assert torch.equal(c[:, :36], clean[:, :36])
    spoilt = start.clone()
    spoilt[5] = value
    c = product(a, b, spoilt)
    assert not c[:, 5].isfinite().any()
    c[:, 5] = clean[:, 5]
    assert torch.equal(c, clean)


def test_infinite_times_zero_is_not_hidden():
    a, b = torch.tensor([[math.inf, 1.0]]), torch.tensor([[0.0, 1.0], [1.0, 1.0]])
    c = product(a, b)
    assert c[0, 0].isnan()
    assert c[0, 1] == math.inf


def test_subnormal_numbers_are_not_flushed():
    tiny = torch.tensor([[2.0**-100, 2.0**-80]])
    assert product(tiny, torch.tensor([[2.0**-49], [0.0]])).item() == 2.0**-149


@every_dtype
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_product_that_packs_panel_by_panel_has_the_same_bits(size, dtype):
    a, b, start = drawn(size, dtype)
    common, (rows, terms, columns) = kernels(dtype), size

    def by_panels(threads):
        result = Result(rows, columns, dtype, columns + 3)
        rooms = Result(threads * terms, common.vectors * common.width, dtype)
        sizes = (rows, terms, columns, terms, 1, columns + 3, 0, 0)
        given = (a.contiguous(), result, start, b.T.contiguous(), rooms.matrix)
        packer, kernel = common.pack_transposed, common.product
        run(common.product_by_panels, *sizes, *given, packer, kernel, threads=threads)
        return result.read()

    assert torch.equal(however_it_runs(by_panels), product(a, b, start))


@every_dtype
@pytest.mark.parametrize("size", [(1, 1, 16), (5, 385, 64), (2, 40, 80), (13, 7, 128)], ids=str)
def test_a_matrix_whose_rows_the_lanes_fill_is_read_as_it_is(size, dtype):
    a, b, start = drawn(size, dtype)
    common, (rows, terms, columns) = kernels(dtype), size

    def plain(threads):
        result = Result(rows, columns, dtype)
        sizes = (rows, terms, columns, terms, 1, columns, 0, columns)
        given = (a.contiguous(), result, start, b.contiguous(), None, None, common.product)
        run(common.product_by_panels, *sizes, *given, threads=threads)
        return result.read()

    assert torch.equal(however_it_runs(plain), product(a, b, start))
