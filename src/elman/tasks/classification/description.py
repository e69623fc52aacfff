"""A classifier in words: what it is about to learn, and what it has become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from elman.tasks.classification.encoding import Encoding
from elman.tasks.classification.settings import ClassifierSettings
from elman.tasks.regularisation import in_words

__all__ = ["introduction"]

NAMED = 8


def introduction(
    settings: ClassifierSettings,
    cell: str,
    facts: Mapping[str, Any],
    encoding: Encoding | None,
) -> list[str]:
    """Return which sequences are learnt, and by what.

    Args:
        settings: of the model.
        cell: the name of its cell.
        facts: of the data, by name; may be empty.
        encoding: of the sequences, if it is known.

    Returns:
        Lines of text.

    Example:
        >>> introduction(ClassifierSettings(bidirectional=True), "gru", {}, None)
        ['1 x 128 gru in both directions, pooling last']
    """
    lines = []
    if encoding is not None and facts:
        kind = f"{encoding.features} number{'s' if encoding.features > 1 else ''} a step"
        if encoding.vocabulary is not None:
            kind = f"{len(encoding.vocabulary):,} different {settings.unit}s"
        if facts.get("kind"):
            lines.append(str(facts["kind"]))
        lines.append(
            f"{facts['examples']:,} examples, {_labels(encoding.labels)}, {kind}, up to "
            f"{facts['longest']:,} steps"
        )
    both = " in both directions" if settings.bidirectional else ""
    dropout = f", dropout {settings.dropout:g}" if settings.dropout else ""
    lines.append(
        f"{settings.num_layers} x {settings.hidden_size} {cell}{both}, pooling "
        f"{settings.pooling}{dropout}" + "".join(f", {what}" for what in in_words(settings))
    )
    return lines


def _labels(labels: Sequence[str]) -> str:
    more = ", ..." if len(labels) > NAMED else ""
    return f"{len(labels)} labels ({', '.join(labels[:NAMED])}{more})"
