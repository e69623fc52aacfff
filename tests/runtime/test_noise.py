import pytest
import torch

from elman.codegen.threefry import pairs
from elman.graph.expression import make
from elman.runtime.noise import drawn, keys_of_layers
from elman.runtime.random_masks import counted

STEP = [make("noise", data=name) for name in "abc"]
LOCKED = [make("locked_noise", data=name) for name in "ab"]
KEY = torch.tensor([3.0, 1, 4, 1, 5, 9, 2, 6])


def values(time, key=KEY, rows=50, units=40):
    return drawn([*STEP, *LOCKED], key, time, rows, units)


def test_pairs_are_of_one_kind():
    found = pairs([STEP[0], LOCKED[0], STEP[1], STEP[2], LOCKED[1]])
    assert [found[node] for node in STEP] == [(0, 0), (0, 1), (1, 0)]
    assert [found[node] for node in LOCKED] == [(2, 0), (2, 1)]


def test_it_is_uniform_and_independent():
    drawn_values = [value.flatten() for time in (0, 1) for value in values(time).values()]
    for value in drawn_values:
        assert value.min() >= 0
        assert value.max() < 1
        # 2000 numbers: five standard errors of the mean and of the variance
        assert abs(value.mean() - 0.5) < 5 * (1 / 12 / 2000) ** 0.5
        assert abs(value.var() - 1 / 12) < 5 * (1 / 180 / 2000) ** 0.5
    distinct = torch.stack([*drawn_values[:5], *drawn_values[5:8]])
    correlations = torch.corrcoef(distinct) - torch.eye(8)
    assert correlations.abs().max() < 5 / 2000**0.5


def test_locked_noise_is_the_same_at_every_step_and_other_noise_is_not():
    before, after = values(3), values(4)
    assert all(torch.equal(before[node], after[node]) for node in LOCKED)
    assert not any(torch.equal(before[node], after[node]) for node in STEP)


def test_a_place_has_its_number_whatever_is_beside_it():
    few, many = values(2, rows=3, units=5), values(2)
    assert all(torch.equal(few[node], many[node][:3, :5]) for node in few)


@pytest.mark.parametrize("dtype", [torch.float64, torch.bfloat16, torch.float16])
def test_a_key_is_the_same_in_every_format(dtype):
    exact = values(1)
    for node, value in values(1, KEY.to(dtype)).items():
        torch.testing.assert_close(value, exact[node].to(dtype), rtol=0, atol=0)


def test_keys_come_from_the_random_numbers_of_torch():
    like = torch.zeros(0)
    torch.manual_seed(1)
    first, second = keys_of_layers(2, like), keys_of_layers(2, like)
    torch.manual_seed(1)
    assert torch.equal(keys_of_layers(2, like), first)
    assert not torch.equal(first, second)
    assert first.min() >= 0
    assert first.max() <= 255


def test_keys_are_counted():
    like = torch.zeros(0, dtype=torch.float64)
    with counted(seed=1, step=2):
        first, second = keys_of_layers(2, like), keys_of_layers(2, like)
    with counted(seed=1, step=2):
        assert torch.equal(keys_of_layers(4, like), torch.cat([first, second]))
    with counted(seed=1, step=3):
        assert not torch.equal(keys_of_layers(2, like), first)


def test_keys_are_those_of_torch_where_a_run_is_repeated():
    like = torch.zeros(0)
    with counted(seed=1, step=2):
        torch.manual_seed(3)
        with torch.no_grad():
            first = keys_of_layers(1, like)
            torch.manual_seed(3)
            assert torch.equal(keys_of_layers(1, like), first)
