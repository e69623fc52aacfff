"""The cross-entropy and its gradient against torch in float64, and what counts as a hit."""

import math

import pytest
import torch
from torch.nn import functional as F

from codegen.llvm.one_kernel import Result, amid_nan, draw, every_dtype, however_it_runs, run
from elman.codegen.llvm.pointwise import PARTS
from elman.runtime.jit import target
from elman.runtime.kernels import FORMATS, training

IGNORED = -100
ROWS = 21

every_count = pytest.mark.parametrize("K", [1, 2, 15, 16, 17, 100])


def cross_entropy(
    scores, classes, weights=None, scale=1.0, ignored=IGNORED, threads=1, smoothing=None
):
    """Return the gradient, and for each row its loss and whether it is a hit, side by side."""
    (rows, K), dtype = scores.shape, scores.dtype
    gradient, found = Result(rows, K, dtype), Result(rows, 2, dtype)
    weights = None if weights is None else amid_nan(weights)
    smoothing = None if smoothing is None else torch.tensor(smoothing, dtype=dtype)
    given = (amid_nan(scores), classes, weights, smoothing, torch.tensor(scale, dtype=dtype))
    kernel = training(target(), FORMATS[dtype]).cross_entropy
    run(kernel, rows, K, ignored, *given, gradient, found, threads=threads)
    return torch.cat([gradient.read(), found.read()], 1)


def split(result):
    """Return the gradient, the losses and the hits."""
    return result[:, :-2], result[:, -2], result[:, -1]


def by_torch(scores, classes, weights, scale, ignored):
    """Return the gradient and the losses in float64."""
    scores = scores.double().requires_grad_()
    weights = None if weights is None else weights.double()
    options = {"weight": weights, "ignore_index": ignored, "reduction": "none"}
    losses = F.cross_entropy(scores, classes, **options)
    scale = torch.tensor(scale, dtype=scores.dtype)
    return torch.autograd.grad((scale * losses).sum(), scores)[0], losses.detach()


def bounds(scores, classes, weights, scale, ignored):
    """Return how far the gradient and the losses may be from the truth."""
    info, finite = torch.finfo(scores.dtype), torch.nan_to_num(scores.double(), neginf=-1e300)
    below = finite.amax(1, keepdim=True) - finite
    powers = torch.exp(-below)
    counted = classes != ignored
    own = torch.where(counted, classes, 0)
    weight = torch.ones_like(powers[0]) if weights is None else weights.double()
    weight = torch.where(counted, weight[own], 0)
    # in units of rounding: a difference is one of its size off, and a power of e 2 ulp more
    power_units = below + 4
    # each part of the sum has so many terms, and then the parts are summed
    added = -(-scores.size(1) // PARTS) + PARTS
    total_units = (powers * power_units).sum(1) / powers.sum(1) + added
    log_total = powers.sum(1).log()
    off = below.gather(1, own[:, None])[:, 0]
    # the logarithm is 2 ulp off; then one for the difference, the sum and the product each
    loss_units = total_units + 4 * log_total + off + 2 * (log_total + off)
    share = powers / powers.sum(1, keepdim=True)
    # one each for the product with the scale, the division and the product with the power
    gradient_units = share * (power_units + total_units[:, None] + 3)
    # then the difference from the scale, which is rounded itself
    gradient_units += 2 * F.one_hot(own, scores.size(1))
    unit = info.eps / 2
    if scores.dtype == torch.float64:
        unit *= 2  # torch is as far from the truth
    size = (weight * abs(scale))[:, None]
    # numbers below the smallest normal one have fewer digits
    return size * (unit * gradient_units + 2 * info.tiny), weight * unit * loss_units


def assert_near(result, scores, classes, weights=None, scale=1.0, ignored=IGNORED):
    gradient, losses, _ = split(result.double())
    given = (scores, classes, weights, scale, ignored)
    near = bounds(*given)
    for ours, truth, bound in zip((gradient, losses), by_torch(*given), near, strict=True):
        assert ((ours == truth) | ((ours - truth).abs() <= bound)).all()


def drawn(K, dtype, size=1.0):
    """Return scores and classes, of which some do not count."""
    classes = torch.randint(K, (ROWS,), generator=torch.Generator().manual_seed(2))
    classes[[3, 4, ROWS - 1]] = IGNORED
    return size * draw(ROWS, K, dtype=dtype), classes


@every_dtype
@every_count
@pytest.mark.parametrize("size", [1.0, 0.0, 1e-3, 30.0, 1e4])
@pytest.mark.parametrize("weighted", [False, True])
def test_gradients_and_losses(weighted, size, K, dtype):
    scores, classes = drawn(K, dtype, size)
    weights = draw(K, dtype=dtype, seed=3).abs() if weighted else None
    given = (scores, classes, weights, torch.tensor(0.3, dtype=dtype).item())
    result = however_it_runs(lambda threads: cross_entropy(*given, threads=threads))
    assert_near(result, *given)


@every_dtype
@every_count
@pytest.mark.parametrize("smoothing", [0.0, 0.1, 1.0])
def test_a_share_of_the_truth_is_spread_over_all(smoothing, K, dtype):
    scores, classes = drawn(K, dtype)
    options = {"scale": 0.3, "smoothing": smoothing}
    result = however_it_runs(
        lambda threads: cross_entropy(scores, classes, threads=threads, **options)
    )
    truth = scores.double().requires_grad_()
    losses = F.cross_entropy(truth, classes, label_smoothing=smoothing, reduction="none")
    (gradient,) = torch.autograd.grad(0.3 * losses.sum(), truth)
    torch.testing.assert_close(split(result)[0], gradient.to(dtype))
    torch.testing.assert_close(split(result)[1], losses.detach().to(dtype))
    if not smoothing:
        assert torch.equal(result, cross_entropy(scores, classes, scale=0.3))


@every_dtype
@every_count
@pytest.mark.parametrize("size", [100.0, 1e4])
def test_scores_of_equal_size_and_either_sign(size, K, dtype):
    scores, classes = drawn(K, dtype)
    scores = size * scores.sign()
    assert_near(cross_entropy(scores, classes), scores, classes)


@every_dtype
@every_count
def test_a_class_that_cannot_be(K, dtype):
    """A score of minus infinity has no part in the sum, and is an infinite loss as the class."""
    scores, classes = drawn(K, dtype)
    scores[:, 1::3] = -math.inf
    result = however_it_runs(lambda threads: cross_entropy(scores, classes, threads=threads))
    assert_near(result, scores, classes)
    impossible = (classes != IGNORED) & (classes % 3 == 1)
    assert torch.equal(split(result)[1].isinf(), impossible)
    assert split(result)[0].isfinite().all()


@every_dtype
@every_count
@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_what_is_no_number_is_seen_in_its_row_only(value, K, dtype):
    scores, classes = drawn(K, dtype)
    clean = cross_entropy(scores, classes)
    for place in {0, K // 2, K - 1}:
        spoilt = scores.clone()
        spoilt[7, place] = value
        found = cross_entropy(spoilt, classes)
        gradient, losses, _ = split(found[7:8])
        assert losses.isnan().all()
        assert gradient.isnan().all()
        found[7] = clean[7]
        assert torch.equal(found, clean)


@every_dtype
def test_nothing_but_minus_infinity_is_no_distribution(dtype):
    result = cross_entropy(torch.full((1, 5), -math.inf, dtype=dtype), torch.tensor([2]))
    assert split(result)[1].isnan().all()


@every_dtype
@every_count
@pytest.mark.parametrize("scale", [1.0, math.nan, math.inf])
def test_what_does_not_count_has_neither_gradient_nor_loss(scale, K, dtype):
    """As in a batch of nothing that counts, over whose zero classes the mean is taken."""
    scores, classes = draw(3, K, dtype=dtype), torch.full((3,), IGNORED)
    result = cross_entropy(scores, classes, draw(K, dtype=dtype), scale)
    assert torch.equal(result, torch.zeros(3, K + 2, dtype=dtype))


@every_dtype
def test_what_is_no_number_is_not_hidden_where_nothing_counts(dtype):
    scores, classes = torch.full((1, 5), math.nan, dtype=dtype), torch.tensor([IGNORED])
    gradient, losses, hits = split(cross_entropy(scores, classes))
    truth, _ = by_torch(scores, classes, None, 1.0, IGNORED)
    assert truth.isnan().all()
    assert gradient.isnan().all()
    assert torch.equal(losses + hits, torch.zeros(1, dtype=dtype))


@every_dtype
def test_any_class_may_be_the_one_that_does_not_count(dtype):
    scores, classes = drawn(5, dtype)
    classes = torch.arange(ROWS) % 5
    result = cross_entropy(scores, classes, ignored=2)
    assert_near(result, scores, classes, ignored=2)
    assert torch.equal(result[classes == 2], torch.zeros_like(result[classes == 2]))


@every_dtype
@every_count
def test_a_hit_is_the_first_of_the_largest(K, dtype):
    generator = torch.Generator().manual_seed(4)
    classes = torch.randint(K, (300,), generator=generator)
    # so few different scores that most rows have several of the largest
    scores = torch.randint(3, (300, K), generator=generator).to(dtype)
    scores[::5] = 0
    scores[1::5, 1::2] = -math.inf
    classes[::7] = IGNORED
    # the first of equal ones is promised by numpy, and not by torch
    expected = torch.from_numpy(scores.numpy().argmax(1)) == classes
    result = however_it_runs(lambda threads: cross_entropy(scores, classes, threads=threads))
    assert torch.equal(split(result)[2], expected.to(dtype))


@every_dtype
@every_count
def test_rows_have_their_bits_alone_and_together(K, dtype):
    scores, classes = drawn(K, dtype)
    together = cross_entropy(scores, classes)
    alone = [cross_entropy(scores[r : r + 1], classes[r : r + 1]) for r in range(ROWS)]
    assert torch.equal(torch.cat(alone), together)
