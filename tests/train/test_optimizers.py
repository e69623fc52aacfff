import pytest
import torch

from elman.errors import SettingError
from elman.train.optimizers import OPTIMIZERS, make_optimizer


def train(optimizer, weight):
    for gradient in ([1.0, -2.0], [0.5, 0.1], [-0.3, 3.0]):
        weight.grad = torch.tensor(gradient)
        optimizer.step()
    return weight.detach()


def fresh():
    return torch.nn.Parameter(torch.tensor([0.3, -0.7]))


@pytest.mark.parametrize(
    ("name", "plain", "options"),
    [
        ("adam", torch.optim.Adam, {"weight_decay": 0.1}),
        ("adamw", torch.optim.AdamW, {}),
        ("rmsprop", torch.optim.RMSprop, {"momentum": 0.5}),
        ("sgd", torch.optim.SGD, {"momentum": 0.9, "weight_decay": 0.01}),
    ],
)
def test_the_same_bits_as_torch(name, plain, options):
    ours, theirs = fresh(), fresh()
    given = {"momentum": None, "weight_decay": None, **options}
    train(make_optimizer(name, [ours], 0.05, given), ours)
    train(plain([theirs], lr=0.05, foreach=False, **options), theirs)
    assert torch.equal(ours, theirs)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizer_goes_downhill_and_takes_its_options(name):
    weight = torch.nn.Parameter(torch.tensor([3.0]))
    options = dict.fromkeys(OPTIMIZERS[name].options, 0.1)
    optimizer = make_optimizer(name, [weight], 0.05, options)
    for _ in range(20):
        weight.grad = weight.detach().clone()
        optimizer.step()
    assert weight.item() < 2.9


def test_an_option_that_would_not_be_heeded():
    with pytest.raises(SettingError, match=r"momentum is 0.9, but the optimizer adamw has none"):
        make_optimizer("adamw", [fresh()], 0.1, {"momentum": 0.9})


def test_unknown_optimizer_suggests():
    with pytest.raises(SettingError, match=r"'rmsporp'.*rmsprop-tensorflow.*mean \"rmsprop\""):
        make_optimizer("rmsporp", [fresh()], 0.1, {})


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_many_numbers_go_the_same_way_as_few(name):
    torch.manual_seed(0)
    start, gradients = torch.randn(1000, 1000), torch.randn(3, 1000, 1000)
    whole = torch.nn.Parameter(start.clone())
    parts = [torch.nn.Parameter(part.clone()) for part in start.split(250)]
    optimizers = [make_optimizer(name, [one], 0.05, {}) for one in (whole, *parts)]
    for gradient in gradients:
        whole.grad = gradient.clone()
        for part, own in zip(parts, gradient.split(250), strict=True):
            part.grad = own.clone()
        for optimizer in optimizers:
            optimizer.step()
    torch.testing.assert_close(whole.data, torch.cat([part.data for part in parts]))
