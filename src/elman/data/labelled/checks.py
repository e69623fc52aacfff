"""What is wrong with labelled sequences, and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from elman.data.labelled.examples import Examples, contents

__all__ = ["faults"]

LONG = 20  # times the usual length above which a sequence is over-long
SHORT = 200  # characters or steps that are never too many
UNBALANCED = 10  # times the rarest class that the most frequent may have
NAMED = 5  # places of the same fault that are named

Groups = dict[bytes, list[int]]


def faults(train: Examples, test: Examples | None = None) -> list[str]:
    """Say what would be in the way of learning from labelled sequences.

    Args:
        train: to learn from.
        test: to measure with, if there are any.

    Returns:
        A sentence or two for each fault: what, where, and what to do.

    Example:
        >>> labels, places = ["cat", "dog", "dog"], ["line 2", "line 3", "line 4"]
        >>> for fault in faults(Examples('"a.csv"', ["mew", "", "woof"], None, labels, places)):
        ...     print(fault)
        "a.csv": 1 sequence is empty: line 3. Take it out.
        "a.csv": 1 class has a single example: "cat" (line 2). Add examples or take it out.
    """
    parts = [train] if test is None else [train, test]
    found = [fault for part in parts for fault in (*_empty(part), *_long(part))]
    found += [*_few(train), *_unbalanced(train)]
    found += [fault for part in parts for fault in _twins(part)]
    return found if test is None else [*found, *_unseen(train, test), *_across(train, test)]


def _empty(examples: Examples) -> Iterator[str]:
    lengths = examples.lengths
    texts = examples.texts or [""] * len(lengths)
    empty = [
        examples.places[k]
        for k, length in enumerate(lengths)
        if not length or (examples.texts and not texts[k].strip())
    ]
    if empty:
        one = len(empty) == 1
        yield (
            f"{examples.name}: {len(empty):,} sequence{' is' if one else 's are'} empty: "
            f"{_some(empty)}. Take {'it' if one else 'them'} out."
        )


def _long(examples: Examples) -> Iterator[str]:
    lengths = examples.lengths
    usual = median(lengths) if lengths else 0
    over = [k for k, length in enumerate(lengths) if length > max(LONG * usual, SHORT)]
    if over:
        longest = max(over, key=lengths.__getitem__)
        unit = "steps" if examples.texts is None else "characters"
        others = f" and {len(over) - 1:,} more are over-long" if len(over) > 1 else ""
        yield (
            f"{examples.name}: the longest sequence has {lengths[longest]:,} {unit} "
            f"({examples.places[longest]}), half have at most {usual:,.0f}{others}. Cut or take "
            "out what is too long: others in its batch wait for it."
        )


def _few(examples: Examples) -> Iterator[str]:
    places = _places_of_labels(examples)
    if len(places) == 1:
        yield (
            f'{examples.name}: every label is "{next(iter(places))}": there is nothing to tell '
            "apart. Add examples of other classes, or name another column of labels."
        )
    single = [f'"{label}" ({own[0]})' for label, own in places.items() if len(own) == 1]
    if single:
        one = len(single) == 1
        yield (
            f"{examples.name}: {len(single):,} class{' has' if one else 'es have'} a single "
            f"example: {_some(single)}. Add examples or take {'it' if one else 'them'} out."
        )


def _unbalanced(examples: Examples) -> Iterator[str]:
    counts = Counter(examples.labels or []).most_common()
    if counts and counts[0][1] > UNBALANCED * counts[-1][1]:
        (most, many), (least, few) = counts[0], counts[-1]
        yield (
            f'{examples.name}: the classes are unbalanced: "{most}" has {many:,} examples, '
            f'"{least}" {few:,}. Weigh the classes, and look at each class\'s recall rather than '
            "at the accuracy."
        )


def _twins(examples: Examples) -> Iterator[str]:
    labels = examples.labels or [""] * len(examples)
    groups = [own for own in _same(examples).values() if len(own) > 1]
    differing = [own for own in groups if len({labels[k] for k in own}) > 1]
    if differing:
        named = [
            ", ".join(f'{examples.places[k]} "{labels[k]}"' for k in _first_of_each(own, labels))
            for own in differing
        ]
        yield (
            f"{examples.name}: {_sequences(differing)} there with different labels: "
            f"{_some(named, '; ')}. Mend the labels, or nothing can tell them apart."
        )
    repeated = [
        own for group in groups for own in _by_label(group, labels).values() if len(own) > 1
    ]
    if repeated:
        named = [" = ".join(examples.places[k] for k in own[:2]) for own in repeated]
        yield (
            f"{examples.name}: {_sequences(repeated)} there more than once with the same label: "
            f"{_some(named)}. Take the copies out, unless their number means something."
        )


def _unseen(train: Examples, test: Examples) -> Iterator[str]:
    known = set(train.labels or [])
    places = {label: own for label, own in _places_of_labels(test).items() if label not in known}
    if known and places:
        named = [f'"{label}" ({own[0]})' for label, own in places.items()]
        yield (
            f"{test.name}: labels that {train.name} never has: {_some(named)}. They can only be "
            "got wrong: mend them, or add such examples to learn from."
        )


def _across(train: Examples, test: Examples) -> Iterator[str]:
    known = _same(train)
    both = [
        f"{test.places[own[0]]} = {train.places[known[content][0]]} of {train.name}"
        for content, own in _same(test).items()
        if content in known
    ]
    if both:
        yield (
            f"{test.name}: {len(both):,} sequence{'s are' if len(both) > 1 else ' is'} in "
            f"{train.name} as well: {_some(both)}. Take them out of either, or the figures will "
            "be too good."
        )


def _same(examples: Examples) -> Groups:
    groups: Groups = defaultdict(list)
    for k, (content, length) in enumerate(zip(contents(examples), examples.lengths, strict=True)):
        if length:
            groups[content].append(k)
    return groups


def _by_label(which: Sequence[int], labels: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for k in which:
        found[labels[k]].append(k)
    return found


def _first_of_each(which: Sequence[int], labels: Sequence[str]) -> list[int]:
    return [own[0] for own in _by_label(which, labels).values()][:NAMED]


def _places_of_labels(examples: Examples) -> dict[str, list[str]]:
    labels = examples.labels or []
    found = _by_label(range(len(labels)), labels)
    return {label: [examples.places[k] for k in own] for label, own in found.items()}


def _sequences(groups: Sequence[object]) -> str:
    return f"{len(groups):,} sequence{'s are' if len(groups) > 1 else ' is'}"


def _some(names: Sequence[str], between: str = ", ") -> str:
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return between.join(names[:NAMED]) + more
