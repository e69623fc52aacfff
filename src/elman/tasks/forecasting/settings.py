"""What a forecaster is made of: the settings, each within its range and fitting the others."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from elman.errors import SettingError, did_you_mean
from elman.tasks.forecasting.likelihoods import LIKELIHOODS, QUANTILES
from elman.train.checked import CheckedSettings

__all__ = ["READING", "ForecastSettings"]

# How data are written down, which may be otherwise for data that are asked about.
READING = (
    "missing",
    "delimiter",
    "decimal",
    "encoding",
    "header",
    "date_format",
    "time_zone",
    "sort",
)

# JSON has no tuples, and a single name may stand for a list of one
Names = Annotated[
    tuple[str, ...],
    BeforeValidator(lambda given: (given,) if isinstance(given, str) else tuple(given or ())),
]


def _shares(levels: tuple[float, ...]) -> tuple[float, ...]:
    for level in levels:
        if not 0 < level < 1:
            raise ValueError(
                f"a level is {level:g}; expected a share between 0 and 1, such as 0.9 for "
                "intervals that hold 90 % of the truth (--level, in Python levels=)."
            )
    return levels


Levels = Annotated[
    tuple[float, ...],
    AfterValidator(_shares),
    BeforeValidator(
        lambda given: (given,) if isinstance(given, float) else tuple(sorted(set(given)))
    ),
]
# The upper bounds are there so that a damaged file cannot ask for all memory.
Size = Annotated[int, Field(ge=1, le=65_536)]


class ForecastSettings(CheckedSettings):
    """The settings of a `Forecaster`, described there.

    Raises:
        SettingError: a value is out of its range or does not fit another.

    Example:
        >>> ForecastSettings(horizon=24, target="sales").target
        ('sales',)
    """

    horizon: Size
    target: Names = ()
    time: str | None = None
    series: str | None = None
    past: Names = ()
    future: Names = ()
    static: Names = ()
    calendar: bool = False
    lookback: Size | None = None
    season: Size | None = None
    model: Literal["direct", "recursive", "decoder", "segment"] = "segment"
    cell: str | dict[str, Any] = "gru"
    hidden_size: Size = 128
    num_layers: Annotated[int, Field(ge=1, le=256)] = 1
    segment: Size | None = None
    dropout: Annotated[float, Field(ge=0, lt=1)] = 0.0
    likelihood: Literal["squared", "absolute", "huber", "quantile", "gaussian", "student-t"] = (
        "absolute"
    )
    levels: Levels = (0.8, 0.9, 0.95)
    scaling: Literal["standard", "min-max", "robust", "none"] = "standard"
    per_series: bool = True
    instance: Literal["none", "last", "mean", "standard"] = "standard"
    missing: Literal["error", "ffill", "interpolate", "mask"] = "error"
    delimiter: str | None = None
    decimal: str | None = None
    encoding: str | None = None
    header: bool | None = None
    date_format: str | None = None
    time_zone: str | None = None
    sort: bool = False

    @property
    def masked(self) -> bool:
        """Whether values may be missing in what the network sees."""
        return self.missing == "mask"

    @property
    def ends(self) -> list[tuple[int, int]]:
        """Which of the trained quantiles are the ends of each level's interval."""
        return [
            (QUANTILES.index(round((1 - level) / 2, 6)), QUANTILES.index(round((1 + level) / 2, 6)))
            for level in self.levels
        ]

    def read_as(self, **reading: Any) -> ForecastSettings:
        """Return the settings for data that are written down otherwise.

        Args:
            **reading: some of `READING`.

        Returns:
            The settings.

        Raises:
            SettingError: another setting is given, or missing values are to be masked by a model
                that has not learnt to do without.

        Example:
            >>> ForecastSettings(horizon=1).read_as(sort=True).sort
            True
        """
        for name in reading:
            if name not in READING:
                raise SettingError(
                    f"{name} is settled by the training.{did_you_mean(name, READING)} There are: "
                    f"{', '.join(READING)}."
                )
        changed = ForecastSettings(**{**self.model_dump(), **reading})
        if changed.masked and not self.masked:
            raise SettingError(
                'missing is "mask", but the model was not trained so. Choose ffill or interpolate, '
                "or train another model with it."
            )
        return changed

    @model_validator(mode="after")
    def _fit_together(self) -> ForecastSettings:
        columns = [*self.target, *self.past, *self.future, *self.static]
        columns += [name for name in (self.time, self.series) if name is not None]
        twice = sorted({name for name in columns if columns.count(name) > 1})
        trained = [round(1 - 2 * q, 6) for q in QUANTILES if q < 0.5]
        of_quantiles = LIKELIHOODS[self.likelihood].quantiles is not None
        odd = [level for level in self.levels if round(level, 6) not in trained]
        for wrong, message in (
            (
                bool(twice),
                f'the column "{"".join(twice[:1])}" is given two parts. Name it once among time, '
                "series, target, past, future and static.",
            ),
            (
                self.calendar and self.time is None,
                "calendar features are made of the times of the rows, but time is not given. Name "
                "the column with the times, or leave calendar out.",
            ),
            (
                self.model == "recursive" and bool(self.past),
                "a recursive model needs every column at every step of the horizon, and "
                f"{', '.join(self.past)} is known in the past alone. Give it as a target or as "
                "future, or choose model direct, decoder or segment.",
            ),
            (
                self.model == "recursive" and self.likelihood == "quantile",
                "quantiles of single steps are no quantiles of later ones, which a recursive model "
                "forecasts from its own. Choose likelihood gaussian or student-t, or another "
                "model.",
            ),
            (
                self.segment is not None and self.model != "segment",
                f'segment has no meaning with model "{self.model}". Leave it out.',
            ),
            (
                of_quantiles and bool(odd),
                f"levels are {', '.join(f'{level:g}' for level in self.levels)}; with likelihood "
                f'"{self.likelihood}" they can be {", ".join(f"{level:g}" for level in trained)}.',
            ),
        ):
            if wrong:
                raise SettingError(message)
        return self
