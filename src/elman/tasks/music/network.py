"""The network that says of every key how likely it sounds in the next frame, and its loss.

Shapes: B pieces, T steps, 88 keys.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from elman.cells import Cell
from elman.data.music.pieces import KEYS
from elman.nn import Dropout, Recurrent
from elman.tasks.music.settings import MusicSettings

__all__ = ["BEYOND", "FrameLoss", "NextFrame", "frame_losses"]

BEYOND = -1  # what stands beyond the end of a piece


class NextFrame(nn.Module):
    """Scores of every key in the next frame: logits_t = W h_t + b, with h_t from recurrent layers.

    Args:
        cell: of the recurrent layers.
        settings: of the model.

    Example:
        >>> import torch
        >>> network = NextFrame("gru", MusicSettings(hidden_size=8))
        >>> network(torch.ones(2, 5, 88))[0].shape
        torch.Size([2, 5, 88])
    """

    not_compiled = "pieces are of different lengths, and many keys of a frame sound together."

    def __init__(self, cell: str | Cell, settings: MusicSettings) -> None:
        super().__init__()
        between = settings.dropout if settings.num_layers > 1 else 0.0
        self.input_dropout = Dropout(settings.input_dropout)
        self.recurrent = Recurrent(
            cell, KEYS, settings.hidden_size, settings.num_layers, batch_first=True,
            dropout=between, recurrent_dropout=settings.recurrent_dropout,
            zoneout=settings.zoneout, weight_drop=settings.weight_drop,
        )  # fmt: skip
        self.dropout = Dropout(settings.dropout)
        self.head = nn.Linear(settings.hidden_size, KEYS)

    def forward(self, x: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return the scores after every frame, (B, T, 88), and the state at the end.

        Args:
            x: frames (B, T, 88); what is beyond the end of a piece changes nothing before it.
            state: at the beginning; zero if not given.
        """
        h, state = self.recurrent(self.input_dropout(x.to(self.head.weight.dtype)), state)
        return self.head(self.dropout(h)), state

    def example(self, rows: int, steps: int) -> Tensor:
        """Return an input to try the network with."""
        return torch.zeros(rows, steps, KEYS)


def frame_losses(scores: Tensor, frames: Tensor) -> Tensor:
    """Return the loss of every frame: binary cross-entropy, summed over the keys.

    Args:
        scores: (..., 88).
        frames: (..., 88), 1 where a key sounds; all -1 beyond the end of a piece.

    Returns:
        In nats, of the real frames alone, (N,).

    Example:
        >>> import torch
        >>> frame_losses(torch.zeros(2, 88), torch.tensor([[0], [BEYOND]]).expand(2, 88))
        tensor([60.9970])
    """
    real = frames[..., 0] != BEYOND
    loss = nn.functional.binary_cross_entropy_with_logits(
        scores[real], frames[real].to(scores.dtype), reduction="none"
    )
    return loss.sum(-1)


class FrameLoss(nn.Module):
    """The mean loss of a frame, in nats.

    Example:
        >>> import torch
        >>> FrameLoss()(torch.zeros(1, 3, 88), torch.zeros(1, 3, 88))
        tensor(60.9970)
    """

    def forward(self, scores: Tensor, frames: Tensor) -> Tensor:
        """Return the loss of scores (B, T, 88) and frames (B, T, 88)."""
        return frame_losses(scores, frames).mean()
