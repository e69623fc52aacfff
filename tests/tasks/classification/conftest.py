from types import SimpleNamespace

import numpy as np
import pytest
import torch

from elman.data.labelled.examples import Examples
from elman.tasks import Classifier

GOOD, BAD = ["good", "great", "fine"], ["bad", "poor", "dull"]
OTHER = ["film", "plot", "music", "the", "a"]


def reviews(count=60, seed=0, shortest=2, longest=6):
    """Texts whose label is that of one of their words."""
    draw = np.random.default_rng(seed)
    texts, labels = [], []
    for number in range(count):
        words = draw.choice(OTHER, draw.integers(shortest, longest + 1)).tolist()
        words[draw.integers(len(words))] = str(draw.choice(BAD if number % 2 else GOOD))
        texts.append(" ".join(words))
        labels.append("bad" if number % 2 else "good")
    return Examples('"reviews"', texts, None, labels, [f"line {n + 2}" for n in range(count)])


def walks(count=40, seed=0, steps=5, ragged=False, features=2):
    """Numbers that rise or fall."""
    draw = np.random.default_rng(seed)
    signs = [1 - 2 * (number % 2) for number in range(count)]
    lengths = [int(draw.integers(2, steps + 1)) if ragged else steps for _ in signs]
    numbers = [
        torch.from_numpy(draw.normal(sign, 0.3, (length, features)).astype(np.float32))
        for sign, length in zip(signs, lengths, strict=True)
    ]
    labels = ["up" if sign > 0 else "down" for sign in signs]
    return Examples('"walks"', None, numbers, labels, [f"row {n + 1}" for n in range(count)])


def small(**choices):
    model = Classifier(**{"hidden_size": 6, **choices})
    model.compile(learning_rate=0.03)
    return model


def trained(data, *, epochs=2, seed=0, **choices):
    model = small(**choices)
    model.fit(data, epochs=epochs, seed=seed, batch_size=8)
    return model


@pytest.fixture
def make():
    """Small labelled data, and small models of them."""
    return SimpleNamespace(reviews=reviews, walks=walks, small=small, trained=trained)
