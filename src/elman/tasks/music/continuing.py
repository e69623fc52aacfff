"""How a network goes on with a piece: each key of the next frame by itself, drawn or decided."""

from __future__ import annotations

import torch
from pydantic import Field, model_validator
from torch import Tensor

from elman.errors import SettingError
from elman.tasks.music.network import NextFrame
from elman.train.checked import CheckedSettings

__all__ = ["Choice", "continued"]


class Choice(CheckedSettings):
    """Which keys sound: those drawn with p = sigmoid(logit / temperature), or all likely ones.

    Args:
        temperature: 1 draws by the probabilities of the network, below 1 likely keys get likelier;
            0 takes every key that is likelier to sound than not.
        threshold: nothing is drawn: every key sounds whose probability is above this.
        seed: what the drawing starts from; the same seed draws the same.

    Raises:
        SettingError: a value is out of its range, or both a temperature and a threshold are given.

    Example:
        >>> Choice(threshold=0.3).keys(torch.tensor([0.0, -1.0]), torch.Generator())
        tensor([1, 0], dtype=torch.int8)
    """

    temperature: float | None = Field(default=None, ge=0)
    threshold: float | None = Field(default=None, gt=0, lt=1)
    seed: int | None = Field(default=None, ge=0, lt=2**63)

    @model_validator(mode="after")
    def _fit_together(self) -> Choice:
        if self.temperature is not None and self.threshold is not None:
            raise SettingError(
                "a temperature draws keys by lot, and a threshold decides without: give one of "
                "them."
            )
        return self

    def generator(self) -> torch.Generator:
        """Return the random numbers to draw from."""
        generator = torch.Generator()
        if self.seed is None:
            generator.seed()
        else:
            generator.manual_seed(self.seed)
        return generator

    def keys(self, scores: Tensor, generator: torch.Generator) -> Tensor:
        """Return which keys sound.

        Args:
            scores: logits (88,).
            generator: the random numbers.

        Returns:
            (88,), int8.
        """
        if self.threshold is not None:
            return (scores.sigmoid() > self.threshold).to(torch.int8)
        if self.temperature == 0:
            return (scores > 0).to(torch.int8)
        shares = (scores / (1.0 if self.temperature is None else self.temperature)).sigmoid()
        return torch.bernoulli(shares, generator=generator).to(torch.int8)


def continued(network: NextFrame, frames: Tensor, length: int, choice: Choice) -> Tensor:
    """Go on with a piece.

    Args:
        network: what predicts; in the mode it is in, so call `eval()` first.
        frames: the piece so far, (T, 88); T may be 0.
        length: how many frames to add.
        choice: of the keys.

    Returns:
        The frames that were added, (length, 88), int8.

    Example:
        >>> from elman.tasks.music.settings import MusicSettings
        >>> network = NextFrame("gru", MusicSettings(hidden_size=4)).eval()
        >>> continued(network, torch.zeros(0, 88), 3, Choice(seed=0)).shape
        torch.Size([3, 88])
    """
    generator = choice.generator()
    added = torch.zeros(length, frames.size(-1), dtype=torch.int8)
    # a piece begins after silence, as in training
    seen, state = torch.cat([frames.new_zeros(1, frames.size(-1)), frames]), None
    with torch.no_grad():
        for step in range(length):
            scores, state = network(seen[None], state)
            added[step] = choice.keys(scores[0, -1], generator)
            seen = added[step : step + 1]
    return added
