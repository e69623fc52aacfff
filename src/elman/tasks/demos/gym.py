"""What is the next exercise? The calendar knows until a day is missed; a memory knows after, too.

An exercise plan of seven days goes on where it was left, so that after a missed day no weekday
stands for an exercise any more. A feed-forward network sees the calendar and the person's health;
a recurrent one sees what was done the day before, as a one-hot vector, which is all zeros after a
missed day: what was done last it has to remember itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn

from elman.data.shuffled import Shuffled
from elman.runtime.threads import using_threads
from elman.tasks.demos.diary import EXERCISES, HEALTH, PLAN, Day, diary, predictable
from elman.tasks.demos.keeping import HISTORY, RESULT, keep, refuse_to_overwrite
from elman.tasks.demos.network import OverNumbers, OverSteps, drawn_from
from elman.train.history import History
from elman.train.loop import fit
from elman.train.reporter import Reporter
from elman.train.settings import TrainingSettings
from elman.view.states import plot_states
from elman.view.table import table

__all__ = ["FILES", "run"]

WEEKS = 520
BLOCK = 28  # days that a network sees in a row, from a zero state
OF_TRAINING = 104  # blocks of the first eight years; those of the last two are only asked
UNITS, EPOCHS = 32, 60
HEAD = ("network", "sees", "no day missed", "some days missed")
PICTURE = "week.png"
FILES = (PICTURE, HISTORY, RESULT)
WEEKDAYS, MONTHS = tuple(range(7)), tuple(range(1, 13))


def calendar(days: Sequence[Day]) -> Tensor:
    """Return weekday, month and health of each day as one-hot vectors side by side, (T, 22).

    Example:
        >>> calendar(diary(seed=0, weeks=1))[0].nonzero().squeeze(1).tolist()  # Monday, January
        [0, 7, 20]
    """
    parts = (
        _one_hot([day.date.weekday() for day in days], WEEKDAYS),
        _one_hot([day.date.month for day in days], MONTHS),
        _one_hot([day.health for day in days], [*HEALTH]),
    )
    return torch.cat(parts, dim=1)


def done_before(days: Sequence[Day]) -> Tensor:
    """Return what was done the day before each day as a one-hot vector, (T, 6).

    The vector is all zeros where nothing was done, and before the first day.

    Example:
        >>> done_before(diary(seed=0, weeks=1, misses=False)).argmax(1).tolist()[1:]
        [0, 1, 2, 3, 4, 1]
    """
    before: list[str | None] = [None, *(None if day.missed else day.due for day in days)]
    return _one_hot(before[: len(days)], EXERCISES)


def _one_hot(values: Sequence[object], known: Sequence[object]) -> Tensor:
    return torch.tensor([[float(value == one) for one in known] for value in values])


class Rival(NamedTuple):
    """A network and what it sees of the days."""

    sees: str
    view: Callable[[Sequence[Day]], Tensor]
    make: Callable[[int], nn.Module]


RIVALS = {
    "feed-forward": Rival(
        "weekday, month, health",
        calendar,
        lambda inputs: OverSteps(inputs, UNITS, len(EXERCISES)),
    ),
    "recurrent": Rival(
        "what was done before",
        done_before,
        lambda inputs: OverNumbers("elman", inputs, UNITS, len(EXERCISES)),
    ),
}


class Judged(NamedTuple):
    """A network, how it was trained, and what it tells of every block of days."""

    network: nn.Module
    history: History
    told: list[list[str]]


def run(
    out: str | Path | None = None,
    *,
    seed: int = 0,
    force: bool = False,
    reporter: Reporter | None = None,
) -> str:
    """Teach both networks a plan, by a diary without a missed day and by one with some.

    Args:
        out: the folder for the results; none if not given.
        seed: of all random numbers.
        force: replace an earlier result in the folder.
        reporter: is told how it goes.

    Returns:
        How many of the predictable days of new weeks each network knows.

    Raises:
        DataError: something else is in the folder, or it cannot be written to.

    Example:
        >>> print(run().splitlines()[-1])
        recurrent     what was done before           100.00            100.00
    """
    if out is not None:
        refuse_to_overwrite(Path(out), "gym", FILES, force=force)
    unbroken, broken = (_blocks(diary(seed, WEEKS, misses=misses)) for misses in (False, True))
    rows = []
    with using_threads(1):  # so small networks gain nothing from a second thread
        for name, rival in RIVALS.items():
            calm = _judged(rival, unbroken, seed, reporter, f"{name}, no day missed")
            hard = _judged(rival, broken, seed, reporter, f"{name}, some days missed")
            shares = (_share(unbroken, calm), _share(broken, hard))
            rows.append([name, rival.sees, *(f"{100 * share:.2f}" for share in shares)])
    text = f"elman demo gym --seed {seed}\n\n{_about(broken)}\n\n{table(rows, head=HEAD)}"
    if out is not None:
        keep(Path(out), text, hard.history)
        _picture(hard, broken, Path(out, PICTURE))
    return text


def _blocks(days: Sequence[Day]) -> list[list[Day]]:
    return [[*days[first : first + BLOCK]] for first in range(0, len(days), BLOCK)]


def _judged(
    rival: Rival, blocks: Sequence[Sequence[Day]], seed: int, reporter: Reporter | None, what: str
) -> Judged:
    inputs = torch.stack([rival.view(block) for block in blocks])
    targets = torch.tensor([[EXERCISES.index(day.due) for day in block] for block in blocks])
    with drawn_from(seed):
        network = rival.make(inputs.shape[-1])
    samples = Shuffled(OF_TRAINING, lambda n: (inputs[n], targets[n]), batch_size=4, seed=seed)
    settings = TrainingSettings(learning_rate=0.01, schedule="cosine", epochs=EPOCHS, seed=seed)
    history = fit(network, samples, settings, reporter=reporter, introduction=[what])
    with torch.no_grad():
        scores, _ = network(inputs)
    told = [[EXERCISES[number] for number in row] for row in scores.argmax(-1).tolist()]
    return Judged(network, history, told)


def _share(blocks: Sequence[Sequence[Day]], judged: Judged) -> float:
    """Return how many of the predictable days of the blocks not trained on were told right."""
    right = [
        word == day.due
        for block, told in zip(blocks[OF_TRAINING:], judged.told[OF_TRAINING:], strict=True)
        for day, word, known in zip(block, told, predictable(block), strict=True)
        if known
    ]
    return sum(right) / len(right)


def _about(blocks: Sequence[Sequence[Day]]) -> str:
    new = blocks[OF_TRAINING:]
    days = [day for block in new for day in block]
    known = sum(sum(predictable(block)) for block in new)
    return (
        f"The plan: {', '.join(PLAN)}.\nAfter a missed day it goes on where it was left.\n"
        f"Judged: {len(days)} days never trained on, {BLOCK} in a row, "
        f"{sum(day.missed for day in days)} of them missed.\n"
        f"Predictable: {known} of them. The other {len(days) - known} come before anything was "
        "done,\nor after nothing but a run, which chest and rest may follow.\n"
        "Days whose exercise was told right, % of the predictable ones:"
    )


def _picture(judged: Judged, blocks: Sequence[Sequence[Day]], path: Path) -> None:
    """Draw the second week of the first new block that has a missed day there."""
    week = slice(7, 14)
    place = next(
        number
        for number in range(OF_TRAINING, len(blocks))
        if any(day.missed for day in blocks[number][week])
    )
    block = blocks[place]
    inputs = done_before(block)
    assert isinstance(judged.network, OverNumbers)
    with torch.no_grad():
        states, _ = judged.network.recurrent(inputs[None])
    # what was done on a day, and the state after it, are at the step of the next day
    after = slice(week.start + 1, week.stop + 1)
    names = [
        f"{day.date:%a}\n{'missed' if day.missed else day.due}\nnext: {told}"
        for day, told in zip(block[week], judged.told[place][after], strict=True)
    ]
    plot_states(
        inputs[after],
        states[0, after],
        path,
        title="What was done in a week, and what the network makes of it (hatched: a missed day)",
        features=EXERCISES,
        steps=names,
        marked=[day.missed for day in block[week]],
    )
