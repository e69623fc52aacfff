"""Dropout is torch's, but where steps are counted."""

import torch
from torch import nn

import elman
from elman.runtime.random_masks import counted, mask


def test_it_is_that_of_torch():
    x, found = torch.randn(5, 7), []
    for kind in (nn.Dropout, elman.nn.Dropout):
        torch.manual_seed(2)
        found.append(kind(0.4)(x))
    assert torch.equal(*found)
    assert repr(elman.nn.Dropout(0.4)) == repr(nn.Dropout(0.4))


def test_within_a_counted_step_it_has_the_mask_of_the_step():
    x, drop = torch.randn(5, 7), elman.nn.Dropout(0.4)
    with counted(2, 9):
        found = drop(x), drop(x)
        assert torch.equal(drop.eval()(x), x)
    for call, one in enumerate(found):
        assert torch.equal(one, x * mask(2, 9, call, (5, 7), 0.4).float())


def test_in_place():
    x = torch.ones(5, 7)
    with counted(2, 9):
        assert elman.nn.Dropout(0.4, inplace=True)(x) is x
    assert torch.equal(x, mask(2, 9, 0, (5, 7), 0.4).float())
