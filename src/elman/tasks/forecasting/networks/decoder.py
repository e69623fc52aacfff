"""A second recurrent network over the horizon.

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

__all__ = ["Decoder"]


class Decoder(AtOnce):
    """A second network goes over the horizon from the state in which the first one ended.

    At every step it sees what is known of that step, and a learned vector of the step's place.

    Example:
        >>> choices = ForecastSettings(horizon=4, hidden_size=8)
        >>> network = Decoder(Frame(6, 4, 2, 0, 1), "lstm", choices, numbers=1)
        >>> network.forecast(torch.zeros(5, 10, 3), lambda q: q[..., 0]).shape
        torch.Size([5, 4, 2, 1])

    Source:
        Wen et al. 2017, A Multi-Horizon Quantile Recurrent Forecaster (the decoder recurrent).
    """

    recursive = False
    not_compiled = "a network with a decoder has two recurrent parts, one fed with the other."
    PLACE = 16  # features of a step's place

    def __init__(
        self, frame: Frame, cell: str | Cell, settings: ForecastSettings, numbers: int
    ) -> None:
        super().__init__(frame, settings.masked, numbers)
        self.encoder = layers(width(frame, settings.masked), cell, settings)
        self.place = nn.Parameter(torch.randn(frame.horizon, self.PLACE))
        self.decoder = layers(self.PLACE + frame.future, cell, settings)
        self.dropout = Dropout(settings.dropout)
        self.head = nn.Linear(settings.hidden_size, frame.targets * numbers)

    def forward(self, x: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return the forecast, (B, H D Q), and the state at the end of the look-back.

        Args:
            x: (B, L, I), or (B, L + H, I) where something is known of the future.
            state: of the encoder.
        """
        frame = self.frame
        _, state = self.encoder(x[:, : frame.lookback], state)
        fed = self.place.expand(x.shape[0], -1, -1)
        if frame.future:
            fed = torch.cat([fed, self.ahead(x)], -1)
        output, _ = self.decoder(fed, state)
        return self.head(self.dropout(output)).flatten(1), state
