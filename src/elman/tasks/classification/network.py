"""The network that gives a sequence one label: input, recurrent layers, pooling, linear head.

Shapes: B rows, T steps, I features, K classes.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from elman.cells import Cell
from elman.nn import Dropout, OneHot, Recurrent, chrono
from elman.tasks.classification.pooling import POOLINGS
from elman.tasks.classification.settings import ClassifierSettings

__all__ = ["PADDING", "OneLabel"]

PADDING = float("nan")  # of numbers; of symbols it is the number after the last


class OneLabel(nn.Module):
    """Scores for the classes of a sequence.

    Args:
        symbols: how many there are; None if the inputs are numbers.
        features: I of numbers.
        classes: K.
        cell: of the recurrent layers.
        settings: of the model.
        ragged: whether rows have lengths of their own in training; else all are as long as
            the batch there.

    Attributes:
        not_compiled: why its training is not compiled as a whole; empty if it is.

    Example:
        >>> import torch
        >>> network = OneLabel(5, 0, 3, "gru", ClassifierSettings(hidden_size=8), ragged=True)
        >>> network(torch.tensor([[0, 4, 5], [1, 2, 3]]))[0].shape
        torch.Size([2, 3])
    """

    def __init__(
        self,
        symbols: int | None,
        features: int,
        classes: int,
        cell: str | Cell,
        settings: ClassifierSettings,
        ragged: bool,
    ) -> None:
        super().__init__()
        self.symbols, self.ragged, self.how = symbols, ragged, settings.pooling
        size, directions = settings.hidden_size, 1 + settings.bidirectional
        self.input: nn.Module = nn.Identity()
        if symbols is not None and settings.input == "embedding":
            features = settings.embedding_size or size
            self.input = nn.Embedding(symbols + 1, features)
        elif symbols is not None:
            features = symbols + 1
            self.input = OneHot(features)
        self.recurrent = Recurrent(
            cell, features, size, settings.num_layers, batch_first=True,
            bidirectional=settings.bidirectional,
            dropout=settings.dropout if settings.num_layers > 1 else 0.0, **settings.of_layers,
        )  # fmt: skip
        if settings.memory is not None:
            chrono(self.recurrent, settings.memory)
        self.dropout = Dropout(settings.dropout)
        self.pooling = POOLINGS[settings.pooling](directions * size, directions)
        self.head = nn.Linear(directions * size, classes)
        self.simple = not ragged and self.how == "last" and directions == 1
        self.simple |= not ragged and self.how == "mean"

    @property
    def not_compiled(self) -> str:
        """Why its training is not compiled as a whole; empty if it is."""
        if self.simple:
            return ""
        if self.ragged:
            return "the sequences are of different lengths."
        return f"the pooling is {self.how}, in {self.recurrent.bidirectional + 1} directions."

    def forward(self, x: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return the scores, (B, K), and the state after the last step.

        Args:
            x: symbols (B, T), the number after the last beyond the end of a row; or numbers
                (B, T, I), NaN beyond it.
            state: of the recurrent layers.
        """
        if self.simple:
            features = x if self.symbols is None else self.dropout(self.input(x))
            h, state = self.recurrent(features, state)
            pooled = h[:, -1] if self.how == "last" else h.mean(1)
            return self.head(self.dropout(pooled)), state
        return self.of_any_length(x, state)

    def of_any_length(self, x: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return what `forward` does, also where all rows that were learnt were equally long."""
        h, lengths, state = self.states(x, state)
        return self.head(self.dropout(self.pooling(h, lengths))), state

    def example(self, rows: int, steps: int) -> Tensor:
        """Return an input to try the network with."""
        if self.symbols is not None:
            return torch.zeros(rows, steps, dtype=torch.int64)
        return torch.zeros(rows, steps, self.recurrent.input_size)

    def states(self, x: Tensor, state: Any = None) -> tuple[Tensor, Tensor, Any]:
        """Return the hidden states (B, T, D H), the lengths (B,), and the last state."""
        if self.symbols is not None:
            lengths = (x != self.symbols).sum(1)
            features = self.dropout(self.input(x))
        else:
            lengths = x[..., 0].isfinite().sum(1)
            features = x.nan_to_num(0.0)
        h, state = self.recurrent(features, state, lengths)
        return h, lengths, state
