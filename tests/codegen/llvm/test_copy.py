"""Rows are copied, or filled with zeros, and nothing beside them is written."""

import pytest
import torch

from codegen.llvm.one_kernel import Result, draw, every_dtype, however_it_runs, kernels, run

SIZES = [(1, 1), (1, 5), (1, 300), (3, 1), (7, 16), (5, 33), (64, 100), (0, 4), (1, 0)]


@every_dtype
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_rows_are_copied(size, dtype):
    rows, columns = size
    source = draw(rows, columns + 3, dtype=dtype)

    def copied(threads):
        result = Result(rows, columns, dtype, columns + 5)
        copy = kernels(dtype).copy
        run(copy, rows, columns, columns + 3, columns + 5, source, result, threads=threads)
        return result.read()

    assert torch.equal(however_it_runs(copied), source[:, :columns])


@every_dtype
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_from_nowhere_come_zeros(size, dtype):
    rows, columns = size

    def zeros(threads):
        result = Result(rows, columns, dtype)
        run(kernels(dtype).copy, rows, columns, 0, columns, None, result, threads=threads)
        return result.read()

    assert torch.equal(however_it_runs(zeros), torch.zeros(rows, columns, dtype=dtype))


@every_dtype
def test_one_row_is_copied_to_many(dtype):
    source, result = draw(1, 21, dtype=dtype), Result(4, 21, dtype)
    run(kernels(dtype).copy, 4, 21, 0, 21, source, result)
    assert torch.equal(result.read(), source.expand(4, 21))
