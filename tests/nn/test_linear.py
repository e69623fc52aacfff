import torch
from torch import nn

from elman.nn import Linear


def test_it_is_torchs_layer_with_another_kernel():
    torch.manual_seed(0)
    ours, theirs = Linear(5, 3), nn.Linear(5, 3)
    theirs.load_state_dict(ours.state_dict())
    x = torch.randn(4, 7, 5)
    torch.testing.assert_close(ours(x), theirs(x))
    ours(x).square().sum().backward()
    theirs(x).square().sum().backward()
    torch.testing.assert_close(ours.weight.grad, theirs.weight.grad)
    torch.testing.assert_close(ours.bias.grad, theirs.bias.grad)
    assert Linear(5, 3, bias=False)(x).shape == (4, 7, 3)
