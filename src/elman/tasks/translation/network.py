"""The network that translates: an encoder, what the decoder attends to, and the decoder.

Shapes: B sentences, S symbols of a source, T of a target, H units, K symbols of all targets.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from elman.cells import Cell
from elman.cells.attentive import attentive
from elman.nn import Dropout, Linear, Recurrent
from elman.nn.memory import Mapped
from elman.tasks.translation.sampling import Schedule, sampled
from elman.tasks.translation.settings import TranslatorSettings
from elman.tasks.translation.special import EDGE, PADDING

__all__ = ["Encoded", "SourceToTarget"]

SOURCE, TARGET = 0, 1  # columns of the inputs


class Encoded(NamedTuple):
    """What the decoder goes by.

    Args:
        memory: the values that it attends to, (B, S, H); without attention (B, 1, H), the
            sentence as one.
        places: how many of them are real, (B,).
        state: of the decoder before its first symbol.
        shared: the memory with all maps of it, for who decodes step by step.
    """

    memory: Tensor
    places: Tensor
    state: Any
    shared: Mapped | None = None

    def rows(self, chosen: Tensor) -> Encoded:
        """Return it for some of its rows.

        Args:
            chosen: their numbers, each as often as it is wanted.
        """
        shared = None if self.shared is None else self.shared.rows(chosen)
        of_states = self.of_states(chosen)
        return Encoded(self.memory[chosen], self.places[chosen], of_states.state, shared)

    def of_states(self, chosen: Tensor) -> Encoded:
        """Return it with the states of other rows that attend to the same.

        Args:
            chosen: the numbers of the rows.
        """
        if isinstance(self.state, Tensor):
            return self._replace(state=self.state[:, chosen])
        return self._replace(state=tuple(one[:, chosen] for one in self.state))


class SourceToTarget(nn.Module):
    """Scores for the next symbol of a translation, given the source and the symbols before.

    The inputs are integers (B, N, 2): the source, and the target beginning with `EDGE`; 0 stands
    beyond the end of each.

    Args:
        sources: how many symbols the sources have, with `SPECIAL`.
        targets: likewise, K.
        cell: of the encoder and, given attention, of the decoder.
        settings: of the model.

    Example:
        >>> network = SourceToTarget(9, 7, "gru", TranslatorSettings(hidden_size=8))
        >>> network(torch.ones(2, 5, 2, dtype=torch.int64))[0].shape
        torch.Size([2, 5, 7])

    Source:
        Sutskever, Vinyals & Le 2014, Sequence to Sequence Learning with Neural Networks; Bahdanau,
        Cho & Bengio 2014, Neural Machine Translation by Jointly Learning to Align and Translate.
    """

    not_compiled = "sentences are of different lengths."

    def __init__(
        self, sources: int, targets: int, cell: Cell | str, settings: TranslatorSettings
    ) -> None:
        super().__init__()
        H, layers = settings.hidden_size, settings.num_layers
        E = settings.embedding_size or H
        self.attends = settings.attention != "none"
        self.schedule = Schedule(settings.scheduled_sampling, 0)
        self.sources = nn.Embedding(sources, E, padding_idx=PADDING)
        self.targets = nn.Embedding(targets, E, padding_idx=PADDING)
        for embedding in (self.sources, self.targets):
            nn.init.normal_(embedding.weight[1:].data, std=0.1)
        self.dropout = Dropout(settings.dropout)
        options = {"batch_first": True, **settings.of_layers}
        options["dropout"] = settings.dropout if layers > 1 else 0.0
        self.encoder = Recurrent(
            cell, E, H, layers, bidirectional=settings.bidirectional, **options
        )
        directions = 2 if settings.bidirectional else 1
        self.memory = Linear(directions * H, H)
        self.start = Linear(directions * H, layers * H)
        reader = self.encoder.cell
        self.decoder = (
            Recurrent(attentive(reader, settings.attention), E, H, layers, **options)
            if self.attends
            else Recurrent(reader, E + H, H, layers, **options)
        )
        self.head = Linear(H, targets)
        if settings.tied:
            self.head.weight = self.targets.weight

    def expect(self, counts: Tensor) -> None:
        """Let the head begin with how often each symbol is said.

        A head that must learn this first drives all outputs to their limits, where their gradients
        vanish.

        Args:
            counts: of the symbols in what is learnt, (K,).
        """
        shares = (counts + 0.5) / (counts + 0.5).sum()  # one that is never said is still possible
        self.head.bias.data.copy_(shares.log())

    def forward(self, x: Tensor, state: Any = None) -> tuple[Tensor, None]:
        """Return the scores after every symbol of the targets, (B, T, K).

        Args:
            x: (B, N, 2).
            state: not looked at.
        """
        source, target = (_cut(x[..., column]) for column in (SOURCE, TARGET))
        encoded = self.encode(source)
        if self.training and (share := self.schedule.now()):
            target = self._sampled(target, encoded, share)
        scores, _ = self.decode(target, encoded)
        return scores, None

    def example(self, rows: int, steps: int) -> Tensor:
        """Return an input to try the network with: targets are a symbol shorter than sources."""
        x = torch.full((rows, steps, 2), EDGE)
        x[:, max(1, steps - 1) :, TARGET] = PADDING
        return x

    def encode(self, source: Tensor) -> Encoded:
        """Read the sources.

        Args:
            source: (B, S), 0 beyond the end of each.

        Returns:
            What the decoder goes by.
        """
        lengths = (source != PADDING).sum(1)
        output, state = self.encoder(self.dropout(self.sources(source)), lengths=lengths)
        directions = 2 if self.encoder.bidirectional else 1
        last = _first(state)[-directions:].transpose(0, 1).flatten(1)
        if self.attends:
            memory, places = self.memory(output), lengths
        else:
            memory, places = self.memory(last)[:, None], torch.ones_like(lengths)
        return Encoded(memory, places, self._begun(last))

    def prepared(self, source: Tensor) -> Encoded:
        """Read the sources, to decode step by step.

        Args:
            source: as for `encode`.

        Returns:
            What the decoder goes by, the maps of the memory done once for all steps.
        """
        return self._shared(self.encode(source))

    def decode(self, target: Tensor, encoded: Encoded) -> tuple[Tensor, Any]:
        """Return the scores after every symbol, and the state after the last.

        Args:
            target: (B, T), 0 beyond the end of each.
            encoded: the sources, and the state before the first of these symbols.

        Returns:
            (B, T, K), and the state.
        """
        inputs = self._inputs(target, encoded)
        output, state = self.decoder(*inputs)
        return self.head(self.dropout(output)), state

    def attention(self, target: Tensor, encoded: Encoded) -> Tensor:
        """Return how much the last layer looks at each symbol of the source, (B, T, S).

        Args:
            target: (B, T).
            encoded: the sources.
        """
        return self.trace(target, encoded)[f"attention_l{self.decoder.num_layers - 1}"]

    def trace(self, target: Tensor, encoded: Encoded) -> dict[str, Tensor]:
        """Return what every gate and state of the decoder is after each symbol, by name.

        Args:
            target: (B, T).
            encoded: the sources.

        Returns:
            (B, T, H) each; of what attention gives to the places of the source, (B, T, S).
        """
        values = self.decoder.trace(*self._inputs(target, encoded))
        return {name: v for name, v in values.items() if isinstance(v, Tensor)}

    def _sampled(self, target: Tensor, encoded: Encoded, share: float) -> Tensor:
        with torch.no_grad():
            given = self._shared(encoded)
        return sampled(
            target,
            share,
            encoded.state,
            lambda x, state: self.decode(x, given._replace(state=state)),
        )

    def _shared(self, encoded: Encoded) -> Encoded:
        if not self.attends:
            return encoded
        return encoded._replace(shared=self.decoder.mapped((encoded.memory, encoded.places)))

    def _inputs(self, target: Tensor, encoded: Encoded) -> tuple[Any, ...]:
        x = self.dropout(self.targets(target))
        lengths = (target != PADDING).sum(1)
        if self.attends:
            memory = encoded.shared or (encoded.memory, encoded.places)
            return x, encoded.state, lengths, memory
        whole = encoded.memory.expand(-1, x.size(1), -1)
        return torch.cat([x, whole], -1), encoded.state, lengths

    def _begun(self, last: Tensor) -> Any:
        # what is compared with the memory, and handed on where nothing is, is the cell's own first
        # state; that of an attending cell stands behind its output
        layers, H = self.decoder.num_layers, self.decoder.hidden_size
        first = torch.tanh(self.start(last)).view(-1, layers, H).transpose(0, 1).contiguous()
        states = [torch.zeros_like(first) for _ in self.decoder.cell.states]
        states[1 if self.attends else 0] = first
        return tuple(states) if len(states) > 1 else first


def _cut(symbols: Tensor) -> Tensor:
    """Cut off the columns where no row has a symbol."""
    return symbols[:, : max(1, int((symbols != PADDING).sum(1).max()))]


def _first(state: Any) -> Tensor:
    return state if isinstance(state, Tensor) else state[0]
