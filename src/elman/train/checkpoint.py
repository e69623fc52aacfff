"""All of a run in one file, from which it goes on to the same bits."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import safetensors
import safetensors.torch
import torch
from torch import Tensor

from elman.data.writing import write_whole
from elman.errors import ModelFolderError
from elman.train.nest import flatten, unflatten

__all__ = ["Checkpoint"]

_FORMAT = "1"


@dataclass(frozen=True)
class Checkpoint:
    """Where a run stands after a whole step.

    Args:
        settings: of the run.
        data: what tells its data from others.
        progress: step, sums since the last row, counters of early stopping.
        rows: of the history.
        weights: the network's ``state_dict``.
        best_weights: the same at the epoch with the smallest validation loss, if kept.
        optimizer: its ``state_dict``.
        schedule: its ``state_dict``.
        state: the hidden state carried to the next step.
        random: the states of the random number generators.
        averaging: the averaged weights; None if there are none.
    """

    settings: dict[str, Any]
    data: dict[str, Any]
    progress: dict[str, Any]
    rows: list[list[Any]]
    weights: dict[str, Tensor]
    best_weights: dict[str, Tensor] | None
    optimizer: dict[str, Any]
    schedule: dict[str, Any]
    state: Any
    random: list[Tensor]
    averaging: dict[str, Any] | None = None

    def write(self, path: str | Path) -> None:
        """Write the file, whole or not at all, through to the disk.

        Args:
            path: the file, in the format safetensors.

        Raises:
            DataError: the place cannot be written to.
        """
        nest = {part.name: getattr(self, part.name) for part in fields(self)}
        form, tensors = flatten(nest)
        tensors = {name: _plain(tensor) for name, tensor in tensors.items()}
        text = json.dumps(form)
        facts = {"format": _FORMAT, "content": text, "digest": _digest(text, tensors)}
        write_whole(path, safetensors.torch.save(tensors, metadata=facts))

    @classmethod
    def read(cls, path: str | Path) -> "Checkpoint":
        """Read what `write` wrote.

        Args:
            path: the file.

        Returns:
            The checkpoint, its tensors on the CPU.

        Raises:
            ModelFolderError: there is no such file, it is not whole, it was changed, or it comes
                from another version.
        """
        facts, tensors = _open(Path(path))
        if facts.get("format") != _FORMAT:
            raise ModelFolderError(
                f'"{path}" is a checkpoint of format {facts.get("format")!r}; expected '
                f"{_FORMAT!r}. Go on with the version of Elman that wrote it, or start anew."
            )
        text = facts.get("content", "")
        if facts.get("digest") != _digest(text, tensors):
            raise ModelFolderError(f'"{path}" was changed after it was written. {_MEND}')
        return cls(**unflatten(json.loads(text), tensors))


_MEND = "Restore it from a copy, or start the run anew."


def _plain(tensor: Tensor) -> Tensor:
    # A copy of its own: safetensors refuses tensors that share memory, as tied weights do.
    return tensor.detach().to("cpu", copy=True, memory_format=torch.contiguous_format)


def _digest(text: str, tensors: Mapping[str, Tensor]) -> str:
    digest = hashlib.sha256(text.encode())
    for name, tensor in sorted(tensors.items()):
        digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}".encode())
        digest.update(tensor.reshape(-1).view(torch.uint8).numpy().data)
    return digest.hexdigest()


def _open(path: Path) -> tuple[dict[str, str], dict[str, Tensor]]:
    try:
        with safetensors.safe_open(path, framework="pt") as file:
            names = file.keys()
            # What is read lies in the file itself, and would change with it if not copied.
            tensors = {name: file.get_tensor(name).clone() for name in names}
            return file.metadata() or {}, tensors
    except FileNotFoundError:
        raise ModelFolderError(
            f'there is no checkpoint "{path}", so there is nothing to go on with. Start anew.'
        ) from None
    except (safetensors.SafetensorError, OSError) as error:
        raise ModelFolderError(f'"{path}" is no whole checkpoint ({error}). {_MEND}') from None
