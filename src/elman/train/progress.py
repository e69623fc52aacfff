"""How far a run is: everything about it that is a plain number."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

__all__ = ["Progress"]


@dataclass
class Progress:
    """Counts steps, averages since the last row, and epochs without improvement.

    Args:
        step: how many whole steps are done.
        loss_sum: over the predictions since the last row, nats.
        correct: how many of these predictions were correct.
        predictions: how many there were.
        epoch_loss_sum: as `loss_sum`, since the start of the epoch.
        epoch_predictions: as `predictions`, since the start of the epoch.
        last_loss: of the latest step, nats a symbol.
        learning_rate: of the latest step.
        best_loss: the smallest validation loss.
        epochs_since_best: how many epochs ago that was.
        stopped_early: enough of these epochs have passed.
        seconds: of training.

    Example:
        >>> progress = Progress()
        >>> progress.add(loss=0.5, correct=1, predictions=2, learning_rate=0.1)
        >>> progress.step, progress.loss, progress.accuracy
        (1, 0.5, 0.5)
    """

    step: int = 0
    loss_sum: float = 0.0
    correct: int = 0
    predictions: int = 0
    epoch_loss_sum: float = 0.0
    epoch_predictions: int = 0
    last_loss: float | None = None
    learning_rate: float = 0.0
    best_loss: float = math.inf
    epochs_since_best: int = 0
    stopped_early: bool = False
    seconds: float = 0.0

    @property
    def loss(self) -> float:
        """Mean cross-entropy since the last row, nats a symbol."""
        return self.loss_sum / self.predictions

    @property
    def accuracy(self) -> float:
        """Share of correct predictions since the last row."""
        return self.correct / self.predictions

    @property
    def epoch_loss(self) -> float:
        """Mean cross-entropy since the start of the epoch, nats a symbol."""
        return self.epoch_loss_sum / self.epoch_predictions

    def add(self, loss: float, correct: int, predictions: int, learning_rate: float) -> None:
        """Count a step.

        Args:
            loss: its mean cross-entropy, nats a symbol.
            correct: how many of its predictions were correct.
            predictions: how many there were.
            learning_rate: of the step.
        """
        self.step += 1
        self.loss_sum += loss * predictions
        self.correct += correct
        self.predictions += predictions
        self.epoch_loss_sum += loss * predictions
        self.epoch_predictions += predictions
        self.last_loss = loss
        self.learning_rate = learning_rate

    def add_many(
        self,
        losses: Sequence[float],
        correct: Sequence[int],
        predictions: Sequence[int],
        learning_rates: Sequence[float],
    ) -> None:
        """Count steps in a row, to the same bits as one by one.

        Args:
            losses: the mean cross-entropy of each, nats a symbol.
            correct: how many predictions of each were correct.
            predictions: how many there were in each.
            learning_rates: of each.
        """
        if not losses:
            return
        # `sum` would not do: since Python 3.12 it rounds otherwise than adding one by one.
        products = [loss * count for loss, count in zip(losses, predictions, strict=True)]
        self.step += len(losses)
        self.loss_sum = reduce(add, products, self.loss_sum)
        self.correct += sum(correct)
        self.predictions += (total := sum(predictions))
        self.epoch_loss_sum = reduce(add, products, self.epoch_loss_sum)
        self.epoch_predictions += total
        self.last_loss, self.learning_rate = losses[-1], learning_rates[-1]

    def start_row(self) -> None:
        """Begin the averages of the next row."""
        self.loss_sum, self.correct, self.predictions = 0.0, 0, 0

    def start_epoch(self) -> None:
        """Begin the averages of the next epoch."""
        self.epoch_loss_sum, self.epoch_predictions = 0.0, 0

    def judge(self, validation_loss: float, patience: int) -> bool:
        """Take note of an epoch's validation loss.

        Args:
            validation_loss: nats a symbol.
            patience: how many epochs without improvement stop the run.

        Returns:
            Whether it is the best so far.
        """
        if validation_loss < self.best_loss:
            self.best_loss, self.epochs_since_best = validation_loss, 0
            return True
        self.epochs_since_best += 1
        self.stopped_early = self.epochs_since_best >= patience
        return False
