import math

import pytest
import torch

from elman.train.rmsprop_tensorflow import RMSpropTensorFlow


def test_equals_the_equation_step_by_step():
    draw = torch.Generator().manual_seed(0)
    weights = [torch.nn.Parameter(torch.randn(shape, generator=draw)) for shape in [(3, 2), (4,)]]
    expected = [weight.detach().double() for weight in weights]
    means = [torch.ones_like(weight) for weight in expected]
    optimizer = RMSpropTensorFlow(weights, lr=0.01)
    for _ in range(50):
        for place, weight in enumerate(weights):
            weight.grad = torch.randn(weight.shape, generator=draw)
            gradient = weight.grad.double()
            means[place] = 0.9 * means[place] + 0.1 * gradient**2
            expected[place] = expected[place] - 0.01 * gradient / (means[place] + 1e-10).sqrt()
        optimizer.step()
    for weight, exact in zip(weights, expected, strict=True):
        torch.testing.assert_close(weight.detach().double(), exact, rtol=1e-5, atol=1e-6)


def test_the_mean_square_starts_at_one():
    weight = torch.nn.Parameter(torch.tensor([0.0]))
    weight.grad = torch.tensor([2.0])
    RMSpropTensorFlow([weight]).step()
    assert weight.item() == pytest.approx(-0.001 * 2 / math.sqrt(0.9 * 1 + 0.1 * 4), rel=1e-6)


def test_epsilon_is_under_the_root():
    weight = torch.nn.Parameter(torch.tensor([0.0], dtype=torch.float64))
    weight.grad = torch.tensor([1e-6], dtype=torch.float64)
    optimizer = RMSpropTensorFlow([weight], lr=1.0, decay=0.0, eps=1e-2)
    optimizer.step()
    assert weight.item() == pytest.approx(-1e-6 / math.sqrt(1e-12 + 1e-2), rel=1e-12)


def test_weights_without_gradient_stay():
    still, moved = (torch.nn.Parameter(torch.ones(1)) for _ in range(2))
    moved.grad = torch.ones(1)
    optimizer = RMSpropTensorFlow([still, moved])
    optimizer.step()
    assert still.item() == 1
    assert moved.item() < 1
    assert still not in optimizer.state
    optimizer.zero_grad()
    optimizer.step()
    assert len(optimizer.state) == 1


def test_groups_and_closure():
    slow, fast = (torch.nn.Parameter(torch.ones(1)) for _ in range(2))
    optimizer = RMSpropTensorFlow([{"params": [slow], "lr": 0.0}, {"params": [fast]}], lr=0.1)

    def closure():
        optimizer.zero_grad()
        loss = (slow + fast).sum()
        loss.backward()
        return loss.item()

    assert optimizer.step(closure) == 2
    assert slow.item() == 1
    assert fast.item() == pytest.approx(0.9)
