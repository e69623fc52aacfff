"""What goes on inside a classifier while it reads a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import torch

from elman.data.labelled.examples import Examples
from elman.data.reading import read_text
from elman.errors import DataError
from elman.tasks.network import asking
from elman.tasks.seen import Seen, likeliest
from elman.view.coloured import MOST

if TYPE_CHECKING:
    from elman.tasks.classification.classifier import Classifier

__all__ = ["see"]


def see(model: Classifier, text: str | Path) -> Seen:
    """Let a classifier read a text, and keep what goes on inside.

    Args:
        model: trained on texts.
        text: itself, or the `Path` of a file.

    Returns:
        What was read, and after every symbol the labels, were the text to end there.

    Raises:
        DataError: the text cannot be used, or the model takes no texts.
        SettingError: the model is not trained.
    """
    encoding, network = model.encoding, model.network
    if encoding.vocabulary is None:
        raise DataError(
            "the model takes numbers, sounds or pictures; gates are shown of a classifier of texts."
        )
    given = read_text(text) if isinstance(text, Path) else text
    (ids,) = encoding.sequences(Examples("the input", [given], None, None, ["sequence 1"]))
    symbols = encoding.split(given)[: len(ids)]
    beginnings = [ids[: end + 1] for end in range(min(len(ids), MOST))]
    with asking(network), torch.no_grad():
        values = network.recurrent.trace(network.input(ids[None]))
    guesses = likeliest(model.probabilities_of(beginnings), encoding.labels)
    return Seen(
        symbols,
        {name: value[0] for name, value in values.items()},
        guesses,
        "the labels, if it ended here",
    )
