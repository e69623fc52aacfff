"""What a network says of sentences, those about as long as each other together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import nn

from elman.data.by_length import padded
from elman.data.conll import TaggedText
from elman.data.spans import read_spans
from elman.tasks.network import asking
from elman.tasks.tagging.encoding import TagEncoding
from elman.tasks.tagging.network import BEYOND, WordTags
from elman.tasks.tagging.words import Place

__all__ = ["answer", "decoded", "mean_loss"]

AT_ONCE = 64  # sentences


def decoded(
    network: WordTags, encoding: TagEncoding, sentences: Sequence[Sequence[str]]
) -> list[list[str]]:
    """Return the likeliest tags of sentences.

    Args:
        network: in any mode.
        encoding: of its words and tags.
        sentences: of words; one without a word has no tags.

    Returns:
        A tag for every word, spelt as they were learnt.

    Example:
        >>> from elman.tasks.tagging.settings import TaggerSettings
        >>> encoding = TagEncoding(("ago", "long"), ("a", "g", "l", "n", "o"), ("ADV",))
        >>> network = WordTags(4, 8, 7, 1, "gru", TaggerSettings(hidden_size=4))
        >>> decoded(network, encoding, [["long", "ago"], []])
        [['ADV', 'ADV'], []]
    """
    told: list[list[str]] = [[] for _ in sentences]
    with asking(network), torch.no_grad():
        for own in _alike([len(words) for words in sentences]):
            rows = padded([encoding.sentence(sentences[n]) for n in own], 0)
            lengths = torch.tensor([len(sentences[n]) for n in own])
            for n, row in zip(own, network.decode(rows, lengths).tolist(), strict=True):
                told[n] = [encoding.tags[tag] for tag in row[: len(sentences[n])]]
    return told


def mean_loss(network: WordTags, encoding: TagEncoding, text: TaggedText, loss: nn.Module) -> float:
    """Return what sentences cost.

    Args:
        network: in any mode.
        encoding: of its words and tags.
        text: with tags that are known.
        loss: of scores (B, T, K) and targets (B, T).

    Returns:
        The mean over all words, in nats.
    """
    total, count = 0.0, 0
    with asking(network), torch.no_grad():
        for own in _alike([len(words) for words in text.tokens]):
            rows = padded([encoding.sentence(text.tokens[n]) for n in own], 0)
            targets = padded([encoding.row(text.tags[n]) for n in own], BEYOND)
            words = int((targets != BEYOND).sum())
            total += words * float(loss(network(rows)[0], targets))
            count += words
    return total / max(1, count)


def answer(text: str, places: Sequence[Place], tags: list[str], *, spans: bool) -> dict[str, Any]:
    """Return what is told of a sentence.

    Args:
        text: the sentence.
        places: its words, with where they are.
        tags: of them.
        spans: whether tags are of spans, such as entities.

    Returns:
        What `elman.tasks.Tagger.predict` returns.

    Example:
        >>> told = answer("Aesop ran", [("Aesop", 0, 5), ("ran", 6, 9)], ["B-P", "O"], spans=True)
        >>> told["entities"]
        [{'text': 'Aesop', 'type': 'P', 'start': 0, 'end': 5}]
    """
    found = read_spans(tags) if spans else []
    ends = [(places[span.start][1], places[span.end - 1][2], span.type) for span in found]
    return {
        "text": text,
        "words": [word for word, _, _ in places],
        "tags": tags,
        "places": [[start, end] for _, start, end in places],
        "entities": [
            {"text": text[start:end], "type": type, "start": start, "end": end}
            for start, end, type in ends
        ],
    }


def _alike(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the numbers of those that are not empty, some at once, the shortest first."""
    order = sorted((n for n, length in enumerate(lengths) if length), key=lengths.__getitem__)
    for first in range(0, len(order), AT_ONCE):
        yield order[first : first + AT_ONCE]
