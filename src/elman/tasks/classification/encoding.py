"""Sequences as a network takes them: texts as the numbers of their symbols."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from elman.data.labelled.examples import Examples
from elman.data.units import get_unit
from elman.data.vocabulary import UNKNOWN, Vocabulary
from elman.errors import DataError
from elman.tasks.classification.network import PADDING
from elman.tasks.classification.settings import ClassifierSettings

__all__ = ["Encoding", "class_weights", "digest", "labels_of"]


@dataclass(frozen=True)
class Encoding:
    """How sequences become tensors.

    Args:
        settings: of the model.
        vocabulary: the symbols of texts; None for numbers.
        features: I of numbers; 0 for texts.
        labels: the classes, in order.
        length: of all sequences that were learnt, if it is the same; None if they differ.
    """

    settings: ClassifierSettings
    vocabulary: Vocabulary | None
    features: int
    labels: tuple[str, ...]
    length: int | None

    @classmethod
    def of(cls, examples: Examples, settings: ClassifierSettings) -> Encoding:
        """Return the encoding that fits examples that are to be learnt.

        Args:
            examples: with labels.
            settings: of the model.

        Raises:
            DataError: there is nothing to tell apart, or sequences are empty or uneven.
        """
        labels, vocabulary, features = labels_of(examples), None, 0
        if examples.texts is not None:
            split = _splitter(settings)
            symbols = [symbol for text in examples.texts for symbol in split(text)]
            vocabulary = Vocabulary.from_symbols(
                symbols, settings.max_vocabulary, settings.min_count
            )
        else:
            assert examples.numbers is not None
            features = examples.numbers[0].shape[1]
        draft = cls(settings, vocabulary, features, labels, None)
        lengths = {len(one) for one in draft.sequences(examples)}
        return replace(draft, length=lengths.pop()) if len(lengths) == 1 else draft

    @property
    def symbols(self) -> int | None:
        """How many symbols the network knows, one for all that are unknown; None for numbers."""
        return None if self.vocabulary is None else len(self.vocabulary) + 1

    @property
    def padding(self) -> float:
        """What stands beyond the end of a sequence."""
        return PADDING if self.symbols is None else self.symbols

    def sequences(self, examples: Examples) -> list[Tensor]:
        """Return each sequence as symbols (T,), int64, or numbers (T, I).

        Raises:
            DataError: a sequence is empty, or of the wrong kind or number of features.
        """
        longest = self.settings.max_length
        if self.vocabulary is None:
            self._refuse_texts(examples)
            found = list(examples.numbers or ())
        else:
            found = self._texts(examples)
        for one, place in zip(found, examples.places, strict=True):
            if not len(one):
                raise DataError(
                    f"{examples.name}, {place}: the sequence is empty. Take it out, or fill it in."
                )
        return [one[:longest] for one in found]

    def split(self, text: str) -> list[str]:
        """Return the symbols of a text.

        Args:
            text: the text.
        """
        found: list[str] = _splitter(self.settings)(text)
        return found

    def targets(self, examples: Examples) -> Tensor:
        """Return the number of each label, (N,).

        Raises:
            DataError: there are no labels, or one that the model does not know.
        """
        if examples.labels is None:
            raise DataError(f"{examples.name} has no labels to be judged by.")
        numbers = {label: number for number, label in enumerate(self.labels)}
        for label, place in zip(examples.labels, examples.places, strict=True):
            if label not in numbers:
                raise DataError(
                    f'{examples.name}, {place}: the label "{label}" is not one of those learnt: '
                    f"{', '.join(self.labels[:20])}. Correct it, or train with it."
                )
        return torch.tensor([numbers[label] for label in examples.labels], dtype=torch.int64)

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "labels": list(self.labels),
            "features": self.features,
            "length": self.length,
            "vocabulary": self.vocabulary.to_dict() if self.vocabulary else None,
        }

    @classmethod
    def from_dict(cls, settings: ClassifierSettings, values: dict[str, Any]) -> Encoding:
        """Make the encoding that `to_dict` gave."""
        vocabulary = values["vocabulary"]
        return cls(
            settings,
            Vocabulary.from_dict(vocabulary) if vocabulary is not None else None,
            int(values["features"]),
            tuple(map(str, values["labels"])),
            None if values["length"] is None else int(values["length"]),
        )

    def _texts(self, examples: Examples) -> list[Tensor]:
        assert self.vocabulary is not None
        if examples.texts is None:
            raise DataError(
                f"{examples.name} holds numbers, but the model was trained on texts. Give texts."
            )
        numbers = {symbol: n for n, symbol in enumerate(self.vocabulary.symbols)}
        unknown = numbers.get(UNKNOWN, len(numbers))
        split = _splitter(self.settings)
        return [
            torch.tensor([numbers.get(s, unknown) for s in split(text)], dtype=torch.int64)
            for text in examples.texts
        ]

    def _refuse_texts(self, examples: Examples) -> None:
        widths = {one.shape[1] for one in examples.numbers or ()}
        if examples.numbers is None or widths - {self.features}:
            each = ", ".join(map(str, sorted(widths)))
            given = "texts" if examples.numbers is None else f"numbers, {each} a step"
            raise DataError(
                f"{examples.name} holds {given}, but the model takes numbers, {self.features} a "
                "step. Give data of the same kind."
            )


def labels_of(examples: Examples) -> tuple[str, ...]:
    """Return the different labels of examples, sorted.

    Args:
        examples: that are to be learnt.

    Returns:
        Two at least.

    Raises:
        DataError: there are fewer.

    Example:
        >>> labels_of(Examples("pets", ["wow", "mew"], None, ["dog", "cat"], ["1", "2"]))
        ('cat', 'dog')
    """
    labels = tuple(sorted(set(examples.labels or ())))
    if len(labels) < 2:
        given = f'the label "{labels[0]}" alone' if labels else "no labels"
        raise DataError(
            f"{examples.name} has {given}; expected at least two different ones to tell apart. "
            "Add examples of others, or name the right column with --label (label=)."
        )
    return labels


def _splitter(settings: ClassifierSettings) -> Any:
    unit = get_unit(settings.unit)
    return (lambda text: unit.split(text.lower())) if settings.lower else unit.split


def class_weights(targets: Tensor, classes: int) -> Tensor:
    """Return weights that make every class count alike: N / (K n_k), (K,).

    Args:
        targets: the class of each example, (N,).
        classes: K.

    Returns:
        Above 1 for rare classes; a class that does not occur counts as if it did once.

    Example:
        >>> class_weights(torch.tensor([0, 0, 0, 1]), 2)
        tensor([0.6667, 2.0000])
    """
    counts = torch.bincount(targets, minlength=classes).clamp(min=1)
    return len(targets) / (classes * counts.float())


def digest(sequences: Sequence[Tensor], targets: Tensor) -> str:
    """Return the SHA-256 of what is learnt.

    Args:
        sequences: of the training.
        targets: their classes, (N,).

    Example:
        >>> digest([torch.ones(3)], torch.tensor([0]))[:8]
        '22025585'
    """
    sha256 = hashlib.sha256()
    for one in (*sequences, targets):
        sha256.update(one.contiguous().numpy().data)
    return sha256.hexdigest()
