"""Everything about a model on one page: a table of sections, each made by a small function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from elman import __version__
from elman.data.writing import write_whole
from elman.tasks.description import told
from elman.tasks.folder import CONFUSION, FORECAST, HISTORY, Config
from elman.tasks.layers import letter_text
from elman.tasks.registry import load
from elman.tasks.report.inside import attention, gates, through_time
from elman.tasks.report.mistakes import mistakes
from elman.tasks.report.training import curves, gradients, samples
from elman.train.history import History
from elman.train.settings import TrainingSettings
from elman.view.page import Html, grid, html_table, page, paragraph, picture, verbatim
from elman.view.unrolled import plot_unrolled

__all__ = ["Reported", "write_report"]


@dataclass(frozen=True)
class Reported:
    """What a report is about.

    Args:
        folder: of the model.
        config: what its config.json says.
        model: of any task.
        history: of its training; without rows if none was kept.
        data: what it is judged by, if anything.
    """

    folder: Path
    config: Config
    model: Any
    history: History
    data: str | Path | None


def write_report(folder: str | Path, path: str | Path, *, data: str | Path | None = None) -> Path:
    """Write everything about a model as one page of HTML that needs nothing else.

    Args:
        folder: the model folder.
        path: the file to write.
        data: a file or folder to judge by, as for `evaluate` of the task; shown of it are what
            goes on inside while the model reads it, and what the model is worst at.

    Returns:
        The path of the page.

    Raises:
        ModelFolderError: the folder is not a whole model.
        DataError: the data cannot be used, or the file cannot be written.
    """
    place = Path(folder)
    model, config = load(place), Config.read(place)
    history = History.read(place / HISTORY) if (place / HISTORY).is_file() else History()
    about = Reported(place, config, model, history, data)
    made = {name: section(about) for name, section in SECTIONS.items()}
    whole = page(
        f"{place.resolve().name}: a model of the task {config.task}",
        paragraph(". ".join(line[:1].upper() + line[1:] for line in model.introduction()) + "."),
        {name: content for name, content in made.items() if content},
        f"Trained by Elman {config.elman}; written by elman view report of Elman {__version__}.",
    )
    write_whole(path, whole.encode())
    return Path(path)


def _data(about: Reported) -> Html | None:
    facts = {
        name: value
        for name, value in about.config.training.items()
        if name not in TrainingSettings.model_fields and not name.endswith("sha256")
    }
    beginning = facts.pop("beginning", None)
    shown = paragraph("It begins:") + verbatim(beginning) if beginning else ""
    return Html(html_table(_rows(facts)) + shown) if facts else None


def _network(about: Reported) -> Html:
    with TemporaryDirectory() as place:
        title = "The network, unrolled in time"
        file = plot_unrolled(about.model.diagram(), Path(place, "network.png"), title)
        drawn = picture(file.read_bytes(), title)
    return Html(verbatim(letter_text(about.model.layers())) + drawn)


def _settings(about: Reported) -> Html:
    model = {**about.config.model, "cell": about.model.cell.name}
    training = about.model.training.model_dump()
    return grid(
        Html(f"<h3>{of}</h3>{html_table(_rows(values))}")
        for of, values in (("The model", model), ("The training", training))
    )


def _outcome(about: Reported) -> Html | None:
    results = about.config.results or {}
    if "diverged" in results:
        return paragraph(str(results["diverged"]))
    pictures = {CONFUSION: "how often each label was told as each", FORECAST: "a forecast"}
    shown = (
        picture((about.folder / name).read_bytes(), what)
        for name, what in pictures.items()
        if (about.folder / name).is_file()
    )
    return Html(verbatim(about.model.outcome()) + "".join(shown)) if results else None


# A section is left out where it has no meaning for the task.
SECTIONS: Mapping[str, Callable[[Reported], Html | None]] = {
    "Data": _data,
    "Network": _network,
    "Settings": _settings,
    "What came out": _outcome,
    "Curves": lambda about: curves(about.history, about.model.loss_name),
    "Gradient norms": lambda about: gradients(about.history, about.model.training),
    "Samples over the training": lambda about: samples(about.history),
    "Gradients through time": lambda about: through_time(about.model, about.data),
    "Gates and states": lambda about: gates(about.model, about.data),
    "Attention": lambda about: attention(about.model, about.data),
    "Mistakes": lambda about: mistakes(about.model, about.data),
}


def _rows(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    return told({name: value for name, value in values.items() if value not in ({}, [], ())})
