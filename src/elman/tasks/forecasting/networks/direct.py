"""The whole horizon from the last hidden state.

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
from elman.tasks.forecasting.networks.parts import AtOnce, layers, width
from elman.tasks.forecasting.settings import ForecastSettings

__all__ = ["Direct"]


class Direct(AtOnce):
    """All steps of the horizon at once from the last hidden state: y = W [h_L, future] + b.

    Example:
        >>> choices = ForecastSettings(horizon=4, hidden_size=8)
        >>> network = Direct(Frame(6, 4, 2, 0, 1), "gru", choices, numbers=3)
        >>> network.forecast(torch.zeros(5, 10, 3), lambda q: q[..., 0]).shape
        torch.Size([5, 4, 2, 3])
    """

    def __init__(
        self, frame: Frame, cell: str | Cell, settings: ForecastSettings, numbers: int
    ) -> None:
        super().__init__(frame, settings.masked, numbers)
        self.recurrent = layers(width(frame, settings.masked), cell, settings)
        self.dropout = Dropout(settings.dropout)
        known = frame.horizon * frame.future
        outputs = frame.horizon * frame.targets * numbers
        self.head = nn.Linear(settings.hidden_size + known, outputs)

    @property
    def not_compiled(self) -> str:
        """Why its training is not compiled as a whole; empty if it is."""
        return "what is known of the horizon joins the last hidden state." * bool(self.frame.future)

    def forward(self, x: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return the forecast, (B, H D Q), and the state at the end of the look-back.

        Args:
            x: (B, L, I), or (B, L + H, I) where something is known of the future.
            state: of the recurrent layers.
        """
        frame = self.frame
        seen = x[:, : frame.lookback] if frame.future else x
        output, state = self.recurrent(seen, state)
        last = self.dropout(output[:, -1])
        if frame.future:
            last = torch.cat([last, self.ahead(x).flatten(1)], 1)
        return self.head(last), state
