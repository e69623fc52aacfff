"""What goes on inside a language model while it reads a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from elman.data.writing import write_whole
from elman.errors import SettingError
from elman.tasks.network import asking
from elman.tasks.preparation import encoded
from elman.tasks.texts import symbols_of
from elman.view.coloured import Guess, plot_coloured
from elman.view.gates import gates_csv, plot_gates
from elman.view.table import table
from elman.view.tracking import Tracked, event_of, track

if TYPE_CHECKING:
    from elman.tasks.language_model import LanguageModel

__all__ = ["Seen", "see", "write_gates"]

GUESSES = 5
UNITS = 3  # that are shown if none are named
RANKED = 10  # units that are told


@dataclass(frozen=True)
class Seen:
    """A text that was read, and what went on meanwhile.

    Args:
        symbols: T.
        values: every gate and state by name, such as ``f_l0``, (T, H) each.
        guesses: after each symbol the likeliest next ones.
    """

    symbols: list[str]
    values: dict[str, Tensor]
    guesses: list[list[Guess]]


def see(model: LanguageModel, text: str | Path) -> Seen:
    """Let a language model read a text from a zero state, and keep what goes on inside.

    Args:
        model: trained.
        text: itself, or the `Path` of a file.

    Returns:
        What was read, every gate and state, and the five likeliest next symbols at every place.

    Raises:
        DataError: the text cannot be used, or has symbols that the model does not know.
        SettingError: the model is not trained.
    """
    symbols = symbols_of(text, model.settings.unit)
    ids = torch.tensor([encoded(model.vocabulary, symbols, "text")])
    network = model.network
    with asking(network), torch.no_grad():
        values = network.recurrent.trace(network.input(ids))
        best = network(ids)[0][0].softmax(-1).topk(min(GUESSES, len(model.vocabulary)))
    guesses = [
        [Guess(*pair) for pair in zip(model.vocabulary.decode(ids), shares, strict=True)]
        for ids, shares in zip(best.indices.tolist(), best.values.tolist(), strict=True)
    ]
    return Seen(symbols, {name: value[0] for name, value in values.items()}, guesses)


def write_gates(
    model: LanguageModel,
    text: str | Path,
    files: Sequence[Path],
    *,
    units: Sequence[int] = (),
    layer: int | None = None,
    event: str | None = None,
) -> str:
    """Write the gates and states of some units over a text, and the text coloured by the first.

    Args:
        model: trained.
        text: itself, or the `Path` of a file.
        files: of the picture of the gates, of the coloured text, and of the table.
        units: their numbers, from 0; those that track the event best if none are given, or those
            whose state changes most if there is no event either.
        layer: which, from 0; if not given that of the unit that tracks the event best, or the last.
        event: ``"quotes"``, ``"digits"`` or ``"position"``, to rank all units by.

    Returns:
        What to tell: the ranking, if there is an event, and which units were drawn.

    Raises:
        DataError: the text cannot be used, or a file cannot be written.
        SettingError: there is no such unit, layer or event, or the event does not change.
    """
    last = model.settings.num_layers - 1
    _check("layer", last if layer is None else layer, last)
    for unit in units:
        _check("unit", unit, model.settings.hidden_size - 1)
    seen = see(model, text)
    state, told = f"{model.cell.states[-1]}_l{last if layer is None else layer}", ""
    found: Sequence[int] = seen.values[state].var(0, correction=0).argsort(descending=True).tolist()
    if event is not None:
        ranked = _ranked(seen, event, layer)
        state, told = ranked[0].name, _ranking(ranked, event)
        found = [*dict.fromkeys(one.unit for one in ranked if one.name == state)]
    units = [*units] or found[:UNITS]
    drawn = {name: v for name, v in seen.values.items() if _layer(name) == _layer(state)}
    gates, coloured, data = files
    title = f"{state}, unit {units[0]}"
    plot_gates(drawn, seen.symbols, units, gates, "gates and states over the text")
    plot_coloured(seen.symbols, drawn[state][:, units[0]], seen.guesses, coloured, title)
    write_whole(data, gates_csv(drawn, seen.symbols, units).encode())
    return (
        f"{told}Drawn are the units {', '.join(map(str, units))} of layer {_layer(state)}; "
        f"the text is coloured by {title}."
    )


def _ranked(seen: Seen, event: str, layer: int | None) -> list[Tracked]:
    taking_place = event_of(event, seen.symbols)
    if bool((taking_place == taking_place[0]).all()):
        raise SettingError(
            f"nothing can track {event} in this text, where it is the same after every symbol. "
            "Give a text in which it changes."
        )
    values = {n: v for n, v in seen.values.items() if layer is None or _layer(n) == layer}
    return track(values, taking_place)


def _ranking(ranked: Sequence[Tracked], event: str) -> str:
    rows = [[f"{one.correlation:+.3f}", f"{one.unit}", one.name] for one in ranked[:RANKED]]
    return f"Correlation with {event}:\n{table(rows, head=['correlation', 'unit', 'value'])}\n\n"


def _layer(name: str) -> int:
    return int(name.rsplit("_l", 1)[1])


def _check(what: str, number: int, most: int) -> None:
    if not 0 <= number <= most:
        raise SettingError(f"there is no {what} {number}: they are numbered from 0 to {most}.")
