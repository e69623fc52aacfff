"""IOB1, IOB2 and IOBES: how spans over the steps of a sentence are written as one tag a step.

A tag is `O`, or a letter, a hyphen and a type. In a table below, `"BI": SAME` says of a tag with
`I` after one with `B` that their types must be equal. A sentence begins and ends as if `O` stood
before and after it.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

import torch
from torch import Tensor

from elman.data.arguments import one_of
from elman.errors import DataError

__all__ = [
    "SCHEMES",
    "IllegalMove",
    "Scheme",
    "allowed_moves",
    "detect_scheme",
    "get_scheme",
    "holds",
    "illegal_moves",
    "refuse_letters",
    "split_tag",
]

Rule = Callable[[str, str], bool]  # of the types of two tags that follow one another

SAME: Rule = operator.eq
OTHER: Rule = operator.ne


def ANY(before: str, after: str) -> bool:  # noqa: N802 - a rule beside the two above
    return True


TAG = re.compile(r"O|([BIES])(?:-(.*))?", re.DOTALL)
NO_TYPE = "_"  # of a tag that is a letter alone


class Scheme(NamedTuple):
    """A way of writing spans.

    Args:
        letters: of the first, an inner and the last tag of a span, and of an only one.
        touching: of the first tag if a span of the same type ends just before.
        legal: which letter may follow which.
        begins: where a strict reader begins a span.
        ends: where a strict reader ends one that goes on no further.
    """

    letters: str
    touching: str
    legal: dict[str, Rule]
    begins: dict[str, Rule]
    ends: dict[str, Rule]


class IllegalMove(NamedTuple):
    """Two tags that must not follow one another, or a tag that is not of the scheme.

    Args:
        step: of the tag that is wrong, counted from 0.
        before: the tag before it; None at the beginning.
        tag: the tag; None if the sentence must not end where it does.

    Example:
        >>> str(IllegalMove(0, None, "I-person"))
        'I-person at the beginning'
    """

    step: int
    before: str | None
    tag: str | None

    def __str__(self) -> str:
        if self.tag is None:
            return f"{self.before} at the end"
        return f"{self.tag} {'at the beginning' if self.before is None else f'after {self.before}'}"


def _rows(rule: Rule, pairs: str) -> dict[str, Rule]:
    return dict.fromkeys(pairs.split(), rule)


# The strict rows are those of seqeval's strict mode; so is what they make of illegal tags.
SCHEMES = {
    "IOB1": Scheme(
        letters="IIII",
        touching="B",
        legal=_rows(ANY, "OO IO BO OI II BI") | _rows(SAME, "IB BB"),
        begins=_rows(ANY, "OI BI") | _rows(OTHER, "II") | _rows(SAME, "IB BB"),
        ends=_rows(ANY, "IO IB BO") | _rows(OTHER, "II BI") | _rows(SAME, "BB"),
    ),
    "IOB2": Scheme(
        letters="BIIB",
        touching="B",
        legal=_rows(ANY, "OO IO BO OB IB BB") | _rows(SAME, "BI II"),
        begins=_rows(ANY, "OB IB BB"),
        ends=_rows(ANY, "IO IB BO BB") | _rows(OTHER, "II BI"),
    ),
    "IOBES": Scheme(
        letters="BIES",
        touching="B",
        legal=_rows(ANY, "OO OB OS EO EB ES SO SB SS") | _rows(SAME, "BI BE II IE"),
        begins=_rows(ANY, "OB IB BB EB SB OS IS BS ES SS"),
        ends=_rows(ANY, "EO EI EB EE ES SO SI SB SE SS"),
    ),
}

ALIASES = {"BIO": "IOB2", "BIOES": "IOBES"}
DETECTED = ["IOB2", "IOB1", "IOBES"]  # of those that fit equally well the first


def get_scheme(name: str) -> Scheme:
    """Return a scheme by its name.

    Args:
        name: `"IOB1"`, `"IOB2"` or `"BIO"`, `"IOBES"` or `"BIOES"`.

    Returns:
        The scheme.

    Raises:
        SettingError: there is none of that name.

    Example:
        >>> get_scheme("BIO") is get_scheme("IOB2")
        True
    """
    one_of("scheme", name, [*SCHEMES, *ALIASES])
    return SCHEMES[ALIASES.get(name, name)]


@cache
def split_tag(tag: str) -> tuple[str, str]:
    """Split a tag into its letter and its type.

    Args:
        tag: `"O"`, or a letter, a hyphen and a type.

    Returns:
        The letter and the type, `"_"` if it has none.

    Raises:
        DataError: it is no such tag.

    Example:
        >>> split_tag("B-creative-work"), split_tag("O")
        (('B', 'creative-work'), ('O', '_'))
    """
    if not (found := TAG.fullmatch(tag)):
        raise DataError(
            f'"{tag}" is no tag of a span; expected O, or B, I, E or S with a hyphen and a type, '
            "such as B-person."
        )
    return found[1] or "O", found[2] or NO_TYPE


def illegal_moves(tags: Sequence[str], scheme: str) -> list[IllegalMove]:
    """Find where tags break the rules of a scheme.

    Args:
        tags: of one sentence.
        scheme: by name.

    Returns:
        What is wrong, in order.

    Raises:
        SettingError: there is no such scheme.

    Example:
        >>> [str(move) for move in illegal_moves(["O", "I-person", "I-group"], "IOB2")]
        ['I-person after O', 'I-group after I-person']
    """
    legal, outside = get_scheme(scheme).legal, split_tag("O")
    letters = _letters(scheme)
    before, found = outside, []
    for step, tag in enumerate(tags):
        known = TAG.fullmatch(tag) and split_tag(tag)[0] in letters
        after = split_tag(tag) if known else outside
        if not known or not holds(legal, before, after):
            found.append(IllegalMove(step, tags[step - 1] if step else None, tag))
        before = after
    if not holds(legal, before, outside):
        found.append(IllegalMove(len(tags) - 1, tags[-1], None))
    return found


def detect_scheme(sentences: Iterable[Sequence[str]]) -> str | None:
    """Find the scheme of a corpus: the one whose rules are broken least.

    Args:
        sentences: the tags of each.

    Returns:
        The name of the scheme; None if most tags are none of spans, such as parts of speech.

    Example:
        >>> detect_scheme([["O", "I-person", "I-person"]]), detect_scheme([["NOUN", "VERB"]])
        ('IOB1', None)
    """
    sentences = list(sentences)
    fitting = [bool(TAG.fullmatch(tag)) for tags in sentences for tag in tags]
    if 2 * sum(fitting) <= len(fitting):
        return None
    broken = {name: sum(len(illegal_moves(s, name)) for s in sentences) for name in DETECTED}
    return min(broken, key=lambda name: broken[name])


def allowed_moves(tags: Sequence[str], scheme: str) -> tuple[Tensor, Tensor, Tensor]:
    """Return which tags may begin a sentence, follow one another and end it: what a CRF takes.

    Args:
        tags: the K that there are, in the order of their numbers.
        scheme: by name.

    Returns:
        Boolean masks, (K,), (K, K) from row to column, and (K,).

    Raises:
        DataError: a tag is not of the scheme.
        SettingError: there is no such scheme.

    Example:
        >>> start, follow, end = allowed_moves(["O", "B-person", "I-person"], "IOB2")
        >>> start.tolist(), follow[:, 2].tolist(), end.tolist()
        ([True, True, False], [False, True, True], [True, True, True])
    """
    legal, outside = get_scheme(scheme).legal, split_tag("O")
    refuse_letters(tags, scheme)
    split = [split_tag(tag) for tag in tags]
    rows = [[holds(legal, before, after) for after in [*split, outside]] for before in split]
    start = [holds(legal, outside, after) for after in split]
    table = torch.tensor(rows, dtype=torch.bool).reshape(len(split), len(split) + 1)
    return torch.tensor(start, dtype=torch.bool), table[:, :-1].clone(), table[:, -1].clone()


def holds(rows: dict[str, Rule], before: tuple[str, str], after: tuple[str, str]) -> bool:
    """Return whether a table has a row for two tags and its rule holds of their types.

    Args:
        rows: of a scheme.
        before: a tag, split.
        after: the tag that follows, split.

    Example:
        >>> holds(get_scheme("IOB2").legal, ("B", "person"), ("I", "group"))
        False
    """
    rule = rows.get(before[0] + after[0])
    return rule is not None and rule(before[1], after[1])


@cache
def _letters(scheme: str) -> str:
    return "".join(sorted({letter for pair in get_scheme(scheme).legal for letter in pair}))


def refuse_letters(tags: Sequence[str], scheme: str) -> None:
    """Refuse tags that a scheme does not have.

    Args:
        tags: in any order.
        scheme: by name.

    Raises:
        DataError: a tag is not of the scheme.
        SettingError: there is no such scheme.

    Example:
        >>> refuse_letters(["O", "E-person"], "IOBES")
    """
    letters = _letters(scheme)
    for tag in tags:
        if split_tag(tag)[0] not in letters:
            raise DataError(
                f'"{tag}" is no tag of {scheme}; its tags begin with {", ".join(letters[:-1])} or '
                f"{letters[-1]}. Convert the tags or name another scheme."
            )
