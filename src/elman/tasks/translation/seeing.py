"""What goes on inside the encoder of a translator while it reads a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import torch

from elman.errors import DataError
from elman.tasks.network import asking
from elman.tasks.seen import Seen
from elman.tasks.translation.cutting import as_seen
from elman.tasks.translation.looking import END

if TYPE_CHECKING:
    from elman.tasks.translation.translator import Translator

__all__ = ["see"]


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
    if isinstance(text, Path):
        raise DataError(f'"{text}" is a file; expected a sentence. Give one in quotes.')
    network = model.network
    model.refuse_nothing(text)
    symbols = model.cut.split(text)
    with asking(network), torch.no_grad():
        numbers = model.encoding.source(symbols)
        values = network.encoder.trace(network.sources(numbers[None]))
    own = {name: value[0] for name, value in values.items()}
    return Seen([*map(as_seen, symbols), END], own, [[]] * len(numbers), note="Of the encoder.")
