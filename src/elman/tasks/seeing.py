"""What goes on inside a model while it reads: gates and states, drawn and told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from elman.data.writing import write_whole
from elman.errors import SettingError
from elman.tasks.classification import seeing as classification
from elman.tasks.forecasting import seeing as forecasting
from elman.tasks.language_model import LanguageModel
from elman.tasks.network import asking
from elman.tasks.preparation import encoded
from elman.tasks.seen import Seen, layer_of, likeliest
from elman.tasks.tagging import seeing as tagging
from elman.tasks.task import Task
from elman.tasks.texts import symbols_of
from elman.tasks.translation import seeing as translation
from elman.view.coloured import plot_coloured
from elman.view.gates import gates_csv, plot_gates
from elman.view.table import table
from elman.view.tracking import Tracked, track

__all__ = ["SEE", "SEE_WRITING", "ends_of", "see", "write_gates"]

UNITS = 3  # that are shown if none are named
RANKED = 10  # units that are told


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
        shares = network(ids)[0][0].softmax(-1)
    own = {name: value[0] for name, value in values.items()}
    return Seen(symbols, own, likeliest(shares, model.vocabulary.symbols))


SEE: dict[str, Callable[[Any, Any], Seen]] = {
    "language-model": see,
    "classify": classification.see,
    "tag": tagging.see,
    "translate": translation.see,
    "forecast": forecasting.see,
}
"""For each task whose models can be looked into, how one reads and what goes on meanwhile."""

SEE_WRITING: dict[str, Callable[[Any, Any], Seen]] = {"translate": translation.see_writing}
"""For each task whose models read with one part and write with another, the latter."""

TABLES = ("forecast",)  # tasks of which no text can be coloured


def ends_of(task: str, name: str = "this") -> tuple[str, ...]:
    """Return how the names of the files end that `write_gates` writes.

    Args:
        task: its name.
        name: what messages call the model.

    Returns:
        Of the picture of the gates, of the coloured text if there is one, and of the table.

    Raises:
        SettingError: models of this task are not looked into.

    Example:
        >>> ends_of("forecast")
        ('.png', '.csv')
    """
    if task not in SEE:
        raise SettingError(
            f"{name} is a model of the task {task}; gates are shown of: {', '.join(SEE)}."
        )
    return (".png", ".csv") if task in TABLES else (".png", "-text.png", ".csv")


def write_gates(
    model: Task[Any],
    given: Any,
    files: Sequence[Path],
    *,
    units: Sequence[int] = (),
    layer: int | None = None,
    event: str | None = None,
    writing: bool = False,
) -> str:
    """Write the gates and states of some units over what a model reads, and colour it by the first.

    Args:
        model: trained, of a task in `SEE`.
        given: a text or the `Path` of a file; of a forecaster a table.
        files: of the picture of the gates, of the coloured text if there is one, and of the table.
        units: their numbers, from 0; those that track the event best if none are given, or those
            whose state changes most if there is no event either.
        layer: which, from 0; if not given that of the unit that tracks the event best, or the last.
        event: of a text ``"quotes"``, ``"digits"`` or ``"position"``, of a table the name of a
            column, to rank all units by.
        writing: of a translator, look at its decoder while it writes, not at its encoder.

    Returns:
        What to tell: the ranking, if there is an event, and which units were drawn.

    Raises:
        DataError: what is given cannot be used, or a file cannot be written.
        SettingError: there is no such unit, layer or event, the event does not change, or the model
            has nothing that only writes.
    """
    seen = _looks(model.task, writing)(model, given)
    last = seen.layers - 1
    _check("layer", last if layer is None else layer, last)
    state, told = f"{model.cell.states[-1]}_l{last if layer is None else layer}", ""
    for unit in units:
        _check("unit", unit, seen.values[state].size(1) - 1)
    found: Sequence[int] = seen.values[state].var(0, correction=0).argsort(descending=True).tolist()
    if event is not None:
        ranked = _ranked(seen, event, layer)
        state, told = ranked[0].name, _ranking(ranked, event)
        found = [*dict.fromkeys(one.unit for one in ranked if one.name == state)]
    units = [*units] or found[:UNITS]
    own = {name: v for name, v in seen.values.items() if layer_of(name) == layer_of(state)}
    drawn = {name: v for name, v in own.items() if _backward(name) == _backward(state)}
    gates, *coloured, data = files
    title, more = f"{state}, unit {units[0]}", _also(seen, event)
    what = "gates and states over the text" if coloured else "gates and states over the steps"
    plot_gates(drawn, seen.symbols, units, gates, what, axis=seen.axis, above=more)
    for file in coloured:
        values = drawn[state][:, units[0]]
        plot_coloured(seen.symbols, values, seen.guesses, file, title, seen.guessed)
    write_whole(data, gates_csv(own, seen.symbols, units, seen.axis).encode())
    which = "is the unit" if len(units) == 1 else "are the units"
    shown = f"Drawn {which} {', '.join(map(str, units))} of layer {layer_of(state)}"
    shown += ", which reads from the end" * _backward(state)
    shown += f"; the text is coloured by {title}" * bool(coloured)
    return f"{told}{shown}. {seen.note}".rstrip()


def _looks(task: str, writing: bool) -> Callable[[Any, Any], Seen]:
    """Return how a model of a task is looked into."""
    if writing and task not in SEE_WRITING:
        raise SettingError(
            f"writing is looked at in models of the task {', '.join(SEE_WRITING)}, and this is one "
            f"of the task {task}. Leave writing out."
        )
    return (SEE_WRITING if writing else SEE)[task]


def _also(seen: Seen, event: str | None) -> dict[str, Tensor]:
    """Return the lines above the gates: what was read, and the event if it is a column."""
    if event is None or seen.event is None:
        return dict(seen.above)
    return {**seen.above, event: seen.place_of(event)}


def _ranked(seen: Seen, event: str, layer: int | None) -> list[Tracked]:
    taking_place = seen.place_of(event)
    known = taking_place.isfinite()
    there = taking_place[known]
    if bool((there == there[:1]).all()):
        what, step = ("this text", "symbol") if seen.event is None else ("these rows", "step")
        raise SettingError(
            f"nothing can track {event} in {what}, where it is the same after every {step}. Give "
            "others in which it changes."
        )
    layers = {n: v[known] for n, v in seen.values.items() if layer in (None, layer_of(n))}
    return track(layers, there)


def _ranking(ranked: Sequence[Tracked], event: str) -> str:
    rows = [[f"{one.correlation:+.3f}", f"{one.unit}", one.name] for one in ranked[:RANKED]]
    return f"Correlation with {event}:\n{table(rows, head=['correlation', 'unit', 'value'])}\n\n"


def _backward(name: str) -> bool:
    return name.endswith("_reverse")


def _check(what: str, number: int, most: int) -> None:
    if not 0 <= number <= most:
        raise SettingError(f"there is no {what} {number}: they are numbered from 0 to {most}.")
