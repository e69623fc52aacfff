"""Whole layers by kernels: very long ones, and where everything is addressed by 64 bits."""

import re
from itertools import pairwise

import pytest
import torch

from elman import cells, settings
from elman.codegen.llvm.backward import Backward
from elman.codegen.llvm.forward import Forward
from elman.nn import Recurrent
from elman.plan.program import plan


@pytest.mark.parametrize("name", ["elman", "lstm"])
def test_a_million_steps(name):
    T = 1_000_000
    torch.manual_seed(0)
    module = Recurrent(name, 1, 2)
    x = torch.randn(T, 1, 1)
    cuts = [0, 1, 333_333, 700_001, T - 40, T]
    with settings.use(backend="compiled"):
        output, final = module(x)
        (gradient,) = torch.autograd.grad(output[-1].sum(), module.weight_hh_l0)
        assert gradient.isfinite().all()
        state, parts = None, []
        with torch.no_grad():
            for first, last in pairwise(cuts):
                before = state
                part, state = module(x[first:last], state)
                parts.append(part)
    assert torch.equal(torch.cat(parts), output)
    assert all(map(torch.equal, state, final)) if name == "lstm" else torch.equal(state, final)
    with settings.use(backend="reference"), torch.no_grad():
        end, _ = module.double()(
            x[-40:].double(),
            tuple(s.double() for s in before) if name == "lstm" else before.double(),
        )
    torch.testing.assert_close(output[-40:].double(), end, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("name", ["lstm", "layer_norm_gru"])
def test_every_place_in_memory_is_counted_by_64_bits(name):
    program = plan(cells.get(name).graph)
    for text in (
        Forward(program, "saved", False, "float32", 8, 16, 1).finished(),
        Backward(program, "float32", 8, 16, 2).finished(),
    ):
        places = re.findall(r"getelementptr .*", text)
        assert len(places) > 50
        assert all(re.search(r", i64 [^,]+$", place) for place in places)
