"""What goes on inside a model while it works, as pictures for a report."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from elman.tasks.language_model import LanguageModel
from elman.tasks.seeing import own_text, write_gates
from elman.tasks.texts import symbols_of
from elman.view.page import Html, paragraph, picture

__all__ = ["gates"]

READ = 48  # symbols


def gates(model: Any, data: str | Path | None) -> Html | None:
    """Draw the gates and states of some units while a language model reads.

    Args:
        model: of any task.
        data: the file whose beginning it reads; if not given, it reads what it goes on with
            itself after the beginning of what it has learnt.

    Returns:
        Two pictures; None of other tasks.

    Raises:
        DataError: the file cannot be used.
    """
    if not isinstance(model, LanguageModel):
        return None
    if data is not None:
        text = symbols_of(Path(data), model.settings.unit)[:READ]
        whose = "the beginning of the data"
    else:
        text = own_text(model, READ)
        whose = "the beginning of what was learnt, and its own continuation"
    with TemporaryDirectory() as place:
        files = [Path(place, name) for name in ("gates.png", "text.png", "gates.csv")]
        told = write_gates(model, text, files)
        drawn = "".join(
            picture(file.read_bytes(), what)
            for file, what in zip(
                files, ("gates and states over the text", "the text, coloured"), strict=False
            )
        )
    return Html(paragraph(f"The model reads {whose}. {told}") + drawn)
