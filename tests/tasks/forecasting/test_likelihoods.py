import math

import pytest
import torch
from torch.distributions import Normal, StudentT
from torch.nn import functional as F

from elman.tasks.forecasting.likelihoods import (
    LEAST,
    LIKELIHOODS,
    QUANTILES,
    SeriesLoss,
    pinball,
    student_quantile,
)

NAN = float("nan")
SURE = [name for name, one in LIKELIHOODS.items() if one.quantiles is not None]


def said(name, *shape, seed=0):
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(*shape, LIKELIHOODS[name].numbers, generator=generator, dtype=torch.float64)


def truth(*shape, seed=1):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def by_hand(name, p, y):
    """The loss of one number, as it is written in the books."""
    if name == "squared":
        return (p[0] - y) ** 2
    if name == "absolute":
        return abs(p[0] - y)
    if name == "huber":
        error = abs(p[0] - y)
        return error**2 / 2 if error < 1 else error - 1 / 2
    if name == "quantile":
        losses = [
            max(q * (y - one), (q - 1) * (y - one)) for q, one in zip(QUANTILES, p, strict=True)
        ]
        return 2 * sum(losses) / len(losses)
    scale = LEAST + math.log1p(math.exp(p[1]))
    z = (y - p[0]) / scale
    if name == "gaussian":
        return z**2 / 2 + math.log(scale) + math.log(2 * math.pi) / 2
    v = 2 + math.log1p(math.exp(p[2]))
    return (
        (v + 1) / 2 * math.log1p(z**2 / v)
        + math.log(scale)
        + math.log(v * math.pi) / 2
        + math.lgamma(v / 2)
        - math.lgamma((v + 1) / 2)
    )


@pytest.mark.parametrize("name", LIKELIHOODS)
def test_losses_by_hand(name):
    p, y = said(name, 4, 3), 2 * truth(4, 3)
    losses = LIKELIHOODS[name].loss(p, y)
    assert losses.shape == y.shape
    for row in range(4):
        for column in range(3):
            expected = by_hand(name, p[row, column].tolist(), float(y[row, column]))
            assert float(losses[row, column]) == pytest.approx(expected)


def test_losses_of_distributions_are_those_of_torch():
    p, y = said("student-t", 7), truth(7)
    scale = LEAST + F.softplus(p[:, 1])
    torch.testing.assert_close(
        LIKELIHOODS["gaussian"].loss(p, y), -Normal(p[:, 0], scale).log_prob(y)
    )
    freedom = 2 + F.softplus(p[:, 2])
    torch.testing.assert_close(
        LIKELIHOODS["student-t"].loss(p, y), -StudentT(freedom, p[:, 0], scale).log_prob(y)
    )


@pytest.mark.parametrize("name", [name for name, one in LIKELIHOODS.items() if one.plain])
def test_the_loss_of_torch_is_the_same_where_everything_is_known(name):
    p, y = said(name, 5, 6), truth(5, 6)
    likelihood = LIKELIHOODS[name]
    plain = likelihood.module(masked=False)
    assert isinstance(plain, likelihood.plain)
    torch.testing.assert_close(plain(p.flatten(1), y), SeriesLoss(likelihood)(p.flatten(1), y))


@pytest.mark.parametrize("name", LIKELIHOODS)
def test_the_mean_is_over_what_is_known_and_its_gradient_too(name):
    likelihood = LIKELIHOODS[name]
    p, y = said(name, 2, 3), truth(2, 3)
    y[0, 1] = y[1, 2] = NAN
    outputs = p.flatten(1).requires_grad_()
    loss = likelihood.module(masked=True)(outputs, y)
    known = y.isfinite()
    torch.testing.assert_close(loss, likelihood.loss(p[known], y[known]).mean())
    loss.backward()
    gradient = outputs.grad.view_as(p)
    assert gradient.isfinite().all()
    assert not gradient[~known].any()
    assert gradient[known].any(-1).all()


@pytest.mark.parametrize("name", LIKELIHOODS)
def test_the_gradient_is_right(name):
    p, y = said(name, 3).requires_grad_(), truth(3)
    assert torch.autograd.gradcheck(lambda p: LIKELIHOODS[name].loss(p, y), (p,))


@pytest.mark.parametrize("name", LIKELIHOODS)
def test_nothing_known_is_no_loss(name):
    outputs = said(name, 2, 2).float().flatten(1).requires_grad_()
    loss = LIKELIHOODS[name].module(masked=True)(outputs, torch.full((2, 2), NAN))
    loss.backward()
    assert loss.item() == 0
    assert not outputs.grad.any()


@pytest.mark.parametrize("name", LIKELIHOODS)
def test_the_forecast_has_the_shape_of_the_truth(name):
    assert LIKELIHOODS[name].centre(said(name, 5, 4, 2)).shape == (5, 4, 2)


@pytest.mark.parametrize("name", SURE)
def test_quantiles_are_in_order_around_the_forecast(name):
    likelihood = LIKELIHOODS[name]
    quantiles = likelihood.quantiles(3 * said(name, 6, 5))
    assert quantiles.shape == (6, 5, len(QUANTILES))
    assert (quantiles.diff(dim=-1) >= 0).all()


@pytest.mark.parametrize("name", SURE)
def test_quantiles_of_a_row_do_not_depend_on_the_others(name):
    likelihood, p = LIKELIHOODS[name], said(name, 6, 5)
    whole = likelihood.quantiles(p)
    for row in range(6):
        torch.testing.assert_close(likelihood.quantiles(p[row : row + 1])[0], whole[row])


def test_quantiles_of_a_gaussian_are_those_of_torch():
    p = said("gaussian", 9)
    of = Normal(p[:, :1], LEAST + F.softplus(p[:, 1:]))
    expected = of.icdf(torch.tensor([QUANTILES], dtype=p.dtype))
    torch.testing.assert_close(LIKELIHOODS["gaussian"].quantiles(p), expected)


# one-sided quantiles of Student's distribution, from printed tables
STUDENT = {
    3: {0.75: 0.764892, 0.9: 1.637744, 0.95: 2.353363, 0.975: 3.182446},
    5: {0.75: 0.726687, 0.9: 1.475884, 0.95: 2.015048, 0.975: 2.570582},
    30: {0.75: 0.682756, 0.9: 1.310415, 0.95: 1.697261, 0.975: 2.042272},
}


@pytest.mark.parametrize("freedom", STUDENT)
def test_quantiles_of_student_are_those_of_the_tables(freedom):
    given = math.log(math.expm1(freedom - 2))
    p = torch.tensor([10.0, math.log(math.expm1(3 - LEAST)), given], dtype=torch.float64)
    found = LIKELIHOODS["student-t"].quantiles(p)
    for share, expected in STUDENT[freedom].items():
        high, low = QUANTILES.index(share), QUANTILES.index(round(1 - share, 3))
        assert float(found[high] - 10) == pytest.approx(3 * expected, rel=1e-4)
        assert float(10 - found[low]) == pytest.approx(3 * expected, rel=1e-4)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_quantiles_of_student_where_there_is_a_formula(dtype):
    p = torch.tensor([0.001, 0.025, 0.1, 0.25, 0.45, 0.5, 0.6, 0.9, 0.975, 0.999], dtype=dtype)
    a = 4 * p * (1 - p)
    two = (2 * p - 1) * (2 / a).sqrt()
    q = torch.cos(torch.arccos(a.sqrt()) / 3) / a.sqrt()
    four = (p - 0.5).sign() * 2 * (q - 1).sqrt()
    for n, expected, digits in ((2.0, two, 2e-3), (4.0, four, 1e-5)):
        found = student_quantile(torch.tensor(n, dtype=dtype), p)
        torch.testing.assert_close(found, expected, rtol=digits, atol=1e-6)
    many = student_quantile(torch.tensor(1e6, dtype=dtype), p)
    torch.testing.assert_close(many, torch.special.ndtri(p), rtol=1e-5, atol=1e-6)


def test_asking_for_quantiles_leaves_the_global_random_numbers_alone():
    torch.manual_seed(5)
    expected = torch.rand(1)
    torch.manual_seed(5)
    for name in SURE:
        LIKELIHOODS[name].quantiles(said(name, 2))
    assert torch.equal(torch.rand(1), expected)


def test_the_median_is_judged_by_its_absolute_error():
    p, y = truth(5, 1), truth(5, seed=2)
    torch.testing.assert_close(pinball(p, y, [0.5]), (p[:, 0] - y).abs())


def test_the_best_quantiles_are_those_of_the_data():
    y = torch.linspace(0, 1, 1001)
    best = torch.tensor(QUANTILES).expand(1001, -1)
    least = pinball(best, y).mean()
    for shift in (-0.05, 0.05):
        assert pinball(best + shift, y).mean() > least
