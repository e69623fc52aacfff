"""An embedding is torch's, but for the symbols that are dropped while training."""

import pytest
import torch
from torch import nn

import elman
from elman.errors import SettingError
from elman.runtime.random_masks import counted, mask

SYMBOLS = torch.tensor([[0, 3, 3], [4, 1, 0]])


def test_without_dropout_it_is_that_of_torch():
    found = []
    for kind in (nn.Embedding, elman.nn.Embedding):
        torch.manual_seed(2)
        found.append(kind(5, 3, padding_idx=1))
    assert torch.equal(found[0](SYMBOLS), found[1](SYMBOLS))
    assert repr(found[0]) == repr(found[1])


def test_whole_symbols_are_dropped():
    embedding = elman.nn.Embedding(5, 3, dropout=0.4)
    plain = nn.functional.embedding(SYMBOLS, embedding.weight)
    with counted(2, 9):
        found = embedding(SYMBOLS)
    expected = mask(2, 9, 0, (5, 1), 0.4).float()
    assert 0 < int((expected == 0).sum()) < 5
    assert torch.equal(found, plain * expected[SYMBOLS])
    assert torch.equal(embedding.eval()(SYMBOLS), plain)
    assert repr(embedding) == "Embedding(5, 3, dropout=0.4)"


def test_a_dropped_symbol_has_no_gradient():
    embedding = elman.nn.Embedding(5, 3, dropout=0.4)
    with counted(2, 9):
        embedding(SYMBOLS).sum().backward()
    counts = torch.bincount(SYMBOLS.flatten(), minlength=5)
    expected = mask(2, 9, 0, (5, 1), 0.4).float()[:, 0] * counts
    torch.testing.assert_close(embedding.weight.grad, expected[:, None].expand(5, 3))


@pytest.mark.parametrize("dropout", [1.0, -0.1, None])
def test_what_is_no_share_is_refused(dropout):
    with pytest.raises(SettingError, match="a share from 0 to below 1, got"):
        elman.nn.Embedding(5, 3, dropout=dropout)
