import math

import pytest
import torch
from torch import nn

from elman.errors import DataError
from elman.tasks import evaluation
from elman.tasks.evaluation import Evaluation, evaluate_carried, evaluate_windows
from elman.tasks.network import NextSymbol

TEXT = torch.tensor([0, 3, 1, 4, 1, 2, 3, 0, 2, 4, 4, 1])


@pytest.fixture
def network():
    torch.manual_seed(0)
    return NextSymbol(5, "lstm", 6).eval()


def one_by_one(network, contexts):
    """Loss and accuracy from a separate run of the network for every prediction."""
    losses, right = [], 0
    for context, target in contexts:
        logits = network(context[None])[0][0, -1].double()
        losses.append(-logits.log_softmax(0)[target].item())
        right += int(logits.argmax() == target)
    return math.fsum(losses) / len(losses), right / len(losses), len(losses)


def assert_same(quality, expected):
    assert quality.loss == pytest.approx(expected[0], rel=1e-5)
    assert (quality.accuracy, quality.count) == expected[1:]


@pytest.mark.parametrize("window", [1, 2, 3, 11, 12, 100])
def test_windows_predict_every_symbol_from_those_before_it(network, window, monkeypatch):
    monkeypatch.setattr(evaluation, "ROWS", 2)  # several groups of windows
    contexts = [(TEXT[max(0, i - window) : i], TEXT[i]) for i in range(1, len(TEXT))]
    assert_same(evaluate_windows(network, TEXT, window), one_by_one(network, contexts))


@pytest.mark.parametrize("window", [1, 3, 11])
def test_or_only_from_whole_windows(network, window):
    contexts = [(TEXT[i - window : i], TEXT[i]) for i in range(window, len(TEXT))]
    quality = evaluate_windows(network, TEXT, window, every=False)
    assert_same(quality, one_by_one(network, contexts))


def test_a_carried_state_has_seen_everything_before(network, monkeypatch):
    monkeypatch.setattr(evaluation, "STEPS", 4)  # the state goes from piece to piece
    contexts = [(TEXT[:i], TEXT[i]) for i in range(1, len(TEXT))]
    assert_same(evaluate_carried(network, TEXT), one_by_one(network, contexts))


def test_a_network_that_knows_the_text_is_perfect():
    class Successor(nn.Module):
        def forward(self, symbols, state):
            return 1000 * nn.functional.one_hot((symbols + 1) % 5, 5).float(), state

    quality = evaluate_carried(Successor(), torch.arange(20) % 5)
    assert (quality.accuracy, quality.count, quality.loss) == (1.0, 19, 0.0)
    assert quality.perplexity == 1.0


def test_perplexity_is_infinite_rather_than_an_overflow():
    assert Evaluation(loss=1e6, accuracy=0.0, count=1).perplexity == math.inf


def test_no_gradient_is_kept(network):
    evaluate_carried(network, TEXT)
    evaluate_windows(network, TEXT, 3)
    assert all(parameter.grad is None for parameter in network.parameters())


def test_a_text_without_a_single_prediction_is_refused(network):
    with pytest.raises(DataError, match=r"too short \(symbols given: 1; expected at least: 2"):
        evaluate_carried(network, TEXT[:1])
    with pytest.raises(DataError, match=r"given: 3; expected at least: 4, 3 to see"):
        evaluate_windows(network, TEXT[:3], 3, every=False)
