"""The loop: steps, rows, checkpoints, and the ways in which it ends."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import torch
from torch import Tensor

from elman.data.arguments import at_least
from elman.data.batch import Batch, Batches
from elman.errors import DivergedError, Interrupted, SettingError
from elman.train.checkpoint import Checkpoint
from elman.train.history import History
from elman.train.interrupts import interruptible
from elman.train.pace import Pace
from elman.train.reporter import Reporter, SilentReporter
from elman.train.run import NotFiniteError, Run, Sample, Validation
from elman.train.settings import TrainingSettings
from elman.train.watch import Watch

__all__ = ["Example", "fit"]

Example = Callable[[Batch, Tensor], str]


def fit(
    network: torch.nn.Module,
    batches: Batches,
    settings: TrainingSettings,
    *,
    loss: torch.nn.Module | None = None,
    validation: Validation | None = None,
    checkpoint: str | Path | None = None,
    resume: bool = False,
    reporter: Reporter | None = None,
    report_every: int | None = None,
    example: Example | None = None,
    sample: Sample | None = None,
    introduction: Sequence[str] = (),
    how_to_resume: str = "",
) -> History:
    """Train a network, on the cross-entropy of symbols unless another loss is given.

    Between batches the state is carried and detached, unless a batch starts afresh. Where a
    batch has one symbol a row as its target, the loss is on the last step. The result depends on
    the network's weights, the batches and the settings alone: the random numbers are the run's own,
    and a run that was killed and resumed ends at the same bits as one that was not.

    Args:
        network: ``network(inputs, state) -> (outputs, state)``, trained in place: for symbols
            (B, T) the outputs are scores (B, T, K). The state is None at first, then what the
            network returned: a tensor or a nest of them. If it has an attribute `penalises` that is
            true, ``network.penalised(inputs, state) -> (outputs, state, penalty)`` is called in
            training, and what is minimised is the loss, which alone is told, plus the penalty.
        batches: what it learns from.
        settings: how.
        loss: of outputs and targets, their mean; the cross-entropy if not given.
        validation: returns the loss and the accuracy (0 to 1, None for numbers) on other data;
            called at each epoch's end with the network in evaluation mode and without gradients.
        checkpoint: the file to keep the run in; after the end it holds the finished run, so that
            nothing is lost until the model is saved, and may then be deleted.
        resume: go on from that file.
        reporter: is told how it goes; None tells nobody.
        report_every: steps from one row of the history to the next; there is one at each
            epoch's end in any case.
        example: makes a line from a batch and the outputs for it, for
            ``settings.display_every``.
        sample: returns what the network makes of something, always the same, for the history; it
            is asked like `validation`, after the epochs 1, 2, 3, 4, 6, 8, 12, 16, ...
        introduction: lines that the reporter hears before those on the training.
        how_to_resume: what the user types to go on after Ctrl-C.

    Returns:
        The history, at least one row long.

    Raises:
        Interrupted: Ctrl-C was pressed; the step at hand was finished and the checkpoint written.
        DivergedError: the loss is no number any more; the last good weights are in the network.
        SettingError: `patience` or `average` without validation, a network without weights to
            train, or `resume` without a checkpoint or with other settings or data.
        ModelFolderError: the checkpoint is missing, damaged or of another network.
        DataError: the checkpoint cannot be written.

    Example:
        >>> from elman.data.windows import Windows
        >>> class Bigram(torch.nn.Embedding):
        ...     def forward(self, inputs, state):
        ...         return super().forward(inputs), state
        >>> network = Bigram(3, 3)
        >>> history = fit(
        ...     network,
        ...     Windows([0, 1, 2] * 9, window=2, batch_size=5, seed=0),
        ...     TrainingSettings(learning_rate=0.1, epochs=20),
        ... )
        >>> history.last.accuracy
        1.0
    """
    for name in ("patience", "average"):
        if getattr(settings, name) and validation is None:
            raise SettingError(
                f"{name} is {getattr(settings, name)}, but there is no validation to judge by. "
                f"Give validation data or leave {name} out."
            )
    if resume and checkpoint is None:
        raise SettingError("resume needs the checkpoint to go on from; give its file.")
    if report_every is not None:
        at_least("report_every", report_every, 1)
    reporter = reporter or SilentReporter()
    run = Run(network, batches, settings, validation, loss, sample)
    with _random_numbers_of_its_own(settings.seed, run.device), _training_mode(network):
        if resume and checkpoint is not None:
            run.resume(Checkpoint.read(checkpoint))
        with interruptible() as interrupted:
            reporter.start([*introduction, *_plan(run)], run.progress.step, run.total)
            try:
                _train(run, checkpoint, reporter, report_every, example, interrupted)
            except NotFiniteError as error:
                run.go_back()
                raise _diverged(run, error) from None
            finally:
                reporter.finish()
            if not run.finished:
                raise Interrupted(_stopped(run, checkpoint, how_to_resume))
    return run.history


def _train(
    run: Run,
    checkpoint: str | Path | None,
    reporter: Reporter,
    report_every: int | None,
    example: Example | None,
    interrupted: Callable[[], bool],
) -> None:
    settings, progress = run.settings, run.progress
    started = written = time.monotonic()
    started -= progress.seconds
    watch = Watch(run.network, run.loss, settings)
    pace, shown = Pace(), settings.display_every if example else None
    alone = 1 if run.whole_loop.refusal else None
    every = (run.batches.steps_per_epoch, report_every, shown, alone)
    while not run.finished and not interrupted():
        with pace.timed(_until(progress.step, *every)):
            batch, logits = run.steps(pace.count)
        progress.seconds = time.monotonic() - started
        reporter.step(progress.step, progress.loss, progress.accuracy)
        if example and settings.display_every and progress.step % settings.display_every == 0:
            reporter.example(example(batch, logits))
        if run.ends_epoch or (report_every and progress.step % report_every == 0):
            reporter.row(run.close_row())
            for line in watch.look(batch.to(run.device), progress):
                reporter.note(line)
        if checkpoint and time.monotonic() - written >= settings.checkpoint_seconds:
            run.to_checkpoint().write(checkpoint)
            written = time.monotonic()
    if run.finished:
        run.finish()
    if checkpoint:
        run.to_checkpoint().write(checkpoint)


def _until(step: int, *every: int | None) -> int:
    """Return how many steps there are to the next at which something else is to be done."""
    return min(one - step % one for one in every if one)


def _plan(run: Run) -> list[str]:
    settings = run.settings
    chosen = settings.model_dump(
        exclude={"optimizer", "epochs", "display_every", "checkpoint_seconds", "whole_loop", "log"},
        exclude_none=True,
    )
    weights = sum(weight.numel() for weight in run.parameters)
    lines = [
        f"{weights:,} parameters, {_counted(settings.epochs, 'epoch')} of "
        f"{_counted(run.batches.steps_per_epoch, 'step')}",
        f"{settings.optimizer}: {', '.join(f'{name} {value}' for name, value in chosen.items())}",
    ]
    refusal = run.whole_loop.refusal
    lines.append(f"whole loop not compiled: {refusal}" if refusal else "whole loop compiled")
    if run.progress.step:
        lines.append(f"going on after step {run.progress.step} of {run.total}")
    return lines


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _stopped(run: Run, checkpoint: str | Path | None, how_to_resume: str) -> str:
    kept = (
        f'The run is kept in "{checkpoint}".' if checkpoint else "The run was not kept in a file."
    )
    go_on = f" To go on: {how_to_resume}" if checkpoint and how_to_resume else ""
    return (
        f"stopped after step {run.progress.step} of {run.total}, in epoch {run.epoch} of "
        f"{run.settings.epochs}. {kept}{go_on}"
    )


def _diverged(run: Run, error: NotFiniteError) -> DivergedError:
    settings, last = run.settings, run.progress.last_loss
    before = "no loss before it was finite" if last is None else f"the loss before was {last:.4g}"
    clipping = (
        "clip the gradient, for example with clip_norm 1"
        if settings.clip_norm is None
        else f"a smaller clip_norm than {settings.clip_norm:g}"
    )
    return DivergedError(
        f"{error}; {before}. The network has its weights of step "
        f"{run.good_step} again. Try a lower learning_rate than {settings.learning_rate:g}, or "
        f"{clipping}."
    )


@contextmanager
def _random_numbers_of_its_own(seed: int, device: torch.device) -> Iterator[None]:
    on_gpu = device.type == "cuda"
    with torch.random.fork_rng(devices=[device] if on_gpu else []):
        torch.default_generator.manual_seed(seed)
        if on_gpu:
            with torch.cuda.device(device):
                torch.cuda.manual_seed(seed)
        yield


@contextmanager
def _training_mode(network: torch.nn.Module) -> Iterator[None]:
    before = network.training
    network.train()
    try:
        yield
    finally:
        network.train(before)
