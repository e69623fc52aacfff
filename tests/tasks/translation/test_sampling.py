import pytest
import torch

from elman.runtime.random_masks import counted
from elman.tasks.translation.sampling import Schedule, sampled

TARGET = torch.tensor([[2, 5, 6, 7], [2, 5, 0, 0]])


def counts_up(x, state):
    """Scores of a decoder that is sure of the number after the last, and how often it was asked."""
    scores = torch.full((len(x), 1, 9), -1e9)
    scores[:, 0].scatter_(1, x + 1, 0.0)
    return scores, state + 1


def test_nothing_of_its_own_is_the_truth():
    assert torch.equal(sampled(TARGET, 0.0, 0, counts_up), TARGET)


def test_all_of_its_own_is_what_it_goes_on_with_and_ends_where_the_truth_ends():
    found = sampled(TARGET, 1.0, 0, counts_up)
    assert found.tolist() == [[2, 3, 4, 5], [2, 3, 0, 0]]


def test_what_it_is_given_after_a_symbol_of_its_own_is_that_symbol():
    torch.manual_seed(0)
    for _ in range(20):
        found = sampled(TARGET, 0.5, 0, counts_up)[0].tolist()
        truth = TARGET[0].tolist()
        for step in range(1, 4):
            assert found[step] in (truth[step], found[step - 1] + 1)


def test_padding_is_never_drawn():
    def sure_of_nothing(x, state):
        return torch.zeros(len(x), 1, 2), state

    found = sampled(torch.ones(1, 50, dtype=torch.int64), 1.0, 0, sure_of_nothing)
    assert (found == 1).all()


@pytest.mark.parametrize(("step", "share"), [(0, 0.0), (5, 0.2), (10, 0.4), (20, 0.4)])
def test_the_share_grows_evenly_and_stays(step, share):
    with counted(seed=0, step=step):
        assert Schedule(0.4, 10).now() == share
