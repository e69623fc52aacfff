"""A tagger in words: what it is about to learn, and what it has become."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from elman.tasks.regularisation import in_words
from elman.tasks.tagging.encoding import TagEncoding
from elman.tasks.tagging.settings import TaggerSettings

__all__ = ["introduction"]

NAMED = 12


def introduction(
    settings: TaggerSettings, cell: str, facts: Mapping[str, Any], encoding: TagEncoding | None
) -> list[str]:
    """Return which sentences are learnt, and by what.

    Args:
        settings: of the model.
        cell: the name of its cell.
        facts: of the data, by name; may be empty.
        encoding: of the words, if it is known.

    Returns:
        Lines of text.

    Example:
        >>> introduction(TaggerSettings(), "lstm", {}, None)
        ['1 x 200 lstm in both directions, characters by lstm, a CRF, dropout 0.5']
    """
    lines = []
    if encoding is not None and facts:
        spans = settings.scheme not in ("none", "auto")
        tags = sorted({tag[2:] for tag in encoding.tags} - {""}) if spans else encoding.tags
        what = f"types of spans in {settings.scheme}" if spans else "tags"
        more = ", ..." if len(tags) > NAMED else ""
        lines.append(
            f"{facts['sentences']:,} sentences, {facts['words']:,} words, "
            f"{len(encoding.words):,} known, {len(tags)} {what} ({', '.join(tags[:NAMED])}{more})"
        )
        if strange := facts.get("never_learnt"):
            lines.append(
                "validation sentences with tags that are never learnt do not count: "
                + ", ".join(strange)
            )
        if facts.get("words_with_vectors"):
            lines.append(
                f"known words that begin with a vector of the file: {facts['words_with_vectors']:,}"
            )
    parts = [f"{settings.num_layers} x {settings.hidden_size} {cell} in both directions"]
    parts += [f"characters by {settings.characters}"] if settings.characters != "none" else []
    parts += ["a CRF"] if settings.crf else []
    parts += [f"dropout {settings.dropout:g}"] if settings.dropout else []
    return [*lines, ", ".join([*parts, *in_words(settings)])]
