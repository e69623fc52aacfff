"""Which units track an event in a text: quotes that are open, digits, the place in a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from elman.data.arguments import one_of

__all__ = ["EVENTS", "Tracked", "event_of", "track"]


def _inside_quotes(symbols: Sequence[str]) -> Iterator[float]:
    inside = False
    for symbol in symbols:
        for letter in symbol:
            if letter in '"“”«»':
                inside = letter in "“«" or (letter == '"' and not inside)
        yield float(inside)


def _digits(symbols: Sequence[str]) -> Iterator[float]:
    for symbol in symbols:
        yield float(any(map(str.isdigit, symbol)))


def _position(symbols: Sequence[str]) -> Iterator[float]:
    place = 0
    for symbol in symbols:
        place = 0 if "\n" in symbol else place + 1
        yield float(place)


EVENTS: dict[str, Callable[[Sequence[str]], Iterator[float]]] = {
    "quotes": _inside_quotes,
    "digits": _digits,
    "position": _position,
}
"""For each event, how strongly it is there after every symbol."""


class Tracked(NamedTuple):
    """How well one unit tracks an event.

    Args:
        name: of the value, such as ``c_l0``.
        unit: its number, from 0.
        correlation: of the value and the event over the steps, from -1 to 1.
    """

    name: str
    unit: int
    correlation: float


def event_of(name: str, symbols: Sequence[str]) -> Tensor:
    """Return where an event takes place.

    Args:
        name: ``"quotes"`` (1 inside, from the opening mark to before the closing one), ``"digits"``
            (1 where there is one) or ``"position"`` (symbols since the last line break).
        symbols: T.

    Returns:
        (T,), after each symbol.

    Raises:
        SettingError: there is no such event.

    Example:
        >>> event_of("quotes", list('a "b" c')).tolist()
        [0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0]
        >>> event_of("quotes", ["il", "dit", "«", "non", "»"]).tolist()
        [0.0, 0.0, 1.0, 1.0, 0.0]
    """
    return torch.tensor([*EVENTS[one_of("event", name, EVENTS)](symbols)], dtype=torch.float64)


def track(values: Mapping[str, Tensor], event: Tensor) -> list[Tracked]:
    """Rank units by how well they track an event.

    Args:
        values: by name, (T, H) each.
        event: (T,).

    Returns:
        Every unit of every value, by falling absolute correlation; that of what does not change
        is 0.

    Example:
        >>> event = torch.tensor([0.0, 1.0, 1.0, 0.0])
        >>> values = {"h_l0": torch.stack([torch.arange(4.0), 1 - 2 * event], dim=1)}
        >>> [(unit, round(correlation, 3)) for _, unit, correlation in track(values, event)]
        [(1, -1.0), (0, 0.0)]
    """
    found = [
        Tracked(name, unit, correlation)
        for name, value in values.items()
        for unit, correlation in enumerate(_correlations(value.double(), event.double()))
    ]
    return sorted(found, key=lambda one: -abs(one.correlation))


def _correlations(values: Tensor, event: Tensor) -> list[float]:
    values, event = values - values.mean(0), event - event.mean()
    size = values.norm(dim=0) * event.norm()
    found: list[float] = torch.where(size > 0, (event @ values) / size, 0.0).tolist()
    return found
