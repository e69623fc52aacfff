"""What is the same for every call of a module, and its way through a file."""

import copy
import json
import pickle

import pytest
import torch

import elman
from elman import cells
from elman.nn import LSTM, Recurrent
from elman.runtime.stack import from_text, to_text

KINDS = {
    **{name: lambda n=name, **k: Recurrent(n, 3, 5, **k) for name in cells.names()},
    "drop-in": lambda **k: LSTM(3, 5, proj_size=2, **k),
    "projected": lambda **k: Recurrent("lstm", 3, 5, proj_size=2, **k),
}


@pytest.mark.parametrize("kwargs", [{}, {"bias": False, "num_layers": 2, "bidirectional": True}])
@pytest.mark.parametrize("kind", KINDS)
def test_parameters_have_its_names_and_shapes_in_its_order(kind, kwargs):
    module = KINDS[kind](**kwargs)
    found = {name: tuple(value.shape) for name, value in module.named_parameters()}
    assert list(found.items()) == list(module._stack.shapes.items())
    names = [name.rsplit("_l", 1)[0] for name in found]
    assert names[: len(module._stack.names)] == list(module._stack.names)


@pytest.mark.parametrize("kind", KINDS)
def test_a_layer_survives_as_text(kind):
    layer = KINDS[kind](recompute=True)._stack.layer
    text = to_text(layer)
    again = from_text(text)
    assert again.cell.graph.results[0] is layer.cell.graph.results[0]
    assert again[1:] == layer[1:]
    assert to_text(again) == text
    assert json.loads(text)


def test_modules_of_the_same_settings_share_one_and_files_hold_none():
    module = LSTM(3, 5)
    assert LSTM(3, 5)._stack is module._stack
    assert LSTM(3, 6)._stack is not module._stack
    assert "_stack" not in module.__getstate__()
    for other in (copy.deepcopy(module), pickle.loads(pickle.dumps(module))):
        assert other._stack is module._stack

    @elman.cell
    def mine(x, h, *, W):
        return W.n(x, h)

    one = Recurrent(mine, 3, 5)
    other = pickle.loads(pickle.dumps(one))
    assert other._stack is one._stack
    assert torch.equal(other(torch.ones(2, 1, 3))[0], one(torch.ones(2, 1, 3))[0])
