"""A translator in words: what it is about to learn, and what it has become."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from elman.tasks.regularisation import in_words
from elman.tasks.translation.encoding import PairEncoding
from elman.tasks.translation.settings import TranslatorSettings

__all__ = ["introduction"]


def introduction(
    settings: TranslatorSettings, cell: str, facts: Mapping[str, Any], encoding: PairEncoding | None
) -> list[str]:
    """Return which pairs are learnt, and by what.

    Args:
        settings: of the model.
        cell: the name of its cell.
        facts: of the data, by name; may be empty.
        encoding: of the symbols, if it is known.

    Returns:
        Lines of text.

    Example:
        >>> introduction(TranslatorSettings(dropout=0), "gru", {}, None)
        ['1 x 256 gru in both directions, 1 x 256 gru with additive attention, tied weights']
    """
    lines = []
    unit = settings.unit
    if encoding is not None and facts:
        lines.append(
            f"{facts['pairs']:,} pairs, {len(encoding.sources):,} {unit}s to "
            f"{len(encoding.targets):,}"
        )
        if facts.get("too_long"):
            lines.append(
                f"pairs left out with a side of more than {settings.longest} {unit}s: "
                f"{facts['too_long']:,}, the longest {facts['longest_side']:,}"
            )
        if facts.get("untranslated"):
            lines.append(
                f"pairs whose sides are the same: {facts['untranslated']:,}, first in line "
                f"{facts['first_untranslated']:,}"
            )
    layers = f"{settings.num_layers} x {settings.hidden_size} {cell}"
    with_what = (
        f"with {settings.attention} attention"
        if settings.attention != "none"
        else "without attention"
    )
    both = " in both directions" if settings.bidirectional else ""
    parts = [layers + both, f"{layers} {with_what}"]
    parts += [f"dropout {settings.dropout:g}"] if settings.dropout else []
    parts += ["tied weights"] if settings.tied else []
    return [*lines, ", ".join([*parts, *in_words(settings)])]
