"""One step at a time, each forecast fed back.

Shapes: B rows, L steps of look-back, H steps of horizon, D targets, Q numbers for each target,
I inputs a step. A window has C columns as `elman.data.frames` lays them out, NaN where unknown.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from elman.cells import Cell
from elman.data.frames import Frame
from elman.nn import Dropout
from elman.tasks.forecasting.networks.parts import Choose, inputs_of, layers, unseen, width
from elman.tasks.forecasting.settings import ForecastSettings

__all__ = ["Recursive"]


class Recursive(nn.Module):
    """The next step from all before it; the horizon by feeding each forecast back as if it were so.

    At step t it sees the targets and the past of t, and of t + 1 what is known beforehand.

    Example:
        >>> choices = ForecastSettings(horizon=4, hidden_size=8)
        >>> network = Recursive(Frame(6, 4, 2, 0, 1), "elman", choices, numbers=1)
        >>> network.forecast(torch.zeros(5, 10, 3), lambda q: q[..., 0]).shape
        torch.Size([5, 4, 2, 1])

    Source:
        Salinas et al. 2017, DeepAR, equation (1).
    """

    recursive, not_compiled = True, ""

    def __init__(
        self, frame: Frame, cell: str | Cell, settings: ForecastSettings, numbers: int
    ) -> None:
        super().__init__()
        self.frame, self.masked, self.numbers = frame, settings.masked, numbers
        self.recurrent = layers(width(frame, settings.masked), cell, settings)
        self.dropout = Dropout(settings.dropout)
        self.head = nn.Linear(settings.hidden_size, frame.targets * numbers)

    def inputs(self, frames: Tensor) -> Tensor:
        """Return what it sees of windows (..., T, C): one step fewer."""
        own = self.frame.targets + self.frame.past
        shifted = torch.cat([frames[..., :-1, :own], frames[..., 1:, own:]], -1)
        return inputs_of(shifted, self.masked)

    def targets(self, frames: Tensor) -> Tensor:
        """Return what it should say: the targets of every step but the first, (..., T - 1, D)."""
        return frames[..., 1:, : self.frame.targets]

    def example(self, rows: int, steps: int) -> Tensor:
        """Return an input to try the network with."""
        return self.inputs(torch.zeros(rows, steps + 1, self.frame.columns))

    def forward(self, x: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return what is said of each following step, (B, T, D Q), and the state after the last.

        Args:
            x: (B, T, I).
            state: of the recurrent layers.
        """
        output, state = self.recurrent(x, state)
        return self.head(self.dropout(output)), state

    def forecast(self, frames: Tensor, choose: Choose) -> Tensor:
        """Return what it says of the horizon of windows (B, L + H, C), as (B, H, D, Q)."""
        L, D = self.frame.lookback, self.frame.targets
        frames, state = unseen(frames, self.frame), None
        said: list[Tensor] = []
        for step in range(L, self.frame.length):
            start = step - 1 if said else 0
            outputs, state = self(self.inputs(frames[:, start : step + 1]), state)
            said.append(outputs[:, -1].unflatten(-1, (D, self.numbers)))
            frames[:, step, :D] = choose(said[-1])
        return torch.stack(said, 1)
