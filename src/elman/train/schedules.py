"""How the learning rate changes over a run: a table of names."""

from collections.abc import Callable
from typing import Any

from torch.optim import Optimizer
from torch.optim.lr_scheduler import (
    ConstantLR,
    CosineAnnealingLR,
    LinearLR,
    LRScheduler,
    ReduceLROnPlateau,
    StepLR,
)

from elman.data.arguments import one_of

__all__ = ["SCHEDULES", "Schedule"]

SCHEDULES: dict[str, Callable[[Optimizer, int], LRScheduler]] = {
    "constant": lambda optimizer, steps: ConstantLR(optimizer, factor=1.0, total_iters=0),
    "cosine": lambda optimizer, steps: CosineAnnealingLR(optimizer, T_max=steps),
    "linear": lambda optimizer, steps: LinearLR(optimizer, 1.0, 0.0, total_iters=steps),
    "step": lambda optimizer, steps: StepLR(optimizer, step_size=-(-steps // 3), gamma=0.1),
    "plateau": lambda optimizer, steps: ReduceLROnPlateau(optimizer, factor=0.5, patience=1),
}


class Schedule:
    """The learning rate of a run, from its first step to its last.

    ``constant`` keeps it; ``cosine`` and ``linear`` bring it down to zero over the run; ``step``
    divides it by ten after each third of the run; ``plateau`` halves it once the loss has not
    fallen for two epochs.

    Args:
        name: one of `SCHEDULES`.
        optimizer: whose learning rate it is.
        steps: of the whole run.

    Raises:
        SettingError: there is no such schedule.

    Example:
        >>> import torch
        >>> optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
        >>> schedule = Schedule("linear", optimizer, steps=4)
        >>> optimizer.step()
        >>> schedule.after_step()
        >>> schedule.learning_rate
        0.75
    """

    def __init__(self, name: str, optimizer: Optimizer, steps: int) -> None:
        self._optimizer = optimizer
        self._scheduler = SCHEDULES[one_of("schedule", name, SCHEDULES)](optimizer, steps)

    @property
    def learning_rate(self) -> float:
        """The learning rate of the next step."""
        return float(self._optimizer.param_groups[0]["lr"])

    def after_step(self) -> None:
        """Go one step on."""
        if isinstance(self._scheduler, ConstantLR):
            # what its own step comes to, in a hundredth of the time
            self._scheduler.last_epoch += 1
            self._scheduler._step_count += 1
        elif not isinstance(self._scheduler, ReduceLROnPlateau):
            self._scheduler.step()

    def after_epoch(self, loss: float) -> None:
        """Take note of an epoch's loss.

        Args:
            loss: of validation, where there is one, in nats a symbol.
        """
        if isinstance(self._scheduler, ReduceLROnPlateau):
            self._scheduler.step(loss)

    def state_dict(self) -> dict[str, Any]:
        """Return what there is to keep, all of it numbers and texts."""
        return self._scheduler.state_dict()

    def load_state_dict(self, values: dict[str, Any]) -> None:
        """Go on from what `state_dict` gave.

        Args:
            values: as returned there; the learning rate itself is part of the optimizer's state.
        """
        self._scheduler.load_state_dict(values)
