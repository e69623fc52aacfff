"""The sums of columns: from the first row to the last, whoever sums them."""

import pytest
import torch

from codegen.llvm.one_kernel import Result, draw, every_dtype, however_it_runs, kernels, run

SIZES = [(1, 1), (2, 5), (63, 17), (7, 64), (100, 65), (3, 300), (1000, 3), (0, 9)]


@every_dtype
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("adds", [False, True])
def test_every_column_is_summed_in_order(adds, size, dtype):
    rows, columns = size
    matrix, start = draw(rows, columns + 2, dtype=dtype), draw(columns, dtype=dtype, seed=1)

    def sums(threads):
        result = Result(1, columns, dtype)
        if adds:
            result.matrix.copy_(start)
        settings = (rows, columns, columns + 2, adds)
        run(kernels(dtype).column_sums, *settings, matrix, result, threads=threads)
        return result.read()[0]

    expected = start.clone() if adds else torch.zeros(columns, dtype=dtype)
    for row in matrix:
        expected += row[:columns]
    assert torch.equal(however_it_runs(sums), expected)


@every_dtype
def test_rows_from_the_last_to_the_first(dtype):
    matrix, result = draw(20, 7, dtype=dtype), Result(1, 7, dtype)
    run(kernels(dtype).column_sums, 20, 7, -7, 0, matrix[19], result)
    expected = torch.zeros(7, dtype=dtype)
    for row in matrix.flip(0):
        expected += row
    assert torch.equal(result.read()[0], expected)
