"""The text of kernels of every cell: what no run of a moderate size can show."""

import re

import pytest

from elman import cells
from elman.codegen.llvm.backward import Backward
from elman.codegen.llvm.forward import Forward
from elman.plan.program import plan


@pytest.mark.parametrize("name", cells.names())
def test_addresses_have_64_bits(name):
    program, machine = plan(cells.get(name).graph), ("float32", 8, 16, 1)
    kernels = [Forward(program, "saved", way, *machine) for way in (False, True)]
    for kernel in [*kernels, Backward(program, *machine)]:
        text = kernel.finished()
        assert re.search(r"= mul i64", text)
        assert not re.search(r"= (add|sub|mul|udiv|urem|sdiv|srem|shl|sext|zext|trunc) i32", text)
        # behind the pointer, which is of no other kind, the indices
        places = re.findall(r"getelementptr .*", text)
        assert len(places) > 20
        assert all(re.search(r", i64 [^,]+$", place) for place in places)
