import pytest
import torch

from elman.errors import SettingError
from elman.tasks.translation.loss import SymbolLoss
from elman.tasks.translation.network import SourceToTarget
from elman.tasks.translation.settings import TranslatorSettings
from elman.tasks.translation.special import BEYOND, EDGE

ATTENTION = ["additive", "dot", "general", "keys", "none"]
SMALL = {"hidden_size": 5, "embedding_size": 4, "dropout": 0.0}
X = torch.tensor(
    [
        [[3, EDGE], [4, 3], [5, 4], [6, 3], [EDGE, 0]],
        [[6, EDGE], [EDGE, 5], [0, 4], [0, 0], [0, 0]],
    ]
)  # (B, N, 2)
TARGETS = torch.tensor([[3, 4, 3, EDGE], [5, 4, EDGE, BEYOND]])


def network(cell="gru", **settings):
    torch.manual_seed(0)
    return SourceToTarget(7, 6, cell, TranslatorSettings(**SMALL | settings))


@pytest.mark.parametrize("attention", ATTENTION)
@pytest.mark.parametrize("cell", ["gru", "lstm"])
def test_a_sentence_beside_a_longer_one_is_read_as_alone(cell, attention):
    model = network(cell, attention=attention, num_layers=2).eval()
    together, _ = model(X)
    alone, _ = model(X[1:, :3])
    assert together.shape == (2, 4, 6)
    torch.testing.assert_close(together[1, :3], alone[0])


@pytest.mark.parametrize("attention", ATTENTION)
@pytest.mark.parametrize("bidirectional", [True, False])
def test_gradients_reach_all_parameters(attention, bidirectional):
    model = network(attention=attention, bidirectional=bidirectional)
    SymbolLoss()(model(X)[0], TARGETS).backward()
    for name, parameter in model.named_parameters():
        # a softmax over scores does not change when all of them grow alike
        if (attention, name) != ("keys", "decoder.bias_mh_l0"):
            assert parameter.grad is not None, name
            assert parameter.grad.any(), name


@pytest.mark.parametrize("attention", ATTENTION)
def test_symbol_by_symbol_the_scores_are_the_same(attention):
    model = network(attention=attention).eval()
    expected, _ = model(X[:1])
    encoded = model.encode(X[:1, :, 0])
    for step, symbol in enumerate(X[0, :4, 1].tolist()):
        scores, state = model.decode(torch.tensor([[symbol]]), encoded)
        encoded = encoded._replace(state=state)
        torch.testing.assert_close(scores[:, 0], expected[:, step])


def test_attention_is_over_the_real_symbols_of_the_source():
    model = network(num_layers=2).eval()
    attention = model.attention(X[:, :3, 1], model.encode(X[..., 0]))
    assert attention.shape == (2, 3, 5)
    torch.testing.assert_close(attention.sum(-1), torch.ones(2, 3))
    assert not attention[1, :, 2:].any()


@pytest.mark.parametrize(
    ("embedding_size", "given", "tied"),
    [(None, None, True), (5, None, True), (4, None, False), (5, True, True), (None, False, False)],
)
def test_head_and_embedding_are_one_weight_where_they_fit_and_are_not_parted(
    embedding_size, given, tied
):
    model = network(embedding_size=embedding_size, tied=given)
    assert (model.head.weight is model.targets.weight) == tied
    assert model.encoder.input_size == (embedding_size or 5)


def test_weights_that_cannot_be_tied_are_refused():
    with pytest.raises(SettingError, match="embedding_size is 4 and hidden_size 5") as refused:
        network(tied=True)
    assert "untied" in str(refused.value)


def test_the_loss_is_the_mean_over_the_real_symbols():
    scores = torch.randn(2, 4, 6, generator=torch.Generator().manual_seed(0))
    every = scores.log_softmax(-1)
    pairs = [(r, t, TARGETS[r, t]) for r in (0, 1) for t in range(4) if TARGETS[r, t] != BEYOND]
    plain = -torch.stack([every[pair] for pair in pairs]).mean()
    spread = -torch.stack([every[row, step].mean() for row, step, _ in pairs]).mean()
    torch.testing.assert_close(SymbolLoss()(scores, TARGETS), plain)
    torch.testing.assert_close(SymbolLoss(0.2)(scores, TARGETS), 0.8 * plain + 0.2 * spread)
