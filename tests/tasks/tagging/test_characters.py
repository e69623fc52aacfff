import pytest
import torch

from elman.tasks.tagging.characters import CHARACTERS


@pytest.fixture(params=CHARACTERS)
def spelling(request):
    torch.manual_seed(0)
    return CHARACTERS[request.param](9, 4, 3, "lstm", 0.0)


def test_padding_changes_no_word(spelling):
    words = torch.tensor([[3, 4, 5, 0, 0], [6, 0, 0, 0, 0], [2, 3, 4, 5, 6]])
    together = spelling(words)
    assert together.shape == (3, spelling.size)
    for word, vector in zip(words, together, strict=True):
        alone = spelling(word[word > 0][None])
        torch.testing.assert_close(alone[0], vector)


def test_both_ends_of_a_word_count(spelling):
    words = torch.tensor([[3, 4, 5], [7, 4, 5], [3, 4, 7]])
    first, other_front, other_end = spelling(words)
    assert not torch.equal(first, other_front)
    assert not torch.equal(first, other_end)


def test_gradients_reach_all_parameters(spelling):
    spelling(torch.tensor([[3, 4, 0], [5, 6, 7]])).square().sum().backward()
    assert all(p.grad is not None and p.grad.any() for p in spelling.parameters())
