"""Tagged sentences before they are learnt: parted, and with tags in the scheme of the network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable

from elman.data.conll import TaggedText
from elman.data.spans import convert_tags
from elman.data.tag_schemes import TAG, split_tag
from elman.errors import DataError, SettingError

__all__ = ["INTERNAL", "converted", "digest", "every_tag", "parted", "refuse_holes", "without"]

INTERNAL = "IOBES"  # the scheme in which spans are learnt


def refuse_holes(text: TaggedText) -> None:
    """Refuse text without a sentence, a sentence without a word, and words without a tag.

    Args:
        text: as somebody made it.

    Raises:
        DataError: it is none to learn or judge by.

    Example:
        >>> refuse_holes(TaggedText("it", [["long", "ago"]], [["ADV", "ADV"]], [[1, 2]]))
    """
    if not len(text):
        raise DataError(f"{text.name} has no sentence; expected at least one. Give other data.")
    rows = zip(text.tokens, text.tags, text.lines, strict=True)
    for number, (tokens, tags, lines) in enumerate(rows, start=1):
        if not tokens or not len(tokens) == len(tags) == len(lines):
            raise DataError(
                f"{text.name}, sentence {number:,}: {len(tokens)} words, {len(tags)} tags and "
                f"{len(lines)} numbers of lines; expected as many of each, and at least one."
            )


def parted(text: TaggedText, share: float) -> tuple[TaggedText, TaggedText | None]:
    """Hold out a share of the sentences, at the end.

    Args:
        text: all of them.
        share: from 0 to below 1.

    Returns:
        Those before, and those held out; None if they are none.

    Raises:
        SettingError: the share is out of its range.
        DataError: nothing is left to learn.

    Example:
        >>> first, last = parted(TaggedText("it", [["a"]] * 4, [["x"]] * 4, [[1]] * 4), 0.25)
        >>> len(first), len(last)
        (3, 1)
    """
    if not 0 <= share < 1:
        raise SettingError(
            f"validation is {share}; expected a share from 0 to below 1, or other data."
        )
    held = round(share * len(text))
    if not held:
        return text, None
    if held == len(text):
        raise DataError(
            f"{text.name} has {held:,} sentences, and a validation of {share} takes all of them. "
            "Give more sentences or a smaller share."
        )
    return _part(text, range(len(text) - held)), _part(text, range(len(text) - held, len(text)))


def converted(text: TaggedText, scheme: str | None) -> TaggedText:
    """Write the tags of spans in another scheme.

    Args:
        text: with tags in any scheme.
        scheme: to write in; None leaves them as they are.

    Returns:
        The same sentences.

    Raises:
        DataError: a tag is none of a span; the message has its line.

    Example:
        >>> converted(TaggedText("it", [["Aesop"]], [["I-person"]], [[1]]), "IOBES").tags
        [['S-person']]
    """
    if scheme is None:
        return text
    for tags, lines in zip(text.tags, text.lines, strict=True):
        for tag, line in zip(tags, lines, strict=True):
            if not TAG.fullmatch(tag):
                raise DataError(
                    f'{text.name}, line {line:,}: "{tag}" is no tag of a span; expected O, or B, '
                    "I, E or S with a hyphen and a type, such as B-person. Correct it, or "
                    "give the number of another column."
                )
    written = [convert_tags(row, scheme) for row in text.tags]
    return TaggedText(text.name, text.tokens, written, text.lines)


def every_tag(text: TaggedText, spans: bool) -> list[str]:
    """Return all tags that a network may tell.

    Args:
        text: with tags in the scheme of the network.
        spans: they are of spans: those with all letters, of every type there is, and O.

    Returns:
        In their order.

    Raises:
        DataError: there is but one, so that nothing can be learnt.

    Example:
        >>> every_tag(TaggedText("it", [["Aesop"]], [["S-person"]], [[1]]), spans=True)
        ['B-person', 'E-person', 'I-person', 'O', 'S-person']
    """
    found = {tag for row in text.tags for tag in row}
    if spans:
        endings = {tag[1:] for tag in found if split_tag(tag)[0] != "O"}
        found = {letter + ending for letter in "BIES" for ending in endings} | {"O"}
    if len(found) == 1:
        raise DataError(
            f"{text.name}: the only tag is {next(iter(found))}, so there is nothing to learn. Give "
            "the number of another column for the tags, or other data."
        )
    return sorted(found)


def without(text: TaggedText, known: Collection[str]) -> tuple[TaggedText, list[str]]:
    """Leave out sentences that have a tag which is not known.

    Args:
        text: with tags in the scheme of the network.
        known: tags.

    Returns:
        The others, and what is unknown: each tag once, with its first line.

    Raises:
        DataError: no sentence is left.

    Example:
        >>> text = TaggedText("it", [["a"], ["b"]], [["x"], ["y"]], [[1], [3]])
        >>> rest, strange = without(text, {"x"})
        >>> len(rest), strange
        (1, ['y (line 3)'])
    """
    first: dict[str, int] = {}
    fitting = []
    for number, (tags, lines) in enumerate(zip(text.tags, text.lines, strict=True)):
        strange = [pair for pair in zip(tags, lines, strict=True) if pair[0] not in known]
        for tag, line in strange:
            first.setdefault(tag, line)
        fitting += [] if strange else [number]
    told = [f"{tag} (line {line:,})" for tag, line in first.items()]
    if not fitting:
        raise DataError(
            f"{text.name}: every sentence has a tag that is never learnt, first {told[0]}. Give "
            "sentences with the tags of the training."
        )
    return _part(text, fitting), told


def digest(*texts: TaggedText | None, words: Iterable[str]) -> str:
    """Return what tells these sentences from all others.

    Args:
        texts: sentences.
        words: those known.

    Example:
        >>> text = TaggedText("it", [["a"]], [["x"]], [[1]])
        >>> digest(text, words=["a"]) == digest(text, None, words=["a"])
        False
    """
    content = [None if text is None else [text.tokens, text.tags] for text in texts]
    return hashlib.sha256(json.dumps([content, list(words)]).encode()).hexdigest()


def _part(text: TaggedText, numbers: Iterable[int]) -> TaggedText:
    kept = list(numbers)
    return TaggedText(
        text.name,
        [text.tokens[n] for n in kept],
        [text.tags[n] for n in kept],
        [text.lines[n] for n in kept],
    )
