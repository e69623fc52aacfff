"""What is in a text, what is wrong with it and where, and what to do, before training on it."""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from elman.data.arguments import at_least
from elman.data.reading import read_text
from elman.data.units import get_unit
from elman.data.vocabulary import Vocabulary

__all__ = ["Report", "check_text"]

FREQUENT = 10
SHORT = 1_000  # symbols below which a network only learns a text by heart
RARE = 0.5  # share of distinct symbols above which most are seen too seldom to be learnt
LONG = 10_000  # characters that no line of prose has
NAMED = 5  # places of the same trouble that are named


@dataclass(frozen=True)
class Report:
    """What a check found.

    Args:
        counts: names and values of what was counted.
        troubles: what is wrong, each with its place.
        advice: what to do.

    Example:
        >>> print(Report([("symbols", "204")], [], ["train on it"]))
        symbols  204
        <BLANKLINE>
        Nothing is wrong with it.
        <BLANKLINE>
        What to do:
        - train on it
    """

    counts: list[tuple[str, str]]
    troubles: list[str]
    advice: list[str]

    def __str__(self) -> str:
        width = max(len(name) for name, _ in self.counts)
        lines = [f"{name:{width}}  {value}" for name, value in self.counts]
        lines += ["", "What is wrong:" if self.troubles else "Nothing is wrong with it."]
        lines += map(_item, self.troubles)
        lines += ["", "What to do:", *map(_item, self.advice)] if self.advice else []
        return "\n".join(lines)


def _item(text: str) -> str:
    return textwrap.fill(text, 79, initial_indent="- ", subsequent_indent="  ")


@dataclass(frozen=True)
class _Text:
    text: str
    unit: str
    window: int | None
    symbols: list[str]
    vocabulary: Vocabulary

    @property
    def rare(self) -> float:
        return len(self.vocabulary) / len(self.symbols)


def check_text(path: str | Path, *, unit: str = "word", window: int | None = None) -> Report:
    """Count what is in a text and say what would be in the way of a language model.

    Args:
        path: a text file; ``"-"`` is standard input.
        unit: ``"word"`` or ``"character"``.
        window: symbols that the model is to see at once, if it has a window.

    Returns:
        The report.

    Raises:
        DataError: the file cannot be read as text at all.
        SettingError: there is no such unit, or the window is below 1.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as place:
        ...     file = Path(place, "fable.txt")
        ...     _ = file.write_text("the mice and the cat and the bell")
        ...     check_text(file, window=3).counts[:2]
        [('symbols', '8 words'), ('distinct', '5')]
    """
    symbols = get_unit(unit).split(text := read_text(path))
    if window is not None:
        at_least("window", window, 1)
    content = _Text(text, unit, window, symbols, Vocabulary.from_symbols(symbols))
    return Report(_counts(content), list(_troubles(content)), list(_advice(content)))


def _counts(content: _Text) -> list[tuple[str, str]]:
    vocabulary, total = content.vocabulary, len(content.symbols)
    frequent = vocabulary.symbols[:FREQUENT]
    share = sum(vocabulary.counts[:FREQUENT]) / total
    once = sum(count == 1 for count in vocabulary.counts)
    lines = content.text.splitlines()
    longest = max(range(len(lines)), key=lambda number: len(lines[number]))
    shown = " ".join(repr(s) if s.isspace() else s for s in frequent)
    return [
        ("symbols", f"{total:,} {content.unit}{'s' * (total != 1)}"),
        ("distinct", f"{len(vocabulary):,}"),
        ("seen once", f"{once:,}"),
        ("most frequent", f"{shown} ({100 * share:.1f} % of the text)"),
        ("lines", f"{len(lines):,}"),
        ("longest line", f"{len(lines[longest]):,} characters (line {longest + 1:,})"),
    ]


def _troubles(content: _Text) -> Iterator[str]:
    for name, strange in STRANGE.items():
        places = [
            f"line {number}, column {column}"
            for number, line in enumerate(content.text.split("\n"), start=1)
            for column, character in enumerate(line, start=1)
            if strange(character)
        ]
        if places:
            more = f" and {len(places) - NAMED:,} more" if len(places) > NAMED else ""
            yield f"{name}: {'; '.join(places[:NAMED])}{more}."
    if len(content.vocabulary) == 1:
        yield (
            f"the only symbol is {content.vocabulary.symbols[0]!r}: there is nothing to predict. "
            "Give another text or another unit."
        )
    if content.window is None and len(content.symbols) == 1:
        yield "there is only one symbol: nothing follows that could be predicted. Give more text."
    if content.window is not None and len(content.symbols) <= content.window:
        yield (
            f"{len(content.symbols):,} symbols are too few for a window of {content.window:,} and "
            f"the symbol after it: at least {content.window + 1:,} are needed. Give more text or a "
            "smaller window."
        )


# Characters that are in a text by mistake.
STRANGE: dict[str, Callable[[str], bool]] = {
    "replacement characters (U+FFFD), left by a wrong conversion": lambda c: c == "\ufffd",
    "control characters": lambda c: c not in "\t\f" and unicodedata.category(c) == "Cc",
    "byte order marks within the text": lambda c: c == "\ufeff",
}


def _advice(content: _Text) -> Iterator[str]:
    total = len(content.symbols)
    if total < SHORT:
        yield (
            f"With {total:,} symbols a network can only learn the text by heart: train on all of "
            "it (--validation 0) and do not expect it to say anything new."
        )
    if content.unit == "word" and content.rare > RARE:
        yield (
            f"The vocabulary is nearly as large as the text ({len(content.vocabulary):,} of "
            f"{total:,}): most words are seen too seldom to be learnt. Try --unit character."
        )
    folded = Counter(symbol.casefold() for symbol in content.vocabulary.symbols)
    if content.unit == "word" and (saved := len(content.vocabulary) - len(folded)):
        yield f"{saved:,} words differ from others only in upper and lower case."
    if max(map(len, content.text.splitlines())) > LONG:
        yield "One line is very long: is this prose, or a table in one line?"
