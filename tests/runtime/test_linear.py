import pytest
import torch
import torch.nn.functional as F

from elman import settings
from elman.runtime.linear import FEW_ROWS, linear
from elman.runtime.threads import using_threads

SHAPES = [(1, 1, 1), (5, 7, 3), (64, 96, 300), (FEW_ROWS + 1, 65, 129), (2, 500, 64), (700, 3, 5)]


def given(rows, terms, columns, dtype=torch.float64):
    torch.manual_seed(0)
    sizes = ((rows, terms), (columns, terms), (columns,))
    return [torch.randn(size, dtype=dtype, requires_grad=True) for size in sizes]


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("sizes", SHAPES, ids=str)
def test_it_is_the_map_of_torch_and_so_are_its_gradients(sizes, bias):
    x, weight, b = given(*sizes)
    wanted = (x, weight, b) if bias else (x, weight)
    found, expected = (f(x, weight, b if bias else None) for f in (linear, F.linear))
    torch.testing.assert_close(found, expected)
    d = torch.randn_like(expected)
    every = (torch.autograd.grad(y, wanted, d) for y in (found, expected))
    for one, other in zip(*every, strict=True):
        torch.testing.assert_close(one, other)


@pytest.mark.parametrize("rows", [3, 300])
def test_no_bit_depends_on_the_threads(rows):
    x, weight, b = given(rows, 257, 301, torch.float32)

    def run():
        y = linear(x, weight, b)
        return y, *torch.autograd.grad(y.square().sum(), (x, weight))

    with using_threads(1):
        alone = run()
    with using_threads(2):
        assert all(torch.equal(one, other) for one, other in zip(alone, run(), strict=True))


def test_rows_lie_in_any_way_and_have_any_number_of_axes():
    x, weight, b = given(4, 6, 5)
    rows = torch.randn(6, 2, 3, dtype=torch.float64).transpose(0, 2)
    torch.testing.assert_close(linear(rows, weight, b), F.linear(rows, weight, b))
    assert linear(x[0], weight, b).shape == (5,)
    assert linear(x[:0], weight, b).shape == (0, 5)


def test_its_gradients_have_gradients():
    assert torch.autograd.gradgradcheck(linear, given(3, 4, 5))


def test_torch_does_what_kernels_do_not():
    x, weight, b = given(3, 4, 5)
    with settings.use(backend="aten"):
        assert torch.equal(linear(x, weight, b), F.linear(x, weight, b))
    with torch.autocast("cpu", torch.bfloat16):
        assert linear(x.float(), weight.float(), b.float()).dtype is torch.bfloat16
    with pytest.raises(RuntimeError, match="shapes cannot be multiplied"):
        linear(x, weight[:, :3], b)
