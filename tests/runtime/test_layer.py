"""Cells with an odd part, and runs of an odd size or end, against the reference."""

import mmap
import os
import signal
import sys
import threading
import time
from itertools import pairwise

import pytest
import torch
from torch.utils._pytree import tree_leaves

import elman
from elman import settings
from elman.cells import sigmoid, stop_gradient, tanh
from elman.nn import Recurrent

# whole, and with rows that end early or have no step at all
LENGTHS = [None, torch.tensor([3, 0, 5])]
T, B, I, H = 5, 3, 2, 5

whole_and_ragged = pytest.mark.parametrize("lengths", LENGTHS, ids=["whole", "ragged"])


def everything(module, backend, lengths):
    """Return outputs, states at the end and all gradients, by name."""
    generator = torch.Generator().manual_seed(3)

    def draw(*shape):
        return torch.randn(*shape, generator=generator, dtype=torch.float64)

    x = draw(T, B, I).requires_grad_()
    sizes = [module.proj_size or H] + [H] * (len(module.cell.states) - 1)
    states = [draw(2, B, size).requires_grad_() for size in sizes]
    with settings.use(backend=backend):
        given = tuple(states) if len(states) > 1 else states[0]
        results = tree_leaves(module(x, given, lengths))
    pairs = [(value, draw(*value.shape)) for value in results]
    pairs = [pair for pair in pairs if pair[0].requires_grad]
    leaves = {"x": x, **dict(zip(module.cell.states, states, strict=True))}
    leaves |= dict(module.named_parameters())
    found = [torch.zeros_like(leaf) for leaf in leaves.values()]
    if pairs:
        values, gradients = zip(*pairs, strict=True)
        found = torch.autograd.grad(
            values, list(leaves.values()), gradients, allow_unused=True, materialize_grads=True
        )
    named = {f"result {number}": value.detach() for number, value in enumerate(results)}
    return named | {f"gradient of {name}": g for name, g in zip(leaves, found, strict=True)}


def check(cell, lengths, **kwargs):
    torch.manual_seed(1)
    module = Recurrent(elman.cell(cell), I, H, bidirectional=True, dtype=torch.float64, **kwargs)
    actual = everything(module, "compiled", lengths)
    for name, value in everything(module, "reference", lengths).items():
        torch.testing.assert_close(actual[name], value, rtol=1e-10, atol=1e-10, msg=name)


@whole_and_ragged
def test_a_map_of_a_value_that_lets_no_gradient_through(lengths, poisoned):
    def cell(x, h, *, W):
        f = sigmoid(W.f(x, h))
        return f * tanh(W.n(x, stop_gradient(f * h)))

    check(cell, lengths)


@whole_and_ragged
@pytest.mark.parametrize("kwargs", [{}, {"proj_size": 3}, {"recompute": True}], ids=str)
def test_a_map_without_a_gradient(lengths, kwargs, poisoned):
    def cell(x, h, *, W):
        return sigmoid(W.a(x, h)) * stop_gradient(tanh(W.g(x, h)))

    check(cell, lengths, **kwargs)


@whole_and_ragged
@pytest.mark.parametrize("kwargs", [{}, {"proj_size": 3}], ids=str)
def test_a_state_without_a_gradient(lengths, kwargs, poisoned):
    def cell(x, h, c, *, W):
        c = stop_gradient(0.5 * c + tanh(W.a(x, h)))
        return sigmoid(W.o(x, h)) * tanh(c), c

    check(cell, lengths, **kwargs)


@whole_and_ragged
@pytest.mark.parametrize("kwargs", [{}, {"proj_size": 3}], ids=str)
def test_nothing_with_a_gradient(lengths, kwargs, poisoned):
    def cell(x, h, c, *, W):
        return stop_gradient(tanh(W.a(x, h))), stop_gradient(sigmoid(W.b(x, h) + c))

    check(cell, lengths, **kwargs)


@whole_and_ragged
@pytest.mark.parametrize("kwargs", [{}, {"recompute": True}], ids=str)
def test_nothing_is_learned(lengths, kwargs, poisoned):
    def cell(x, h, c):
        return tanh(0.5 * h + c), sigmoid(h) - c

    check(cell, lengths, **kwargs)


def test_more_arguments_than_any_cell_of_the_library_has():
    def cell(x, h, *, W, v):
        total = W.a(x, h)
        for number in range(70):
            total = total + getattr(v, f"a{number}") * getattr(v, f"b{number}")
            total = total + getattr(v, f"c{number}") * h + getattr(v, f"d{number}")
        return tanh(total)

    check(cell, None)


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


def test_many_steps():
    module = Recurrent("gru", 1, 2, dtype=torch.float64)
    x = torch.randn(100_000, 1, 1, generator=torch.Generator().manual_seed(0)).double()
    x.requires_grad_()
    with settings.use(backend="compiled"):
        output, final = module(x)
        whole = torch.autograd.grad(output.square().sum() + final.sum(), [x, *module.parameters()])
        assert torch.equal(output[-1], final[0])
        with torch.no_grad():
            _, before = module(x[:99_000])
            assert torch.equal(module(x[99_000:], before)[0], output[99_000:])
    with settings.use(backend="reference"):
        with torch.no_grad():
            torch.testing.assert_close(module(x[:2000])[0], output[:2000])
        # what is far off has no part in the last gradients
        last = x.detach()[99_000:].requires_grad_()
        end, final = module(last, before)
        (near,) = torch.autograd.grad(end.square().sum() + final.sum(), last)
    torch.testing.assert_close(whole[0][-500:], near[-500:])
    assert all(gradient.isfinite().all() for gradient in whole)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is reserved elsewhere")
def test_numbers_further_apart_than_32_bits_can_say():
    step, T, B = (1 << 31) + 8, 4, 3
    no_reserve = 0x4000  # which not every Python has a name for
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | no_reserve
    far = mmap.mmap(-1, 4 * T * step, flags)
    # pages that are not touched take no memory
    d_output = torch.frombuffer(far, dtype=torch.float32).as_strided((T, B, H), (step, H, 1))
    d_output.copy_(torch.randn(T, B, H, generator=torch.Generator().manual_seed(1)))
    torch.manual_seed(0)
    module, x = Recurrent("lstm", I, H), torch.randn(T, B, I, requires_grad=True)
    with settings.use(backend="compiled"):
        output, _ = module(x)
        leaves = [x, *module.parameters()]
        near = torch.autograd.grad(output, leaves, d_output.contiguous(), retain_graph=True)
        assert all(map(torch.equal, torch.autograd.grad(output, leaves, d_output), near))


@pytest.mark.skipif(not hasattr(os, "kill"), reason="there are no signals here")
@pytest.mark.parametrize("threads", [1, 2])
def test_an_interrupted_run_leaves_everything_usable(threads):
    torch.manual_seed(0)
    module, x = Recurrent("lstm", 64, 256), torch.randn(400, 16, 64)
    torch.set_num_threads(threads)
    try:
        with settings.use(backend="compiled"), torch.no_grad():
            expected = module(x[:5])[0]

            def interrupted():
                begun = time.monotonic()
                threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT)).start()
                while time.monotonic() < begun + 20:
                    module(x)

            for _ in range(3):
                with pytest.raises(KeyboardInterrupt):
                    interrupted()
                assert torch.equal(module(x[:5])[0], expected)
    finally:
        torch.set_num_threads(1)


@whole_and_ragged
@pytest.mark.parametrize("bias", [True, False])
def test_a_projection_before_another_map(lengths, bias, poisoned):
    def cell(x, h, c, *, W):
        return tanh(c), tanh(W.m(h))

    check(cell, lengths, proj_size=3, bias=bias)
