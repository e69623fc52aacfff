import pytest
import torch
import torch.nn.functional as F

from elman.runtime.cross_entropy import cross_entropy


def given(rows, classes, dtype=torch.float64):
    torch.manual_seed(0)
    scores = 5 * torch.randn(rows, classes, dtype=dtype)
    return scores.requires_grad_(), torch.randint(classes, (rows,))


@pytest.mark.parametrize("smoothing", [0.0, 0.1, 1.0])
@pytest.mark.parametrize("sizes", [(1, 1), (1, 7), (33, 130), (200, 1001)], ids=str)
def test_it_is_that_of_torch_and_so_is_its_gradient(sizes, smoothing):
    scores, classes = given(*sizes)
    classes[1::3] = -7
    found = cross_entropy(scores, classes, smoothing=smoothing, ignored=-7)
    expected = F.cross_entropy(scores, classes, label_smoothing=smoothing, ignore_index=-7)
    torch.testing.assert_close(found, expected)
    for scale in (1.0, 3.0):
        (one,), (other,) = (
            torch.autograd.grad(scale * loss, scores, retain_graph=True)
            for loss in (found, expected)
        )
        torch.testing.assert_close(one, other)


def test_one_row_is_a_sure_thing_of_large_scores():
    scores, classes = torch.tensor([[1e4, -1e4, 0.0]], requires_grad=True), torch.tensor([0])
    loss = cross_entropy(scores, classes)
    loss.backward()
    assert loss == 0
    assert not scores.grad.any()


def test_its_gradient_has_gradients():
    scores, classes = given(3, 4)
    assert torch.autograd.gradgradcheck(lambda s: cross_entropy(s, classes, smoothing=0.2), scores)


def test_no_class_that_counts_gives_no_number():
    scores, classes = given(2, 3)
    assert cross_entropy(scores, torch.full_like(classes, -100)).isnan()
