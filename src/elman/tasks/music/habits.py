"""What is known of music without a network: how often keys sound, and how often they go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from elman.data.music.pieces import KEYS

__all__ = ["Habits"]


@dataclass(frozen=True)
class Habits:
    """How often keys sound in the pieces that were learnt.

    Shares are (n + 1/2) / (N + 1), so that none is 0 or 1.

    Args:
        frequencies: the share of frames in which each key sounds, 88 of them.
        held: the share of sounding keys that sound in the next frame as well.
        struck: the share of silent keys that sound in the next frame.

    Example:
        >>> piece = torch.zeros(3, 88)
        >>> piece[:2, 39] = 1
        >>> habits = Habits.of([piece])
        >>> habits.frequencies[39], habits.held
        (0.625, 0.5)
    """

    frequencies: tuple[float, ...]
    held: float
    struck: float

    @classmethod
    def of(cls, pieces: Sequence[Tensor]) -> Habits:
        """Return the habits of pieces.

        Args:
            pieces: frames (T, 88) each.
        """
        counts = torch.zeros(2, 2, dtype=torch.int64)  # sounded before, sounds now
        for frames in pieces:
            before, now = frames[:-1] != 0, frames[1:] != 0
            counts[1, 1] += (before & now).sum()
            counts[1, 0] += (before & ~now).sum()
            counts[0, 1] += (~before & now).sum()
            counts[0, 0] += (~before & ~now).sum()
        every = torch.cat([frames != 0 for frames in pieces])
        frequencies = [_share(n, len(every)) for n in every.sum(0).tolist()]
        (silent, struck), (ended, held) = counts.tolist()
        return cls(tuple(frequencies), _share(held, held + ended), _share(struck, struck + silent))

    def scores(self, before: Tensor) -> dict[str, Tensor]:
        """Return the scores of the next frame by two habits.

        Args:
            before: the frames before, (..., 88).

        Returns:
            Logits (..., 88) by name: "the last frame repeated" and "key frequencies".
        """
        held, struck = torch.tensor([self.held, self.struck]).logit()
        usual = torch.tensor(self.frequencies).logit()
        return {
            "the last frame repeated": torch.where(before != 0, held, struck),
            "key frequencies": usual.expand(before.shape),
        }

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {"frequencies": list(self.frequencies), "held": self.held, "struck": self.struck}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Habits:
        """Make the habits that `to_dict` gave."""
        frequencies = tuple(float(share) for share in values["frequencies"])
        habits = cls(frequencies, float(values["held"]), float(values["struck"]))
        shares = (*frequencies, habits.held, habits.struck)
        if len(frequencies) != KEYS or not all(0 < share < 1 for share in shares):
            raise ValueError(f"expected the shares of {KEYS} keys, each above 0 and below 1.")
        return habits


def _share(count: int, of: int) -> float:
    return (count + 0.5) / (of + 1)
