r"""What a network says of a number, and how that is judged.

A network gives Q numbers for each target: the forecast itself, quantiles, or the parameters of a
distribution. Where a target is NaN it was never seen, and does not count.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.distributions import Distribution, Normal, StudentT
from torch.nn import functional as F

__all__ = ["LIKELIHOODS", "QUANTILES", "Likelihood", "SeriesLoss"]

QUANTILES = (0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975)
LEAST = 1e-4  # deviation: else a series that stands still makes the likelihood infinite
DRAWS = 500


@dataclass(frozen=True)
class Likelihood:
    """What a network says of a number.

    Args:
        numbers: Q.
        loss: of what is said (..., Q) and the truth (...), one by one.
        centre: from what is said to the forecast, (...).
        plain: the loss of torch that is the same, where Q is 1 and every target is known.
        quantiles: from what is said to `QUANTILES`, (..., 9), where it says that much.
        value: from what is said, and shares (...) of 0 to 1, to the values below which these
            shares lie, (...), where it is a distribution.
    """

    numbers: int
    loss: Callable[[Tensor, Tensor], Tensor]
    centre: Callable[[Tensor], Tensor]
    plain: type[nn.Module] | None = None
    quantiles: Callable[[Tensor], Tensor] | None = None
    value: Callable[[Tensor, Tensor], Tensor] | None = None

    def module(self, masked: bool) -> nn.Module:
        """Return the loss as a module, torch's own where it will do.

        Args:
            masked: targets may be unknown.

        Example:
            >>> LIKELIHOODS["squared"].module(masked=False)
            MSELoss()
        """
        return self.plain() if self.plain and not masked else SeriesLoss(self)


class SeriesLoss(nn.Module):
    """The mean loss over all targets that are known.

    Args:
        likelihood: what the network says.

    Example:
        >>> loss = SeriesLoss(LIKELIHOODS["absolute"])
        >>> loss(torch.tensor([[1.0, 7.0]]), torch.tensor([[3.0, torch.nan]]))
        tensor(2.)
    """

    def __init__(self, likelihood: Likelihood) -> None:
        super().__init__()
        self.likelihood = likelihood

    def forward(self, outputs: Tensor, targets: Tensor) -> Tensor:
        """Return the loss.

        Args:
            outputs: (..., K Q).
            targets: (..., K), NaN where unknown.
        """
        said = outputs.view(*targets.shape, self.likelihood.numbers)
        known = targets.isfinite()
        return self.likelihood.loss(said[known], targets[known]).sum() / known.sum().clamp(min=1)


def pinball(said: Tensor, truth: Tensor, quantiles: Sequence[float] = QUANTILES) -> Tensor:
    """Return the mean pinball loss of quantiles (..., Q), twice so that the median gives |error|.

    Example:
        >>> pinball(torch.tensor([[1.0]]), torch.tensor([3.0]), [0.5])
        tensor([2.])
    """
    error = truth[..., None] - said
    share = torch.tensor(quantiles, dtype=said.dtype)
    return 2 * torch.maximum(share * error, (share - 1) * error).mean(-1)


def _of_distribution(
    distribution: Callable[[Tensor], Distribution],
    value: Callable[[Tensor, Tensor], Tensor],
    numbers: int,
) -> Likelihood:
    return Likelihood(
        numbers,
        lambda said, truth: -distribution(said).log_prob(truth),
        _first,
        quantiles=lambda said: value(said[..., None, :], torch.tensor(QUANTILES, dtype=said.dtype)),
        value=value,
    )


def _gaussian(said: Tensor) -> Normal:
    return Normal(said[..., 0], LEAST + F.softplus(said[..., 1]))


def _student(said: Tensor) -> StudentT:
    # more than two degrees of freedom: else there is no variance
    freedom = 2 + F.softplus(said[..., 2])
    return StudentT(freedom, said[..., 0], LEAST + F.softplus(said[..., 1]))


def _gaussian_value(said: Tensor, share: Tensor) -> Tensor:
    of = _gaussian(said)
    value: Tensor = of.loc + of.scale * torch.special.ndtri(share)
    return value


def _student_value(said: Tensor, share: Tensor) -> Tensor:
    of = _student(said)
    value: Tensor = of.loc + of.scale * student_quantile(of.df, share)
    return value


def student_quantile(n: Tensor, share: Tensor) -> Tensor:
    """Return below which value a share of Student's distribution lies, to three digits or more.

    Args:
        n: degrees of freedom, 2 or more, (...).
        share: 0 to 1, ends excluded, (...).

    Returns:
        (...).

    Example:
        >>> student_quantile(torch.tensor(5.0), torch.tensor(0.95))
        tensor(2.0150)

    Source:
        Hill 1970, Algorithm 396: Student's t-quantiles, whose names these are.
    """
    P = 2 * torch.minimum(share, 1 - share)
    a = 1 / (n - 0.5)
    b = 48 / a**2
    c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    d = ((94.5 / (b + c) - 3) / b + 1) * (a * math.pi / 2).sqrt() * n
    y = (d * P) ** (2 / n)
    tail = (
        (1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1
    ) * (n + 1) / (n + 2) + 1 / y
    x = torch.special.ndtri(P / 2)
    c = c + torch.where(n < 5, 0.3 * (n - 4.5) * (x + 0.6), 0.0)
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c
    z = x * x
    z = (((((0.4 * z + 6.3) * z + 36) * z + 94.5) / c - z - 3) / b + 1) * x
    middle = torch.expm1(a * z * z)
    return (n * torch.where(y > 0.05 + a, middle, tail)).sqrt() * (share - 0.5).sign()


def _first(said: Tensor) -> Tensor:
    return said[..., 0]


LIKELIHOODS: dict[str, Likelihood] = {
    "squared": Likelihood(1, lambda p, y: (_first(p) - y).square(), _first, nn.MSELoss),
    "absolute": Likelihood(1, lambda p, y: (_first(p) - y).abs(), _first, nn.L1Loss),
    "huber": Likelihood(
        1, lambda p, y: F.huber_loss(_first(p), y, reduction="none"), _first, nn.HuberLoss
    ),
    "quantile": Likelihood(
        len(QUANTILES),
        pinball,
        lambda said: said[..., QUANTILES.index(0.5)],
        quantiles=lambda said: said.sort(-1).values,
    ),
    "gaussian": _of_distribution(_gaussian, _gaussian_value, 2),
    "student-t": _of_distribution(_student, _student_value, 3),
}

assert math.isclose(sum(QUANTILES), len(QUANTILES) / 2)  # an interval takes one from each end
