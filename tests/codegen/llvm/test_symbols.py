"""Rows that symbols stand for: the very numbers, and sums from the first row to the last."""

import pytest
import torch

from codegen.llvm.one_kernel import Result, amid_nan, draw, every_dtype, however_it_runs, run
from elman.runtime.jit import target
from elman.runtime.kernels import FORMATS, training

NONE = -1

# (rows, columns, symbols)
SIZES = [
    (1, 1, 1),
    (1, 16, 3),
    (2, 5, 3),
    (40, 17, 5),
    (7, 64, 9),
    (33, 65, 4),
    (3, 300, 100),
    (0, 9, 2),
]

every_size = pytest.mark.parametrize("size", SIZES, ids=str)


def kernels(dtype):
    return training(target(), FORMATS[dtype])


def drawn(rows, symbols):
    """Return symbols, the first and the last of which there are among them."""
    found = torch.randint(symbols, (rows,), generator=torch.Generator().manual_seed(5))
    found[:1], found[1:2] = symbols - 1, 0
    return found


@every_dtype
@every_size
def test_rows_of_a_table_are_taken(size, dtype):
    rows, columns, count = size
    symbols, table = drawn(rows, count), draw(count, columns, dtype=dtype)

    def taken(threads):
        result = Result(rows, columns, dtype)
        given = (symbols, amid_nan(table), result)
        run(kernels(dtype).take_rows, rows, columns, *given, threads=threads)
        return result.read()

    assert torch.equal(however_it_runs(taken), table[symbols])


@every_dtype
@every_size
def test_vectors_with_a_single_one(size, dtype):
    rows, _, count = size
    symbols = drawn(rows, count)

    def vectors(threads):
        result = Result(rows, count, dtype)
        run(kernels(dtype).one_hot, rows, count, symbols, None, result, threads=threads)
        return result.read()

    expected = torch.nn.functional.one_hot(symbols, count).to(dtype)
    assert torch.equal(however_it_runs(vectors), expected)


@every_dtype
@every_size
@pytest.mark.parametrize("padding", [NONE, 0, 2])
def test_rows_are_added_in_order(padding, size, dtype):
    rows, columns, count = size
    symbols, added = drawn(rows, count), draw(rows, columns, dtype=dtype) / 3
    before = draw(count, columns, dtype=dtype, seed=1) / 3

    def sums(threads):
        table = Result(count, columns, dtype)
        table.matrix.copy_(before)
        given = (symbols, amid_nan(added), table)
        run(kernels(dtype).add_rows, rows, columns, padding, *given, threads=threads)
        return table.read()

    expected = before.clone()
    for symbol, row in zip(symbols.tolist(), added, strict=True):
        if symbol != padding:
            expected[symbol] += row
    assert torch.equal(however_it_runs(sums), expected)


@every_dtype
def test_nan_of_the_padding_is_not_added(dtype):
    """The gradient of steps that nobody sees may be anything."""
    symbols, added = torch.tensor([1, 0, 1]), torch.ones(3, 5, dtype=dtype)
    added[1] = torch.nan
    table = Result(2, 5, dtype)
    table.matrix.zero_()
    run(kernels(dtype).add_rows, 3, 5, 0, symbols, added, table)
    assert torch.equal(table.read(), torch.tensor([[0.0], [2.0]], dtype=dtype).expand(2, 5))
