import pytest
import torch

from elman.nn import Number, OneHot


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("symbols_to_numbers", [OneHot(5), Number()])
def test_numbers_are_of_the_default_dtype(symbols_to_numbers, dtype):
    before = torch.get_default_dtype()
    torch.set_default_dtype(dtype)
    try:
        assert symbols_to_numbers(torch.tensor([[3, 0]])).dtype == dtype
    finally:
        torch.set_default_dtype(before)


def test_a_symbol_is_the_place_of_the_one():
    assert OneHot(4)(torch.tensor([[2, 0]])).tolist() == [[[0, 0, 1, 0], [1, 0, 0, 0]]]


def test_a_symbol_is_its_number():
    assert Number()(torch.tensor([[2, 7]])).tolist() == [[[2], [7]]]
