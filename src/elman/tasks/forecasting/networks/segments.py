"""A recurrent layer over segments of the series.

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
from elman.tasks.forecasting.networks.parts import AtOnce, layers
from elman.tasks.forecasting.settings import ForecastSettings

__all__ = ["Segments"]


class Segments(AtOnce):
    """One recurrent layer over segments of the series, each target by itself, and back at once.

    Every segment of w steps is mapped to d features, x = relu(W s + b), and the cell goes over the
    L / w of them. Then it takes a single step for each of the H / w segments to come, all from the
    state in which it ended, fed with learned vectors of the segment's place and of the target.

    Example:
        >>> choices = ForecastSettings(horizon=4, hidden_size=8, segment=2)
        >>> network = Segments(Frame(6, 5, 2, 0, 1), "gru", choices, numbers=1)
        >>> network.forecast(torch.zeros(5, 11, 3), lambda q: q[..., 0]).shape
        torch.Size([5, 5, 2, 1])

    Source:
        Lin et al. 2023, SegRNN: Segment Recurrent Neural Network for Long-Term Time Series
        Forecasting, section 3. What is known of other columns is added to each segment.
    """

    not_compiled = "between its layers a network over segments puts its numbers in another order."

    def __init__(
        self, frame: Frame, cell: str | Cell, settings: ForecastSettings, numbers: int
    ) -> None:
        super().__init__(frame, settings.masked, numbers)
        self.steps = segment_of(frame, settings.segment)
        self.seen = frame.lookback // self.steps
        self.coming = -(-frame.horizon // self.steps)
        size, others = settings.hidden_size, frame.past + frame.future
        own = (1 + others) * (1 + settings.masked)
        self.embedding = nn.Linear(self.steps * own, size)
        self.recurrent = layers(size, cell, settings)
        self.place = nn.Parameter(torch.randn(self.coming, size - size // 2))
        self.target = nn.Parameter(torch.randn(frame.targets, size // 2))
        if frame.future:
            self.known = nn.Linear(self.steps * frame.future, size)
        self.dropout = Dropout(settings.dropout)
        self.head = nn.Linear(size, self.steps * numbers)

    def forward(self, x: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return the forecast, (B, H D Q); the state stays within.

        Args:
            x: (B, L, I), or (B, L + H, I) where something is known of the future.
            state: not looked at.
        """
        frame, B, D = self.frame, x.shape[0], self.frame.targets
        _, state = self.recurrent(self.segments(x))
        output, _ = self.recurrent(*self._decoded(x, state, B, D))
        said = self.head(self.dropout(output)).view(B, D, self.coming * self.steps, self.numbers)
        return said[:, :, : frame.horizon].transpose(1, 2).flatten(1), None

    def segments(self, x: Tensor) -> Tensor:
        """Return what the cell goes over, (B D, L / w, d): the newest whole segments.

        Args:
            x: as for `forward`.
        """
        L, D = self.frame.lookback, self.frame.targets
        first = L - self.seen * self.steps
        rows = torch.stack([self._own(x[:, first:L], d) for d in range(D)], 1)
        return torch.relu(self.embedding(rows.reshape(len(x) * D, self.seen, -1)))

    def _own(self, x: Tensor, target: int) -> Tensor:
        # the columns that one target sees: itself and all that is no target
        D, C = self.frame.targets, self.frame.columns
        chosen = [target, *range(D, C)]
        return x[..., [*chosen, *(C + c for c in chosen)] if self.masked else chosen]

    def _decoded(self, x: Tensor, state: Any, B: int, D: int) -> tuple[Tensor, Any]:
        """Return the inputs (B D M, 1, d) of the segments to come, and the state of each."""
        M = self.coming
        place = self.place[None].expand(D, M, -1)
        fed = torch.cat([place, self.target[:, None].expand(D, M, -1)], -1).expand(B, D, M, -1)
        if self.frame.future:
            rest = M * self.steps - self.frame.horizon
            known = nn.functional.pad(self.ahead(x), (0, 0, 0, rest))
            fed = fed + self.known(known.reshape(B, 1, M, -1))
        return fed.reshape(B * D * M, 1, -1), repeated(state, M)


def segment_of(frame: Frame, given: int | None) -> int:
    """Return the steps of a segment: half of the shorter of look-back and horizon, up to 48."""
    return min(given or min(48, -(-frame.horizon // 2)), frame.lookback)


def repeated(state: Any, times: int) -> Any:
    """Return a state (L, B, H), or several, with every row as often in succession."""
    if isinstance(state, Tensor):
        return state.repeat_interleave(times, 1)
    return tuple(one.repeat_interleave(times, 1) for one in state)
