"""One kernel at a time, on matrices: recorded as layers record it, and run by a team."""

import pytest
import torch

from elman import settings
from elman.runtime import team
from elman.runtime.jit import target
from elman.runtime.kernels import FORMATS, common
from elman.runtime.schedule import At, Recorder

FENCE, UNTOUCHED = 64, 777.0

every_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=str)


class Result:
    """A matrix of NaN to be written, in memory of which nothing else may be.

    Args:
        rows: of the matrix.
        columns: of the matrix.
        dtype: of its numbers.
        row: numbers from row to row.
    """

    def __init__(self, rows, columns, dtype, row=None):
        self.shape = (rows, columns), (columns if row is None else row, 1), FENCE
        numbers = 2 * FENCE + rows * max(self.shape[1][0], columns)
        self.memory = torch.full((numbers,), UNTOUCHED, dtype=dtype)
        self.matrix = self.memory.as_strided(*self.shape).fill_(torch.nan)

    def data_ptr(self):
        return self.matrix.data_ptr()

    def read(self):
        """Return the matrix, of which alone anything was written."""
        around = self.memory.clone()
        around.as_strided(*self.shape).fill_(UNTOUCHED)
        assert (around == UNTOUCHED).all()
        return self.matrix


def amid_nan(numbers):
    """Return a copy of a tensor that lies in memory between numbers which nobody may use."""
    memory = numbers.new_full((numbers.numel() + 2 * FENCE,), torch.nan)
    return memory[FENCE : FENCE + numbers.numel()].view(numbers.shape).copy_(numbers)


def run(kernel, *arguments, threads=1):
    """Run a kernel on numbers and on what lies in memory; None is nowhere."""
    recorder, addresses, given = Recorder(8, 0), [], []
    for argument in arguments:
        if hasattr(argument, "data_ptr"):
            addresses.append(argument.data_ptr())
            argument = At(1 + len(addresses))
        given.append(argument or 0)
    recorder.add(kernel, given)
    team.run([(recorder.finished(), addresses)], threads)


def kernels(dtype):
    """Return the kernels that all cells share, for vectors of the width that is set."""
    return common(target(), FORMATS[dtype])


def draw(*shape, dtype, seed=0):
    """Return random numbers."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed)).to(dtype)


def however_it_runs(function):
    """Return what a function of the number of threads does with one, at every other way to run."""
    expected = function(1)
    for threads in range(2, 6):
        assert torch.equal(function(threads), expected), threads
    for bits in ("128", "256", "512"):
        with settings.use(vector_bits=bits):
            assert torch.equal(function(2), expected), bits
    return expected
