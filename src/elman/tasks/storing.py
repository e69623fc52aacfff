"""How a model gets into its folder: the plan before the training, everything else after it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from torch import nn

from elman.data.writing import write_whole
from elman.errors import SettingError
from elman.tasks.folder import CARD, CHECKPOINT, HISTORY, PICTURE, Config, clear
from elman.tasks.weights import write_weights
from elman.train.history import History
from elman.train.settings import OF_NO_CONSEQUENCE
from elman.view.curves import plot_history

__all__ = ["begin", "store"]


Parts = Mapping[str, Any]


def begin(folder: Path, config: Config, parts: Parts, *, resume: bool) -> None:
    """Write what is known before the training, so that it can be continued after any accident.

    Args:
        folder: the model folder.
        config: how the model is made and trained, without results.
        parts: what else belongs to it, by the names of their files: objects of JSON.
        resume: nothing is written; what is there must be the same.

    Raises:
        SettingError: the unfinished training there is another one.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as place:
        ...     begin(Path(place), Config("t", {}, {}), {"vocab.json": {}}, resume=False)
        ...     sorted(path.name for path in Path(place).iterdir())
        ['config.json', 'vocab.json']
    """
    if resume:
        _refuse_another(folder, Config.read(folder), config)
        return
    clear(folder)
    config.write(folder)
    _write_parts(folder, parts)


def store(
    folder: Path,
    config: Config,
    network: nn.Module,
    parts: Parts,
    *,
    history: History,
    card: str,
    loss: str = "loss (nats a symbol)",
) -> None:
    """Write a whole model, and remove the checkpoint of its training.

    Args:
        folder: the model folder.
        config: with the results.
        network: its weights.
        parts: what else belongs to it, by the names of their files.
        history: of its training; may be empty.
        card: the text of README.md.
        loss: what stands beside its curve.

    Raises:
        DataError: the disk is full, or the place cannot be written to any more.
    """
    digest = write_weights(folder, network)
    _write_parts(folder, parts)
    if history.rows:
        history.write(folder / HISTORY)
        (folder / PICTURE).parent.mkdir(exist_ok=True)
        plot_history(history, folder / PICTURE, _title(config), loss)
    write_whole(folder / CARD, card.encode())
    replace(config, results={**(config.results or {}), "weights_sha256": digest}).write(folder)
    (folder / CHECKPOINT).unlink(missing_ok=True)


def _title(config: Config) -> str:
    cell = config.model["cell"]
    name = cell if isinstance(cell, str) else cell["name"]
    layers, units = config.model["num_layers"], config.model["hidden_size"]
    return f"{config.task}, {layers} x {units} {name}"


def _write_parts(folder: Path, parts: Parts) -> None:
    for name, content in parts.items():
        text = json.dumps(content, indent=1, ensure_ascii=False)
        write_whole(folder / name, f"{text}\n".encode())


def _refuse_another(folder: Path, then: Config, now: Config) -> None:
    before, after = _settings(then), _settings(now)
    changed = [
        f"{name} was {_short(before.get(name))} and is now {_short(after.get(name))}"
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name) and name not in OF_NO_CONSEQUENCE
    ]
    if changed:
        raise SettingError(
            f'"{folder}" cannot be continued, for it was started differently: '
            f"{'; '.join(changed)}. Give the same again, or start anew with --force "
            "(in Python force=True)."
        )


def _settings(config: Config) -> dict[str, Any]:
    return {"task": config.task, **config.model, **config.training}


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:12]}..."
