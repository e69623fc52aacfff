"""A network learns the sine curve, and then goes on drawing it by itself.

At each of 25 steps of a sample it is shown a value of the curve and learns the next one, by the
mean squared error. Judged is how it goes on after 25 steps of a curve: one step ahead, with the
true values shown, and running free, with its own answers in their place.

The loss does not fall to zero: one value alone does not say whether the curve rises or falls, so
that the first of the 25 answers can only be half right.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn

from elman import cells
from elman.data.batch import Batches
from elman.data.chunks import Chunks
from elman.data.shuffled import Shuffled
from elman.errors import SettingError
from elman.runtime.threads import using_threads
from elman.tasks.demos.keeping import HISTORY, RESULT, keep, refuse_to_overwrite
from elman.tasks.demos.network import OverNumbers, drawn_from
from elman.train.loop import fit
from elman.train.reporter import Reporter
from elman.train.settings import TrainingSettings
from elman.view.going_on import plot_going_on

__all__ = ["FILES", "curve", "go_on", "run"]

SAMPLES, STEPS = 200, 25
STEP = 0.5  # radians: about two periods a sample
UNITS, EPOCHS = 32, 1000  # of 10 steps, 20 samples each
FREE = 100  # steps
PHASES = 32  # of the curves that it goes on with
PICTURE = "sine.png"
FILES = (PICTURE, HISTORY, RESULT)


def curve(start: Tensor, steps: int) -> Tensor:
    """Return sine curves of amplitude 1.

    Args:
        start: where each begins, radians, (B,), float64.
        steps: how many values, T.

    Returns:
        Values (B, T, 1), float32.

    Example:
        >>> curve(torch.tensor([0.0, math.pi / 2], dtype=torch.float64), steps=1).flatten().tolist()
        [0.0, 1.0]
    """
    angles = start[:, None] + STEP * torch.arange(steps, dtype=torch.float64)
    return angles.sin().float().unsqueeze(-1)


class GoingOn(NamedTuple):
    """How curves go on after the steps that were shown, (B, 100, 1) each."""

    truth: Tensor
    ahead: Tensor  # one step, from the true values
    free: Tensor  # from the network's own answers


def go_on(network: OverNumbers, start: Tensor) -> GoingOn:
    """Let a network go on with curves after 25 steps of each.

    Args:
        network: that was taught.
        start: where each curve begins, radians, (B,), float64.

    Example:
        >>> go_on(OverNumbers("elman", 1, 4, 1), torch.zeros(3, dtype=torch.float64)).free.shape
        torch.Size([3, 100, 1])
    """
    values = curve(start, STEPS + FREE)
    with torch.no_grad():
        ahead, _ = network(values[:, :-1])
        answers, state = network(values[:, :STEPS])
        free = [answers[:, -1:]]
        while len(free) < FREE:
            answer, state = network(free[-1], state)
            free.append(answer)
    return GoingOn(values[:, STEPS:], ahead[:, STEPS - 1 :], torch.cat(free, dim=1))


def run(
    out: str | Path | None = None,
    *,
    seed: int = 0,
    cell: str = "elman",
    tbptt: int | None = None,
    force: bool = False,
    reporter: Reporter | None = None,
) -> str:
    """Teach a network the sine curve, and let it go on.

    Args:
        out: the folder for the results; none if not given.
        seed: of all random numbers.
        cell: the name of a cell.
        tbptt: how many steps the gradient goes back, with the state carried on; all 25 if not
            given.
        force: replace an earlier result in the folder.
        reporter: is told how it goes.

    Returns:
        The average errors one step ahead and running free, as shares of the amplitude.

    Raises:
        CellError: there is no such cell.
        SettingError: `tbptt` is not from 1 to 25.
        DataError: something else is in the folder, or it cannot be written to.

    Example:
        >>> print(run().splitlines()[-1].split("  ")[0])
        running free, on its own answers
    """
    cells.get(cell)
    if tbptt is not None and not 1 <= tbptt <= STEPS:
        raise SettingError(
            f"tbptt is {tbptt}, but a sample has {STEPS} steps; expected 1 to {STEPS}."
        )
    if out is not None:
        refuse_to_overwrite(Path(out), "sine", FILES, force=force)
    with drawn_from(seed):
        network = OverNumbers(cell, 1, UNITS, 1)
    settings = TrainingSettings(learning_rate=0.02, schedule="cosine", epochs=EPOCHS, seed=seed)
    start = torch.arange(PHASES, dtype=torch.float64) * (2 * math.pi / PHASES)
    with using_threads(1):  # so small a network gains nothing from a second thread
        history = fit(
            network, _batches(seed, tbptt), settings, loss=nn.MSELoss(), reporter=reporter
        )
        found = go_on(network, start)
    text = f"{_command(seed, cell, tbptt)}\n\n{_errors(found)}"
    if out is not None:
        keep(Path(out), text, history)
        first = GoingOn(*(values[0, :, 0] for values in found))
        title = f"The sine curve, as {UNITS} units of {cell} go on with it"
        plot_going_on(history, *first, Path(out, PICTURE), title=title)
    return text


def _batches(seed: int, tbptt: int | None) -> Batches:
    whole = curve(torch.zeros(1, dtype=torch.float64), SAMPLES * STEPS + 1)
    inputs, targets = (values.view(SAMPLES, STEPS, 1) for values in (whole[0, :-1], whole[0, 1:]))
    samples = Shuffled(SAMPLES, lambda n: (inputs[n], targets[n]), batch_size=20, seed=seed)
    return Chunks(samples, tbptt) if tbptt else samples


def _command(seed: int, cell: str, tbptt: int | None) -> str:
    cut = "" if tbptt is None else f" --tbptt {tbptt}"
    return f"elman demo sine --seed {seed} --cell {cell}{cut}"


def _errors(found: GoingOn) -> str:
    ahead, free = (
        (values - found.truth).abs().mean().item() for values in (found.ahead, found.free)
    )
    return (
        f"{FREE} steps of {PHASES} curves, after {STEPS} of each were shown.\n"
        "Average error, % of the amplitude:\n\n"
        f"one step ahead, from the true values  {100 * ahead:.3f} %\n"
        f"running free, on its own answers      {100 * free:.3f} %"
    )
