"""What is in a tagged file, what is wrong with it and where, before training on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from elman.data.conll import Scan, TaggedText, scan_conll
from elman.data.spans import read_spans
from elman.data.tag_schemes import TAG, detect_scheme, illegal_moves
from elman.tasks.check import Report

__all__ = ["check_tagged"]

NAMED = 5  # places of the same trouble that are named
LONG = 200  # tokens that a sentence hardly ever has
FEW = 200  # sentences below which a network only learns them by heart
MANY_TAGS = 20  # tags of which not all are listed
AGAIN = 0.2  # of the sentences that are there more than once, from which it matters
UNSEEN = 0.1  # share of unknown tokens from which words alone say too little


@dataclass(frozen=True)
class _File:
    """One of the files.

    Args:
        scan: what is in it.
        role: "training" or "test" where there are two files, as places need it then.
        scheme: of both files; None if their tags are none of spans.
    """

    scan: Scan
    role: str
    scheme: str | None

    @property
    def text(self) -> TaggedText:
        return self.scan.text

    def at(self, line: int) -> str:
        return f"{self.role} line {line:,}".lstrip()


def check_tagged(
    path: str | Path,
    test: str | Path | None = None,
    *,
    token_column: int | None = None,
    tag_column: int | None = None,
) -> Report:
    r"""Count what is in a tagged file and say what would be in the way of a tagger.

    Args:
        path: a file of CoNLL columns or CoNLL-U; `"-"` is standard input.
        test: a second one, on which a tagger that learnt from the first is to be judged.
        token_column: the number of the column of tokens, counted from 1, if not the usual one.
        tag_column: that of the tags.

    Returns:
        The report.

    Raises:
        DataError: a file cannot be read at all, has no such column, or no sentence.

    Example:
        >>> _ = Path("names.conll").write_text("Aesop\tI-person\nwrote\tO\n\nWho\tB-person\n")
        >>> report = check_tagged("names.conll")
        >>> report.counts[:2]
        [('sentences', '2'), ('tokens', '3, of which 3 distinct')]
        >>> report.troubles[0]
        'tags that break the rules of IOB2: I-person at the beginning (line 1).'
    """
    scans = [
        scan_conll(one, token_column=token_column, tag_column=tag_column)
        for one in ([path] if test is None else [path, test])
    ]
    scheme = detect_scheme(chain.from_iterable(scan.text.tags for scan in scans))
    roles = ["training", "test"] if len(scans) > 1 else [""]
    files = [_File(scan, role, scheme) for scan, role in zip(scans, roles, strict=True)]
    counts = _counts(files[0])
    if test is not None:
        counts += [(f"{name} (test)", value) for name, value in _counts(files[1])]
        counts.append(("not in training", _unseen_shown(*files)))
    troubles = [trouble for file in files for trouble in _troubles(file)]
    troubles += [*_lonely(files[0]), *(_across(*files) if test is not None else ())]
    return Report(counts, troubles, list(_advice(files)))


def _counts(file: _File) -> list[tuple[str, str]]:
    text = file.text
    words = set(chain.from_iterable(text.tokens))
    tags = Counter(chain.from_iterable(text.tags))
    counts = [
        ("sentences", f"{len(text):,}"),
        ("tokens", f"{text.size:,}, of which {len(words):,} distinct"),
        ("tags", _frequent(tags)),
    ]
    if file.scheme:
        spans = Counter(span.type for tags in _readable(text) for span in read_spans(tags))
        counts += [
            ("scheme", file.scheme),
            ("entities", f"{spans.total():,}{': ' * bool(spans)}{_frequent(spans)}"),
        ]
    if len(text):
        longest = max(range(len(text)), key=lambda place: len(text.tokens[place]))
        size, line = len(text.tokens[longest]), text.lines[longest][0]
        counts.append(("longest sentence", f"{size:,} tokens (line {line:,})"))
    return counts


def _readable(text: TaggedText) -> list[list[str]]:
    """Return tags with O in the place of those that are none of spans."""
    return [[tag if TAG.fullmatch(tag) else "O" for tag in tags] for tags in text.tags]


def _frequent(counter: Counter[str]) -> str:
    shown = " ".join(f"{name} {count:,}" for name, count in counter.most_common(MANY_TAGS))
    rest = len(counter) - MANY_TAGS
    return shown + (f" and {rest:,} more" if rest > 0 else "")


def _troubles(file: _File) -> Iterator[str]:
    text = file.text
    yield from file.scan.faults[:NAMED]
    if (rest := len(file.scan.faults) - NAMED) > 0:
        yield f"{text.name}: {rest:,} more lines like these."
    if file.scheme:
        yield from _listed(
            f"tags that break the rules of {file.scheme}",
            [
                f"{move} ({file.at(lines[move.step])})"
                for tags, lines in zip(text.tags, text.lines, strict=True)
                for move in illegal_moves(tags, file.scheme)
            ],
        )
    yield from _listed(
        "sentences without a token (one blank line too many, or nothing but comments)",
        [file.at(line) for line in file.scan.empty],
    )
    long = [place for place, tokens in enumerate(text.tokens) if len(tokens) > LONG]
    yield from _listed(
        f"sentences of more than {LONG} tokens (is a blank line missing?)",
        [
            f"{len(text.tokens[place]):,} tokens at {file.at(text.lines[place][0])}"
            for place in sorted(long, key=lambda place: -len(text.tokens[place]))
        ],
    )


def _listed(what: str, places: Sequence[str]) -> Iterator[str]:
    if places:
        more = f" and {len(places) - NAMED:,} more" if len(places) > NAMED else ""
        yield f"{what}: {'; '.join(places[:NAMED])}{more}."


def _lonely(file: _File) -> Iterator[str]:
    """Say which tags have so few examples that none could be learnt and judged as well."""
    tags = Counter(chain.from_iterable(file.text.tags))
    if len(tags) == 1:
        yield f"the only tag is {next(iter(tags))}: there is nothing to learn. Give another column."
    yield from _listed(
        "tags with a single example",
        [
            f"{tag} ({file.at(line)})"
            for tag, line in _first_lines(file.text).items()
            if tags[tag] == 1
        ],
    )


def _first_lines(text: TaggedText) -> dict[str, int]:
    """Return where every tag is first."""
    first: dict[str, int] = {}
    for tags, lines in zip(text.tags, text.lines, strict=True):
        for tag, line in zip(tags, lines, strict=True):
            first.setdefault(tag, line)
    return first


def _across(train: _File, test: _File) -> Iterator[str]:
    """Say what of the second file is not in the first and should be, or is and should not be."""
    known = _first_lines(train.text)
    yield from _listed(
        "tags only in the test, which nobody can learn",
        [
            f"{tag} ({test.at(line)})"
            for tag, line in _first_lines(test.text).items()
            if tag not in known
        ],
    )
    lines = {
        tuple(tokens): lines[0]
        for tokens, lines in reversed(list(zip(train.text.tokens, train.text.lines, strict=True)))
    }
    again = [
        f"{test.at(places[0])} = {train.at(lines[tuple(tokens)])}"
        for tokens, places in zip(test.text.tokens, test.text.lines, strict=True)
        if tuple(tokens) in lines
    ]
    yield from _listed(
        f"{len(again):,} of {len(test.text):,} sentences of the test are in the training as well, "
        "so that it is partly learnt by heart",
        again,
    )


def _unseen(train: _File, test: _File) -> float:
    words = set(chain.from_iterable(train.text.tokens))
    unseen = sum(word not in words for word in chain.from_iterable(test.text.tokens))
    return unseen / max(test.text.size, 1)


def _unseen_shown(train: _File, test: _File) -> str:
    return f"{100 * _unseen(train, test):.1f} % of the tokens of the test"


def _advice(files: list[_File]) -> Iterator[str]:
    train = files[0]
    if len(train.text) < FEW:
        yield (
            f"With {len(train.text):,} sentences a network can only learn them by heart: expect "
            "little of it on others."
        )
    copies = len(train.text) - len(set(map(tuple, train.text.tokens)))
    if len(files) == 1 and copies > AGAIN * len(train.text):
        yield (
            f"{copies:,} of {len(train.text):,} sentences repeat others: what is held out of the "
            "file is partly learnt by heart, so judge by a file of its own (--validation, --test)."
        )
    if len(files) > 1 and (share := _unseen(*files)) > UNSEEN:
        yield (
            f"{100 * share:.0f} % of the tokens of the test are unknown: what a word looks like "
            "must tell its tag, so let the tagger read characters."
        )
