"""What a model folder holds of a language model, checked piece by piece before it is believed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from elman import cells
from elman.cells import Cell
from elman.data.vocabulary import Vocabulary
from elman.errors import CellError, ModelFolderError, UserError
from elman.nn import Recurrent
from elman.tasks.folder import VOCABULARY, Config, read_object
from elman.tasks.model_settings import ModelSettings
from elman.tasks.network import NextSymbol, make_network
from elman.tasks.weights import read_network
from elman.train.settings import TrainingSettings

__all__ = ["Opened", "cell_entry", "cell_of", "open_parts"]


@dataclass(frozen=True)
class Opened:
    """The parts of a language model.

    Args:
        settings: of the model.
        cell: of its network.
        training: how it was trained.
        facts: about the text that it was trained on.
        vocabulary: its symbols.
        network: with its weights.
    """

    settings: ModelSettings
    cell: Cell
    training: TrainingSettings
    facts: dict[str, Any]
    vocabulary: Vocabulary
    network: NextSymbol


def open_parts(folder: Path, config: Config) -> Opened:
    """Read the parts of a language model from its folder.

    Args:
        folder: the model folder.
        config: what its config.json says.

    Returns:
        The parts.

    Raises:
        ModelFolderError: something in the folder is missing, damaged or does not fit.
    """
    known = TrainingSettings.model_fields
    vocabulary_entry = read_object(folder, VOCABULARY)
    try:
        settings = ModelSettings(**config.model)
        cell = cell_of(settings.cell)
        training = TrainingSettings(**{k: v for k, v in config.training.items() if k in known})
        vocabulary = Vocabulary.from_dict(vocabulary_entry)
    except (UserError, TypeError) as error:
        raise ModelFolderError(f'"{folder}" is damaged: {error}') from error
    return Opened(
        settings,
        cell,
        training,
        {k: v for k, v in config.training.items() if k not in known},
        vocabulary,
        read_network(
            folder,
            lambda: make_network(settings, cell, len(vocabulary)),
            (config.results or {}).get("weights_sha256"),
        ),
    )


def cell_entry(cell: Cell) -> str | dict[str, Any]:
    """Return what config.json says of a cell: the name of a shipped one, else its whole graph.

    Args:
        cell: of the network.

    Returns:
        What JSON can hold.

    Example:
        >>> cell_entry(cells.get("gru"))
        'gru'
    """
    shipped = cell.name in cells.names() and cells.get(cell.name) == cell
    return cell.name if shipped else cell.to_dict()


def cell_of(entry: str | dict[str, Any]) -> Cell:
    """Return the cell of what config.json says of it.

    Args:
        entry: what `cell_entry` returned.

    Returns:
        The cell.

    Raises:
        CellError: there is no such cell, or it cannot take a step.

    Example:
        >>> cell_of("gru").name
        'gru'
    """
    if isinstance(entry, str):
        return cells.get(entry)
    try:
        cell = Cell.from_dict(entry)
        with torch.random.fork_rng(devices=[]):
            Recurrent(cell, 1, 1)(torch.zeros(1, 1, 1))
    except Exception as error:  # a graph from a file can be wrong in any way
        raise CellError(
            f"its cell cannot take a step ({type(error).__name__}: {error})."
        ) from error
    return cell
