"""The network that predicts the next symbol: input, recurrent layers of any cell, linear head."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn

from elman.cells import Cell
from elman.nn import Dropout, Embedding, LockedDropout, Number, OneHot, Recurrent
from elman.tasks.model_settings import ModelSettings
from elman.tasks.regularisation import Regularisation
from elman.train.penalty import activation_penalty

__all__ = ["INPUTS", "NextSymbol", "asking", "make_network"]


# What a symbol is to the first layer: how it is made, and its number of features.
INPUTS: dict[str, Callable[[int, int], tuple[nn.Module, int]]] = {
    "embedding": lambda symbols, features: (Embedding(symbols, features), features),
    "one-hot": lambda symbols, _: (OneHot(symbols), symbols),
    "number": lambda _, __: (Number(), 1),
}


class NextSymbol(nn.Module):
    """Scores for every next symbol: logits_t = W h_t + b, with h_t from recurrent layers.

    Args:
        vocabulary_size: how many symbols there are, K.
        cell: a name or a `Cell`.
        hidden_size: units a layer, H.
        num_layers: recurrent layers, L.
        input: ``"embedding"``, ``"one-hot"`` or ``"number"``.
        embedding_size: features of an embedding.
        dropout: probability, on the input, between the layers and before the head.
        tied: the head uses the embedding's weights (embedding_size = hidden_size).
        regularisation: beside dropout.

    Attributes:
        penalises: whether its activations cost something in training.

    Example:
        >>> import torch
        >>> network = NextSymbol(10, "gru", 8)
        >>> logits, state = network(torch.zeros(2, 5, dtype=torch.int64))
        >>> logits.shape
        torch.Size([2, 5, 10])

    Source:
        Tied weights: Press & Wolf 2017, Using the Output Embedding to Improve Language Models.
    """

    def __init__(
        self,
        vocabulary_size: int,
        cell: str | Cell,
        hidden_size: int,
        num_layers: int = 1,
        *,
        input: str = "embedding",
        embedding_size: int | None = None,
        dropout: float = 0.0,
        tied: bool = False,
        regularisation: Regularisation | None = None,
    ) -> None:
        super().__init__()
        beside = regularisation or Regularisation()
        self.input, features = INPUTS[input](vocabulary_size, embedding_size or hidden_size)
        if isinstance(self.input, Embedding):
            self.input.dropout = beside.embedding_dropout
        self.recurrent = Recurrent(
            cell, features, hidden_size, num_layers, batch_first=True,
            dropout=dropout if num_layers > 1 else 0.0, locked=beside.locked, **beside.of_layers,
        )  # fmt: skip
        self.dropout = (
            LockedDropout(dropout, batch_first=True) if beside.locked else Dropout(dropout)
        )
        self.activation = beside.activation_regularisation
        self.temporal = beside.temporal_regularisation
        self.head = nn.Linear(hidden_size, vocabulary_size)
        if tied:
            self._tie()

    def forward(self, symbols: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return the logits after every symbol, and the state after the last one.

        Args:
            symbols: integers, (B, T).
            state: of the recurrent layers, (L, B, H) each; zero if not given.

        Returns:
            Logits (B, T, K) and the state.

        Example:
            >>> import torch
            >>> network = NextSymbol(10, "lstm", 8)
            >>> logits, (h, c) = network(torch.zeros(1, 3, dtype=torch.int64))
            >>> h.shape
            torch.Size([1, 1, 8])
        """
        output, state = self.features(symbols, state)
        return self.head(output), state

    def features(self, symbols: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return what the head sees, (B, T, H), and the state: `forward` without the head.

        Example:
            >>> import torch
            >>> NextSymbol(10, "gru", 8).features(torch.zeros(1, 3, dtype=torch.int64))[0].shape
            torch.Size([1, 3, 8])
        """
        output, state = self._output(symbols, state)
        return self.dropout(output), state

    def example(self, rows: int, steps: int) -> Tensor:
        """Return an input to try the network with."""
        return torch.zeros(rows, steps, dtype=torch.int64)

    def _output(self, symbols: Tensor, state: Any) -> tuple[Tensor, Any]:
        output, state = self.recurrent(self.dropout(self.input(symbols)), state)
        return output, state

    @property
    def penalises(self) -> bool:
        """Whether its activations cost something in training."""
        return bool(self.activation or self.temporal)

    def penalised(self, symbols: Tensor, state: Any = None) -> tuple[Tensor, Any, Tensor]:
        """Return what `forward` does, and what the activations cost.

        Args:
            symbols: integers, (B, T).
            state: of the recurrent layers, (L, B, H) each; zero if not given.

        Returns:
            Logits (B, T, K), the state and the penalty ().

        Example:
            >>> import torch
            >>> network = NextSymbol(
            ...     10, "gru", 8, regularisation=Regularisation(activation_regularisation=2.0)
            ... )
            >>> bool(network.penalised(torch.zeros(1, 3, dtype=torch.int64))[2] > 0)
            True
        """
        output, state = self._output(symbols, state)
        dropped = self.dropout(output)
        penalty = activation_penalty(output, dropped, self.activation, self.temporal)
        return self.head(dropped), state, penalty

    def _tie(self) -> None:
        assert isinstance(self.input, nn.Embedding)  # the settings have refused all else
        self.head.weight = self.input.weight
        # scores of unit size at the start; an embedding's own unit normal would give sqrt(H)
        nn.init.normal_(self.head.weight, std=self.head.in_features**-0.5)


def make_network(settings: ModelSettings, cell: Cell, vocabulary_size: int) -> NextSymbol:
    """Make the network that the settings describe.

    Args:
        settings: of the model.
        cell: of the recurrent layers.
        vocabulary_size: how many symbols there are, K.

    Returns:
        The network, with initial weights from torch's random numbers.

    Example:
        >>> import elman
        >>> make_network(ModelSettings(hidden_size=4), elman.cells.get("gru"), 10).head
        Linear(in_features=4, out_features=10, bias=True)
    """
    return NextSymbol(
        vocabulary_size,
        cell,
        settings.hidden_size,
        settings.num_layers,
        input=settings.input,
        embedding_size=settings.embedding_size,
        dropout=settings.dropout,
        tied=settings.tied,
        regularisation=settings,
    )


@contextmanager
def asking(network: nn.Module) -> Iterator[None]:
    """Ask a network for a stretch of code: no dropout; afterwards it is in the mode it was in.

    Args:
        network: that is asked.

    Example:
        >>> network = nn.Dropout(0.5)
        >>> with asking(network):
        ...     network.training
        False
        >>> network.training
        True
    """
    training = network.training
    network.eval()
    try:
        yield
    finally:
        network.train(training)
