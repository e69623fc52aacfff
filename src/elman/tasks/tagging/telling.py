"""Sentences with their tags, as lines: for people, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elman.data.reading import read_text

if TYPE_CHECKING:
    from elman.tasks.tagging.tagger import Tagger

__all__ = ["answers", "as_json", "marked", "with_tags"]

AT_ONCE = 512  # lines of a file


def answers(
    model: Tagger, given: str | None, lines: Iterable[str], *, structured: bool = False
) -> Iterator[str]:
    """Tag sentences, a line each.

    Args:
        model: trained.
        given: a sentence, or the name of a file with one a line; nothing: every line that is read.
        lines: what is read then.
        structured: answer in JSON.

    Yields:
        The answer to each; to an empty line an empty one.

    Raises:
        DataError: there is no word in the sentence, or the file cannot be read.
    """
    show = as_json if structured else marked if model.finds_spans else with_tags
    if given is not None and not _is_file(given):
        yield show(model.predict(given))
        return
    # what is read is answered at once, for those who wait for it; a file together, as is faster
    at_once = 1 if given is None else AT_ONCE
    rows = iter(lines if given is None else read_text(given).rstrip("\n").split("\n"))
    while group := [line.rstrip("\r\n") for line in islice(rows, at_once)]:
        yield from map(show, model.predict_many(group))


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


def _is_file(given: str) -> bool:
    return len(given) < 1000 and "\n" not in given and "\0" not in given and Path(given).is_file()
