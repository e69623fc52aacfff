"""One run: the network, its optimizer, and all else that changes from step to step.

Shapes: B rows, T time steps, K symbols.
"""

import hashlib
import math
from collections.abc import Callable
from dataclasses import asdict, astuple
from typing import Any, TypeVar

import torch
from torch import Tensor, nn
from torch.nn.utils import clip_grad_value_, clip_grads_with_norm_, get_total_norm

from elman.data.batch import Batch, Batches, Stretch, stretches
from elman.errors import ModelFolderError, SettingError
from elman.runtime.random_masks import counted
from elman.train.averaging import Averaging, is_time
from elman.train.checkpoint import Checkpoint
from elman.train.history import History, Row
from elman.train.milestones import is_milestone
from elman.train.nest import map_tensors
from elman.train.objective import Quality, judged
from elman.train.optimizers import make_optimizer
from elman.train.penalty import forward
from elman.train.progress import Progress
from elman.train.schedules import Schedule
from elman.train.settings import OF_NO_CONSEQUENCE, TrainingSettings
from elman.train.whole_loop.compile_step import Steps
from elman.train.whole_loop.of_run import WholeLoop

__all__ = ["NotFiniteError", "Run", "Sample", "Validation"]

Validation = Callable[[], Quality | tuple[float, float | None]]
Sample = Callable[[], str]
Answer = TypeVar("Answer")


class NotFiniteError(Exception):
    """The loss or a weight is no longer a number."""


class Run:
    """A network on its way through its batches, one whole step after the other.

    Args:
        network: ``network(inputs, state) -> (outputs, state)``; it may ask for a penalty as
            `elman.train.penalty` has it.
        batches: what it learns from.
        settings: how.
        validation: returns loss and accuracy on other data.
        loss: of outputs and targets; the cross-entropy if not given.
        sample: returns what the network makes of something, for a person to read.

    Raises:
        SettingError: the network has nothing to train.
    """

    def __init__(
        self,
        network: torch.nn.Module,
        batches: Batches,
        settings: TrainingSettings,
        validation: Validation | None,
        loss: nn.Module | None = None,
        sample: Sample | None = None,
    ) -> None:
        self.network, self.batches, self.settings = network, batches, settings
        self.validation, self.loss = validation, loss or nn.CrossEntropyLoss()
        self.sample = sample
        self.parameters = [weight for weight in network.parameters() if weight.requires_grad]
        if not self.parameters:
            raise SettingError("the network has no weights that may change; unfreeze some.")
        self.device = self.parameters[0].device
        self.data = _fingerprint(batches)
        self.total = settings.epochs * batches.steps_per_epoch
        self.optimizer = make_optimizer(
            settings.optimizer,
            self.parameters,
            settings.learning_rate,
            settings.optimizer_options,
        )
        self.schedule = Schedule(settings.schedule, self.optimizer, self.total)
        self.whole_loop = WholeLoop(network, batches, self.optimizer, settings, self.loss)
        self.progress, self.history = Progress(), History()
        self.averaging = Averaging(network)
        self.state: Any = None
        self.norm: Tensor | None = None  # of the latest gradient, if it was looked at
        self.best_weights: dict[str, Tensor] | None = None
        self.good_step, self.good_weights = 0, self._copied_weights()

    @property
    def finished(self) -> bool:
        """Whether there is no step left to do."""
        return self.progress.stopped_early or self.progress.step >= self.total

    @property
    def epoch(self) -> int:
        """Which epoch the latest step belongs to, counted from 1."""
        return max(0, self.progress.step - 1) // self.batches.steps_per_epoch + 1

    @property
    def ends_epoch(self) -> bool:
        """Whether the latest step was the last of its epoch."""
        return self.progress.step % self.batches.steps_per_epoch == 0

    def steps(self, count: int) -> tuple[Batch, Tensor]:
        """Do whole steps in one native call, or one by itself where the loop is not compiled.

        Args:
            count: how many, 1 or more, not beyond the end of an epoch; 1 if it is not compiled.

        Returns:
            The last batch and the outputs for its targets, before its update.

        Raises:
            NotFiniteError: the loss of a step is no number; what came after it is of no use.
        """
        if self.whole_loop.refusal:
            return self.step()
        for stretch in stretches(self.batches, self.progress.step, count):
            rates: list[float] = []

            def before_step(step: int, rates: list[float] = rates) -> None:
                if step:
                    self.schedule.after_step()
                rates.append(self.schedule.learning_rate)

            state = None if stretch.fresh else self.state
            done, self.state = self.whole_loop.run(stretch, state, before_step)
            self.schedule.after_step()
            self.norm = None if done.norms is None else done.norms[-1]
            self._count(stretch, done, rates)
        last = Batch(stretch.inputs[-1], stretch.targets[-1], stretch.fresh)
        return last, done.outputs

    def _count(self, stretch: Stretch, done: Steps, rates: list[float]) -> None:
        finite = int(done.losses.isfinite().long().cumprod(0).sum())
        predictions = [stretch.targets[0].numel()] * finite
        symbols = isinstance(self.loss, nn.CrossEntropyLoss)
        hits = done.hits[:finite].tolist() if symbols else None
        losses = done.losses[:finite].tolist()
        self.progress.add_many(losses, hits, predictions, rates[:finite])
        if finite < len(done.losses):
            value = done.losses[finite].item()
            raise NotFiniteError(f"the loss became {value} at step {self.progress.step + 1}")

    def step(self) -> tuple[Batch, Tensor]:
        """Do one whole step: forward, loss, backward, clipping, update.

        Returns:
            The batch and the outputs for its targets, before the update.

        Raises:
            NotFiniteError: the loss is no number; nothing was updated.
        """
        batch = self.batches[self.progress.step]
        targets = batch.targets.to(self.device)
        state = None if batch.fresh else self.state
        with counted(self.settings.seed, self.progress.step):
            inputs = batch.inputs.to(self.device)
            outputs, state, penalty = forward(self.network, inputs, state)
        loss, correct, outputs = judged(self.loss, outputs, targets)
        if not math.isfinite(value := loss.item()):
            raise NotFiniteError(f"the loss became {value} at step {self.progress.step + 1}")
        rate = self.schedule.learning_rate
        self._update(loss if penalty is None else loss + penalty)
        self.state = map_tensors(Tensor.detach, state)
        self.progress.add(value, correct, targets.numel(), rate)
        return batch, outputs.detach()

    def _update(self, loss: Tensor) -> None:
        self.optimizer.zero_grad()
        torch.autograd.backward(loss)
        if self.settings.clip_value is not None:
            clip_grad_value_(self.parameters, self.settings.clip_value)
        if self.settings.clip_norm is not None:
            self._clip(self.settings.clip_norm)
        self.optimizer.step()
        self.schedule.after_step()
        self.averaging.after_step()

    def _clip(self, longest: float) -> None:
        # as clip_grad_norm_ does it, which multiplies by one where there is nothing to clip
        self.norm = get_total_norm([w.grad for w in self.parameters if w.grad is not None])
        if not longest / (self.norm + 1e-6) >= 1:
            clip_grads_with_norm_(self.parameters, longest, self.norm)

    def close_row(self) -> Row:
        """Average over the steps since the last row and, at an epoch's end, validate.

        Returns:
            The row, which is now part of the history.

        Raises:
            NotFiniteError: a weight is no number.
        """
        self.keep()
        progress = self.progress
        quality = self._validate()
        row = Row(
            progress.step,
            self.epoch,
            progress.loss,
            progress.accuracy,
            quality and quality.loss,
            quality and quality.accuracy,
            progress.learning_rate,
            progress.seconds,
            self._gradient_norm(),
            self._sampled(),
            quality and quality.score,
        )
        self.history.rows.append(row)
        progress.start_row()
        if self.ends_epoch:
            self._judge(quality)
            progress.start_epoch()
        return row

    def _validate(self) -> Quality | None:
        if self.validation is None or not self.ends_epoch:
            return None
        return Quality(*self._answered(self.validation))

    def _sampled(self) -> str | None:
        asked = self.ends_epoch and is_milestone(self.epoch)
        return self._answered(self.sample) if self.sample and asked else None

    def _answered(self, question: Callable[[], Answer]) -> Answer:
        self.network.eval()
        try:
            with torch.no_grad(), self.averaging.shown():
                return question()
        finally:
            self.network.train()

    def _gradient_norm(self) -> float | None:
        if self.norm is not None:
            return float(self.norm)
        if not self.whole_loop.refusal:  # compiled steps leave no gradients behind
            return None
        return float(get_total_norm([w.grad for w in self.parameters if w.grad is not None]))

    def _judge(self, quality: Quality | None) -> None:
        progress, patience = self.progress, self.settings.patience
        loss = progress.epoch_loss if quality is None else quality.loss
        if quality is not None and quality.score is not None:
            loss = -quality.score
        self.schedule.after_epoch(loss)
        if patience and progress.judge(loss, patience):
            averaged = self.averaging.weights
            self.best_weights = self.good_weights if averaged is None else _copied(averaged)
        if self.settings.average and self.averaging.since is None:
            losses = [row.validation_loss for row in self.history.rows]
            of_epochs = [loss for loss in losses if loss is not None]
            if is_time(of_epochs, self.settings.average):
                self.averaging.begin(progress.step)

    def keep(self) -> None:
        """Keep the weights as the last good ones.

        Raises:
            NotFiniteError: a weight is no number.
        """
        if not all(bool(weight.isfinite().all()) for weight in self.parameters):
            raise NotFiniteError(
                f"some weights are infinite or no numbers after step {self.progress.step}"
            )
        self.good_step, self.good_weights = self.progress.step, self._copied_weights()

    def go_back(self) -> None:
        """Put the last good weights back into the network."""
        self.network.load_state_dict(self.good_weights)

    def finish(self) -> None:
        """Take the best weights, where there was a choice, or else the averaged ones."""
        self.history.stopped_early = self.progress.stopped_early
        self.history.averaged_since = self.averaging.since
        self.averaging.take()
        if self.best_weights is not None:
            self.network.load_state_dict(self.best_weights)

    def to_checkpoint(self) -> Checkpoint:
        """Return all that the rest of the run depends on.

        Raises:
            NotFiniteError: a weight is no number.
        """
        self.keep()
        return Checkpoint(
            settings=self.settings.model_dump(),
            data=self.data,
            progress=asdict(self.progress),
            rows=[list(astuple(row)) for row in self.history.rows],
            weights=self.network.state_dict(),
            best_weights=self.best_weights,
            optimizer=self.optimizer.state_dict(),
            schedule=self.schedule.state_dict(),
            state=self.state,
            random=_random_states(self.device),
            averaging=self.averaging.state_dict(),
        )

    def resume(self, checkpoint: Checkpoint) -> None:
        """Go on from a checkpoint.

        Args:
            checkpoint: of a run of the same network on the same data with the same settings.

        Raises:
            SettingError: the run had other settings or other data.
            ModelFolderError: it was a run of another network.
        """
        self._refuse_another_run(checkpoint)
        self._refuse_another_network(checkpoint)
        self.network.load_state_dict(checkpoint.weights)
        self.optimizer.load_state_dict(checkpoint.optimizer)
        self.schedule.load_state_dict(checkpoint.schedule)
        self.progress = Progress(**checkpoint.progress)
        self.history = History([Row(*row) for row in checkpoint.rows])
        self.state = map_tensors(lambda tensor: tensor.to(self.device), checkpoint.state)
        self.best_weights = checkpoint.best_weights
        self.averaging.load_state_dict(checkpoint.averaging)
        _set_random_states(checkpoint.random, self.device)
        self.keep()

    def _refuse_another_run(self, checkpoint: Checkpoint) -> None:
        now, then = self.settings.model_dump(), checkpoint.settings
        changed = [
            f"{name}={then.get(name)!r}, not {value!r}"
            for name, value in now.items()
            if name not in OF_NO_CONSEQUENCE and then.get(name) != value
        ]
        if changed:
            raise SettingError(
                f"the run to go on with was started with {'; '.join(changed)}. "
                "Give the same settings, or start anew."
            )
        if checkpoint.data != self.data:
            raise SettingError(
                "the run to go on with was started on other data, or on the same cut in another "
                "way. Give the same data, or start anew."
            )

    def _refuse_another_network(self, checkpoint: Checkpoint) -> None:
        now, then = _forms(self.network.state_dict()), _forms(checkpoint.weights)
        changed = [
            f"{name} was {then.get(name, 'absent')} and is {now.get(name, 'absent')}"
            for name in {**then, **now}
            if now.get(name) != then.get(name)
        ]
        if changed:
            raise ModelFolderError(
                f"the run to go on with was one of another network: {'; '.join(changed[:3])}. "
                "Give the same model settings, or start anew."
            )

    def _copied_weights(self) -> dict[str, Tensor]:
        return _copied(self.network.state_dict())


def _copied(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor.clone() for name, tensor in weights.items()}


def _fingerprint(batches: Batches) -> dict[str, Any]:
    steps = batches.steps_per_epoch
    ends = [batches[0], batches[steps - 1]]
    digest = hashlib.sha256()
    for tensor in (t for batch in ends for t in (batch.inputs, batch.targets)):
        digest.update(f"{tensor.dtype} {tuple(tensor.shape)}".encode())
        digest.update(tensor.contiguous().numpy().data)
    return {"steps_per_epoch": steps, "first_and_last_batch": digest.hexdigest()}


def _forms(weights: dict[str, Tensor]) -> dict[str, str]:
    return {name: f"{tuple(weight.shape)} {weight.dtype}" for name, weight in weights.items()}


def _random_states(device: torch.device) -> list[Tensor]:
    states = [torch.get_rng_state()]
    return [*states, torch.cuda.get_rng_state(device)] if device.type == "cuda" else states


def _set_random_states(states: list[Tensor], device: torch.device) -> None:
    torch.set_rng_state(states[0])
    if device.type == "cuda" and len(states) > 1:
        torch.cuda.set_rng_state(states[1], device)
