"""What goes on inside a tagger while it reads a sentence, from both ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import torch

from elman.data.conll import has_columns, read_conll
from elman.data.reading import read_text
from elman.errors import DataError
from elman.tasks.network import asking
from elman.tasks.seen import Seen, likeliest
from elman.tasks.tagging.words import words_of

if TYPE_CHECKING:
    from elman.tasks.tagging.tagger import Tagger

__all__ = ["see"]


def see(model: Tagger, text: str | Path) -> Seen:
    """Let a tagger read a sentence, and keep what goes on inside.

    Args:
        model: trained.
        text: the sentence, or the `Path` of a file; of one in columns the first sentence.

    Returns:
        What was read, and of every word the probabilities of its tags.

    Raises:
        DataError: there is no word, or the file cannot be read.
        SettingError: the model is not trained.
    """
    encoding, network = model.encoding, model.network
    words = _words(model, text)
    if not words:
        raise DataError("there is no word to tag. Give a sentence.")
    rows = encoding.sentence(words)[None]
    with asking(network), torch.no_grad():
        values = network.recurrent.trace(network.seen(rows))
        scores, _ = network(rows)
        shares = scores.softmax(-1)
        if network.crf is not None:
            shares = network.crf.marginals(scores, [len(words)])
    own = {name: value[0] for name, value in values.items()}
    return Seen(words, own, likeliest(shares[0], encoding.tags), "the likeliest tags")


def _words(model: Tagger, text: str | Path) -> list[str]:
    if isinstance(text, Path) and has_columns(text):
        column = model.settings.token_column
        return list(read_conll(text, token_column=column, tagged=False).tokens[0])
    given = read_text(text) if isinstance(text, Path) else text
    return [word for word, _, _ in words_of(given)]
