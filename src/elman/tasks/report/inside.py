"""What goes on inside a model while it works, as pictures for a report or a log."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from elman.data.units import get_unit
from elman.tasks.language_model import LanguageModel
from elman.tasks.seeing import write_gates
from elman.tasks.texts import symbols_of
from elman.view.page import Html, paragraph, picture

__all__ = ["draw_gates", "gates"]

READ = 48  # symbols


def gates(model: Any, data: str | Path | None) -> Html | None:
    """Show the gates and states of some units while a language model reads.

    Args:
        model: of any task.
        data: the file whose beginning it reads; if not given, it reads what it says by itself.

    Returns:
        Two pictures; None of other tasks.

    Raises:
        DataError: the file cannot be used.
    """
    if not isinstance(model, LanguageModel):
        return None
    with TemporaryDirectory() as place:
        pictures, told = draw_gates(model, Path(place), data)
        drawn = "".join(picture(file.read_bytes(), name) for name, file in pictures.items())
    whose = "what it says by itself" if data is None else "the beginning of the data"
    return Html(paragraph(f"The model reads {whose}. {told}") + drawn)


def draw_gates(
    model: LanguageModel, place: Path, data: str | Path | None = None
) -> tuple[dict[str, Path], str]:
    """Draw the gates and states of some units while a language model reads.

    Args:
        model: trained.
        place: a folder of its own.
        data: the file whose beginning it reads; if not given, it reads the beginning of what it has
            learnt, gone on with by itself.

    Returns:
        The pictures by name, and what is drawn.

    Raises:
        DataError: the file cannot be used.
        SettingError: the model is not trained.
    """
    beginning = model.facts.get("beginning") or model.vocabulary.symbols[0]
    text = model.predict(beginning, READ) if data is None else Path(data)
    symbols = symbols_of(text, model.settings.unit)[:READ]
    pictures = {name: place / f"{name}.png" for name in ("gates", "text")}
    read = get_unit(model.settings.unit).join(symbols)
    return pictures, write_gates(model, read, [*pictures.values(), place / "gates.csv"])
