"""Translations, as lines: for people, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from elman.data.reading import read_text
from elman.errors import DataError, SettingError
from elman.tasks.naming import names_a_file
from elman.tasks.translation.cutting import as_seen

if TYPE_CHECKING:
    from elman.tasks.translation.translating import Translation
    from elman.tasks.translation.translator import Translator

__all__ = ["answers", "as_json"]

AT_ONCE = 512  # lines of a file


def answers(
    model: Translator,
    given: str | None,
    lines: Iterable[str],
    *,
    structured: bool = False,
    n_best: int | None = None,
    **search: Any,
) -> Iterator[str]:
    """Translate sentences, a line each.

    Args:
        model: trained.
        given: a sentence, or the name of a text file with one a line; nothing or ``"-"``: every
            line that is read.
        lines: what is read then.
        structured: answer in JSON.
        n_best: so many translations of each, the best first; if not given, one, and in JSON all
            that the beam holds.
        **search: as for `Translator.predict_many`.

    Yields:
        The answer to each; to an empty line an empty one.

    Raises:
        DataError: there is nothing to translate, or the file cannot be read.
        SettingError: the beam holds fewer translations.
    """
    beam = search.get("beam", 1)
    if n_best is not None and n_best > beam:
        raise SettingError(
            f"n_best is {n_best}, but the beam holds {beam}. Give a beam of {n_best} or more."
        )
    for texts in _groups(model, given, lines):
        found = model.predict_many(texts, **search)
        for text, every in zip(texts, found, strict=True):
            if structured:
                unknown = model.encoding.unknown(model.cut.split(text))
                yield as_json(text, every[:n_best], unknown)
            else:
                yield from (one.text for one in every[: n_best or 1])


def _groups(model: Translator, given: str | None, lines: Iterable[str]) -> Iterator[Sequence[str]]:
    """Yield sentences that are translated together."""
    if given is None or given == "-":
        # answered at once, for those who wait for it
        yield from ([line.rstrip("\r\n")] for line in lines)
    elif names_a_file(given):
        rows = read_text(given).rstrip("\n").split("\n")
        _refuse_pairs(given, rows)
        for first in range(0, len(rows), AT_ONCE):
            yield rows[first : first + AT_ONCE]
    else:
        model.refuse_nothing(given)
        yield [given]


def _refuse_pairs(name: str, rows: Sequence[str]) -> None:
    """Refuse what would be translated together with its translation."""
    for line, row in enumerate(rows, 1):
        if "\t" in row:
            raise DataError(
                f'"{name}", line {line:,}: there is a tab, as between a sentence and its '
                "translation; expected a sentence a line. Leave the other side out, or say how "
                "well the model translates them: elman evaluate."
            )


def as_json(text: str, translations: Sequence[Translation], unknown: Sequence[str] = ()) -> str:
    """Return an answer as one line of JSON.

    Args:
        text: the sentence.
        translations: the best first.
        unknown: symbols of the sentence that the model does not know.

    Returns:
        An object with ``text``, ``translations``, each with ``text`` and ``score``, and
        ``unknown`` where there are any.

    Example:
        >>> from elman.tasks.translation.translating import Translation
        >>> as_json("Go.", [Translation("Va !", -0.5)])
        '{"text": "Go.", "translations": [{"text": "Va !", "score": -0.5}]}'
    """
    every = [one._asdict() for one in translations]
    found = {"unknown": [*map(as_seen, unknown)]} if unknown else {}
    return json.dumps({"text": text, "translations": every, **found}, ensure_ascii=False)
