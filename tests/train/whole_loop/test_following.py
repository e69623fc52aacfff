import threading

import pytest
import torch
from torch import nn

from elman.train.whole_loop.following import TRAINING, follow
from elman.train.whole_loop.parts import Unread


class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Sequential(nn.Linear(2, 3))

    def forward(self, x, scale, shift=None, *, power=1, offset=None):
        y = self.inner(x)
        y = y * scale
        if shift is not None:
            y = y + shift
        return y if offset is None else y - offset


def graph(model, *, optional=False):
    return follow(model, lambda module: False, optional=optional)


def arguments(optional):
    nodes = graph(Scaled(), optional=optional).nodes
    return [node.target for node in nodes if node.op == "placeholder"]


def test_arguments_without_a_default_are_given():
    assert arguments(optional=False) == ["x", "scale", TRAINING]


def test_optional_arguments_are_those_whose_default_is_none():
    assert arguments(optional=True) == ["x", "scale", "shift", "offset", TRAINING]


def test_a_node_knows_its_innermost_line():
    nodes = {node.name: node for node in graph(Scaled()).nodes}
    assert nodes["mul"].meta["place"].endswith(" of test_following.py (y = y * scale)")
    assert nodes["inner_0"].meta["place"].endswith(" of test_following.py (y = self.inner(x))")


def test_what_cannot_be_copied_is_refused():
    model = Scaled()
    model.lock = threading.Lock()
    with pytest.raises(Unread, match="the model cannot be copied"):
        graph(model)


class Drawing(nn.Module):
    def forward(self, x):
        return x + torch.rand(2)


def test_random_numbers_are_refused_and_not_drawn():
    before = torch.get_rng_state()
    with pytest.raises(Unread, match=r"rand\.default is computed"):
        graph(Drawing())
    assert torch.equal(torch.get_rng_state(), before)


class Wrapped(nn.Module):
    def __init__(self):
        super().__init__()
        self.flagged = nn.ModuleList([nn.Dropout()])

    def forward(self, x):
        self.flagged[0].p = x
        return x


def test_what_forward_sets_within_is_named():
    model = Wrapped()
    with pytest.raises(Unread, match=r"forward sets flagged\.0\.p,"):
        graph(model)
    assert model.flagged[0].p == 0.5


class Meeting(nn.Module):
    """Its forward goes on when another has come as far, or does not come for a while."""

    def __init__(self, arrived, met):
        super().__init__()
        self.linear = nn.Linear(2, 2)
        self.arrived, self.met = arrived, met

    def __deepcopy__(self, memo):
        return Meeting(self.arrived, self.met)

    def forward(self, x):
        self.arrived.set()
        self.met.wait(0.3)
        return self.linear(x)


def test_two_that_follow_leave_calls_of_modules_as_they_were():
    call, getattribute = nn.Module.__call__, nn.Module.__getattr__
    first, second, over = threading.Event(), threading.Event(), threading.Event()

    def begin():
        graph(Meeting(first, second))
        over.set()

    one = threading.Thread(target=begin)
    other = threading.Thread(target=lambda: first.wait(5) and graph(Meeting(second, over)))
    one.start(), other.start()
    one.join(), other.join()
    assert first.is_set()
    assert second.is_set()
    assert nn.Module.__call__ is call
    assert nn.Module.__getattr__ is getattribute


class Beside(nn.Module):
    """Its forward lets another thread call another module."""

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(2, 2)

    def forward(self, x):
        thread = threading.Thread(target=lambda: SEEN.append(nn.Linear(3, 1)(torch.ones(4, 3))))
        thread.start()
        thread.join()
        return self.linear(x)


SEEN = []


def test_other_threads_compute_as_ever():
    assert [node.target for node in graph(Beside()).nodes][-2:] == ["linear", "output"]
    assert SEEN.pop().shape == (4, 1)
