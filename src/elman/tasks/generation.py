"""How the next symbol is chosen from the scores of a network: the best one, or drawn by lot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from pydantic import Field, model_validator
from torch import Tensor

from elman.errors import SettingError
from elman.train.checked import CheckedSettings

__all__ = ["Sampling", "keep_top_k", "keep_top_p"]


def keep_top_k(logits: Tensor, top_k: int) -> Tensor:
    """Leave the `top_k` best scores and set the others to minus infinity.

    Args:
        logits: scores, (K,).
        top_k: how many stay; of equal scores the first ones.

    Returns:
        Scores, (K,).

    Example:
        >>> keep_top_k(torch.tensor([1.0, 3.0, 2.0]), 2)
        tensor([-inf, 3., 2.])
    """
    best = logits.sort(descending=True, stable=True).indices[:top_k]
    return torch.full_like(logits, -torch.inf).index_copy(0, best, logits[best])


def keep_top_p(logits: Tensor, top_p: float) -> Tensor:
    """Leave the fewest best scores whose probabilities reach `top_p` in sum (nucleus sampling).

    Args:
        logits: scores, (K,).
        top_p: the probability to be reached, above 0 and at most 1.

    Returns:
        Scores, (K,), the others minus infinity.

    Example:
        >>> keep_top_p(torch.tensor([0.5, 0.1, 0.4]).log(), 0.8)
        tensor([-0.6931,    -inf, -0.9163])

    Source:
        Holtzman et al. 2020, The Curious Case of Neural Text Degeneration.
    """
    probabilities = logits.softmax(0).sort(descending=True).values
    before = probabilities.cumsum(0) - probabilities
    return keep_top_k(logits, max(1, int((before < top_p).sum())))


# What narrows the choice, in the order in which it is applied.
FILTERS: dict[str, Callable[[Tensor, Any], Tensor]] = {
    "top_k": keep_top_k,
    "top_p": keep_top_p,
}


class Sampling(CheckedSettings):
    """How the next symbol is chosen: p = softmax(logits / temperature), narrowed by the filters.

    Args:
        temperature: 0 takes the best symbol; 1 draws by the probabilities of the network; below
            1 the likely ones get likelier, above 1 less so.
        top_k: draw among so many best symbols only.
        top_p: draw among the fewest best symbols that reach this probability in sum.
        seed: what the drawing starts from; the same seed draws the same symbols.

    Raises:
        SettingError: a value is out of its range, or a filter is given where nothing is drawn.

    Example:
        >>> choose = Sampling(temperature=0).chooser()
        >>> choose(torch.tensor([0.1, 0.7, 0.2]))
        1
    """

    temperature: float = Field(default=0.0, ge=0)
    top_k: int | None = Field(default=None, ge=1)
    top_p: float | None = Field(default=None, gt=0, le=1)
    seed: int | None = Field(default=None, ge=0, lt=2**63)

    @model_validator(mode="after")
    def _fit_together(self) -> Sampling:
        given = [name for name in FILTERS if getattr(self, name) is not None]
        if given and self.temperature == 0:
            raise SettingError(
                f"{' and '.join(given)} would change nothing at temperature 0, which always takes "
                "the best symbol. Give a temperature too, such as 1."
            )
        return self

    def chooser(self) -> Callable[[Tensor], int]:
        """Return the function from scores (K,) to the chosen symbol, with its own random numbers.

        Returns:
            A function; its n-th call draws the n-th number from the seed. Without a seed every
            chooser draws differently.

        Example:
            >>> scores = torch.zeros(10)
            >>> draw, again = (Sampling(temperature=1, seed=7).chooser() for _ in range(2))
            >>> [draw(scores) for _ in range(9)] == [again(scores) for _ in range(9)]
            True
        """
        if self.temperature == 0:
            return lambda logits: int(logits.argmax())
        generator = torch.Generator()
        if self.seed is None:
            generator.seed()
        else:
            generator.manual_seed(self.seed)
        return lambda logits: self._draw(logits, generator)

    def _draw(self, logits: Tensor, generator: torch.Generator) -> int:
        scores = logits.detach().to("cpu", torch.float64)
        scores = (scores - scores.max()) / self.temperature  # the best is 0 at any temperature
        for name, narrow in FILTERS.items():
            if (value := getattr(self, name)) is not None:
                scores = narrow(scores, value)
        return int(torch.multinomial(scores.softmax(0), 1, generator=generator))
