"""What goes on inside a translator: its encoder reads a sentence, its decoder writes another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import torch

from elman.tasks.network import asking
from elman.tasks.seen import Seen, likeliest
from elman.tasks.translation.copying import looked_at, with_copies
from elman.tasks.translation.cutting import as_seen
from elman.tasks.translation.looking import END, cut_sentence
from elman.tasks.translation.search import search
from elman.tasks.translation.special import EDGE, PADDING
from elman.tasks.translation.translating import most_symbols

if TYPE_CHECKING:
    from elman.tasks.translation.translator import Translator

__all__ = ["START", "see", "see_writing"]

START = "(start)"  # the edge of a sentence, which a decoder reads before it writes
UNKNOWN = "(unknown)"
OF_PLACES = ("score_", "attention_")  # values of the places of the source, not of units


def see(model: Translator, text: str | Path) -> Seen:
    """Let the encoder of a translator read a sentence, and keep what goes on inside.

    Args:
        model: trained.
        text: the sentence.

    Returns:
        What was read; where the decoder looks is another matter: `elman view attention`.

    Raises:
        DataError: there is nothing to translate, or a file is given.
        SettingError: the model is not trained.
    """
    symbols, network = cut_sentence(model, text), model.network
    with asking(network), torch.no_grad():
        numbers = model.encoding.source(symbols)
        values = network.encoder.trace(network.sources(numbers[None]))
    own = {name: value[0] for name, value in values.items()}
    return Seen([*map(as_seen, symbols), END], own, [[]] * len(numbers), note="Of the encoder.")


def see_writing(model: Translator, text: str | Path) -> Seen:
    """Let the decoder of a translator write a translation, and keep what goes on inside.

    Args:
        model: trained.
        text: the sentence to translate.

    Returns:
        What the decoder wrote, each symbol read before the next is written, and the likeliest next
        ones.

    Raises:
        DataError: there is nothing to translate, or a file is given.
        SettingError: the model is not trained.
    """
    symbols, network, encoding = cut_sentence(model, text), model.network, model.encoding
    with asking(network), torch.no_grad():
        source = encoding.source(symbols)
        best, *_ = search(network, source[None], longest=most_symbols([source]))[0]
        (places,) = looked_at(network, [source], [best])
        encoded, before = network.encode(source[None]), torch.tensor([[EDGE, *best.symbols]])
        values = network.trace(before, encoded)
        scores, _ = network.decode(before, encoded)
    own = {name: v[0] for name, v in values.items() if not name.startswith(OF_PLACES)}
    written = with_copies(encoding.target_symbols(best.symbols), places, symbols)
    said = scores[0, :, PADDING + 1 :].softmax(-1)  # the search never says what is no symbol
    guesses = likeliest(said, [UNKNOWN, END, *map(as_seen, encoding.targets)])
    note = f"Of the decoder, while it writes: {model.cut.join(written)}"
    return Seen([START, *map(as_seen, written)], own, guesses, note=note)
