"""What a run has achieved so far, one row after the other."""

import csv
import io
import math
from dataclasses import astuple, dataclass, field, fields
from pathlib import Path

from elman.data.writing import write_whole

__all__ = ["History", "Row", "perplexity"]


def perplexity(loss: float) -> float:
    """Return between how many equally likely symbols the network wavers: exp(loss).

    Args:
        loss: mean cross-entropy in nats a symbol.

    Returns:
        1 or more; infinite where it exceeds the range of numbers.

    Example:
        >>> perplexity(0.0)
        1.0
    """
    try:
        return math.exp(loss)
    except OverflowError:
        return math.inf


@dataclass(frozen=True)
class Row:
    """The averages over all steps since the row before.

    Args:
        step: how many steps are done.
        epoch: which epoch the last of them belongs to, counted from 1.
        loss: the mean; of symbols the cross-entropy, nats a symbol.
        accuracy: share of correct predictions, 0 to 1, before the update; None of numbers.
        validation_loss: at an epoch's end where there is validation, in the same units.
        validation_accuracy: the same for the share of correct predictions.
        learning_rate: of the last step.
        seconds: of training since the start of the run, pauses left out.

    Example:
        >>> Row(10, 1, 0.0, 1.0, None, None, 0.001, 0.5).perplexity
        1.0
    """

    step: int
    epoch: int
    loss: float
    accuracy: float | None
    validation_loss: float | None
    validation_accuracy: float | None
    learning_rate: float
    seconds: float

    @property
    def perplexity(self) -> float:
        """The perplexity of the training loss."""
        return perplexity(self.loss)


@dataclass
class History:
    """The rows of a run.

    Args:
        rows: in the order of steps.
        stopped_early: the validation loss no longer fell, and the best weights were taken.
        averaged_since: the step after which weights were averaged; None if they were not.

    Example:
        >>> history = History([Row(10, 1, 0.5, 1.0, None, None, 0.001, 0.5)])
        >>> print(history.to_csv(), end="")
        step,epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,seconds
        10,1,0.5,1.0,,,0.001,0.5
    """

    rows: list[Row] = field(default_factory=list)
    stopped_early: bool = False
    averaged_since: int | None = None

    @property
    def last(self) -> Row:
        """The latest row."""
        return self.rows[-1]

    def to_csv(self) -> str:
        """Return all rows as a table of comma-separated values with a head.

        Returns:
            The text of ``history.csv``; an absent value is an empty cell.
        """
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\n")
        table.writerow(column.name for column in fields(Row))
        table.writerows(map(astuple, self.rows))
        return text.getvalue()

    def write(self, path: str | Path) -> None:
        """Write ``history.csv``, whole or not at all.

        Args:
            path: the file.

        Raises:
            DataError: the place cannot be written to.
        """
        write_whole(path, self.to_csv().encode())
