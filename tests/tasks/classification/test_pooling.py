import pytest
import torch

from elman.tasks.classification.pooling import POOLINGS, Attention, Last, Longest, Mean

# one row of two steps of two units; what comes after them must not count
H = torch.tensor([[[1.0, -2.0], [3.0, -4.0], [9.0, 9.0]]])
TWO = torch.tensor([2])


@pytest.mark.parametrize(
    ("pooling", "directions", "expected"),
    [
        (Last, 1, [3.0, -4.0]),
        (Last, 2, [3.0, -2.0]),  # the second direction ends at the first step
        (Mean, 1, [2.0, -3.0]),
        (Longest, 1, [3.0, -2.0]),
    ],
)
def test_by_hand(pooling, directions, expected):
    assert pooling(2, directions)(H, TWO).tolist() == [expected]


def test_attention_by_hand():
    pooling = Attention(2, 1)
    with torch.no_grad():
        pooling.map.weight.copy_(torch.eye(2))
        pooling.map.bias.zero_()
        pooling.query.weight.copy_(torch.tensor([[2.0, 0.0]]))
    share = torch.softmax(2 * torch.tanh(torch.tensor([1.0, 3.0])), 0)
    expected = share[0] * H[0, 0] + share[1] * H[0, 1]
    torch.testing.assert_close(pooling(H, TWO)[0], expected)
    assert pooling.weights(H, TWO)[0, 2].item() == 0


@pytest.mark.parametrize("directions", [1, 2])
@pytest.mark.parametrize("name", POOLINGS)
def test_a_row_among_longer_ones_is_what_it_is_alone(name, directions):
    torch.manual_seed(0)
    pooling, h = POOLINGS[name](4, directions), torch.randn(3, 5, 4)
    lengths = torch.tensor([5, 1, 3])
    together = pooling(h, lengths)
    for row, length in enumerate(lengths.tolist()):
        alone = pooling(h[row : row + 1, :length], torch.tensor([length]))
        torch.testing.assert_close(together[row], alone[0])
