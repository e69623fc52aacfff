"""An embedding that leaves out whole symbols while training."""

from __future__ import annotations

from typing import Any

from torch import Tensor, nn

from elman.errors import SettingError
from elman.runtime.random_masks import dropout

__all__ = ["Embedding"]


class Embedding(nn.Embedding):
    """An embedding as torch's, with dropout of whole symbols.

    A symbol that is dropped is the zero vector wherever it stands in the step; the vectors of the
    others are scaled up by $1 / (1 - p)$. Within `elman.train.fit` the masks depend on the seed and
    the step of training alone; everywhere else they are drawn from torch's random numbers.

    Args:
        num_embeddings: how many symbols there are, K.
        embedding_dim: features of a symbol, I.
        dropout: the share of the symbols dropped while training.
        **options: those of `torch.nn.Embedding`.

    Raises:
        SettingError: the dropout is no share below 1.

    Example:
        >>> import torch
        >>> vectors = Embedding(10, 4, dropout=0.5)(torch.tensor([7, 7]))
        >>> bool((vectors[0] == vectors[1]).all())
        True

    Source:
        Merity, Keskar & Socher 2017, Regularizing and Optimizing LSTM Language Models, section 4.3.
    """

    def __init__(
        self, num_embeddings: int, embedding_dim: int, dropout: float = 0.0, **options: Any
    ) -> None:
        super().__init__(num_embeddings, embedding_dim, **options)
        if not isinstance(dropout, (int, float)) or not 0 <= dropout < 1:
            raise SettingError(f"dropout must be a share from 0 to below 1, got {dropout!r}.")
        self.dropout = dropout

    def forward(self, input: Tensor) -> Tensor:
        """Return the vectors of symbols.

        Args:
            input: integers of any shape.

        Returns:
            That shape, with I behind it.

        Example:
            >>> import torch
            >>> Embedding(10, 4)(torch.zeros(2, 3, dtype=torch.int64)).shape
            torch.Size([2, 3, 4])
        """
        vectors = super().forward(input)
        if not (self.training and self.dropout):
            return vectors
        of_symbols = self.weight.new_ones(self.num_embeddings, 1)
        return vectors * dropout(of_symbols, self.dropout, training=True)[input]

    def extra_repr(self) -> str:
        """Return the settings that differ from the defaults."""
        shown = super().extra_repr()
        return f"{shown}, dropout={self.dropout}" if self.dropout else shown
