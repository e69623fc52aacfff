import pytest
import torch

from elman.tasks.continuation import continuation
from elman.tasks.network import NextSymbol


def best(logits):
    return int(logits.argmax())


@pytest.fixture
def network():
    torch.manual_seed(1)
    return NextSymbol(7, "gru", 9).eval()


@pytest.mark.parametrize("window", [None, 1, 3, 100])
def test_each_symbol_comes_from_what_the_model_may_see(network, window):
    ids = [1, 5, 2, 2, 6]
    added = continuation(network, ids, 8, best, window)
    known = list(ids)
    for symbol in added:
        seen = known if window is None else known[-window:]
        assert symbol == best(network(torch.tensor([seen]))[0][0, -1])
        known.append(symbol)
    assert len(added) == 8


def test_nothing_is_added_for_a_length_of_zero(network):
    assert continuation(network, [1], 0, best) == []


def test_what_was_given_is_left_alone(network):
    ids = [1, 2]
    continuation(network, ids, 3, best)
    assert ids == [1, 2]
