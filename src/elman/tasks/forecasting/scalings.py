"""The scaling of every series, measured on what is learnt of it, and kept with the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from elman.data.scaling import Scaling, fit_scaling
from elman.data.series import Columns, Series
from elman.errors import DataError
from elman.tasks.forecasting.settings import ForecastSettings

__all__ = ["Scalings", "fit_scalings"]


@dataclass(frozen=True)
class Scalings:
    """How each series is scaled.

    Args:
        kind: one of `elman.data.scaling.SCALINGS`.
        columns: whose values are measured; those from the calendar and of categories are not.
        shared: over all series: for one that is not known by name when there is one for all, and
            for columns that never change within a series.
        own: by the name of the series; empty if one scaling serves all.
    """

    kind: str
    measured: tuple[bool, ...]
    within: int
    shared: Scaling
    own: Mapping[str, Scaling]

    def of(self, series: Series, known: int) -> Scaling:
        """Return the scaling of a series.

        Args:
            series: learnt or not.
            known: its steps before the first that is forecast: on them a series that was not
                learnt is measured, for no forecast may look past its origin.
        """
        if not self.own:
            return self.shared
        if series.name in self.own:
            return self.own[series.name]
        return _own(self.kind, series.values[:known], self)

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "kind": self.kind,
            "measured": list(self.measured),
            "within": self.within,
            "shared": self.shared.to_dict(),
            "own": {name: scaling.to_dict() for name, scaling in self.own.items()},
        }

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Scalings:
        """Make the scalings that `to_dict` gave."""
        return cls(
            str(values["kind"]),
            tuple(map(bool, values["measured"])),
            int(values["within"]),
            Scaling.from_dict(values["shared"]),
            {str(name): Scaling.from_dict(one) for name, one in values["own"].items()},
        )


def fit_scalings(
    settings: ForecastSettings,
    columns: Columns,
    series: Sequence[Series],
    ends: Sequence[int],
) -> Scalings:
    """Measure the training rows.

    Args:
        settings: kind, and whether each series has its own.
        columns: of the series.
        series: all of them.
        ends: the step after the last one that is learnt, of each.

    Returns:
        The scalings.

    Raises:
        DataError: a column has no value among the rows that are learnt, or the only target never
            changes.
    """
    learnt = [one.values[:end] for one, end in zip(series, ends, strict=True)]
    together = np.concatenate(learnt)
    empty = np.isnan(together).all(axis=0)
    if empty.any():
        name = columns.names[int(empty.argmax())]
        raise DataError(
            f'the column "{name}" has no value in the rows that are learnt. Leave it out, or hold '
            "out less."
        )
    for name, values in zip(columns.targets, together.T, strict=False):
        known = values[np.isfinite(values)]
        if (known == known[0]).all():
            raise DataError(
                f'the target "{name}" is always {known[0]:g} in the rows that are learnt: there is '
                "nothing to forecast. Give another column."
            )
    numeric = set(settings.target) | set(settings.past) | set(settings.future)
    numeric |= set(settings.static)
    measured = tuple(name in numeric for name in columns.names)
    within = len(columns.names) - len(columns.static)
    shared = _fitted(settings.scaling, together, measured)
    found = Scalings(settings.scaling, measured, within, shared, {})
    if not settings.per_series or len(series) == 1:
        return found
    own = {
        one.name: _own(settings.scaling, values, found)
        for one, values in zip(series, learnt, strict=True)
    }
    return Scalings(settings.scaling, measured, within, shared, own)


def _fitted(kind: str, values: Any, measured: Sequence[bool]) -> Scaling:
    fitted = fit_scaling(kind, values)
    return Scaling(np.where(measured, fitted.centre, 0.0), np.where(measured, fitted.spread, 1.0))


def _own(kind: str, values: Any, scalings: Scalings) -> Scaling:
    # a column without a value in this series, and the static ones, are scaled as everywhere
    usable = np.isfinite(values).any(axis=0) & (np.arange(values.shape[1]) < scalings.within)
    fitted = _fitted(kind, np.where(usable, values, 0.0), scalings.measured)
    shared = scalings.shared
    return Scaling(
        np.where(usable, fitted.centre, shared.centre),
        np.where(usable, fitted.spread, shared.spread),
    )
