"""What the networks that forecast have in common.

Shapes: B rows, L steps of look-back, H steps of horizon, D targets, Q numbers for each target,
I inputs a step. A window has C columns as `elman.data.frames` lays them out, NaN where unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import torch
from torch import Tensor, nn

from elman.cells import Cell
from elman.data.frames import Frame
from elman.nn import Recurrent
from elman.tasks.forecasting.settings import ForecastSettings

__all__ = ["AtOnce", "Choose", "Forecasting", "inputs_of", "layers", "unseen", "width"]

Choose = Callable[[Tensor], Tensor]


class Forecasting(Protocol):
    """A network that forecasts: trained on inputs and targets made of windows, asked for windows.

    Attributes:
        recursive: whether it says one step at a time and is fed with what it said.
        not_compiled: why its training is not compiled as a whole; empty if it is.
    """

    recursive: bool
    not_compiled: str

    def inputs(self, frames: Tensor) -> Tensor:
        """Return what the network sees of windows (B, L + H, C)."""

    def targets(self, frames: Tensor) -> Tensor:
        """Return what it should say."""

    def forecast(self, frames: Tensor, choose: Choose) -> Tensor:
        """Return what it says of the horizon, (B, H, D, Q).

        Args:
            frames: (B, L + H, C); what is not known of the horizon is not looked at.
            choose: from numbers (B, D, Q) to the value (B, D) that is fed back.
        """


def width(frame: Frame, masked: bool) -> int:
    """Return I: the columns and, if values are missing, which of them are known."""
    return frame.columns * (1 + masked)


def inputs_of(frames: Tensor, masked: bool) -> Tensor:
    """Return windows without NaN: zero stands for what is unknown, and a mask says so.

    Args:
        frames: (B, T, C).
        masked: whether the mask is given too.

    Returns:
        (B, T, C), or (B, T, 2 C) with 1 where a value is known.

    Example:
        >>> inputs_of(torch.tensor([[[2.0], [torch.nan]]]), True).tolist()
        [[[2.0, 1.0], [0.0, 0.0]]]
    """
    values = frames.nan_to_num(0.0)
    return torch.cat([values, frames.isfinite().to(values.dtype)], -1) if masked else values


def unseen(frames: Tensor, frame: Frame) -> Tensor:
    """Return windows whose horizon holds only what is known beforehand."""
    hidden = frames.clone()
    hidden[..., frame.lookback :, : frame.targets + frame.past] = torch.nan
    return hidden


def layers(inputs: int, cell: str | Cell, settings: ForecastSettings) -> Recurrent:
    """Return recurrent layers as the settings say."""
    return Recurrent(
        cell, inputs, settings.hidden_size, settings.num_layers, batch_first=True,
        dropout=settings.dropout if settings.num_layers > 1 else 0.0,
    )  # fmt: skip


class AtOnce(nn.Module):
    """What networks have in common that say the whole horizon at once; `forward` is theirs.

    Args:
        frame: how windows are laid out.
        masked: whether the inputs say which values are known.
        numbers: Q.
    """

    recursive = False

    def __init__(self, frame: Frame, masked: bool, numbers: int) -> None:
        super().__init__()
        self.frame, self.masked, self.numbers = frame, masked, numbers

    def inputs(self, frames: Tensor) -> Tensor:
        """Return what the network sees of windows: the look-back, and what is known ahead."""
        if not self.frame.future:
            return inputs_of(frames[..., : self.frame.lookback, :], self.masked)
        return inputs_of(unseen(frames, self.frame), self.masked)

    def targets(self, frames: Tensor) -> Tensor:
        """Return what it should say, (..., H D)."""
        return frames[..., self.frame.lookback :, : self.frame.targets].flatten(-2)

    def example(self, rows: int, steps: int) -> Tensor:
        """Return an input to try the network with; its steps are those of the look-back."""
        return self.inputs(torch.zeros(rows, self.frame.length, self.frame.columns))

    def ahead(self, x: Tensor) -> Tensor:
        """Return what is known beforehand of the horizon, (B, H, F), from inputs (B, L + H, I)."""
        C = self.frame.columns
        return x[:, self.frame.lookback :, C - self.frame.future : C]

    def forecast(self, frames: Tensor, choose: Choose) -> Tensor:
        """Return what it says of the horizon of windows (B, L + H, C), as (B, H, D, Q)."""
        outputs: Tensor = self(self.inputs(frames))[0]
        return outputs.view(-1, self.frame.horizon, self.frame.targets, self.numbers)
