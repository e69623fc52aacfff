"""Everything about a run that is a choice."""

from pydantic import Field, model_validator

from elman.data.arguments import one_of
from elman.errors import SettingError
from elman.train.checked import CheckedSettings
from elman.train.optimizers import check_options
from elman.train.schedules import SCHEDULES

__all__ = ["OF_NO_CONSEQUENCE", "TrainingSettings"]

# These may change when a run is gone on with; no bit of the result depends on them.
OF_NO_CONSEQUENCE = {"display_every", "checkpoint_seconds", "log"}

LOGS = ("tensorboard",)


class TrainingSettings(CheckedSettings):
    """How a network is trained.

    Args:
        optimizer: its name, one of `elman.train.optimizers.OPTIMIZERS`.
        learning_rate: at the start, above 0.
        momentum: of the optimizers that have one; None is the optimizer's own default.
        weight_decay: of the optimizers that have it; None is the optimizer's own default.
        clip_norm: the gradient's norm over all parameters is brought down to this.
        clip_value: each element of the gradient is cut off at this, before `clip_norm`.
        schedule: of the learning rate, one of `elman.train.schedules.SCHEDULES`.
        epochs: how often all of the data is seen.
        patience: stop once the validation loss has not fallen for so many epochs, and take the
            best weights; None goes on to the end.
        average: once the validation loss is above the lowest of more than so many epochs before,
            average the weights of all further steps, and judge and keep the averaged ones: NT-ASGD
            where the optimizer is sgd; None never does.
        seed: of every random number.
        display_every: steps from one shown example to the next; None shows none.
        checkpoint_seconds: from one checkpoint to the next.
        whole_loop: many steps run in one native call where they can be compiled.
        log: ``"tensorboard"`` writes the run into the model folder for TensorBoard; None writes
            nothing but what every model folder has.

    Raises:
        SettingError: a setting does not exist, has no sensible value or does not fit the others.

    Example:
        >>> TrainingSettings(optimizer="sgd", momentum=0.9).learning_rate
        0.001
    """

    optimizer: str = "adam"
    learning_rate: float = Field(default=0.001, gt=0)
    momentum: float | None = Field(default=None, ge=0, lt=1)
    weight_decay: float | None = Field(default=None, ge=0)
    clip_norm: float | None = Field(default=None, gt=0)
    clip_value: float | None = Field(default=None, gt=0)
    schedule: str = "constant"
    epochs: int = Field(default=10, ge=1)
    patience: int | None = Field(default=None, ge=1)
    average: int | None = Field(default=None, ge=1)
    seed: int = Field(default=0, ge=0, lt=2**63)
    display_every: int | None = Field(default=None, ge=1)
    checkpoint_seconds: float = Field(default=60.0, ge=0)
    whole_loop: bool = True
    log: str | None = None

    @property
    def optimizer_options(self) -> dict[str, float | None]:
        """The settings that only some optimizers have."""
        return {"momentum": self.momentum, "weight_decay": self.weight_decay}

    @model_validator(mode="after")
    def _fits_together(self) -> "TrainingSettings":
        check_options(self.optimizer, self.optimizer_options)
        one_of("schedule", self.schedule, SCHEDULES)
        if self.log is not None:
            one_of("log", self.log, LOGS)
        if self.patience and self.average and self.patience < self.average + 2:
            raise SettingError(
                f"patience {self.patience} would stop the run before averaging could begin, which "
                f"average {self.average} allows after {self.average + 1} epochs without gain. Give "
                f"a patience of at least {self.average + 2}, or leave one of them out."
            )
        return self
