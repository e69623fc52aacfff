"""The matrix product against float64, and the same bits however it is run."""

import math

import pytest
import torch

from elman import settings
from elman.runtime.jit import target
from elman.runtime.matrix import multiply

DTYPES = [torch.float32, torch.float64]

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


@pytest.fixture(autouse=True)
def one_thread():
    yield
    torch.set_num_threads(1)


def draw(*shape, dtype=torch.float32, seed=0):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed)).to(dtype)


def product(a, b, start=None):
    return multiply(target(), a, b, start)


def exactly(a, b, start=None):
    """Return the product in float64 and, for each element, the sum of the sizes of its terms."""
    a, b = a.double(), b.double()
    start = a.new_zeros(b.size(1)) if start is None else start.double()
    return a @ b + start, a.abs() @ b.abs() + start.abs()


def assert_near(c, a, b, start=None):
    truth, sizes = exactly(a, b, start)
    # one rounding for each term, each of at most half a unit of what was summed until then
    bound = (a.size(1) + 1) * torch.finfo(c.dtype).eps / 2 * sizes
    assert c.shape == truth.shape
    assert ((c.double() - truth).abs() <= bound + torch.finfo(torch.float64).eps * sizes).all()


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_product(size, dtype, bias, poisoned):
    R, K, N = size
    a, b = draw(R, K, dtype=dtype), draw(K, N, dtype=dtype, seed=1)
    start = draw(N, dtype=dtype, seed=2) if bias else None
    assert_near(product(a, b, start), a, b, start)


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_every_element_is_one_sum_from_first_to_last(dtype):
    a, b, start = draw(3, 400, dtype=dtype), draw(400, 2, dtype=dtype), draw(2, dtype=dtype)
    c = product(a, b, start)
    for row in range(3):
        for column in range(2):
            total = start[column].item()
            for k in range(400):
                total = fused(a[row, k].item(), b[k, column].item(), total, dtype)
            assert c[row, column].item() == total


def fused(a, b, c, dtype):
    """Return a b + c rounded once."""
    from fractions import Fraction

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


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_any_strides(dtype, poisoned):
    a, b = draw(12, 40, dtype=dtype), draw(40, 22, dtype=dtype, seed=1)
    start = draw(22, dtype=dtype, seed=2)
    expected = product(a, b, start)
    variants = {
        "columns first": (a.T.contiguous().T, b.T.contiguous().T, start),
        "every other": tuple(t.repeat_interleave(2, -1)[..., ::2] for t in (a, b, start)),
        "every other row": (
            a.repeat_interleave(2, 0)[::2],
            b.repeat_interleave(3, 0)[::3],
            start.repeat(2)[22:],
        ),
    }
    for name, tensors in variants.items():
        assert torch.equal(product(*tensors), expected), name
    one = draw(1, 40, dtype=dtype)
    spread = product(one.expand(9, 40), b, start[:1].expand(22))
    assert torch.equal(spread, product(one, b, start[:1].repeat(22)).expand(9, 22))


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_arguments_stay(dtype):
    tensors = draw(7, 50, dtype=dtype), draw(50, 9, dtype=dtype), draw(9, dtype=dtype)
    before = [t.clone() for t in tensors]
    product(*tensors)
    assert all(map(torch.equal, tensors, before))


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_nothing_to_sum(dtype, poisoned):
    start = draw(5, dtype=dtype)
    c = product(draw(3, 0, dtype=dtype), draw(0, 5, dtype=dtype), start)
    assert torch.equal(c, start.expand(3, 5))
    c[0] = 7  # memory of its own, and of each row
    assert not (c[1:] == 7).any()
    assert not (start == 7).any()
    assert torch.equal(
        product(c.new_empty(3, 0), c.new_empty(0, 5)), torch.zeros(3, 5, dtype=dtype)
    )


@pytest.mark.parametrize("shape", [(0, 4, 5), (4, 5, 0), (0, 0, 0)])
def test_no_rows_or_columns(shape, poisoned):
    R, K, N = shape
    assert product(torch.zeros(R, K), torch.zeros(K, N)).shape == (R, N)


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("size", [(64, 33, 17), (64, 400, 70)], ids=str)
def test_rows_have_their_bits_alone_and_together(size, dtype, poisoned):
    R, K, N = size
    a, b, start = draw(R, K, dtype=dtype), draw(K, N, dtype=dtype), draw(N, dtype=dtype)
    whole = product(a, b, start)
    for row in (0, 1, 5, 6, 31, 63):
        assert torch.equal(product(a[row : row + 1], b, start), whole[row : row + 1])
    for part in (slice(0, 7), slice(3, 20), slice(11, 64)):
        assert torch.equal(product(a[part], b, start), whole[part])


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("size", [(64, 33, 17), (3, 400, 70), (9, 385, 100)], ids=str)
def test_columns_have_their_bits_alone_and_together(size, dtype):
    R, K, N = size
    a, b, start = draw(R, K, dtype=dtype), draw(K, N, dtype=dtype), draw(N, dtype=dtype)
    whole = product(a, b, start)
    for part in (slice(0, 1), slice(N - 1, N), slice(3, 16)):
        assert torch.equal(product(a, b[:, part], start[part]), whole[:, part])


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("size", [(2, 900, 700), (301, 401, 33), (2000, 5, 132)], ids=str)
def test_threads_change_no_bit(size, dtype, poisoned):
    R, K, N = size
    a, b, start = draw(R, K, dtype=dtype), draw(K, N, dtype=dtype), draw(N, dtype=dtype)
    alone = product(a, b, start)
    for threads in (2, 3):
        torch.set_num_threads(threads)
        assert torch.equal(product(a, b, start), alone)


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("size", [(1, 1, 1), (7, 33, 17), (5, 400, 129)], ids=str)
def test_the_width_of_vectors_changes_no_bit(size, dtype, poisoned):
    R, K, N = size
    a, b, start = draw(R, K, dtype=dtype), draw(K, N, dtype=dtype), draw(N, dtype=dtype)
    expected = product(a, b, start)
    for bits in ("128", "256", "512"):
        with settings.use(vector_bits=bits):
            assert torch.equal(product(a, b, start), expected), bits


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
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
