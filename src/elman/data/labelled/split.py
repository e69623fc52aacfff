"""Examples are parted in those to learn from and those held out, without twins on both sides."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import numpy as np

from elman.data.arguments import at_least, one_of
from elman.data.labelled.columns import listed
from elman.data.labelled.examples import Examples, contents
from elman.errors import DataError, SettingError

__all__ = ["SPLITS", "split_examples"]

SPLITS = {
    "random": "examples with the same sequence and the same label stay together",
    "sequence": "examples with the same sequence stay together, whatever their labels",
}

Twins = list[list[int]]  # examples that stay together


def split_examples(
    examples: Examples, share: float, seed: int, *, by: str = "random"
) -> tuple[Examples, Examples]:
    """Hold out a share of the examples of each class.

    What is held out depends on the examples and the seed alone. A class whose examples are all
    the same stays in the training, and the first part's `notes` say so.

    Args:
        examples: N of them.
        share: that is held out, from 0 to below 1.
        seed: of the choice, 0 or more.
        by: what stays together, one of `SPLITS`.

    Returns:
        The examples to learn from, and those held out, each in their order in the data.

    Raises:
        DataError: there are too few to hold any out.
        SettingError: the share, the seed or what stays together makes no sense.

    Example:
        >>> texts = ["mew", "purr", "mew", "woof", "grr", "wow"]
        >>> labels = ["cat", "cat", "cat", "dog", "dog", "dog"]
        >>> pets = Examples('"pets.csv"', texts, None, labels, [f"line {n}" for n in range(6)])
        >>> train, held = split_examples(pets, 0.34, seed=0)
        >>> set(train.texts) & set(held.texts)
        set()
    """
    one_of("by", by, SPLITS)
    at_least("seed", seed, 0)
    if not 0 <= share < 1:
        raise SettingError(f"the share to hold out is {share!r}; expected 0 to below 1.")
    classes = _classes(examples, by, seed)
    seats = _seats(classes, share)
    held = sorted(k for label, twins in classes.items() for k in _held(twins, seats[label]))
    if share and not held:
        raise DataError(
            f"{examples.name}: {len(examples):,} examples are too few to hold {share:g} of them "
            "out. Give more, a larger share, or 0 to learn from all."
        )
    kept = sorted(set(range(len(examples))) - set(held))
    alone = [label for label, twins in classes.items() if len(twins) == 1]
    train = examples.chosen(kept)
    if share and alone and examples.labels is not None:
        note = f"held out no example of {listed(alone)}: there is a single one, to learn from."
        train = replace(train, notes=(*train.notes, note))
    return train, examples.chosen(held)


def _classes(examples: Examples, by: str, seed: int) -> dict[str, Twins]:
    # Of each class the examples that stay together, in an order that depends on the seed.
    labels = examples.labels or [""] * len(examples)
    twins: dict[tuple[bytes, str], list[int]] = defaultdict(list)
    for k, (content, label) in enumerate(zip(contents(examples), labels, strict=True)):
        twins[content, label if by == "random" else ""].append(k)
    together = list(twins.values())
    classes: dict[str, Twins] = {label: [] for label in sorted(set(labels))}
    for number in np.random.default_rng(seed).permutation(len(together)):
        classes[labels[together[number][0]]].append(together[number])
    return {label: own for label, own in classes.items() if own}


def _seats(classes: dict[str, Twins], share: float) -> dict[str, int]:
    # The largest remainders, so that small classes together get their share as well.
    sizes = {label: sum(map(len, own)) for label, own in classes.items() if len(own) > 1}
    seats = {label: int(share * size) for label, size in sizes.items()}
    left = round(share * sum(sizes.values())) - sum(seats.values())
    by_remainder = sorted(sizes, key=lambda label: seats[label] - share * sizes[label])
    for label in by_remainder[: max(0, left)]:
        seats[label] += 1
    return {label: seats.get(label, 0) for label in classes}


def _held(twins: Twins, seats: int) -> list[int]:
    held: list[int] = []
    for own in twins[1:]:  # one is always left to learn from
        if len(held) + len(own) <= seats:
            held += own
    return held
