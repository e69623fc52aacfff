"""What goes on inside a model while it works, as pictures for a report or a log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from elman.data.units import get_unit
from elman.errors import DataError
from elman.tasks.language_model import LanguageModel
from elman.tasks.seeing import SEE, SEE_WRITING, ends_of, write_gates
from elman.tasks.texts import symbols_of
from elman.tasks.through_time import norms_of_model, write_gradients
from elman.tasks.translation.looking import write_attention
from elman.tasks.translation.translator import Translator
from elman.view.page import Html, paragraph, picture, verbatim

__all__ = ["attention", "draw_gates", "gates", "through_time"]

READ = 48  # symbols of a text that a language model reads
SENTENCES = 3  # whose translation is looked at

Data = str | Path | None


def gates(model: Any, data: Data) -> Html | None:
    """Show the gates and states of some units while a model reads.

    Args:
        model: of any task.
        data: the file whose beginning it reads; if not given, a language model reads what it says
            by itself.

    Returns:
        Pictures, or a sentence on why there are none; None of tasks that are not looked into.

    Raises:
        DataError: the file cannot be used.
    """
    if model.task not in SEE:
        return None

    def draw(place: Path) -> Html:
        whose = "what it says by itself" if data is None else "the beginning of the data"
        shown: str = paragraph(f"The model reads {whose}.")
        for writing in (False, True) if model.task in SEE_WRITING else (False,):
            pictures, told = draw_gates(model, place, data, writing=writing)
            shown += paragraph(told) + _pictures(pictures)
        return Html(shown)

    return _shown(draw, data is not None or isinstance(model, LanguageModel))


def through_time(model: Any, data: Data) -> Html:
    """Show how much of the loss at the last step of some data comes back to each step before.

    Args:
        model: of any task.
        data: the file.

    Returns:
        A picture, or a sentence on why there is none.
    """

    def draw(place: Path) -> Html:
        file, title = place / "gradients.png", "Gradients through time"
        norms = norms_of_model(model, Path(str(data)))
        told = write_gradients(norms, [file, place / "gradients.csv"], title)
        return Html(verbatim(told) + _pictures({title: file}))

    return _shown(draw, data is not None)


def attention(model: Any, data: Data) -> Html | None:
    """Show where a translator looks while it writes.

    Args:
        model: of any task.
        data: the file whose first sentences it translates.

    Returns:
        A picture a sentence, or a sentence on why there are none; None of other tasks, and where
        nothing is attended to.

    Raises:
        DataError: the file cannot be used.
    """
    if not isinstance(model, Translator) or not model.network.attends:
        return None

    def draw(place: Path) -> Html:
        shown = ""
        for number, text in enumerate(model.read(Path(str(data))).sources[:SENTENCES]):
            file = place / f"{number}.png"
            told = write_attention(model, text, [file, place / f"{number}.csv"])
            shown += verbatim(f"{text}\n{told}") + _pictures({"where the model looked": file})
        return Html(shown)

    return _shown(draw, data is not None)


def draw_gates(
    model: Any, place: Path, data: Data = None, *, writing: bool = False
) -> tuple[dict[str, Path], str]:
    """Draw the gates and states of some units while a model reads.

    Args:
        model: trained, of a task in `SEE`.
        place: a folder of its own.
        data: the file whose beginning it reads; if not given, a language model reads the beginning
            of what it has learnt, gone on with by itself.
        writing: as for `write_gates`.

    Returns:
        The pictures by name, and what is drawn.

    Raises:
        DataError: the file cannot be used.
        SettingError: the model is not trained.
    """
    files = [place / f"gates{end}" for end in ends_of(model.task)]
    told = write_gates(model, BEGINNINGS[model.task](model, data), files, writing=writing)
    return dict(zip(("gates", "text"), files[:-1], strict=False)), told


def _begun(model: LanguageModel, data: Data) -> str:
    beginning = model.facts.get("beginning") or model.vocabulary.symbols[0]
    text = model.predict(beginning, READ) if data is None else Path(data)
    symbols = symbols_of(text, model.settings.unit)[:READ]
    return get_unit(model.settings.unit).join(symbols)


BEGINNINGS: Mapping[str, Callable[[Any, Any], Any]] = {
    "language-model": _begun,
    "classify": lambda model, data: (model.read(Path(data)).texts or [""])[0],
    "tag": lambda model, data: Path(data),  # of which the first sentence is read
    "translate": lambda model, data: model.read(Path(data)).sources[0],
    "forecast": lambda model, data: Path(data),  # of which the newest steps are read
}
"""For each task that is looked into, what a model reads of a file."""


def _shown(draw: Callable[[Path], Html], can: bool) -> Html:
    """Return what is drawn into a folder of its own, or a sentence on why it cannot be."""
    if not can:
        return paragraph("Not shown: give data to be read, with --data FILE.")
    try:
        with TemporaryDirectory() as place:
            return draw(Path(place))
    except DataError as error:  # such as of too short a sequence, which does for all else
        return paragraph(f"Not shown: {error}")


def _pictures(files: Mapping[str, Path]) -> Html:
    return Html("".join(picture(file.read_bytes(), name) for name, file in files.items()))
