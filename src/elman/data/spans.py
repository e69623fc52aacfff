"""Spans over the steps of a sentence, read from tags and written as tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from elman.data.tag_schemes import NO_TYPE, SAME, get_scheme, holds, refuse_letters, split_tag
from elman.errors import DataError

__all__ = ["Span", "convert_tags", "read_spans", "write_tags"]

CONTINUES = dict.fromkeys(("BI", "BE", "II", "IE"), SAME)  # what a span goes on by, in all schemes


class Span(NamedTuple):
    """Some steps of a sentence that belong together.

    Args:
        start: the first step, counted from 0.
        end: the step after the last.
        type: what they are.
    """

    start: int
    end: int
    type: str


def read_spans(tags: Sequence[str], strict: str | None = None) -> list[Span]:
    """Find the spans that tags stand for.

    Args:
        tags: of one sentence, in any scheme.
        strict: the scheme by which only well-written spans count. If not given, a span begins
            wherever something else ended, as in `conlleval` and in `seqeval`.

    Returns:
        The spans in their order.

    Raises:
        DataError: a tag is none of a span, or not of the strict scheme.
        SettingError: there is no such scheme.

    Example:
        >>> read_spans(["I-person", "I-person", "O", "B-group"])
        [Span(start=0, end=2, type='person'), Span(start=3, end=4, type='group')]
        >>> read_spans(["I-person", "I-person", "O", "B-group"], strict="IOB2")
        [Span(start=3, end=4, type='group')]
    """
    split = [split_tag("O"), *map(split_tag, tags), split_tag("O")]
    scheme = None if strict is None else get_scheme(strict)
    if scheme and strict:
        refuse_letters(tags, strict)
    spans, start = [], -1  # where the open span began, with one O before the first step
    for place, (before, after) in enumerate(pairwise(split), start=1):
        if start >= 0 and holds(CONTINUES, before, after):
            continue
        if start >= 0 and (scheme is None or holds(scheme.ends, before, after)):
            spans.append(Span(start - 1, place - 1, before[1]))
        begins = after[0] != "O" if scheme is None else holds(scheme.begins, before, after)
        start = place if begins else -1
    return spans


def write_tags(spans: Iterable[Span], steps: int, scheme: str) -> list[str]:
    """Write spans as tags.

    Args:
        spans: in their order, none within another.
        steps: of the sentence.
        scheme: by name.

    Returns:
        One tag for every step.

    Raises:
        DataError: spans overlap, are empty or lie outside the sentence.
        SettingError: there is no such scheme.

    Example:
        >>> write_tags([Span(0, 2, "person"), Span(3, 4, "group")], 5, "IOBES")
        ['B-person', 'E-person', 'O', 'S-group', 'O']
    """
    found, tags, last = get_scheme(scheme), ["O"] * steps, Span(0, 0, "")
    first, inner, final, only = list(found.letters)
    for span in map(Span._make, spans):
        start, end, type = span
        if not last.end <= start < end <= steps:
            raise DataError(
                f"{span} does not fit: expected spans of at least one step, in their order, that "
                f"do not overlap and lie within the {steps} steps of the sentence."
            )
        letters = first + inner * (end - start - 2) + final if end - start > 1 else only
        if last.end == start and last.type == type:
            letters = letters.replace("I", found.touching, 1) if letters[0] == "I" else letters
        tags[start:end] = [letter if type == NO_TYPE else f"{letter}-{type}" for letter in letters]
        last = span
    return tags


def convert_tags(tags: Sequence[str], scheme: str) -> list[str]:
    """Write tags of any scheme in another; what was illegal becomes the nearest that is legal.

    Args:
        tags: of one sentence.
        scheme: the one to write in.

    Returns:
        One tag for every step.

    Raises:
        DataError: a tag is none of a span.
        SettingError: there is no such scheme.

    Example:
        >>> convert_tags(["I-person", "I-person", "B-person", "O"], "IOBES")
        ['B-person', 'E-person', 'S-person', 'O']
    """
    return write_tags(read_spans(tags), len(tags), scheme)
