"""What is in a file of pairs, and what is wrong with it, before training on it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from elman.data.pairs import Pairs, read_pairs
from elman.tasks.check import Report
from elman.tasks.translation.cutting import cutting, learnt_of
from elman.tasks.translation.settings import TranslatorSettings

__all__ = ["check_pairs"]

FEW = 1000  # pairs below which a network only learns them by heart
UNEVEN = 4.0  # times as long as the other side, from which a pair is hardly a translation
SHORT = 6  # symbols up to which that may well be


def check_pairs(
    path: str | Path, other: str | Path | None = None, *, unit: str = "word", longest: int = 60
) -> Report:
    r"""Count what is in a file of pairs and say what would be in the way of a translator.

    Args:
        path: a file with a sentence, a tab and its translation a line; or, with `other`, with a
            sentence a line.
        other: a file with the translations.
        unit: what a symbol is, ``"word"``, ``"character"`` or ``"subword"``.
        longest: symbols of a side beyond which a pair would be left out.

    Returns:
        The report.

    Raises:
        DataError: a file cannot be read, or has no pairs.
        SettingError: there is no such unit.

    Example:
        >>> _ = Path("pairs.tsv").write_text("Go.\tVa !\nTaxi\tTaxi\nRun!\tCours !\n")
        >>> report = check_pairs("pairs.tsv")
        >>> report.counts[0], report.troubles
        (('pairs', '3'), ['the sides are the same in 1 pair, first in line 2.'])
    """
    choices: dict[str, Any] = {"unit": unit, "longest": longest}
    settings = TranslatorSettings(**choices)
    pairs = read_pairs(path, other)
    cut = cutting(settings, learnt_of([*pairs.sources, *pairs.targets], settings))
    sides = [[cut.split(text) for text in side] for side in (pairs.sources, pairs.targets)]
    lengths = [(len(source), len(target)) for source, target in zip(*sides, strict=True)]
    places = dict(zip(pairs.lines, lengths, strict=True))
    counts = [("pairs", f"{len(pairs):,}")]
    for name, texts, rows in zip(
        ("sentences", "translations"), (pairs.sources, pairs.targets), sides, strict=True
    ):
        known = Counter(symbol for row in rows for symbol in row)
        once = sum(count == 1 for count in known.values())
        counts += [
            (f"different {name}", f"{len({*texts}):,}"),
            (f"their {unit}s", f"{known.total():,}, of which {len(known):,} distinct"),
            ("seen once", f"{once:,}"),
            ("longest", f"{max(map(len, rows)):,} {unit}s"),
        ]
    found = {
        "the sides are the same in": pairs.untranslated,
        f"a side has more than {longest} {unit}s and would be left out in": [
            line for line, both in places.items() if max(both) > longest
        ],
        f"one side is over {UNEVEN:g} times as long as the other in": [
            line
            for line, both in places.items()
            if max(both) > SHORT and max(both) > UNEVEN * min(both)
        ],
        "the same pair is there again in": _again(pairs),
    }
    troubles = [
        f"{what} {len(lines):,} pair{'s' * (len(lines) > 1)}, first in line {lines[0]:,}."
        for what, lines in found.items()
        if lines
    ]
    advice = (
        [f"{len(pairs):,} pairs are few: a network would learn them by heart."]
        if len(pairs) < FEW
        else []
    )
    return Report(counts, troubles, advice)


def _again(pairs: Pairs) -> list[int]:
    seen, found = set(), []
    for *pair, line in zip(pairs.sources, pairs.targets, pairs.lines, strict=True):
        if tuple(pair) in seen:
            found.append(line)
        seen.add(tuple(pair))
    return found
