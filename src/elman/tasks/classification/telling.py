"""Labels told: of one text, or of all that a file holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elman.data.labelled.reading import SUFFIXES
from elman.errors import DataError

if TYPE_CHECKING:
    from elman.tasks.classification.classifier import Classifier

__all__ = ["answer", "answers"]

SHOWN = 3  # labels, the likeliest first
LONGEST = 250  # characters of what may be a file


def answer(model: Classifier, sequence: str) -> str:
    """Tell the label of a text.

    Args:
        model: trained.
        sequence: the text.

    Returns:
        The likeliest labels with their probabilities.

    Raises:
        DataError: the text is empty, or the model takes none.
    """
    return _told(model.predict(sequence))


def answers(model: Classifier, given: str) -> Iterator[str]:
    """Tell labels, a line each.

    Args:
        model: trained.
        given: a text, or the name of a file or folder.

    Yields:
        The labels with their probabilities, the likeliest first; after the place where there are
        several.

    Raises:
        DataError: what is given is neither a text that fits the model nor a file.
    """
    if _is_there(given):
        examples = model.read(given, labelled=False)
        for place, told in zip(examples.places, model.predict_many(examples), strict=True):
            yield f"{place}: {_told(told)}"
        return
    if model.encoding.vocabulary is None:
        raise DataError(
            f'there is no file "{given}". The model takes numbers, sounds or pictures: give a file '
            "or a folder."
        )
    if Path(given).suffix.lower() in SUFFIXES and len(given.split()) == 1:
        raise DataError(
            f'there is no file "{given}". Give one that is there; a text that ends so is read from '
            "standard input."
        )
    yield answer(model, given)


def _is_there(given: str) -> bool:
    # longer than any path, which some systems refuse to look for
    return 0 < len(given) < LONGEST and "\n" not in given and Path(given).exists()


def _told(answer: dict[str, Any]) -> str:
    likeliest = sorted(answer["probabilities"].items(), key=lambda pair: -pair[1])[:SHOWN]
    return ", ".join(f"{label} ({100 * share:.1f} %)" for label, share in likeliest)
