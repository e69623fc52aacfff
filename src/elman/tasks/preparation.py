"""From what a user gives to what a language model learns from and is judged by."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from elman.data.arguments import at_least
from elman.data.batch import Batches
from elman.data.streams import Streams
from elman.data.units import get_unit
from elman.data.vocabulary import UNKNOWN, UnknownSymbolError, Vocabulary
from elman.data.windows import Windows
from elman.errors import DataError
from elman.tasks.evaluation import refuse_short
from elman.tasks.model_settings import ModelSettings
from elman.tasks.texts import Text, held_out, symbols_of

__all__ = ["Order", "Prepared", "cut", "encoded", "prepare"]

Order = Callable[[list[int]], Batches]
BEGINNING = {"word": 3, "character": 20}  # symbols of the text that stand for all of it


@dataclass(frozen=True)
class Prepared:
    """A text, ready to be learnt.

    Args:
        vocabulary: of the text.
        ids: what is learnt, as numbers.
        held: what is only judged by; empty if there is nothing.
        batches: what is learnt, in its order.
        facts: what the model folder says of the text.
    """

    vocabulary: Vocabulary
    ids: list[int]
    held: list[int]
    batches: Batches
    facts: dict[str, Any]


def prepare(
    text: Text,
    validation: float | Text | None,
    settings: ModelSettings,
    order: Order,
    vocabulary: Vocabulary | None = None,
) -> Prepared:
    """Split a text, count its symbols, hold some out, and cut the rest into batches.

    Args:
        text: what is given.
        validation: a share of it, another text, or nothing.
        settings: of the model.
        order: makes the batches.
        vocabulary: of the text, if it is not to be counted.

    Returns:
        What the training needs.

    Raises:
        DataError: one of the texts cannot be used.
        SettingError: the share makes no sense.

    Example:
        >>> settings = ModelSettings(window=2)
        >>> data = prepare("a b a b a", None, settings, cut(settings, batch_size=1, seed=0))
        >>> data.ids, data.batches.steps_per_epoch
        ([0, 1, 0, 1, 0], 3)
    """
    unit = get_unit(settings.unit)
    symbols = symbols_of(text, unit.name)
    vocabulary = vocabulary or Vocabulary.from_symbols(
        symbols, settings.max_vocabulary, settings.min_count
    )
    if len(vocabulary) == 1:
        mend = "a smaller min_count" if UNKNOWN in vocabulary else "another text or another unit"
        raise DataError(
            f"the only symbol of the text is {vocabulary.symbols[0]!r}: there is nothing to "
            f"predict. Give {mend}."
        )
    known, held = held_out(symbols, validation, unit.name)
    ids, held_ids = vocabulary.encode(known), encoded(vocabulary, held or [], "validation text")
    if held_ids:
        refuse_short(held_ids, settings.shortest)
    beginning = symbols[: max(BEGINNING[unit.name], settings.shortest)]
    facts = {
        "symbols": len(ids),
        "validation_symbols": len(held_ids),
        "beginning": unit.join(beginning),
        "text_sha256": hashlib.sha256("\0".join(symbols).encode()).hexdigest(),
    }
    return Prepared(vocabulary, ids, held_ids, _batches(ids, held_ids, order), facts)


def cut(settings: ModelSettings, batch_size: int, seed: int) -> Order:
    """Return what cuts a text into batches: windows, or lanes that are read on and on.

    Args:
        settings: of the model.
        batch_size: rows a step.
        seed: of the order.

    Returns:
        From the text's numbers to its batches.

    Example:
        >>> cut(ModelSettings(tbptt=2), batch_size=1, seed=0)([0, 1, 2, 3, 4]).steps_per_epoch
        2
    """
    window, tbptt = settings.window, settings.tbptt
    at_least("batch_size", batch_size, 1)
    if window is not None:
        return lambda ids: Windows(ids, window, batch_size, seed, settings.loss_steps)
    assert tbptt is not None  # the settings always have one of the two
    return lambda ids: Streams(ids, tbptt, batch_size)


def _batches(ids: list[int], held: list[int], order: Order) -> Batches:
    try:
        return order(ids)
    except DataError as error:
        if not held:
            raise
        raise DataError(
            f"{error} (Another {len(held)} symbols are held out for validation; with validation 0 "
            "all of the text is learnt.)"
        ) from error


def encoded(vocabulary: Vocabulary, symbols: list[str], name: str) -> list[int]:
    """Turn another text than that of the training into numbers.

    Args:
        vocabulary: of the training text.
        symbols: of the other text.
        name: of the other text, in the message.

    Returns:
        One number a symbol.

    Raises:
        DataError: it has symbols that the training text has not.

    Example:
        >>> encoded(Vocabulary(("mice", "the"), (2, 1)), ["the", "mice"], "text")
        [1, 0]
    """
    try:
        return vocabulary.encode(symbols)
    except UnknownSymbolError as error:
        raise DataError(
            f"the {name} has symbols that the training text has not; {error}\n"
            "To have such symbols read as <unk>, train with min_count 2 or more, or with "
            "max_vocabulary."
        ) from error
