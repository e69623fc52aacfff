import ctypes

import numpy as np
import pytest

from elman import settings
from elman.codegen.llvm.peak import operations, peak
from elman.runtime.jit import functions, target


@pytest.mark.parametrize("bits", ["auto", "256", "128"])
@pytest.mark.parametrize("format", ["float32", "float64"])
def test_every_sum_takes_every_round(format, bits):
    with settings.use(vector_bits=bits):
        machine = target()
    width = machine.width(format)
    settings_ = (format, width, machine.registers)
    (address,) = functions(machine, ["peak"], f"peak {settings_}", lambda: peak(*settings_))
    numbers = np.array([0.5, 1.0, np.nan], dtype=format)
    rounds = 3
    run = ctypes.CFUNCTYPE(None, ctypes.c_int64, ctypes.c_void_p)(address)
    run(rounds, numbers.ctypes.data)
    sums = np.arange(operations(width, machine.registers) // (2 * width), dtype=format)
    for _ in range(rounds):
        sums = sums * 0.5 + 1
    assert numbers[2] == width * sums.sum()


def test_the_sums_and_their_factors_fit_the_registers():
    for registers in (16, 32):
        sums = operations(8, registers) // 16
        assert 8 < sums <= registers - 2
