"""The equations of the losses against torch's own, and their gradients against autograd."""

import copy
import math

import pytest
import torch
from torch import nn
from torch.nn import functional as F

from elman.graph.evaluate import constants, evaluate
from elman.graph.expression import make, topological
from elman.train.whole_loop.losses import ClassLoss, UnreadLoss, read_loss, scales

POINTWISE = [
    nn.MSELoss(),
    nn.L1Loss(),
    nn.HuberLoss(),
    nn.HuberLoss(delta=0.7),
    nn.SmoothL1Loss(),
    nn.SmoothL1Loss(beta=0.3),
    nn.SmoothL1Loss(beta=0.0),
    nn.BCEWithLogitsLoss(),
    nn.BCEWithLogitsLoss(pos_weight=torch.tensor([3.0])),
    F.mse_loss,
    F.l1_loss,
    F.huber_loss,
    F.smooth_l1_loss,
    F.binary_cross_entropy_with_logits,
]


def random_points():
    draw = torch.Generator().manual_seed(0)
    p = 3 * torch.randn(500, generator=draw, dtype=torch.float64)
    return p, torch.rand(500, generator=draw, dtype=torch.float64)


def awkward_points():
    """Equal, as far apart as each delta, and far out; zero, one and half as targets."""
    apart = [0.0, -0.0, 0.3, 0.7, 1.0, 20.0, 100.0, 1000.0]
    pairs = [(y + sign * d, y) for y in (0.0, 0.5, 1.0) for d in apart for sign in (1, -1)]
    return torch.tensor(pairs, dtype=torch.float64).unbind(1)


def by_equations(kind, p, y, scale=1.0):
    order = topological([kind.value, kind.gradient])
    leaves = {
        make("state", data="p"): p,
        make("vector", data="y"): y,
        make("gradient", data="p"): torch.full_like(p, scale),
    }
    values = constants(order, p) | leaves
    evaluate(order, values, product=None)
    return values[kind.value], values[kind.gradient]


def by_autograd(loss, p, y, reduction):
    """Return the loss by torch, the mean or sum over all, and its gradient."""
    p = p.clone().requires_grad_()
    if isinstance(loss, nn.Module):
        value = copy.deepcopy(loss).to(p.dtype)(p, y)
    else:
        value = loss(p, y, reduction=reduction)
    value.backward()
    return value.detach(), p.grad


def named(loss):
    return getattr(loss, "__name__", str(loss))


@pytest.mark.parametrize("points", [random_points, awkward_points])
@pytest.mark.parametrize("loss", POINTWISE, ids=named)
def test_values_and_gradients_equal_torch(loss, points):
    p, y = points()
    read = read_loss(loss)
    (scale,) = scales(read, y[None]).tolist()
    value, gradient = by_equations(read.kind, p, y, scale)
    expected, expected_gradient = by_autograd(loss, p, y, read.reduction)
    torch.testing.assert_close(scale * value.sum(), expected, rtol=1e-12, atol=1e-15)
    torch.testing.assert_close(gradient, expected_gradient, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_binary_cross_entropy_is_exact_far_out(dtype):
    kind = read_loss(nn.BCEWithLogitsLoss()).kind
    p = torch.tensor([20.0, -20.0, 100.0, -100.0], dtype=dtype)
    right, wrong = (p > 0).to(dtype), (p < 0).to(dtype)
    small = torch.tensor([math.log1p(math.exp(-20)), math.log1p(math.exp(-20)), 0, 0], dtype=dtype)
    value, gradient = by_equations(kind, p, right)
    torch.testing.assert_close(value, small, rtol=1e-6, atol=1e-30)
    torch.testing.assert_close(gradient, -p.sign() * torch.sigmoid(-p.abs()), rtol=1e-6, atol=0)
    value, gradient = by_equations(kind, p, wrong)
    torch.testing.assert_close(value, p.abs())
    torch.testing.assert_close(gradient, p.sign())


K = 5
CLASSES = [
    nn.CrossEntropyLoss(),
    nn.CrossEntropyLoss(ignore_index=2),
    nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 0.0, 0.5, 3.0])),
    nn.CrossEntropyLoss(weight=torch.arange(1.0, 6.0), ignore_index=1, label_smoothing=0.1),
    nn.CrossEntropyLoss(label_smoothing=0.2, ignore_index=3),
    nn.CrossEntropyLoss(reduction="sum"),
    F.cross_entropy,
]


@pytest.mark.parametrize("loss", CLASSES, ids=named)
@pytest.mark.parametrize("shape", [(4, 6), (4, 3, 2), (4, 1)])
def test_scales_turn_the_sum_into_the_reduction(loss, shape):
    draw = torch.Generator().manual_seed(0)
    scores = torch.randn(*shape, K, generator=draw, dtype=torch.float64)
    targets = torch.randint(K, shape, generator=draw)
    read = read_loss(loss)
    options = read.kind._asdict() | {"weight": weight(read)}
    for step, scale in enumerate(scales(read, targets)):
        p, y = scores[step].flatten(0, -2).requires_grad_(), targets[step].flatten()
        summed = F.cross_entropy(p, y, **options, reduction="sum")
        (gradient,) = torch.autograd.grad(scale * summed, p)
        reduced = F.cross_entropy(p, y, **options, reduction=read.reduction)
        torch.testing.assert_close(scale * summed, reduced, equal_nan=True)
        if reduced.isfinite():
            (expected,) = torch.autograd.grad(reduced, p)
            torch.testing.assert_close(gradient, expected)


def weight(read):
    return None if read.kind.weight is None else read.kind.weight.double()


def test_scales_where_nothing_counts_are_nan():
    ignoring = read_loss(nn.CrossEntropyLoss(ignore_index=0))
    assert scales(ignoring, torch.tensor([[0, 0], [0, 1]])).isnan().tolist() == [True, False]
    weightless = read_loss(nn.CrossEntropyLoss(weight=torch.tensor([0.0, 1.0])))
    assert scales(weightless, torch.tensor([0, 1])).isnan().tolist() == [True, False]
    assert scales(read_loss(F.mse_loss), torch.zeros(2, 0)).isnan().all()


def test_scales_heed_targets_of_no_class_only_where_ignored():
    loss = read_loss(nn.CrossEntropyLoss(weight=torch.tensor([2.0, 3.0])))
    assert scales(loss, torch.tensor([[-100, 0], [1, -100]])).tolist() == [1 / 2, 1 / 3]


def test_scales_of_a_sum_are_one():
    assert scales(read_loss(nn.MSELoss(reduction="sum")), torch.zeros(3, 2)).tolist() == [1.0] * 3


def test_scales_of_no_steps():
    assert scales(read_loss(F.mse_loss), torch.zeros(0, 2)).shape == (0,)
    assert scales(read_loss(F.cross_entropy), torch.zeros(0, 2, dtype=torch.int64)).shape == (0,)


def test_class_options():
    weight = torch.ones(3)
    loss = nn.CrossEntropyLoss(weight, ignore_index=7, label_smoothing=0.1, reduction="sum")
    read = read_loss(loss)
    assert read == (ClassLoss(7, weight, 0.1), "sum")
    assert read.kind.weight is loss.weight


class Mine(nn.MSELoss):
    pass


@pytest.mark.parametrize(
    ("loss", "sentence"),
    [
        (nn.KLDivLoss(), "the loss is KLDivLoss, but only CrossEntropyLoss, MSELoss, L1Loss"),
        (Mine(), "the loss is Mine, but only"),
        (F.kl_div, "the loss is kl_div, but only"),
        (lambda p, y: (p - y).sum(), "the loss is <lambda>"),
        ("mse", "the loss is str"),
        ([], "the loss is list"),
        (nn.MSELoss, r"the loss is MSELoss.*Make one of the class: MSELoss\(\)"),
        (nn.BCELoss(), "BCELoss.*use BCEWithLogitsLoss"),
        (F.binary_cross_entropy, "BCELoss.*use BCEWithLogitsLoss"),
        (nn.NLLLoss(), "NLLLoss.*use CrossEntropyLoss"),
        (nn.MSELoss(reduction="none"), 'reduction of the MSELoss is "none"'),
        (nn.HuberLoss(delta=0.0), "delta of the HuberLoss is 0.0"),
        (nn.SmoothL1Loss(beta=-1.0), "beta of the SmoothL1Loss is -1.0"),
        (
            nn.CrossEntropyLoss(label_smoothing=1.5),
            "label_smoothing of the CrossEntropyLoss is 1.5",
        ),
        (nn.BCEWithLogitsLoss(weight=torch.ones(2)), "has a weight"),
        (nn.BCEWithLogitsLoss(pos_weight=torch.ones(2)), "pos_weight.* has 2 numbers"),
    ],
)
def test_refused(loss, sentence):
    with pytest.raises(UnreadLoss, match=sentence):
        read_loss(loss)


def test_probabilities_of_classes_are_refused():
    with pytest.raises(UnreadLoss, match=r"the targets are of torch.float32"):
        scales(read_loss(F.cross_entropy), torch.rand(2, 3))
