"""From the characters of a word to a vector.

Shapes: N words, C characters, E features of a character, H units.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from elman.cells import Cell
from elman.nn import Dropout, Recurrent

__all__ = ["CHARACTERS", "Convolved", "Spelt"]


class Spelt(nn.Module):
    """The last states of a recurrent layer that spells the word, from its front and from its back.

    Args:
        symbols: how many characters there are; 0 stands beyond the end of a word.
        features: E.
        hidden: H.
        cell: of the layer.
        dropout: probability, on the characters.

    Example:
        >>> spelt = Spelt(30, 8, 5, "lstm", 0.0)
        >>> spelt(torch.tensor([[3, 4, 0], [5, 6, 7]])).shape
        torch.Size([2, 10])

    Source:
        Lample et al. 2016, Neural Architectures for Named Entity Recognition, section 4.1.
    """

    def __init__(
        self, symbols: int, features: int, hidden: int, cell: str | Cell, dropout: float
    ) -> None:
        super().__init__()
        self.embedding = nn.Embedding(symbols, features, padding_idx=0)
        self.recurrent = Recurrent(cell, features, hidden, batch_first=True, bidirectional=True)
        self.dropout = Dropout(dropout)
        self.size = 2 * hidden

    def forward(self, characters: Tensor) -> Tensor:
        """Return (N, 2 H) of characters (N, C)."""
        lengths = (characters > 0).sum(1)
        h, _ = self.recurrent(self.dropout(self.embedding(characters)), lengths=lengths)
        rows = torch.arange(len(h), device=h.device)
        half = self.size // 2
        return torch.cat([h[rows, (lengths - 1).clamp(min=0), :half], h[:, 0, half:]], 1)


class Convolved(nn.Module):
    """The largest response of each filter over every three characters in a row.

    Args:
        symbols: how many characters there are; 0 stands beyond the end of a word.
        features: E.
        hidden: H; there are 2 H filters.
        cell: not looked at.
        dropout: probability, on the characters.

    Example:
        >>> Convolved(30, 8, 5, "lstm", 0.0)(torch.tensor([[3, 4, 0], [5, 6, 7]])).shape
        torch.Size([2, 10])

    Source:
        Ma & Hovy 2016, End-to-end Sequence Labeling via Bi-directional LSTM-CNNs-CRF, section 2.1.
    """

    def __init__(
        self, symbols: int, features: int, hidden: int, cell: str | Cell, dropout: float
    ) -> None:
        super().__init__()
        self.embedding = nn.Embedding(symbols, features, padding_idx=0)
        self.filters = nn.Conv1d(features, 2 * hidden, kernel_size=3, padding=2)
        self.dropout = Dropout(dropout)
        self.size = 2 * hidden

    def forward(self, characters: Tensor) -> Tensor:
        """Return (N, 2 H) of characters (N, C)."""
        features = self.dropout(self.embedding(characters)).transpose(1, 2)
        responses: Tensor = self.filters(features)
        # a window that lies beyond the word must not count, or its neighbours would change it
        windows = torch.arange(responses.shape[2], device=responses.device)
        beyond = windows >= (characters > 0).sum(1, keepdim=True) + 2
        return responses.masked_fill(beyond[:, None], -torch.inf).amax(2)


CHARACTERS: dict[str, type[Spelt | Convolved]] = {"lstm": Spelt, "cnn": Convolved}
