"""The network that gives every word a tag: words and their characters, both directions, a CRF.

Shapes: B sentences, T words, C characters a word, K tags.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from elman.cells import Cell
from elman.nn import CRF, Dropout, Recurrent
from elman.tasks.tagging.characters import CHARACTERS
from elman.tasks.tagging.settings import TaggerSettings

__all__ = ["BEYOND", "SentenceLoss", "WordTags"]

BEYOND = -100  # the tag beyond the end of a sentence
WORD, SHAPE, CHARACTERS_FROM = 0, 1, 2  # columns of the inputs
UNKNOWN = 1  # the number of a word that is not known; 0 stands beyond the end of a sentence


class WordTags(nn.Module):
    """Scores for the tags of every word of a sentence.

    The inputs are integers (B, T, 2 + C): the number of the word, that of its shape, and those of
    its characters; 0 stands beyond the end of a sentence or of a word.

    Args:
        words: how many there are.
        shapes: likewise.
        characters: likewise.
        tags: K.
        cell: of the recurrent layers.
        settings: of the model.
        allowed: which tags may begin a sentence, follow one another, and end it, as for
            `elman.nn.CRF`; all if not given.

    Example:
        >>> network = WordTags(9, 4, 30, 3, "gru", TaggerSettings(hidden_size=8))
        >>> network(torch.ones(2, 5, 6, dtype=torch.int64))[0].shape
        torch.Size([2, 5, 3])
    """

    not_compiled = "sentences are of different lengths, and words are spelt."

    def __init__(
        self,
        words: int,
        shapes: int,
        characters: int,
        tags: int,
        cell: str | Cell,
        settings: TaggerSettings,
        allowed: Any = None,
    ) -> None:
        super().__init__()
        self.unknown, self.characters = settings.unknown, characters
        self.words = nn.Embedding(words, settings.embedding_size, padding_idx=0)
        nn.init.normal_(self.words.weight[1:].data, std=0.1)
        size = settings.embedding_size
        self.shapes = nn.Embedding(shapes, 10, padding_idx=0) if settings.shapes else None
        size += 10 if settings.shapes else 0
        self.spelling: nn.Module | None = None
        if settings.characters != "none":
            spelling = CHARACTERS[settings.characters](
                characters, settings.character_size, settings.character_hidden, cell,
                settings.dropout,
            )  # fmt: skip
            self.spelling, size = spelling, size + spelling.size
        self.dropout = Dropout(settings.dropout)
        self.recurrent = Recurrent(
            cell, size, settings.hidden_size, settings.num_layers, batch_first=True,
            bidirectional=True, dropout=settings.dropout if settings.num_layers > 1 else 0.0,
            **settings.of_layers,
        )  # fmt: skip
        self.head = nn.Linear(2 * settings.hidden_size, tags)
        self.crf = CRF(tags, allowed=allowed) if settings.crf else None

    def forward(self, x: Tensor, state: Any = None) -> tuple[Tensor, None]:
        """Return the scores of every word, (B, T, K).

        Args:
            x: (B, T, 2 + C).
            state: not looked at.
        """
        lengths = (x[..., WORD] > 0).sum(1)
        h, _ = self.recurrent(self.seen(x), lengths=lengths)
        return self.head(self.dropout(h)), None

    def seen(self, x: Tensor) -> Tensor:
        """Return what the recurrent layers read of every word, (B, T, I).

        Args:
            x: (B, T, 2 + C).
        """
        features = [self.words(self._forgotten(x[..., WORD]))]
        if self.shapes is not None:
            features.append(self.shapes(x[..., SHAPE]))
        if self.spelling is not None:
            features.append(self._spelt(x[..., CHARACTERS_FROM:]))
        together: Tensor = self.dropout(torch.cat(features, -1))
        return together

    def decode(self, x: Tensor, lengths: Tensor) -> Tensor:
        """Return the best tags, (B, T); -1 beyond the end of a sentence with a CRF.

        Args:
            x: (B, T, 2 + C).
            lengths: words of each, (B,).
        """
        scores = self(x)[0]
        return scores.argmax(-1) if self.crf is None else self.crf.decode(scores, lengths)[0]

    def example(self, rows: int, steps: int) -> Tensor:
        """Return an input to try the network with, whose words have a character more than it."""
        x = torch.ones(rows, steps, CHARACTERS_FROM + steps + 1, dtype=torch.int64)
        if self.spelling is not None:
            # words that all differ where there are characters enough, for each is spelt once
            count = x[..., CHARACTERS_FROM:].numel()
            spelt = torch.arange(count).view(rows, steps, -1)
            x[..., CHARACTERS_FROM:] = 1 + spelt % max(1, self.characters - 1)
        return x

    def use_vectors(self, words: Sequence[str], vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Begin with vectors that were learnt elsewhere, as wide as the embedding.

        Args:
            words: those known, in the order of their numbers, which start at 2.
            vectors: (E,) by word.
        """
        with torch.no_grad():
            for number, word in enumerate(words, start=2):
                if word in vectors:
                    self.words.weight[number] = torch.from_numpy(vectors[word])

    def _forgotten(self, words: Tensor) -> Tensor:
        # some words are taken for unknown ones, so that the network learns what to do about these
        if not (self.training and self.unknown):
            return words
        lost = torch.rand(words.shape) < self.unknown
        return words.masked_fill(lost & (words > 0), UNKNOWN)

    def _spelt(self, characters: Tensor) -> Tensor:
        assert self.spelling is not None
        B, T, C = characters.shape
        rows = characters.reshape(B * T, C)
        every, places = torch.unique(rows, dim=0, return_inverse=True)
        longest = max(1, int((every > 0).sum(1).max()))
        vectors: Tensor = self.spelling(every[:, :longest])
        return vectors[places].view(B, T, -1)


class SentenceLoss(nn.Module):
    """The mean loss of a word: by a CRF over whole sentences, or word by word.

    Args:
        crf: of the network; None for word by word.

    Example:
        >>> loss = SentenceLoss(None)
        >>> loss(torch.zeros(1, 2, 3), torch.tensor([[0, BEYOND]]))
        tensor(1.0986)
    """

    def __init__(self, crf: CRF | None) -> None:
        super().__init__()
        self.crf = crf

    def forward(self, scores: Tensor, tags: Tensor) -> Tensor:
        """Return the loss of scores (B, T, K) and tags (B, T)."""
        if self.crf is None:
            return nn.functional.cross_entropy(
                scores.flatten(0, 1), tags.flatten(), ignore_index=BEYOND
            )
        lengths = (tags != BEYOND).sum(1)
        loss: Tensor = self.crf(scores, tags.clamp(min=0), lengths, reduction="sum")
        return loss / lengths.sum()
