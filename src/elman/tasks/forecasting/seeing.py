"""What goes on inside a forecaster while it reads what was, before it says what comes.

Shapes: L steps of look-back, T steps of the cell, each over w steps of the series.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from elman.data.series import Series
from elman.nn import Recurrent
from elman.tasks.forecasting.gathering import gather, table_of
from elman.tasks.network import asking
from elman.tasks.seen import Seen

if TYPE_CHECKING:
    from elman.tasks.forecasting.forecaster import Forecaster

__all__ = ["see"]


class Reading(NamedTuple):
    """How a network goes over the look-back.

    Args:
        layers: that do.
        inputs: to them, (1, T, I).
        first: the step of the look-back where they begin.
        apart: steps of the series that each of their steps takes in, w.
    """

    layers: Recurrent
    inputs: Tensor
    first: int = 0
    apart: int = 1

    def of(self, values: NDArray[np.float64]) -> Tensor:
        """Return the means of values of the look-back, (L,), over what each step takes in, (T,).

        Of values that are missing there is none.
        """
        steps = self.inputs.size(1)
        taken = values[self.first : self.first + steps * self.apart]
        return torch.from_numpy(taken.copy()).view(steps, self.apart).nanmean(1)


def _segments(network: Any, x: Tensor) -> Reading:
    first = network.frame.lookback - network.seen * network.steps
    return Reading(network.recurrent, network.segments(x)[:1], first, network.steps)


READINGS: dict[str, Callable[[Any, Tensor], Reading]] = {
    "direct": lambda network, x: Reading(network.recurrent, x[:, : network.frame.lookback]),
    "recursive": lambda network, x: Reading(network.recurrent, x),
    "decoder": lambda network, x: Reading(network.encoder, x[:, : network.frame.lookback]),
    "segment": _segments,
}
"""For each network, what its cell goes over, given inputs (1, T, I)."""


def see(model: Forecaster, data: Any) -> Seen:
    """Let a forecaster read the newest steps of a table, as for `predict`, and keep what goes on.

    Args:
        model: trained.
        data: as for `Forecaster.predict`; of several series the first.

    Returns:
        The look-back, the first target above it. An event is a column of numbers of the table,
        whether the model reads it or not.

    Raises:
        DataError: the data cannot be used, or are too short.
        SettingError: the model is not trained.
    """
    network, settings = model.network, model.settings
    table = table_of(data, settings)
    gathered, inputs = model.lookback_of(table)
    one, names = gathered.series[0], gathered.columns.names
    newest = slice(one.length - network.frame.lookback, one.length)
    with asking(network), torch.no_grad():
        reading = READINGS[settings.model](network, inputs)
        values = reading.layers.trace(reading.inputs)

    def column(series: Series, place: int) -> Tensor:
        return reading.of(series.values[newest, place])

    def event(name: str) -> Tensor:
        if name in names:
            return column(one, names.index(name))
        choices = {"target": (name,), "past": (), "future": (), "static": (), "calendar": False}
        # a column that the model does not read may have holes
        other = gather(table, settings.model_copy(update={**choices, "missing": "mask"}))
        return column(other.series[0], 0)

    shown = str if gathered.times is None else gathered.times.shown
    ends = range(reading.first + reading.apart - 1, network.frame.lookback, reading.apart)
    stamps = one.times[newest]
    return Seen(
        [shown(stamps[end]) for end, _ in zip(ends, range(reading.inputs.size(1)), strict=False)],
        {name: value[0] for name, value in values.items()},
        axis=settings.time or "step",
        above={names[0]: column(one, 0)},
        event=event,
        note=_note(reading, one.name if len(gathered.series) > 1 else ""),
    )


def _note(reading: Reading, series: str) -> str:
    steps, apart = reading.inputs.size(1), reading.apart
    what = f"the newest {steps * apart:,} steps" + f' of the series "{series}"' * bool(series)
    many = f", in segments of {apart:,}, each named by its last" if apart > 1 else ""
    return f"Read were {what}{many}."
