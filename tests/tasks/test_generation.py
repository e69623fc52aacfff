import math
from collections import Counter

import pytest
import torch

from elman.errors import SettingError
from elman.tasks.generation import Sampling, keep_top_k, keep_top_p

PROBABILITIES = torch.tensor([0.1, 0.4, 0.2, 0.3])
LOGITS = PROBABILITIES.log()


def drawn(count, **settings):
    choose = Sampling(**settings).chooser()
    return Counter(choose(LOGITS) for _ in range(count))


def test_temperature_zero_always_takes_the_best():
    assert drawn(20) == {1: 20}


def test_temperature_one_draws_by_the_probabilities():
    counts = drawn(4000, temperature=1.0, seed=0)
    for symbol, probability in enumerate(PROBABILITIES.tolist()):
        spread = math.sqrt(4000 * probability * (1 - probability))
        assert abs(counts[symbol] - 4000 * probability) < 4 * spread


def test_a_low_temperature_sharpens_and_a_high_one_flattens():
    cold, warm, hot = (drawn(2000, temperature=t, seed=0)[1] for t in (0.3, 1.0, 10.0))
    assert cold > warm > hot


def test_a_tiny_temperature_neither_overflows_nor_hesitates():
    assert drawn(20, temperature=1e-320, seed=0) == {1: 20}


def test_top_k_draws_among_the_best_only():
    assert set(drawn(500, temperature=1.0, top_k=2, seed=0)) == {1, 3}


def test_top_k_keeps_exactly_k_of_equal_scores():
    assert keep_top_k(torch.zeros(5), 2).isfinite().tolist() == [True, True, False, False, False]


def test_top_k_beyond_the_vocabulary_keeps_everything():
    assert torch.equal(keep_top_k(LOGITS, 100), LOGITS)


@pytest.mark.parametrize(
    ("top_p", "kept"), [(0.01, {1}), (0.5, {1, 3}), (0.8, {1, 2, 3}), (1.0, {0, 1, 2, 3})]
)
def test_top_p_keeps_the_fewest_that_reach_it(top_p, kept):
    finite = keep_top_p(LOGITS.double(), top_p).isfinite()
    assert {symbol for symbol in range(4) if finite[symbol]} == kept


def test_top_p_sees_only_what_top_k_has_left():
    # of the two that remain, the first holds 4/7 = 0.571
    assert set(drawn(200, temperature=1.0, top_k=2, top_p=0.57, seed=0)) == {1}


def test_the_same_seed_draws_the_same_and_leaves_the_global_numbers_alone():
    torch.manual_seed(3)
    expected = torch.rand(1)
    torch.manual_seed(3)
    first = Sampling(temperature=1.0, seed=5).chooser()
    second = Sampling(temperature=1.0, seed=5).chooser()
    other = Sampling(temperature=1.0, seed=6).chooser()
    draws = [[choose(LOGITS) for _ in range(50)] for choose in (first, second, other)]
    assert draws[0] == draws[1] != draws[2]
    assert torch.equal(torch.rand(1), expected)


def test_without_a_seed_every_chooser_draws_differently():
    choosers = [Sampling(temperature=1.0).chooser() for _ in range(2)]
    assert len({tuple(choose(LOGITS) for _ in range(100)) for choose in choosers}) == 2


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"temperature": -1.0}, "temperature is -1.0; expected at least 0"),
        ({"temperature": math.nan}, "temperature is nan; expected a finite number"),
        ({"temperature": math.inf}, "temperature is inf; expected a finite number"),
        ({"temperature": "hot"}, "temperature is 'hot'; expected a number"),
        ({"temperature": 1.0, "top_k": 0}, "top_k is 0; expected at least 1"),
        ({"temperature": 1.0, "top_k": 2.5}, "top_k is 2.5; expected a whole number"),
        ({"temperature": 1.0, "top_p": 0.0}, "top_p is 0.0; expected more than 0"),
        ({"temperature": 1.0, "top_p": 1.5}, "top_p is 1.5; expected at most 1"),
        ({"temperature": 1.0, "seed": -1}, "seed is -1; expected at least 0"),
        ({"temperature": 1.0, "seed": 2**70}, "seed is 1180591620717411303424; expected less"),
        ({"top_k": 3}, "top_k would change nothing at temperature 0.* Give a temperature"),
        ({"top_k": 3, "top_p": 0.5}, "top_k and top_p would change nothing"),
    ],
)
def test_values_out_of_range_are_named(settings, message):
    with pytest.raises(SettingError, match=message):
        Sampling(**settings)
