"""What is in labelled sequences, what is wrong with them and where, before training on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from elman.data.labelled.checks import faults
from elman.data.labelled.examples import Examples
from elman.data.labelled.reading import read_examples
from elman.data.labelled.split import split_examples
from elman.data.units import get_unit
from elman.errors import DataError
from elman.tasks.check import Report

__all__ = ["check_examples"]

NAMED = 8  # labels whose counts are told
FEW = 20  # examples of a class below which little can be learnt of it
SEEN_ONCE = 0.5  # share of the symbols above which most are seen too seldom to be learnt
LONG = 400  # steps beyond which a network forgets how a sequence began


def check_examples(
    path: str | Path,
    test: str | Path | float = 0.1,
    *,
    validation: float = 0.1,
    unit: str = "word",
    **reading: Any,
) -> Report:
    """Count what is in labelled sequences and say what would be in the way of learning them.

    Args:
        path: what is to be learnt, as `elman.data.labelled.reading.read_examples` takes it.
        test: a share of it, or other data that are only to judge.
        validation: the share of it that decides when to stop.
        unit: what a symbol of a text is: ``"word"``, ``"character"`` or ``"byte"``.
        **reading: how the files are read, as there.

    Returns:
        The report.

    Raises:
        DataError: the data cannot be read at all.
        SettingError: there is no such unit, or an option does not fit the data.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as place:
        ...     file = Path(place, "pets.csv")
        ...     _ = file.write_text("text,label\\n" + "mew,cat\\nwoof,dog\\n" * 8)
        ...     check_examples(file).counts[1:3]
        [('examples', '16'), ('labels', '2: cat 8, dog 8')]
    """
    split = get_unit(unit).split
    reading = {name: value for name, value in reading.items() if value is not None}
    train = read_examples(path, **reading)
    judged, share = None, 0.0
    if isinstance(test, int | float):
        share = float(test)
    else:
        judged = read_examples(test, **{**reading, **train.options})
    counts = [("read as", train.kind), *_counts(train)]
    symbols: Counter[str] = Counter()
    if train.texts is not None:
        symbols = Counter(symbol for text in train.texts for symbol in split(text))
        counts.append((f"{unit}s", f"{symbols.total():,}, {len(symbols):,} different"))
    steps = _steps(train, unit)
    counts.append(("steps", f"{min(steps):,} to {max(steps):,}, half at most {median(steps):,.0f}"))
    if judged is not None:
        counts.append(("to judge", f"{len(judged):,} examples"))
    troubles = [*faults(train, judged), *_too_few(train, share, validation)]
    advice = [*train.notes, *_advice(train, symbols, steps, unit)]
    return Report(counts, troubles, advice)


def _counts(examples: Examples) -> Iterator[tuple[str, str]]:
    yield "examples", f"{len(examples):,}"
    labels = Counter(examples.labels).most_common()
    told = ", ".join(f"{label} {count:,}" for label, count in labels[:NAMED])
    more = f" and {len(labels) - NAMED:,} more" if len(labels) > NAMED else ""
    yield "labels", f"{len(labels):,}: {told}{more}"


def _steps(examples: Examples, unit: str) -> list[int]:
    if examples.texts is None:
        return examples.lengths
    return [len(get_unit(unit).split(text)) for text in examples.texts]


def _too_few(examples: Examples, *shares: float) -> Iterator[str]:
    rest = examples
    for share in shares:
        try:
            rest, _ = split_examples(rest, share, 0)
        except DataError as error:
            yield str(error)
            return


def _advice(
    examples: Examples, symbols: Counter[str], steps: list[int], unit: str
) -> Iterator[str]:
    labels = Counter(examples.labels)
    few = [label for label, count in labels.items() if 1 < count < FEW]
    if few:
        named = ", ".join(few[:NAMED]) + (", ..." if len(few) > NAMED else "")
        yield f"Fewer than {FEW} examples of {named}: expect little of what is told of them."
    once = sum(count == 1 for count in symbols.values())
    if unit == "word" and symbols and once > SEEN_ONCE * len(symbols):
        yield (
            f"{once:,} of {len(symbols):,} words are seen once, too seldom to be learnt. Try "
            "--min-count 2, or --unit character."
        )
    folded = {symbol.casefold() for symbol in symbols}
    if unit == "word" and (saved := len(symbols) - len(folded)):
        yield f"{saved:,} words differ from others only in case: --lower joins them."
    if max(steps) > LONG:
        yield (
            f"The longest sequence has {max(steps):,} steps ("
            f"{examples.places[steps.index(max(steps))]}). --pooling mean, max or attention "
            "learns what is long better than last, and --max-length reads the beginning only."
        )
