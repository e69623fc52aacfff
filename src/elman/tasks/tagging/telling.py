"""Sentences with their tags, as lines: for people, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from elman.data.conll import SUFFIXES, has_columns, read_conll
from elman.data.reading import read_text
from elman.errors import DataError
from elman.tasks.naming import names_a_file
from elman.tasks.tagging.words import words_of

if TYPE_CHECKING:
    from elman.tasks.tagging.tagger import Tagger

__all__ = ["answers", "as_json", "marked", "with_tags"]

AT_ONCE = 512  # lines of a file


def answers(
    model: Tagger,
    given: str | None,
    lines: Iterable[str],
    *,
    structured: bool = False,
    token_column: int | None = None,
) -> Iterator[str]:
    """Tag sentences, a line each.

    Args:
        model: trained.
        given: a sentence, or the name of a file with one a line or with words in columns, whose
            tags are not looked at; nothing or ``"-"``: every line that is read.
        lines: what is read then.
        structured: answer in JSON.
        token_column: the column of the words, counted from 1, of what has columns.

    Yields:
        The answer to each; to an empty line an empty one.

    Raises:
        DataError: there is no word in the sentence, or the file cannot be read.
    """
    show = as_json if structured else marked if model.finds_spans else with_tags
    for together in _groups(model, "-" if given is None else given, lines, token_column):
        yield from map(show, model.predict_many(together))


def _groups(
    model: Tagger, given: str, lines: Iterable[str], token_column: int | None
) -> Iterator[Sequence[str | Sequence[str]]]:
    """Yield sentences that are tagged together."""
    rows: Sequence[str | Sequence[str]]
    if token_column is None and given == "-":
        # answered at once, for those who wait for it
        yield from ([line.rstrip("\r\n")] for line in lines)
        return
    if token_column is None and not names_a_file(given, (".txt", *SUFFIXES)):
        if not words_of(given):
            raise DataError("there is no word to tag. Give a sentence.")
        rows = [given]
    elif token_column is not None or has_columns(given):
        column = token_column or model.settings.token_column
        rows = read_conll(given, token_column=column, tagged=False).tokens
    else:
        rows = read_text(given).rstrip("\n").split("\n")
    for first in range(0, len(rows), AT_ONCE):
        yield rows[first : first + AT_ONCE]


def marked(answer: Mapping[str, Any]) -> str:
    """Return a sentence with its entities marked.

    Args:
        answer: of a `Tagger`.

    Returns:
        A line.

    Example:
        >>> aesop = {"text": "Aesop", "type": "person", "start": 0, "end": 5}
        >>> marked({"text": "Aesop wrote", "entities": [aesop]})
        '["Aesop"/person] wrote'
    """
    text, shown, last = answer["text"], "", 0
    for entity in answer["entities"]:
        shown += f'{text[last : entity["start"]]}["{entity["text"]}"/{entity["type"]}]'
        last = entity["end"]
    return str(shown + text[last:])


def with_tags(answer: Mapping[str, Any]) -> str:
    """Return every word with its tag.

    Args:
        answer: of a `Tagger`.

    Returns:
        A line.

    Example:
        >>> with_tags({"words": ["Aesop", "wrote"], "tags": ["PROPN", "VERB"]})
        'Aesop/PROPN wrote/VERB'
    """
    pairs = zip(answer["words"], answer["tags"], strict=True)
    return " ".join(f"{word}/{tag}" for word, tag in pairs)


def as_json(answer: Mapping[str, Any]) -> str:
    """Return an answer as one line of JSON.

    Args:
        answer: of a `Tagger`.

    Returns:
        An object with ``text``, ``words``, ``tags``, ``places`` and ``entities``.

    Example:
        >>> as_json({"text": "Ä", "words": ["Ä"]})
        '{"text": "Ä", "words": ["Ä"]}'
    """
    return json.dumps(answer, ensure_ascii=False)
