"""What a run has achieved so far, one row after the other."""

import csv
import io
import math
from collections.abc import Callable
from dataclasses import astuple, dataclass, field, fields
from pathlib import Path
from typing import Any

from elman.data.writing import write_whole
from elman.errors import ModelFolderError

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
        gradient_norm: of the last step's gradient over all parameters, before `clip_norm`; None
            where the step is compiled without it, since it has no need to know.
        sample: what the network makes of something it is asked now and then; None in between.

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
    gradient_norm: float | None = None
    sample: str | None = None

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
        step,epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,seconds,gradient_norm,sample
        10,1,0.5,1.0,,,0.001,0.5,,
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

    @classmethod
    def read(cls, path: str | Path) -> "History":
        """Read the rows that `write` wrote.

        Args:
            path: the file.

        Returns:
            The history; columns that an older version has not written are None.

        Raises:
            ModelFolderError: the file cannot be read, or is none of a history.

        Example:
            >>> History.read("nowhere.csv")
            Traceback (most recent call last):
                ...
            elman.errors.ModelFolderError: cannot read "nowhere.csv": No such file or directory.
        """
        try:
            with Path(path).open(newline="", encoding="utf-8") as file:
                return cls([_row(cells) for cells in csv.DictReader(file, strict=True)])
        except OSError as error:
            raise ModelFolderError(f'cannot read "{path}": {error.strerror}.') from None
        except (csv.Error, TypeError, ValueError) as error:
            raise ModelFolderError(
                f'"{path}" is no history of a training ({error}). The file was changed or damaged.'
            ) from None


_KINDS: dict[str, Callable[[str], Any]] = {"step": int, "epoch": int, "sample": str}


def _row(cells: dict[str, str]) -> Row:
    values: dict[str, Any] = {
        name: None if cell == "" else _KINDS.get(name, float)(cell) for name, cell in cells.items()
    }
    return Row(**values)
