"""Masks depend on seed, step, call and place alone, and are random in all of them."""

import math
from concurrent.futures import ThreadPoolExecutor

import pytest
import torch
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint

import elman
from elman.runtime.random_masks import counted, dropout, keys, mask

SHAPE = (4, 5, 33)


def drawn(seed=0, step=0, calls=1, p=0.5, shape=SHAPE, dtype=torch.float32):
    with counted(seed, step):
        return [dropout(torch.ones(shape, dtype=dtype), p, True) for _ in range(calls)]


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16], ids=str)
@pytest.mark.parametrize("p", [0.1, 0.5, 1.0])
@pytest.mark.parametrize("shape", [SHAPE, (7,), (1, 1), (0, 3), ()], ids=str)
def test_dropout_multiplies_by_the_mask(shape, p, dtype):
    for call, found in enumerate(drawn(3, 2**33, 3, p, shape, dtype)):
        factors = mask(3, 2**33, call, shape, p)
        factors = factors if dtype == torch.float64 else factors.float()
        assert torch.equal(found, factors.to(dtype))


def test_no_two_masks_of_a_run_are_the_same():
    masks = [one for seed in (0, 1, 2**32) for step in range(20) for one in drawn(seed, step, 4)]
    assert len({tuple(one.flatten().tolist()) for one in masks}) == len(masks) == 240


def test_no_two_keys_are_the_same():
    assert len(keys(5, 0, 1000, 8).unique()) == 8000


@pytest.mark.parametrize("p", [0.01, 0.3, 0.5, 0.9])
def test_the_share_of_zeros_is_p(p):
    count, steps = 10_000, 100
    zeros = torch.stack([mask(1, step, 0, (count,), p) == 0 for step in range(steps)]).double()
    deviation = math.sqrt(p * (1 - p))
    assert abs(zeros.mean() - p) < 5 * deviation / math.sqrt(count * steps)
    # of every step and of every place, too: as many are as far off as there should be
    for dim, size in ((1, count), (0, steps)):
        away = (zeros.mean(dim) - p) * math.sqrt(size) / deviation
        assert away.square().mean() == pytest.approx(1, abs=5 * math.sqrt(3 / len(away)))


def test_places_steps_and_calls_have_nothing_to_do_with_each_other():
    signs = torch.stack([mask(2, s, c, (4096,), 0.5) - 1 for s in range(8) for c in range(8)])
    between_masks = signs @ signs.T / math.sqrt(4096)
    assert (between_masks - between_masks.diag().diag()).abs().max() < 5
    for shift in (1, 2, 3, 8, 16):
        assert abs((signs * signs.roll(shift, 1)).sum()) < 5 * math.sqrt(signs.numel())


def test_the_mean_stays():
    assert mask(0, 0, 0, (10**6,), 0.3).mean() == pytest.approx(1, abs=5 * 0.66e-3)


def test_outside_it_is_that_of_torch():
    x = torch.randn(SHAPE)
    torch.manual_seed(3)
    expected = F.dropout(x, 0.5)
    torch.manual_seed(3)
    assert torch.equal(dropout(x, 0.5, True), expected)


def test_within_the_random_numbers_of_torch_stay_as_they_are():
    before = torch.get_rng_state()
    drawn()
    assert torch.equal(torch.get_rng_state(), before)


def test_only_dropouts_that_drop_count():
    x = torch.ones(SHAPE)
    with counted(0, 0):
        assert dropout(x, 0.0, True) is not None
        assert torch.equal(dropout(x, 0.5, False), x)
        found = dropout(x, 0.5, True)
    assert torch.equal(found, drawn()[0])


def test_a_step_within_a_step_counts_for_itself():
    with counted(0, 0):
        first = dropout(torch.ones(SHAPE), 0.5, True)
        inner = drawn(0, 1)[0]
        second = dropout(torch.ones(SHAPE), 0.5, True)
    assert torch.equal(inner, drawn(0, 1)[0])
    assert [*map(torch.equal, (first, second), drawn(calls=2))] == [True, True]


def test_threads_count_by_themselves():
    with ThreadPoolExecutor(4) as pool:
        found = [*pool.map(lambda step: drawn(0, step, 50), range(8))]
    for step, masks in enumerate(found):
        assert all(map(torch.equal, masks, drawn(0, step, 50)))


def test_the_gradient_has_the_same_mask():
    x = torch.randn(SHAPE, requires_grad=True)
    with counted(4, 5):
        dropout(x, 0.3, True).sum().backward()
    assert torch.equal(x.grad, mask(4, 5, 0, SHAPE, 0.3).float())


def test_in_place():
    x = torch.ones(SHAPE)
    with counted(0, 0):
        assert dropout(x, 0.5, True, inplace=True) is x
    assert torch.equal(x, drawn()[0])


@pytest.mark.parametrize("reentrant", [True, False])
def test_what_is_run_again_on_the_way_back_drops_the_same(reentrant):
    x = torch.ones(SHAPE, requires_grad=True)
    with counted(0, 0):
        y = checkpoint(lambda x: dropout(x, 0.5, True) * x, x, use_reentrant=reentrant)
    y.sum().backward()
    assert torch.equal(x.grad, 2 * y)


def test_between_layers():
    module = elman.nn.Recurrent("gru", 3, 8, 3, dropout=0.4)
    single = [elman.nn.Recurrent("gru", i, 8) for i in (3, 8, 8)]
    for n, layer in enumerate(single):
        for name, weight in layer.named_parameters():
            weight.data = dict(module.named_parameters())[name.replace("l0", f"l{n}")].data
    x = expected = torch.randn(6, 2, 3)
    with counted(1, 2):
        found, _ = module(x)
    for n, layer in enumerate(single):
        expected = expected * mask(1, 2, n - 1, expected.shape, 0.4).float() if n else expected
        expected, _ = layer(expected)
    torch.testing.assert_close(found, expected)


def test_a_compiled_graph_draws_from_torch():
    module = elman.nn.Dropout(0.5)
    compiled = torch.compile(module, backend="eager", fullgraph=True)
    x = torch.ones(SHAPE)
    with counted(0, 0):
        torch.manual_seed(1)
        found = compiled(x)
    torch.manual_seed(1)
    assert torch.equal(found, F.dropout(x, 0.5))
