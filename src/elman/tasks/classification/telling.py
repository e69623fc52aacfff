"""Labels told: of one text, of every line that is read, or of all that a file holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elman.errors import DataError

if TYPE_CHECKING:
    from elman.tasks.classification.classifier import Classifier

__all__ = ["answers"]

SHOWN = 3  # labels, the likeliest first


def answers(model: Classifier, given: str | None, lines: Iterable[str]) -> Iterator[str]:
    """Tell labels, a line each.

    Args:
        model: trained.
        given: a text, or the name of a file or folder; nothing: every line that is read.
        lines: what is read then.

    Yields:
        The labels with their probabilities, the likeliest first; after the place where there are
        several.

    Raises:
        DataError: what is given is neither a text that fits the model nor a file.
    """
    if given is None:
        for line in lines:
            if text := line.rstrip("\n"):
                yield _told(model.predict(text))
        return
    path = Path(given)
    if len(given) < 1000 and "\n" not in given and path.exists():
        examples = model.read(path, labelled=False)
        for place, answer in zip(examples.places, model.predict_many(examples), strict=True):
            yield f"{place}: {_told(answer)}"
        return
    if model.encoding.vocabulary is None:
        raise DataError(
            f'there is no file "{given}". The model takes numbers, sounds or pictures: give a file '
            "or a folder."
        )
    yield _told(model.predict(given))


def _told(answer: dict[str, Any]) -> str:
    likeliest = sorted(answer["probabilities"].items(), key=lambda pair: -pair[1])[:SHOWN]
    return ", ".join(f"{label} ({100 * share:.1f} %)" for label, share in likeliest)
