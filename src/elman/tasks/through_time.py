"""How far back a model learns, or a network of any cell before it has learnt anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn

from elman import cells
from elman.data.arguments import at_least
from elman.data.writing import write_whole
from elman.errors import DataError
from elman.nn import Recurrent
from elman.nn.through_time import LayerNorms
from elman.runtime.threads import using_threads
from elman.tasks.task import Task
from elman.train.through_time import batch_norms
from elman.view.gradients import gradients_csv, gradients_text, plot_gradients

__all__ = ["fresh_norms", "norms_of_model", "write_gradients"]

ROWS = 16  # sequences, whose gradients are taken together


def norms_of_model(model: Task[Any], data: Any, *, steps: int = 100) -> list[LayerNorms]:
    """Return how much of the loss at the last step of some data comes back to each step.

    Args:
        model: trained.
        data: as for its `fit`.
        steps: of each sequence, at most, where they may be cut.

    Returns:
        The norms of each layer and direction, all sequences together.

    Raises:
        DataError: the data cannot be used, or there is no step to go back.
        SettingError: the model is not trained.

    Example:
        >>> from elman.tasks import LanguageModel
        >>> model = LanguageModel("character", "gru", 8, window=4)
        >>> _ = model.fit("long ago , the mice had a general council", epochs=1)
        >>> [len(layer.whole) for layer in norms_of_model(model, "the mice had", steps=5)]
        [5]
    """
    at_least("steps", steps, 2)
    inputs, targets, loss = model.sample(data, rows=ROWS, steps=steps)
    with using_threads(1):
        norms = batch_norms(model.network, loss, inputs, targets)
    if max((len(layer.whole) for layer in norms), default=0) < 2:
        raise DataError(
            "the longest sequence has a single step, from which there is none to go back to. Give "
            "longer ones."
        )
    return norms


def fresh_norms(
    cell: str, *, hidden_size: int = 32, num_layers: int = 1, steps: int = 100, seed: int = 0
) -> list[LayerNorms]:
    """Return the same of a new network on random numbers: its error at the last step, squared.

    Args:
        cell: the name of a cell.
        hidden_size: H, units a layer, and numbers a step.
        num_layers: L.
        steps: T.
        seed: of weights, inputs and targets.

    Returns:
        The norms of each layer, all sequences together.

    Raises:
        CellError: there is no such cell.
        SettingError: a value is out of its range.

    Example:
        >>> (layer,) = fresh_norms("gru", steps=10)
        >>> bool(layer.whole[0] < layer.whole[-1])
        True
    """
    found = cells.get(cell)
    for name, value, least in (("hidden_size", hidden_size, 1), ("steps", steps, 2)):
        at_least(name, value, least)
    with torch.random.fork_rng(devices=[]), using_threads(1):
        torch.default_generator.manual_seed(seed)
        network = Recurrent(found, hidden_size, hidden_size, num_layers, batch_first=True)
        inputs, targets = torch.randn(2, ROWS, steps, hidden_size)
        return batch_norms(network, nn.MSELoss(), inputs, targets)


def write_gradients(layers: Sequence[LayerNorms], files: Sequence[Path], title: str) -> str:
    """Write norms as a picture and a table.

    Args:
        layers: of one network.
        files: of the picture and of the table.
        title: of the picture.

    Returns:
        What to tell: how far back each layer learns.

    Raises:
        DataError: a file cannot be written.
    """
    picture, data = files
    plot_gradients(layers, picture, title)
    write_whole(data, gradients_csv(layers).encode())
    return gradients_text(layers)
