import numpy as np
import pytest
import torch

from elman.data.tag_schemes import allowed_moves
from elman.nn import CRF
from elman.tasks.tagging.network import BEYOND, SentenceLoss, WordTags
from elman.tasks.tagging.settings import TaggerSettings

SMALL = {"hidden_size": 5, "embedding_size": 4, "character_size": 3, "character_hidden": 2}


def network(allowed=None, tags=3, **settings):
    torch.manual_seed(0)
    return WordTags(9, 4, 8, tags, "gru", TaggerSettings(**SMALL | settings), allowed)


def sentences():
    x = torch.randint(1, 4, (2, 5, 6), generator=torch.Generator().manual_seed(1))
    x[1, 3:] = 0
    return x, torch.tensor([5, 3])


@pytest.mark.parametrize("characters", ["lstm", "cnn", "none"])
@pytest.mark.parametrize("crf", [True, False])
def test_a_sentence_beside_a_longer_one_is_tagged_as_alone(characters, crf):
    model = network(characters=characters, crf=crf).eval()
    x, lengths = sentences()
    together, _ = model(x)
    alone, _ = model(x[1:, :3])
    torch.testing.assert_close(together[1, :3], alone[0])
    told = model.decode(x, lengths)
    assert torch.equal(told[1, :3], model.decode(x[1:, :3], lengths[1:])[0])


@pytest.mark.parametrize("characters", ["lstm", "cnn", "none"])
@pytest.mark.parametrize("crf", [True, False])
def test_gradients_reach_all_parameters(characters, crf):
    model = network(characters=characters, crf=crf, dropout=0.0)
    x, _ = sentences()
    targets = torch.tensor([[0, 1, 2, 1, 0], [2, 2, 0, BEYOND, BEYOND]])
    SentenceLoss(model.crf)(model(x)[0], targets).backward()
    for name, parameter in model.named_parameters():
        assert parameter.grad is not None, name
        assert parameter.grad.any(), name


def test_parts_that_are_switched_off_are_not_there():
    model = network(characters="none", crf=False, shapes=False)
    assert model.crf is None
    assert {name.split(".")[0] for name, _ in model.named_parameters()} == {
        "words", "recurrent", "head",
    }  # fmt: skip


def test_without_a_crf_the_loss_is_the_mean_over_words():
    scores = torch.randn(2, 3, 4, generator=torch.Generator().manual_seed(0))
    targets = torch.tensor([[0, 1, 3], [2, BEYOND, BEYOND]])
    words = [scores[0, 0], scores[0, 1], scores[0, 2], scores[1, 0]]
    expected = torch.stack(
        [word.logsumexp(0) - word[tag] for word, tag in zip(words, [0, 1, 3, 2], strict=True)]
    ).mean()
    torch.testing.assert_close(SentenceLoss(None)(scores, targets), expected)


def test_a_crf_without_moves_has_the_same_loss():
    crf = CRF(4)
    with torch.no_grad():
        for parameter in crf.parameters():
            parameter.zero_()
    scores = torch.randn(2, 3, 4, generator=torch.Generator().manual_seed(0))
    targets = torch.tensor([[0, 1, 3], [2, BEYOND, BEYOND]])
    torch.testing.assert_close(
        SentenceLoss(crf)(scores, targets), SentenceLoss(None)(scores, targets)
    )


def test_what_is_not_allowed_is_never_told():
    tags = ["B-x", "E-x", "I-x", "O", "S-x"]
    model = network(allowed_moves(tags, "IOBES"), tags=5).eval()
    for seed in range(20):
        generator = torch.Generator().manual_seed(seed)
        x = torch.randint(1, 4, (1, 7, 6), generator=generator)
        with torch.no_grad():
            model.head.weight.normal_(generator=generator).mul_(9)
        told = [tags[n] for n in model.decode(x, torch.tensor([7]))[0]]
        inside = False
        for tag in told:
            assert (tag[0] in "IE") == inside
            inside = tag[0] in "BI"
        assert not inside


def test_some_words_are_taken_for_unknown_ones_in_training_only():
    model = network(unknown=0.5)
    words = torch.full((4, 50), 5)
    words[:, 40:] = 0
    lost = model._forgotten(words)
    assert set(lost[:, :40].unique().tolist()) == {1, 5}
    assert not lost[:, 40:].any()
    assert torch.equal(model.eval()._forgotten(words), words)


def test_vectors_are_put_where_their_words_are():
    model = network()
    before = model.words.weight.detach().clone()
    model.use_vectors(["a", "b", "c"], {"b": np.arange(4, dtype=np.float32)})
    assert model.words.weight[3].tolist() == [0, 1, 2, 3]
    assert torch.equal(model.words.weight[[0, 1, 2, 4]], before[[0, 1, 2, 4]])
