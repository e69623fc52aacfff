"""A language model in words: what it is about to learn, and what it has become."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from elman.tasks.layers import layers_of, letter_text
from elman.tasks.model_settings import ModelSettings
from elman.tasks.network import NextSymbol
from elman.tasks.regularisation import in_words
from elman.view.table import table

__all__ = ["introduction", "overview"]

UNTOLD = {"text_sha256", "weights_sha256", "beginning", "checkpoint_seconds", "display_every"}


def introduction(settings: ModelSettings, cell: str, symbols: int, distinct: int) -> list[str]:
    """Return which text is learnt, and by what.

    Args:
        settings: of the model.
        cell: the name of its cell.
        symbols: how many the text has.
        distinct: how many different ones.

    Returns:
        Lines of text.

    Example:
        >>> for line in introduction(ModelSettings(window=8), "gru", 204, 112):
        ...     print(line)
        204 words, 112 distinct, seen in windows of 8
        1 x 128 gru, input embedding
    """
    if settings.window is not None:
        sight = f"seen in windows of {settings.window}"
    else:
        sight = f"read on and on, gradient through {settings.tbptt}"
    locked = "locked " * settings.locked
    dropout = f", {locked}dropout {settings.dropout:g}" if settings.dropout else ""
    tied = ", tied weights" if settings.tied else ""
    beside = "".join(f", {what}" for what in in_words(settings))
    return [
        f"{symbols:,} {settings.unit}s, {distinct:,} distinct, {sight}",
        f"{settings.num_layers} x {settings.hidden_size} {cell}, input {settings.input}"
        f"{dropout}{tied}{beside}",
    ]


def overview(
    network: NextSymbol,
    opening: list[str],
    training: Mapping[str, Any],
    results: Mapping[str, Any],
) -> str:
    """Return the whole story of a model.

    Args:
        network: of the model.
        opening: the lines of `introduction`.
        training: settings and facts by name.
        results: what came out, by name.

    Returns:
        Lines of text.

    Example:
        >>> text = overview(NextSymbol(10, "gru", 8), ["a model"], {"epochs": 3}, {})
        >>> text.splitlines()[-2:]
        ['How it was trained:', '  epochs  3']
    """
    parts = ["\n".join(opening), letter_text(layers_of(network))]
    for title, values in (("How it was trained:", training), ("What came out:", results)):
        if rows := told(values):
            parts.append(f"{title}\n" + table([[f"  {name}", value] for name, value in rows]))
    return "\n\n".join(parts)


def told(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return names and values as a reader wants them, without what only a program needs.

    Example:
        >>> told({"learning_rate": 0.005, "momentum": None, "text_sha256": "030d"})
        [('learning rate', '0.005')]
    """
    return [
        (name.replace("_", " "), f"{value:.6g}" if isinstance(value, float) else str(value))
        for name, value in values.items()
        if value is not None and name not in UNTOLD
    ]
