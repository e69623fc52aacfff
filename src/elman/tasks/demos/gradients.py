"""Gradients that vanish and explode over 100 steps, and what each remedy does about it.

A network is shown one of four symbols, then 99 steps of noise, and asked for the symbol. What it
says is judged by the cross-entropy at the last step, whose gradient has all the steps to go back.
Each remedy is tried by itself, with several learning rates, and what came of it is told as it is:
a remedy that does not help is shown as such.

Source:
    Bengio, Simard & Frasconi 1994, Learning Long-Term Dependencies with Gradient Descent Is
    Difficult; Pascanu, Mikolov & Bengio 2012, On the Difficulty of Training Recurrent Neural
    Networks; Le, Jaitly & Hinton 2015, A Simple Way to Initialize Recurrent Networks of Rectified
    Linear Units.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from elman.data.shuffled import Shuffled
from elman.errors import DivergedError
from elman.runtime.threads import using_threads
from elman.tasks.demos.keeping import HISTORY, RESULT, keep, refuse_to_overwrite
from elman.tasks.demos.network import OverNumbers, drawn_from
from elman.tasks.demos.remedies import REMEDIES, Remedy
from elman.train.history import History
from elman.train.loop import fit
from elman.train.reporter import Reporter, SilentReporter
from elman.train.settings import TrainingSettings
from elman.train.through_time import batch_norms
from elman.view.remedies import Panel, plot_remedies
from elman.view.table import table

__all__ = ["FILES", "recall", "run"]

STEPS = 100
SYMBOLS, NOISES = 4, 2
SAMPLES, BATCH, EPOCHS = 4096, 32, 10
JUDGED, MEASURED = 512, 16  # sequences never trained on; of these, those whose gradients are taken
UNITS = 32
PICTURE = "remedies.png"
FILES = (PICTURE, HISTORY, RESULT)
HEAD = ("remedy", "before", "after", "trained by", "right, %")


def recall(samples: int, seed: int) -> tuple[Tensor, Tensor]:
    """Return sequences of a symbol and noise, (N, 100, 6) one-hot, and the symbols, (N,).

    Args:
        samples: N.
        seed: of the draws.

    Example:
        >>> x, symbols = recall(2, seed=0)
        >>> x[:, 0].argmax(1).equal(symbols), x[:, 1:, :4].any().item()
        (True, False)
    """
    draws = torch.Generator().manual_seed(seed)
    symbols = torch.randint(SYMBOLS, (samples,), generator=draws)
    shown = torch.randint(SYMBOLS, SYMBOLS + NOISES, (samples, STEPS), generator=draws)
    shown[:, 0] = symbols
    return nn.functional.one_hot(shown, SYMBOLS + NOISES).float(), symbols


class Tried(NamedTuple):
    """What came of a remedy.

    Args:
        remedy: which.
        before: the norms of the gradient before the training, (T,), that at the last step being 1.
        after: likewise.
        training: the best.
        loss: on sequences that are not learnt.
        right: the share of them that was told right.
        history: of the training; empty if it came to no end.
    """

    remedy: Remedy
    before: Tensor
    after: Tensor
    training: Mapping[str, Any]
    loss: float
    right: float
    history: History


def run(
    out: str | Path | None = None,
    *,
    seed: int = 0,
    force: bool = False,
    reporter: Reporter | None = None,
) -> str:
    """Try every remedy.

    Args:
        out: the folder for the results; none if not given. The history there is that of the last
            remedy.
        seed: of all random numbers.
        force: replace an earlier result in the folder.
        reporter: is told how it goes.

    Returns:
        For each remedy what is left of the gradient after 99 steps, before and after the training,
        and how many new sequences it knows.

    Raises:
        DataError: something else is in the folder, or it cannot be written to.
    """
    if out is not None:
        refuse_to_overwrite(Path(out), "gradients", FILES, force=force)
    reporter = reporter or SilentReporter()
    reporter.start([_about()], 0, len(REMEDIES))
    tried: list[Tried] = []
    try:
        with using_threads(1):  # so small networks gain nothing from a second thread
            for remedy in REMEDIES:
                tried.append(one := _try(remedy, seed))
                reporter.step(len(tried), one.loss, one.right)
                reporter.example(f"{_title(one)}")
    finally:
        reporter.finish()
    text = f"elman demo gradients --seed {seed}\n\n{_about()}\n\n{_table(tried)}"
    if out is not None:
        keep(Path(out), text, tried[-1].history)
        panels = [Panel(_title(one), one.before, one.after) for one in tried]
        plot_remedies(panels, Path(out, PICTURE), f"Gradients through {STEPS} steps, by remedy")
    return text


def _try(remedy: Remedy, seed: int) -> Tried:
    x, y = recall(SAMPLES, 3 * seed)
    chosen_by, judged_by = recall(JUDGED, 3 * seed + 1), recall(JUDGED, 3 * seed + 2)
    every = []
    for training in remedy.trainings:
        network, history = _made(remedy, seed), History()
        samples = Shuffled(SAMPLES, lambda n: (x[n], y[n]), batch_size=BATCH, seed=seed)
        settings = TrainingSettings(**training, epochs=EPOCHS, seed=seed)
        with suppress(DivergedError):  # which leaves the last good weights
            history = fit(network, samples, settings)
        every.append((_judged(network, *chosen_by).right, training, network, history))
    _, training, network, history = max(every, key=lambda one: one[0])
    before, after = _norms(_made(remedy, seed), *judged_by), _norms(network, *judged_by)
    return Tried(remedy, before, after, training, *_judged(network, *judged_by), history)


def _made(remedy: Remedy, seed: int) -> OverNumbers:
    with drawn_from(seed):
        network = remedy.network(remedy.cell, SYMBOLS + NOISES, UNITS, SYMBOLS)
        remedy.start(network.recurrent)
    return network


class Judged(NamedTuple):
    """Loss and share of right answers."""

    loss: float
    right: float


def _judged(network: OverNumbers, x: Tensor, symbols: Tensor) -> Judged:
    with torch.no_grad():
        scores = network(x)[0][:, -1]
    right = (scores.argmax(1) == symbols).double().mean()
    return Judged(float(nn.functional.cross_entropy(scores, symbols)), float(right))


def _norms(network: OverNumbers, x: Tensor, symbols: Tensor) -> Tensor:
    (layer,) = batch_norms(network, nn.CrossEntropyLoss(), x[:MEASURED], symbols[:MEASURED])
    return layer.whole / layer.whole[-1]


def _title(one: Tried) -> str:
    return f"{one.remedy.name}: {100 * one.right:.0f} % right"


def _about() -> str:
    return (
        f"The first of {STEPS} symbols is to be told after the last; by chance {100 // SYMBOLS} % "
        "are right.\n"
        "Each remedy is tried with several learning rates, of which the best is shown."
    )


def _table(tried: Sequence[Tried]) -> str:
    rows = [
        [
            one.remedy.name,
            *(f"{norms[0]:.0e}" if norms[0] else "0" for norms in (one.before, one.after)),
            f"{one.training['optimizer']}, {one.training['learning_rate']:g}",
            f"{100 * one.right:.1f}",
        ]
        for one in tried
    ]
    return (
        f"The gradient {STEPS - 1} steps back, times that at the last step, before and after the\n"
        f"training, its learning rate, and how many of {JUDGED} new sequences were told right:\n\n"
        f"{table(rows, head=HEAD)}\n\n"
        "Clipping makes the gradient of the weights shorter, all steps alike: what\n"
        "vanishes still vanishes. BPTT over a few steps ends it there. A cell that holds\n"
        "begins with gates that keep its state (elman.nn.chrono)."
    )
