"""Where things come from is known however a network is written."""

import pytest
import torch
from torch import nn

import elman
from elman.errors import SettingError
from elman.view.call import Flow
from elman.view.calls import calls

X = torch.zeros(2, 5, 3)  # B, T, I


class Written(nn.Module):
    """Two layers of which the second is reached in a way of its own."""

    def __init__(self, way):
        super().__init__()
        self.first = elman.nn.Recurrent("lstm", 3, 4, batch_first=True)
        self.then = nn.Linear(4, 2)
        self.way = way

    def forward(self, x):
        return self.then(self.way(*self.first(x)))


@pytest.mark.parametrize(
    ("way", "flow"),
    [
        (lambda h, state: h, Flow(0)),
        (lambda h, state: torch.cat([h.tanh()[..., :2], h[..., 2:]], -1), Flow(0)),
        (lambda h, state: h[:, -1], Flow(0, steps=(4,))),
        (lambda h, state: h[:, 1] + h[:, 3], Flow(0, steps=(1, 3))),
        (lambda h, state: h.softmax(1).mean(1), Flow(0, steps=(0, 1, 2, 3, 4))),
        (lambda h, state: state[0][-1], Flow(0, state=True)),
        (lambda h, state: state[1][-1], Flow(0, state=True)),
    ],
)
def test_what_reaches_a_layer_and_from_which_steps(way, flow):
    torch.manual_seed(0)
    _, last = calls(Written(way), X)
    assert last.flows == {"input": (flow,)}


def test_what_comes_from_outside_is_known_by_the_name_of_the_argument():
    first, last = calls(Written(lambda h, state: h), X)
    assert first.flows == {"x": (Flow("x"),)}
    assert last.flows == {"input": (Flow(0),)}


def test_what_is_said_to_every_step_and_what_is_said_to_one():
    class Said(nn.Module):
        def __init__(self, steps):
            super().__init__()
            self.label, self.steps = nn.Embedding(3, 3), steps
            self.recurrent = elman.nn.Recurrent("gru", 3, 4, batch_first=True)

        def forward(self, label):
            told = torch.zeros(len(label), 4, 3)
            told[:, self.steps] = self.label(label)[:, None]
            return self.recurrent(told)

    for steps in ([0, 1, 2, 3], [0]):
        label, recurrent = calls(Said(steps), torch.tensor([0, 2]))
        assert not label.sequence
        assert recurrent.flows["x"] == (Flow(0, steps=tuple(steps)),)
        assert (recurrent.steps, recurrent.rows) == (4, 2)


def test_a_parameter_of_the_network_is_known_by_its_name():
    class Learned(nn.Module):
        def __init__(self):
            super().__init__()
            self.place = nn.Parameter(torch.ones(5, 3))
            self.recurrent = nn.GRU(3, 4, batch_first=True)

        def forward(self, x):
            return self.recurrent(x + self.place)

    (only,) = calls(Learned(), X)
    assert only.flows["input"] == (Flow("place"), Flow("x"))
    assert only.backend == "torch: a module of torch's"


def test_packed_sequences_are_sequences():
    class Packed(nn.Module):
        def __init__(self):
            super().__init__()
            self.below, self.recurrent = nn.Linear(3, 3), elman.nn.LSTM(3, 4)
            self.each, self.last = nn.Linear(4, 2), nn.Linear(4, 2)

        def forward(self, x):
            packed = x._replace(data=self.below(x.data))
            output, (h, _) = self.recurrent(packed)
            return self.each(output.data), self.last(h[-1])

    x = torch.nn.utils.rnn.pack_sequence([torch.ones(4, 3), torch.ones(2, 3)])
    below, recurrent, each, last = calls(Packed(), x)
    assert (below.sequence, each.sequence, last.sequence) == (True, True, False)
    assert (recurrent.steps, recurrent.rows) == (4, 2)
    assert recurrent.flows["input"] == (Flow(0),)
    assert last.flows == {"input": (Flow(1, state=True),)}


def test_the_network_is_afterwards_as_it_was():
    network = nn.Sequential(nn.Linear(3, 3), elman.nn.Recurrent("gru", 3, 4)).train()
    network[1](X)
    network[0].eval()
    before, said = torch.get_rng_state(), str(network[1].explain())
    with torch.inference_mode():
        calls(network, torch.zeros(7, 1, 3))
    assert torch.equal(before, torch.get_rng_state())
    assert str(network[1].explain()) == said
    assert (network.training, network[0].training, network[1].training) == (True, False, True)
    assert not network[0]._forward_hooks
    assert all(parameter.grad is None for parameter in network.parameters())


def test_a_network_that_fails_is_left_as_it_was():
    network = nn.Sequential(nn.Linear(3, 3), nn.Linear(4, 4)).train()
    with pytest.raises(RuntimeError):
        calls(network, X)
    assert network.training
    assert not network[0]._forward_hooks


def test_what_has_no_layers_is_refused():
    with pytest.raises(SettingError, match="nothing ran in Tanh"):
        calls(nn.Tanh(), X)
