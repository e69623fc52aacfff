"""Every number of a matrix at its place in the panels, zeros beyond it, nothing else written."""

import pytest
import torch

from codegen.llvm.one_kernel import Result, draw, every_dtype, kernels, run
from elman import settings

SIZES = [(1, 1), (5, 1), (17, 5), (16, 16), (1, 33), (100, 17), (33, 400), (129, 3)]


@every_dtype
@pytest.mark.parametrize("bits", ["128", "256", "512"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("span", [1, 2, 4])
@pytest.mark.parametrize("turned", [False, True], ids=["pack", "pack_transposed"])
def test_every_number_is_at_its_place(turned, span, size, bits, dtype):
    units, terms = size
    matrix = draw(units, terms, dtype=dtype)  # W, whose rows are the units
    source = matrix if turned else matrix.T
    row = source.size(1) + 3
    given = draw(source.size(0), row, dtype=dtype, seed=1)
    given[:, :-3] = source
    given[:, -3:] = torch.nan
    with settings.use(vector_bits=bits):
        common = kernels(dtype)
        line = span * common.width
        tiles = -(-units // line)
        for threads in (1, 3):
            result = Result(tiles * terms, line, dtype)
            kernel = common.pack_transposed if turned else common.pack
            sizes = (units, terms, row, span, terms * line, line)
            run(kernel, *sizes, given, result, threads=threads)
            panels = result.read().view(tiles, terms, line).transpose(1, 2).reshape(-1, terms)
            assert torch.equal(panels[:units], matrix)
            assert not panels[units:].any()


@every_dtype
def test_two_matrices_side_by_side(dtype):
    common = kernels(dtype)
    line = 2 * common.width
    matrices = [draw(common.width + 1, 7, dtype=dtype, seed=seed) for seed in (0, 1)]
    result = Result(2 * 7, line, dtype)
    for place, matrix in enumerate(matrices):
        at = result.matrix.view(-1)[place * common.width :]
        run(common.pack_transposed, common.width + 1, 7, 7, 1, 7 * line, line, matrix, at)
    panels = result.read().view(2, 7, 2, common.width)
    for place, matrix in enumerate(matrices):
        units = panels[:, :, place].transpose(1, 2).reshape(-1, 7)
        assert torch.equal(units[: common.width + 1], matrix)
        assert not units[common.width + 1 :].any()


@every_dtype
def test_rows_from_the_last_to_the_first(dtype):
    common, matrix = kernels(dtype), draw(9, 5, dtype=dtype)
    result = Result(9, common.width, dtype)
    run(common.pack, 5, 9, -5, 1, 9 * common.width, common.width, matrix[8], result)
    assert torch.equal(result.read()[:, :5], matrix.flip(0))
