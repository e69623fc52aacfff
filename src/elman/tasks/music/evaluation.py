"""How well frames are predicted: their likelihood, and the keys that are told rightly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from elman.data.by_length import padded
from elman.tasks.music.habits import Habits
from elman.tasks.music.network import BEYOND, frame_losses
from elman.view.table import table

__all__ = ["MusicEvaluation", "before", "judge_music", "nll"]

AT_ONCE = 32  # pieces

Predict = Callable[[Tensor], Tensor]  # from the frames before, (B, T, 88), to scores


def before(frames: Tensor) -> Tensor:
    """Return what stands before every frame of a piece; silence before the first.

    Args:
        frames: (T, 88).

    Returns:
        (T, 88).

    Example:
        >>> before(torch.tensor([[1], [2], [3]])).tolist()
        [[0], [1], [2]]
    """
    return torch.cat([torch.zeros_like(frames[:1]), frames[:-1]])


@dataclass(frozen=True)
class Score:
    """How well one way of predicting did.

    Args:
        nll: the mean negative log-likelihood of a frame, in nats, summed over the 88 keys.
        accuracy: of the keys that sound or are told to, the share of which both is true.
    """

    nll: float
    accuracy: float


@dataclass(frozen=True)
class MusicEvaluation:
    """What came out.

    Args:
        frames: how many were predicted: all but the first of each piece.
        pieces: of how many pieces.
        network: how well the network did.
        habits: likewise, what needs no network, by name.

    Example:
        >>> print(MusicEvaluation(99, 2, Score(8.25, 0.3), {"key frequencies": Score(12.5, 0.0)}))
        99 frames of 2 pieces, the first of each not counted
                         nats a frame  accuracy %
        network                  8.25        30.0
        key frequencies         12.50         0.0
    """

    frames: int
    pieces: int
    network: Score
    habits: dict[str, Score]

    @property
    def nll(self) -> float:
        """The mean negative log-likelihood of a frame, in nats, summed over the 88 keys."""
        return self.network.nll

    @property
    def accuracy(self) -> float:
        """TP / (TP + FP + FN) over all keys of all frames, told to sound if likelier than not."""
        return self.network.accuracy

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "nll": self.nll,
            "accuracy": self.accuracy,
            "count": self.frames,
            "habits_nll": {name: score.nll for name, score in self.habits.items()},
            "told": str(self),
        }

    def __str__(self) -> str:
        every = {"network": self.network, **self.habits}
        rows = [[name, f"{s.nll:.2f}", f"{100 * s.accuracy:.1f}"] for name, s in every.items()]
        of = f"{self.pieces:,} piece{'s' * (self.pieces != 1)}"
        lines = [
            f"{self.frames:,} frames of {of}, the first of each not counted",
            table(rows, head=["", "nats a frame", "accuracy %"]),
        ]
        best = min(self.habits, key=lambda name: self.habits[name].nll)
        if self.habits[best].nll <= self.nll:
            lines.append(f"\nThe network is no better than {best}: it has not earned its keep.")
        return "\n".join(lines)


def judge_music(pieces: Sequence[Tensor], predict: Predict, habits: Habits) -> MusicEvaluation:
    """Predict every frame of pieces but the first.

    Args:
        pieces: frames (T, 88) each, one of them of two frames at least.
        predict: from the frames before, (B, T, 88), to scores (B, T, 88).
        habits: of the pieces that were learnt.

    Returns:
        The evaluation.

    Example:
        >>> piece = torch.ones(3, 88)
        >>> judge_music([piece], lambda x: torch.full_like(x, 9.0), Habits.of([piece])).accuracy
        1.0
    """
    sums: dict[str, Tensor] = defaultdict(lambda: torch.zeros(3, dtype=torch.float64))
    frames = 0
    for x, y in _batches(pieces):
        frames += int((y[..., 0] != BEYOND).sum())
        for name, scores in {"network": predict(x), **habits.scores(x)}.items():
            told, true = (scores > 0) & (y != BEYOND), y > 0
            loss = frame_losses(scores, y).double().sum()
            sums[name] += torch.stack([loss, (told & true).sum(), (told | true).sum()])
    found = {
        name: Score(loss / frames, both / max(1, either))
        for name, (loss, both, either) in ((name, s.tolist()) for name, s in sums.items())
    }
    return MusicEvaluation(frames, len(pieces), found.pop("network"), found)


def nll(pieces: Sequence[Tensor], predict: Predict) -> float:
    """Return the mean negative log-likelihood of a frame, the first of each piece not counted.

    Args:
        pieces: frames (T, 88) each, one of them of two frames at least.
        predict: from the frames before, (B, T, 88), to scores (B, T, 88).

    Returns:
        In nats, summed over the keys.

    Example:
        >>> round(nll([torch.ones(3, 88)], torch.zeros_like), 3)
        60.997
    """
    losses = [frame_losses(predict(x), y).double() for x, y in _batches(pieces)]
    return float(torch.cat(losses).mean())


def _batches(pieces: Sequence[Tensor]) -> list[tuple[Tensor, Tensor]]:
    """Return the frames before, and those to be predicted; none is there for the first ones."""
    ordered = sorted(pieces, key=len)
    found = []
    for first in range(0, len(ordered), AT_ONCE):
        own = ordered[first : first + AT_ONCE]
        x = padded([before(frames) for frames in own], 0)
        y = padded([frames.clone() for frames in own], BEYOND)
        y[:, 0] = BEYOND
        found.append((x, y))
    return found
