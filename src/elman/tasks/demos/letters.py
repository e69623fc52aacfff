"""An LSTM learns the alphabet: a run of up to five letters goes in, the next letter comes out.

The exercise is that of J. Brownlee (2016, "Understanding Stateful LSTM Recurrent Neural Networks
in Python with Keras"): a letter is one number in [0, 1], A is 0 and Z is 25/26, a shorter run is
padded with zeros on its left, and the network sees one run a step, 50 times 1000 of them.

With common initial weights and Adam's 0.001 it knows about 80 % of the runs after that: neighbours
are only 1/26 apart, and gates that begin almost flat over [0, 1] do not tell them apart in time.
Two choices bring it to 100 %, both below: each gate begins with its slope somewhere in the alphabet
(`spread`), and the learning rate begins at 0.02 and falls to zero along a cosine.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from elman.data.shuffled import Shuffled
from elman.runtime.threads import using_threads
from elman.tasks.demos.keeping import HISTORY, RESULT, keep, refuse_to_overwrite
from elman.tasks.demos.network import OverNumbers, drawn_from
from elman.tasks.summary import layer_table
from elman.train.history import History
from elman.train.loop import fit
from elman.train.reporter import Reporter
from elman.train.settings import TrainingSettings
from elman.view.curves import plot_history

__all__ = ["FILES", "pairs", "run", "runs", "spread"]

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LONGEST, RUNS, UNITS, SHOWN = 5, 1000, 32, 20
EPOCHS, PAIR_EPOCHS = 50, 500  # 50,000 and 12,500 steps
STEEPNESS = 30.0  # a gate then opens within about 4 of the 26 letters
LOSS = "loss (nats a letter)"
PICTURE = "training.png"
FILES = (PICTURE, HISTORY, RESULT)


def runs(seed: int) -> list[str]:
    """Draw the runs of letters, of which none ends in Z.

    Args:
        seed: of the first and last letters.

    Returns:
        1000 runs of 1 to 5 letters.

    Example:
        >>> runs(seed=0)[:3]
        ['MNOP', 'BCD', 'QRST']
    """
    draw = random.Random(seed)
    found = []
    for _ in range(RUNS):
        first = draw.randint(0, len(ALPHABET) - 2)
        last = draw.randint(first, min(first + LONGEST - 1, len(ALPHABET) - 2))
        found.append(ALPHABET[first : last + 1])
    return found


def pairs() -> list[str]:
    """Return the letters that have a next one, each a run by itself.

    Example:
        >>> len(pairs())
        25
    """
    return [*ALPHABET[:-1]]


def as_numbers(texts: Sequence[str]) -> tuple[Tensor, Tensor]:
    """Return runs as numbers, and the numbers of the letters that follow.

    Args:
        texts: the runs; the longest has T letters.

    Returns:
        Inputs (N, T, 1) in [0, 1], padded with zeros on the left, and targets (N,), int64.

    Example:
        >>> inputs, targets = as_numbers(["N", "AN"])
        >>> inputs.squeeze(-1).tolist(), targets.tolist()
        ([[0.0, 0.5], [0.0, 0.5]], [14, 14])
    """
    longest = max(map(len, texts))
    # an A is 0, as the padding is
    padded = [[ALPHABET.index(letter) for letter in text.rjust(longest, "A")] for text in texts]
    targets = [ALPHABET.index(text[-1]) + 1 for text in texts]
    return torch.tensor(padded).unsqueeze(-1) / len(ALPHABET), torch.tensor(targets)


def spread(network: OverNumbers, seed: int) -> None:
    """Draw the weights of one input so that each gate's slope begins somewhere in [0, 1].

    W is normal and steep, b is -u W with u uniform in [0, 1]: W x + b is then 0 at x = u.

    Args:
        network: over one number, of any cell whose maps have biases; its weights are replaced.
        seed: of them.

    Example:
        >>> network = OverNumbers("lstm", 1, 4, 2)
        >>> spread(network, seed=0)
        >>> views = network.recurrent.named_views()
        >>> u = -views["b_i"] / views["W_i"][:, 0]
        >>> bool(((u >= 0) & (u <= 1)).all())
        True
    """
    draw = torch.Generator().manual_seed(seed)
    views = network.recurrent.named_views()
    with torch.no_grad():
        for name, weight in views.items():
            if name.startswith("W_"):
                weight.normal_(0, STEEPNESS, generator=draw)
                place = torch.rand(len(weight), generator=draw)
                views[name.replace("W_", "b_")].copy_(-place * weight[:, 0])


def run(
    out: str | Path | None = None,
    *,
    seed: int = 0,
    force: bool = False,
    reporter: Reporter | None = None,
) -> str:
    """Teach a network the next letter, after runs of letters and after each letter alone.

    Args:
        out: the folder for the results; none if not given.
        seed: of all random numbers.
        force: replace an earlier result in the folder.
        reporter: is told how it goes.

    Returns:
        The network as a table, how many runs and pairs it knows, and examples.

    Raises:
        DataError: something else is in the folder, or it cannot be written to.

    Example:
        >>> print(run().splitlines()[-1])
        U -> V    V -> W    W -> X    X -> Y    Y -> Z
    """
    if out is not None:
        refuse_to_overwrite(Path(out), "letters", FILES, force=force)
    texts = runs(seed)
    with using_threads(1):  # so small a network gains nothing from a second thread
        network, history = _taught(texts, EPOCHS, seed, reporter, f"{RUNS:,} runs of letters")
        other, _ = _taught(pairs(), PAIR_EPOCHS, seed, reporter, "25 single letters")
        told, alone = _told(network, texts), _told(other, pairs())
    text = "\n".join(
        [
            f"elman demo letters --seed {seed}\n",
            f"{_table(network)}\n",
            f"{RUNS:,} runs of 1 to {LONGEST} letters: {_accuracy(texts, told)}\n",
            f"{_columns(texts[:SHOWN], told, across=4)}\n",
            f"25 single letters, by a network of their own: {_accuracy(pairs(), alone)}\n",
            _columns(pairs(), alone, across=5),
        ]
    )
    if out is not None:
        keep(Path(out), text, history)
        plot_history(history, Path(out, PICTURE), "An LSTM learns which letter comes next", LOSS)
    return text


def _taught(
    texts: Sequence[str], epochs: int, seed: int, reporter: Reporter | None, what: str
) -> tuple[OverNumbers, History]:
    with drawn_from(seed):
        network = OverNumbers("lstm", 1, UNITS, len(ALPHABET))
    spread(network, seed)
    settings = TrainingSettings(learning_rate=0.02, schedule="cosine", epochs=epochs, seed=seed)
    inputs, targets = as_numbers(texts)
    samples = Shuffled(len(texts), lambda n: (inputs[n], targets[n]), batch_size=1, seed=seed)
    history = fit(network, samples, settings, reporter=reporter, introduction=[what])
    return network, history


def _told(network: OverNumbers, texts: Sequence[str]) -> str:
    with torch.no_grad():
        scores, _ = network(as_numbers(texts)[0])
    return "".join(ALPHABET[number] for number in scores[:, -1].argmax(-1))


def _table(network: OverNumbers) -> str:
    parts = {
        name: sum(weight.numel() for weight in part.parameters())
        for name, part in network.named_children()
    }
    letters = f"(B, {len(ALPHABET)})"
    return layer_table(
        [
            ("lstm", f"(B, {UNITS})", parts["recurrent"]),
            ("linear", letters, parts["head"]),
            ("softmax", letters, 0),
        ]
    )


def _accuracy(texts: Sequence[str], told: str) -> str:
    right = sum(map(_follows, texts, told))
    return f"accuracy {right / len(texts):.2%} ({right} of {len(texts)})".replace("%", " %")


def _follows(text: str, letter: str) -> bool:
    return ord(letter) == ord(text[-1]) + 1


def _columns(texts: Sequence[str], told: str, across: int) -> str:
    width = max(map(len, texts))
    shown = [f"{text:>{width}} -> {letter}" for text, letter in zip(texts, told, strict=False)]
    rows = range(0, len(shown), across)
    return "\n".join("    ".join(shown[row : row + across]) for row in rows)
