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
        loss_sum: over the predictions since the last row.
        correct: how many of these predictions were correct; None where they are numbers.
        predictions: how many there were.
        epoch_loss_sum: as `loss_sum`, since the start of the epoch.
        epoch_predictions: as `predictions`, since the start of the epoch.
        last_loss: of the latest step.
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
    correct: int | None = None
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
        """The mean loss since the last row."""
        return self.loss_sum / self.predictions

    @property
    def accuracy(self) -> float | None:
        """Share of correct predictions since the last row; None where they are numbers."""
        return None if self.correct is None else self.correct / self.predictions

    @property
    def epoch_loss(self) -> float:
        """The mean loss since the start of the epoch."""
        return self.epoch_loss_sum / self.epoch_predictions

    def add(self, loss: float, correct: int | None, predictions: int, learning_rate: float) -> None:
        """Count a step.

        Args:
            loss: the mean of its predictions.
            correct: how many of its predictions were correct; None where they are numbers.
            predictions: how many there were.
            learning_rate: of the step.
        """
        self.step += 1
        self.loss_sum += loss * predictions
        if correct is not None:
            self.correct = (self.correct or 0) + correct
        self.predictions += predictions
        self.epoch_loss_sum += loss * predictions
        self.epoch_predictions += predictions
        self.last_loss = loss
        self.learning_rate = learning_rate

    def add_many(
        self,
        losses: Sequence[float],
        correct: Sequence[int] | None,
        predictions: Sequence[int],
        learning_rates: Sequence[float],
    ) -> None:
        """Count steps in a row, to the same bits as one by one.

        Args:
            losses: the mean of the predictions of each.
            correct: how many predictions of each were correct; None where they are numbers.
            predictions: how many there were in each.
            learning_rates: of each.
        """
        if not losses:
            return
        # `sum` would not do: since Python 3.12 it rounds otherwise than adding one by one.
        products = [loss * count for loss, count in zip(losses, predictions, strict=True)]
        self.step += len(losses)
        self.loss_sum = reduce(add, products, self.loss_sum)
        if correct is not None:
            self.correct = (self.correct or 0) + sum(correct)
        self.predictions += (total := sum(predictions))
        self.epoch_loss_sum = reduce(add, products, self.epoch_loss_sum)
        self.epoch_predictions += total
        self.last_loss, self.learning_rate = losses[-1], learning_rates[-1]

    def start_row(self) -> None:
        """Begin the averages of the next row."""
        self.loss_sum, self.correct, self.predictions = 0.0, None, 0

    def start_epoch(self) -> None:
        """Begin the averages of the next epoch."""
        self.epoch_loss_sum, self.epoch_predictions = 0.0, 0

    def judge(self, validation_loss: float, patience: int) -> bool:
        """Take note of an epoch's validation loss.

        Args:
            validation_loss: of the epoch.
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
