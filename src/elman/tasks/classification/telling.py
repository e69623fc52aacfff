"""Labels told: of one text, or of all that a file holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from elman.data.labelled.reading import SUFFIXES
from elman.errors import DataError
from elman.tasks.naming import names_a_file

if TYPE_CHECKING:
    from elman.tasks.classification.classifier import Classifier

__all__ = ["answer", "answers"]

SHOWN = 3  # labels, the likeliest first


def answer(model: Classifier, sequence: str, *, structured: bool = False) -> str:
    """Tell the label of a text.

    Args:
        model: trained.
        sequence: the text.
        structured: answer in JSON.

    Returns:
        The likeliest labels with their probabilities.

    Raises:
        DataError: the text is empty, or the model takes none.
    """
    return _shown(model.predict(sequence), structured)


def answers(
    model: Classifier, given: str, *, structured: bool = False, **reading: Any
) -> Iterator[str]:
    """Tell labels, a line each.

    Args:
        model: trained.
        given: a text, or the name of a file or folder; ``"-"``: what is piped in.
        structured: answer in JSON.
        **reading: how files are read, where otherwise than in the training.

    Yields:
        The labels with their probabilities, the likeliest first; after the place where there are
        several.

    Raises:
        DataError: what is given is neither a text that fits the model nor a file.
    """
    if given == "-" or names_a_file(given, (".txt", *SUFFIXES)):
        examples = model.read(given, labelled=False, **reading)
        for place, told in zip(examples.places, model.predict_many(examples), strict=True):
            if structured:
                yield _shown({"place": place, **told}, structured)
            else:
                yield f"{place}: {_shown(told, structured)}"
        return
    if model.encoding.vocabulary is None:
        raise DataError(
            f'there is no file "{given}". The model takes numbers, sounds or pictures: give a file '
            "or a folder."
        )
    yield answer(model, given, structured=structured)


def _shown(answer: Mapping[str, Any], structured: bool) -> str:
    if structured:
        return json.dumps(answer, ensure_ascii=False)
    likeliest = sorted(answer["probabilities"].items(), key=lambda pair: -pair[1])[:SHOWN]
    return ", ".join(f"{label} ({100 * share:.1f} %)" for label, share in likeliest)
