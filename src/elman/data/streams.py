"""A long text in parallel lanes, read on and on with the state carried."""

from torch import Tensor

from elman.data.arguments import at_least
from elman.data.batch import Batch, Stretch
from elman.data.ids import Ids, as_ids
from elman.data.runs import runs
from elman.errors import DataError

__all__ = ["Streams"]


class Streams:
    """A text cut into equal contiguous lanes, read side by side, so many symbols a step.

    Every symbol but the first is a target once an epoch, except the last few that do not fill
    all lanes evenly. An epoch's last step is shorter if the lanes do not divide.

    Args:
        ids: the text as numbers, (N,).
        steps: symbols a lane and step, T: how far back the gradient goes.
        lanes: rows, B; fewer where a lane would be shorter than one step.

    Attributes:
        lanes: how many lanes there are.
        dropped: how many symbols at the end of the text are never a target.

    Raises:
        DataError: the text has fewer than 2 symbols.
        SettingError: a number is below 1.

    Example:
        >>> streams = Streams(range(10), steps=2, lanes=2)
        >>> streams[0].inputs.tolist(), streams[1].inputs.tolist()
        ([[0, 1], [4, 5]], [[2, 3], [6, 7]])
        >>> streams.dropped
        1
    """

    def __init__(self, ids: Ids, steps: int, lanes: int) -> None:
        ids = as_ids(ids)
        self.steps = at_least("steps", steps, 1)
        targets = len(ids) - 1
        if targets < 1:
            raise DataError(
                f"the text has {len(ids)} symbols; expected at least 2, one to read and one to "
                "predict. Give a longer text."
            )
        self.lanes = max(1, min(at_least("lanes", lanes, 1), targets // steps))
        self.dropped = targets % self.lanes
        used = targets - self.dropped
        self._inputs = ids[:used].view(self.lanes, -1)
        self._targets = ids[1 : used + 1].view(self.lanes, -1)

    @property
    def steps_per_epoch(self) -> int:
        """How many steps read every lane to its end."""
        return -(-self._inputs.shape[1] // self.steps)

    def __getitem__(self, step: int) -> Batch:
        """Return the batch of a step, counted from 0 over all epochs."""
        step %= self.steps_per_epoch
        now = slice(step * self.steps, (step + 1) * self.steps)
        return Batch(self._inputs[:, now], self._targets[:, now], fresh=step == 0)

    def together(self, first: int, count: int) -> list[Stretch]:
        """Return the batches of steps in a row: an epoch's whole steps, its shorter last, and on.

        Args:
            first: the first step, counted from 0 over all epochs.
            count: how many steps, 1 or more.

        Returns:
            The stretches; one alone where an epoch has one step, for then all are alike.

        Example:
            >>> streams = Streams(range(10), steps=2, lanes=2)
            >>> streams.together(0, 2)[0].inputs.tolist()
            [[[0, 1], [4, 5]], [[2, 3], [6, 7]]]
        """
        epoch = self.steps_per_epoch
        if epoch == 1:
            inputs, targets = (lanes.repeat(count, 1, 1) for lanes in (self._inputs, self._targets))
            return [Stretch(first, inputs, targets, fresh=True, carried=False)]
        shorter = self._inputs.shape[1] % self.steps != 0
        return [self._stretch(run) for run in runs(first, count, epoch, shorter)]

    def _stretch(self, run: range) -> Stretch:
        step, count = run.start % self.steps_per_epoch, len(run)
        now = slice(step * self.steps, (step + count) * self.steps)
        return Stretch(
            run.start,
            _steps_first(self._inputs[:, now], count),
            _steps_first(self._targets[:, now], count),
            fresh=step == 0,
            carried=count > 1,
        )


def _steps_first(lanes: Tensor, count: int) -> Tensor:
    return lanes.view(len(lanes), count, -1).transpose(0, 1).contiguous()  # (n, B, T)
