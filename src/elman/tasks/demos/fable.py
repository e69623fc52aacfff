"""A network learns a fable by heart, word by word, and recites it.

The text is Aesop's Belling the Cat as in the well-known exercise "LSTM by Example" (R. Atienza,
2017), in the public domain: 204 words and marks in one line, 112 of them different.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import torch
from torch import nn

from elman.data.arguments import one_of
from elman.data.vocabulary import Vocabulary
from elman.data.walk import Walk
from elman.errors import SettingError
from elman.runtime.threads import using_threads
from elman.tasks.language_model import LanguageModel
from elman.tasks.network import NextSymbol
from elman.train.reporter import Reporter

__all__ = ["PROTOCOLS", "fable", "like_tensorflow", "run", "tutorial"]

BEGINNING = "long ago ,"
WINDOW = 3  # of the exercise


def fable() -> str:
    """Return the text.

    Example:
        >>> len(fable().split()), len(set(fable().split()))
        (204, 112)
    """
    return files(__package__).joinpath("belling_the_cat.txt").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Lesson:
    """A model, and how it is taught.

    Args:
        model: not trained yet.
        options: of its `fit`.
        threads: of torch; as many as it has if not given.
    """

    model: LanguageModel
    options: dict[str, Any]
    threads: int | None = None


def quick(seed: int) -> Lesson:
    """Return the lesson that takes seconds: windows of 8 words, learnt at every word.

    Three words do not say what comes next at two places of the fable ("the cat ." and "up and
    said"); it takes six.

    Args:
        seed: of all random numbers.

    Example:
        >>> quick(seed=0).model.settings.window
        8
    """
    model = LanguageModel(window=8, hidden_size=128)
    model.compile(learning_rate=0.005, schedule="cosine")
    # so small a network gains nothing from a second thread, and loses much on a busy machine
    return Lesson(model, {"epochs": 40, "batch_size": 16, "seed": seed}, threads=1)


def tutorial(seed: int, layers: int = 2, iterations: int = 50_000, units: int = 512) -> Lesson:
    """Return the exercise as it was published: one window of 3 numbers a step, at random places.

    Published: 95.20 % (two layers) and 90.60 % (one layer) average accuracy over the last 1000 of
    50 000 steps.

    Args:
        seed: of all random numbers.
        layers: recurrent layers.
        iterations: steps of one window each.
        units: of a layer.

    Example:
        >>> tutorial(seed=0).options["report_every"]
        1000
    """
    model = LanguageModel(
        num_layers=layers, hidden_size=units, input="number", window=WINDOW, loss_steps="last"
    )
    model.compile(optimizer="rmsprop-tensorflow", learning_rate=0.001, display_every=1000)
    return Lesson(
        model,
        {
            "epochs": 1,
            "batch_size": 1,
            "seed": seed,
            "report_every": 1000,
            "order": lambda ids: Walk(ids, WINDOW, iterations, seed),
            "initialise": like_tensorflow,
            "vocabulary": numbered_as_then(fable().split(), seed),
        },
    )


def numbered_as_then(words: Sequence[str], seed: int) -> Vocabulary:
    """Number words by frequency, those equally frequent in any order, as Python did in 2017.

    Its dictionaries had no order then. Numbered by first appearance, which came later, rare words
    that stand together have numbers that do, and a network that sees bare numbers confuses them.

    Args:
        words: of the text.
        seed: of the order.

    Returns:
        The vocabulary.

    Example:
        >>> numbered_as_then("b a b c".split(), seed=0).symbols[0]
        'b'
    """
    words = list(words)
    random.Random(seed).shuffle(words)
    return Vocabulary.from_symbols(words)


PROTOCOLS: dict[str, Callable[..., Lesson]] = {"quick": quick, "tutorial": tutorial}


def like_tensorflow(network: NextSymbol) -> None:
    """Draw initial weights as TensorFlow 1 did in the exercise.

    Kernels over input and state together are uniform in the bounds of Glorot and Bengio,
    sqrt(6 / (I + H + 4 H)); biases are 0, that of the forget gate 1; the head is unit normal.

    Args:
        network: of LSTM cells; its weights are replaced.

    Example:
        >>> network = NextSymbol(10, "lstm", 8, input="number")
        >>> like_tensorflow(network)
        >>> network.recurrent.named_views()["b_f"].unique()
        tensor([1.], grad_fn=<Unique2Backward0>)
    """
    recurrent = network.recurrent
    with torch.no_grad():
        for layer in range(recurrent.num_layers):
            views = recurrent.named_views(layer)
            units = views["R_i"].shape[0]
            bound = math.sqrt(6 / (views["W_i"].shape[1] + units + 4 * units))
            for name, view in views.items():
                if name.startswith("b_"):
                    view.fill_(1.0 if name == "b_f" else 0.0)
                else:
                    view.uniform_(-bound, bound)
        nn.init.normal_(network.head.weight)
        nn.init.normal_(network.head.bias)


def run(
    out: str | Path | None = None,
    *,
    protocol: str = "quick",
    seed: int = 0,
    force: bool = False,
    resume: bool = False,
    reporter: Reporter | None = None,
    how_to_resume: str = "",
    **choices: Any,
) -> str:
    """Teach a network the fable, and let it go on from "long ago ,".

    Args:
        out: the model folder to write; none if not given.
        protocol: one of `PROTOCOLS`.
        seed: of all random numbers.
        force: replace what is in the folder.
        resume: continue the unfinished training in the folder.
        reporter: is told how it goes.
        how_to_resume: what is said after Ctrl-C.
        **choices: of the protocol: `layers`, `iterations`, `units` of the tutorial.

    Returns:
        How well the fable is known, and how the network recites it.

    Raises:
        SettingError: there is no such protocol, or it has no such choice.

    Example:
        >>> print(run(protocol="tutorial", layers=1, iterations=1, units=2).splitlines()[3])
        long ago , ...
    """
    one_of("protocol", protocol, PROTOCOLS)
    given = {name: value for name, value in choices.items() if value is not None}
    if given and protocol != "tutorial":
        raise SettingError(
            f'{", ".join(given)} belongs to the protocol "tutorial". Leave it out, or choose '
            "that protocol."
        )
    lesson = PROTOCOLS[protocol](seed, **given)
    with using_threads(lesson.threads):
        lesson.model.fit(
            fable(),
            out=out,
            force=force,
            resume=resume,
            reporter=reporter,
            how_to_resume=how_to_resume,
            **lesson.options,
        )
    judged = lesson.model.evaluate(fable())
    window = lesson.model.settings.window
    return (
        f"every word from the {window} before it:\n{judged}\n\n"
        f"{BEGINNING} ...\n{lesson.model.predict(BEGINNING)}"
    )
