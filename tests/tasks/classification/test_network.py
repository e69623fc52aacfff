import pytest
import torch

from elman.tasks.classification.network import PADDING, OneLabel
from elman.tasks.classification.pooling import POOLINGS
from elman.tasks.classification.settings import ClassifierSettings

INPUTS = {
    "embedding": (5, {"input": "embedding", "embedding_size": 3}),
    "one-hot": (5, {"input": "one-hot"}),
    "numbers": (None, {}),
}
LENGTHS = [4, 1, 3]


def network(kind="embedding", ragged=True, **choices):
    symbols, own = INPUTS[kind]
    settings = ClassifierSettings(hidden_size=4, **own, **choices)
    torch.manual_seed(0)
    return OneLabel(symbols, 0 if symbols else 2, 3, "gru", settings, ragged)


def rows(kind="embedding"):
    torch.manual_seed(1)
    numbers = INPUTS[kind][0] is None
    x = torch.randn(3, 4, 2) if numbers else torch.randint(5, (3, 4))
    for row, length in enumerate(LENGTHS):
        x[row, length:] = PADDING if numbers else 5
    return x


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("pooling", POOLINGS)
@pytest.mark.parametrize("kind", INPUTS)
def test_a_row_among_longer_ones_is_told_as_alone(kind, pooling, bidirectional):
    own, x = network(kind, pooling=pooling, bidirectional=bidirectional, num_layers=2), rows(kind)
    scores = own(x)[0]
    assert scores.shape == (3, 3)
    for row, length in enumerate(LENGTHS):
        torch.testing.assert_close(scores[row], own(x[row : row + 1, :length])[0][0])


@pytest.mark.parametrize("ragged", [True, False])
@pytest.mark.parametrize("pooling", POOLINGS)
@pytest.mark.parametrize("kind", INPUTS)
def test_every_parameter_learns(kind, pooling, ragged):
    own = network(kind, ragged, pooling=pooling, bidirectional=True)
    x = rows(kind) if ragged else rows(kind)[:1].repeat(3, *[1] * (rows(kind).dim() - 1))
    own(x)[0].logsumexp(1).sum().backward()
    for name, parameter in own.named_parameters():
        assert parameter.grad.isfinite().all(), name
        assert parameter.grad.any(), name


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("pooling", POOLINGS)
def test_the_short_way_for_equal_lengths_is_the_long_way(pooling, bidirectional):
    own = network("numbers", False, pooling=pooling, bidirectional=bidirectional)
    x = torch.randn(3, 4, 2)
    torch.testing.assert_close(own(x)[0], own.of_any_length(x)[0])


@pytest.mark.parametrize(
    ("ragged", "choices", "reason"),
    [
        (False, {"pooling": "last"}, ""),
        (False, {"pooling": "mean"}, ""),
        (False, {"pooling": "mean", "bidirectional": True}, ""),
        (False, {"bidirectional": True}, "the pooling is last, in 2 directions."),
        (False, {"pooling": "max"}, "the pooling is max, in 1 directions."),
        (True, {}, "the sequences are of different lengths."),
    ],
)
def test_why_a_loop_is_not_compiled(ragged, choices, reason):
    assert network(ragged=ragged, **choices).not_compiled == reason


def test_gates_hold_from_the_start_where_memory_is_asked_for():
    reset, hold, new = network(memory=1000).recurrent.bias_ih_l0.chunk(3)
    assert (hold > 0).all()
    assert not reset.any()
    assert not new.any()
