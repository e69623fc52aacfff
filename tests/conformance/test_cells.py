"""Every registered cell: the step and its derivative against autograd in float64."""

import math
from collections import defaultdict
from functools import cache

import pytest
import torch

from conformance.bptt import backward, forward, parameters_of
from elman import cells

# (T, B, I, H), awkward on purpose
SHAPES = [
    (1, 1, 1, 1),
    (2, 3, 4, 5),
    (63, 7, 3, 17),
    (63, 1, 2, 33),
    (2, 7, 9, 100),
    (1, 3, 33, 33),
    (63, 3, 5, 1),
]

VANISHED = 1e-30
"""Below this a gradient has vanished, and autograd's sums of larger terms round it to anything."""


def tolerance(dtype, columns, steps, *, backward):
    return (
        4
        * (2 if backward else 1)
        * math.ceil(math.log2(max(2, columns * steps)))
        * torch.finfo(dtype).eps
    )


def assert_close(actual, truth, bound, what):
    """Compare with the truth in float64, relative to the largest value of each row of the batch.

    A sequence is (T, B, size), so that a row is all steps of one sequence; a parameter is one row.
    """
    assert actual.shape == truth.shape, what
    error = (actual.double() - truth).abs()
    scale = truth.abs().amax((0, 2), keepdim=True) if truth.dim() == 3 else truth.abs().max()
    error = error.where(error > VANISHED, 0)
    worst = (error / scale.clamp_min(VANISHED)).max().item()
    assert worst <= bound, f"{what}: {worst:.3g} is over the bound of {bound:.3g}"


def numbers(cell, shape, dtype):
    """Draw everything that a run needs: numbers that float32 can hold, in the dtype."""
    T, B, I, H = shape
    generator = torch.Generator().manual_seed(1)

    def draw(*size):
        return torch.randn(*size, generator=generator).to(dtype)

    parameters = parameters_of(cell, I, H, torch.float32)
    parameters = {name: value.to(dtype) for name, value in parameters.items()}
    # n of the sLSTM, the sum of the input gates, is never negative
    states = tuple(draw(B, H).abs() if s == "n" else draw(B, H) for s in cell.states)
    d_states = tuple(draw(B, H) for _ in cell.states)
    return draw(T, B, I), states, parameters, draw(T, B, H), d_states


def named(cell, steps, d_x, d_states, d_parameters):
    """Return what is compared: the states side by side, and the parameters as they are packed."""
    packed = defaultdict(list)
    for name, gradient in d_parameters.items():
        packed[f"gradient of {name.partition('_')[0]}"].append(gradient)
    results = [torch.stack([values[result] for values in steps]) for result in cell.graph.results]
    return {
        "states": torch.cat(results, -1),
        "gradient of x": d_x,
        "gradient of the states": torch.cat(d_states, -1).unsqueeze(0),
        **{what: torch.cat(gradients) for what, gradients in packed.items()},
    }


def by_graph(cell, shape, dtype):
    """Every value and gradient by the graph and its derivative alone."""
    x, states, parameters, d_output, d_final = numbers(cell, shape, dtype)
    steps, _ = forward(cell, x, states, parameters)
    return named(cell, steps, *backward(cell, steps, parameters, d_output, d_final))


@cache
def by_autograd(cell, shape):
    """The truth: torch's differentiation of the reference, in float64."""
    x, states, parameters, d_output, d_final = numbers(cell, shape, torch.float64)
    leaves = [x, *states, *parameters.values()]
    for leaf in leaves:
        leaf.requires_grad_()
    steps, final = forward(cell, x, states, parameters)
    output = torch.stack([values[cell.graph.results[0]] for values in steps])
    d_x, *rest = torch.autograd.grad(
        [output, *final],
        leaves,
        [d_output, *d_final],
        allow_unused=True,
        materialize_grads=True,
    )
    d_states, d_rest = rest[: len(states)], rest[len(states) :]
    d_parameters = dict(zip(parameters, d_rest, strict=True))
    truth = named(cell, steps, d_x, d_states, d_parameters)
    return {name: value.detach() for name, value in truth.items()}


@pytest.mark.parametrize("dtype", [torch.float64, torch.float32], ids=["float64", "float32"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("name", cells.names())
def test_step_and_derivative(name, shape, dtype, poisoned):
    cell = cells.get(name)
    truth = by_autograd(cell, shape)
    actual = by_graph(cell, shape, dtype)
    assert list(actual) == list(truth)
    T, _, I, H = shape
    for what in truth:
        bound = tolerance(dtype, I + H, T, backward="gradient" in what)
        assert_close(actual[what], truth[what], bound, what)
