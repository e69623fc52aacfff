"""Dropout is torch's, but where steps are counted."""

import pytest
import torch
from torch import nn

import elman
from elman.errors import SettingError
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


@pytest.mark.parametrize(
    ("batch_first", "shape", "once"),
    [
        (False, (5, 7, 3), (1, 7, 3)),
        (True, (5, 7, 3), (5, 1, 3)),
        (False, (5, 3), (1, 3)),
        (True, (5, 3), (1, 3)),
    ],
)
def test_locked_dropout_has_one_mask_a_sequence(batch_first, shape, once):
    x, drop = torch.randn(shape), elman.nn.LockedDropout(0.4, batch_first)
    with counted(2, 9):
        found = drop(x), drop(x)
    for call, one in enumerate(found):
        assert torch.equal(one, x * mask(2, 9, call, once, 0.4).float())


def test_locked_dropout_that_drops_nothing():
    x = torch.randn(5, 7, 3)
    assert elman.nn.LockedDropout(0.0)(x) is x
    assert elman.nn.LockedDropout(0.4).eval()(x) is x


def test_locked_dropout_refuses():
    for p in (1.5, -0.1, "half"):
        with pytest.raises(SettingError, match=f"a share from 0 to 1, got {p!r}"):
            elman.nn.LockedDropout(p)
    with pytest.raises(ValueError, match=r"\(time, batch, features\).*got \(3,\)"):
        elman.nn.LockedDropout(0.4)(torch.ones(3))
    assert repr(elman.nn.LockedDropout(0.4)) == "LockedDropout(p=0.4, batch_first=False)"
