"""Cells with an odd part: compiled against the reference, in memory full of NaN."""

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
