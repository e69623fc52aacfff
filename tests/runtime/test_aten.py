"""Torch's operators against the reference, which defines what every backend computes."""

import math

import pytest
import torch

from elman.nn import GRU, LSTM, RNN, Recurrent
from elman.runtime.aten import Aten
from elman.runtime.reference import Reference

pytestmark = pytest.mark.filterwarnings("ignore:LSTM with projections is not supported with oneDNN")

T, I = 6, 3
LENGTHS = {
    "none": None,
    "unsorted": [3, 6, 1, 6],
    "with empty rows": [0, 4, 0, 6],
    "all full": [6, 6, 6, 6],
    "short": [2, 1, 0, 2],
    "one row": [0, 0, 5, 0],
}
MODULES = {
    **{name: lambda H, n=name, **k: Recurrent(n, I, H, **k) for name in ("lstm", "gru", "elman")},
    "elman_relu": lambda H, **k: Recurrent("elman_relu", I, H, **k),
    "projected": lambda H, **k: Recurrent("lstm", I, H, **k, proj_size=2),
    "torch's lstm": lambda H, **k: LSTM(I, H, **k),
    "torch's gru": lambda H, **k: GRU(I, H, **k),
    "torch's rnn": lambda H, **k: RNN(I, H, **k),
}


def call_of(kind, hidden, lengths, **kwargs):
    torch.manual_seed(0)
    module = MODULES[kind](hidden, **kwargs)
    x = torch.randn(T, 4, I, requires_grad=True)
    call, _ = module.arranged(x, None, lengths)
    states = tuple(torch.randn_like(zero).requires_grad_() for zero in call.states)
    return call._replace(states=states), [x, *states, *module.parameters()]


def outcome(backend, call, leaves):
    output, states = backend.run(call)
    found = [output, *states]
    loss = sum((t * torch.linspace(0.5, 1.5, t.numel()).view_as(t)).sum() for t in found)
    return found, torch.autograd.grad(loss, leaves)


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("lengths", LENGTHS)
@pytest.mark.parametrize("kind", MODULES)
def test_agrees_with_the_reference(kind, lengths, bias):
    for hidden in (3, 17):
        call, leaves = call_of(
            kind, hidden, LENGTHS[lengths], num_layers=2, bidirectional=True, bias=bias
        )
        assert not Aten().refuses(call)
        found, expected = (outcome(backend, call, leaves) for backend in (Aten(), Reference()))
        tolerance = 4 * math.ceil(math.log2((2 * hidden + hidden) * T)) * torch.finfo().eps
        for scale, mine, reference in zip((1, 2), found, expected, strict=True):
            for a, b in zip(mine, reference, strict=True):
                assert (a - b).abs().max() <= scale * tolerance * b.abs().max()


@pytest.mark.parametrize("backend", [Aten(), Reference()], ids=lambda backend: backend.name)
@pytest.mark.parametrize("kind", MODULES)
def test_what_lies_in_the_padding_does_not_matter_to_the_bit(kind, backend):
    call, leaves = call_of(kind, 5, [3, 6, 0, 1], num_layers=2, bidirectional=True)
    x = leaves[0].detach().clone()
    for row, length in enumerate(call.lengths.tolist()):
        x[length:, row] = float("nan")
    spoilt = call._replace(x=x.requires_grad_())
    clean = outcome(backend, call, leaves)
    dirty = outcome(backend, spoilt, [x, *leaves[1:]])
    for a, b in zip((*clean[0], *clean[1]), (*dirty[0], *dirty[1]), strict=True):
        assert torch.equal(a, b)


@pytest.mark.parametrize("lengths", [None, [3, 6, 0, 1]])
def test_nothing_given_is_changed(lengths):
    for backend in (Aten(), Reference()):
        call, leaves = call_of("lstm", 5, lengths, num_layers=2)
        before = [leaf.detach().clone() for leaf in leaves]
        outcome(backend, call, leaves)
        assert all(map(torch.equal, leaves, before))
