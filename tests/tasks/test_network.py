import pytest
import torch
from torch import nn

import elman
from elman.runtime.random_masks import counted, mask
from elman.tasks.model_settings import ModelSettings
from elman.tasks.network import INPUTS, NextSymbol, make_network
from elman.tasks.regularisation import Regularisation

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


def regularised(**choices):
    torch.manual_seed(0)
    settings = ModelSettings(cell="gru", hidden_size=16, dropout=0.5, **choices)
    return make_network(settings, elman.cells.get("gru"), 5)


def test_locked_dropout_is_the_same_at_every_step():
    network = regularised(locked=True)
    with counted(3, 4):
        found, _ = network.features(SYMBOLS)
    first, last = (mask(3, 4, call, (2, 1, 16), 0.5).float() for call in (0, 1))
    output, _ = network.recurrent(network.input(SYMBOLS) * first)
    assert torch.equal(found, output * last)


def test_embedding_dropout_leaves_out_symbols_in_training_only():
    network = regularised(embedding_dropout=0.5)
    with counted(3, 4):
        vectors = network.input(SYMBOLS)
    kept = mask(3, 4, 0, (5, 1), 0.5).float()
    assert 0 < int(kept.count_nonzero()) < 5
    assert torch.equal(vectors, (network.input.weight * kept)[SYMBOLS])
    assert torch.equal(network.eval().input(SYMBOLS), network.input.weight[SYMBOLS])


def test_what_the_activations_cost():
    network = regularised(activation_regularisation=2.0, temporal_regularisation=3.0)
    with counted(3, 4):
        logits, state, penalty = network.penalised(SYMBOLS)
    with counted(3, 4):
        expected, of_state = network(SYMBOLS)
    with counted(3, 4):
        output, _ = network.recurrent(network.dropout(network.input(SYMBOLS)))
        dropped = network.dropout(output)
    cost = 2 * dropped.square().mean() + 3 * (output[:, 1:] - output[:, :-1]).square().mean()
    torch.testing.assert_close(penalty, cost)
    assert torch.equal(logits, expected)
    assert torch.equal(state, of_state)


def test_no_penalty_is_asked_for_unless_it_is_chosen():
    assert not regularised().penalises
    assert regularised(activation_regularisation=2.0).penalises
    assert regularised(temporal_regularisation=2.0).penalises


@pytest.mark.parametrize(
    "choice", [{"recurrent_dropout": 0.5}, {"zoneout": 0.5}, {"weight_drop": 0.5}], ids=str
)
def test_what_acts_within_the_layers_acts_in_training_only(choice):
    network = NextSymbol(5, "gru", 16, regularisation=Regularisation(**choice))
    ((name, value),) = choice.items()
    assert getattr(network.recurrent, name) == value
    assert not torch.equal(network(SYMBOLS)[0], network(SYMBOLS)[0])
    network.eval()
    assert torch.equal(network(SYMBOLS)[0], network(SYMBOLS)[0])


def test_locked_dropout_holds_between_the_layers_too():
    network = regularised(locked=True, num_layers=2)
    assert (network.recurrent.locked, network.recurrent.dropout) == (True, 0.5)
