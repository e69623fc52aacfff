import pytest
import torch
from torch import nn

import elman
from elman.tasks.network import INPUTS, NextSymbol, make_network

SYMBOLS = torch.tensor([[0, 3, 1], [2, 2, 4]])


@pytest.mark.parametrize("input", INPUTS)
@pytest.mark.parametrize("cell", ["elman", "lstm", "mgu", "slstm"])
@pytest.mark.parametrize("layers", [1, 2])
def test_shapes_and_that_every_weight_is_used(input, cell, layers):
    network = NextSymbol(5, cell, 4, layers, input=input)
    logits, state = network(SYMBOLS)
    assert logits.shape == (2, 3, 5)
    first = state if isinstance(state, torch.Tensor) else state[0]
    assert first.shape == (layers, 2, 4)
    logits.square().sum().backward()
    for name, parameter in network.named_parameters():
        assert parameter.grad.abs().sum() > 0, name


def test_the_state_carries_the_past():
    network = NextSymbol(5, "lstm", 4).eval()
    whole, _ = network(SYMBOLS)
    first, state = network(SYMBOLS[:, :2])
    second, _ = network(SYMBOLS[:, 2:], state)
    torch.testing.assert_close(torch.cat([first, second], dim=1), whole)


def test_each_kind_of_input_is_what_it_says():
    one_hot, features = INPUTS["one-hot"](5, 3)
    assert features == 5
    assert torch.equal(one_hot(SYMBOLS).argmax(-1), SYMBOLS)
    assert torch.equal(one_hot(SYMBOLS).sum(-1), torch.ones(2, 3))
    number, features = INPUTS["number"](5, 3)
    assert features == 1
    assert torch.equal(number(SYMBOLS)[..., 0], SYMBOLS.float())
    embedding, features = INPUTS["embedding"](5, 3)
    assert (features, embedding(SYMBOLS).shape) == (3, (2, 3, 3))


def test_tied_weights_are_one_tensor_of_modest_size():
    network = NextSymbol(50, "gru", 64, tied=True)
    assert network.head.weight is network.input.weight
    assert network.head.weight.std().item() == pytest.approx(64**-0.5, rel=0.1)
    count = sum(p.numel() for p in network.parameters())
    assert count == sum(p.numel() for p in network.recurrent.parameters()) + 50 * 64 + 50


def test_dropout_acts_in_training_only():
    network = NextSymbol(5, "gru", 16, 2, dropout=0.5)
    assert not torch.equal(network(SYMBOLS)[0], network(SYMBOLS)[0])
    network.eval()
    assert torch.equal(network(SYMBOLS)[0], network(SYMBOLS)[0])


def test_the_settings_reach_the_network():
    settings = elman.tasks.LanguageModel(
        "character", "gru", 8, 3, embedding_size=5, dropout=0.25
    ).settings
    network = make_network(settings, elman.cells.get("gru"), 11)
    assert isinstance(network.input, nn.Embedding)
    assert network.input.weight.shape == (11, 5)
    assert (network.recurrent.num_layers, network.recurrent.hidden_size) == (3, 8)
    assert (network.recurrent.dropout, network.dropout.p) == (0.25, 0.25)
    assert network.recurrent.cell.name == "gru"
