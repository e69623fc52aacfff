"""The weights of a model folder: written whole, and believed only after a check of everything."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor, nn

from elman.data.writing import write_whole
from elman.errors import ModelFolderError
from elman.tasks.folder import CHECKPOINT, WEIGHTS

__all__ = ["read_network", "write_weights"]

Network = TypeVar("Network", bound=nn.Module)


def write_weights(folder: Path, network: nn.Module) -> str:
    """Write the parameters of a network as model.safetensors.

    Args:
        folder: the model folder.
        network: whose parameters; one that is used twice (tied weights) is written once.

    Returns:
        The SHA-256 of the file, which config.json keeps.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as place:
        ...     digest = write_weights(Path(place), nn.Linear(2, 1))
        >>> len(digest)
        64
    """
    content = save(
        {name: p.detach().cpu().contiguous() for name, p in network.named_parameters()},
        metadata={"format": "pt"},
    )
    write_whole(folder / WEIGHTS, content)
    return hashlib.sha256(content).hexdigest()


def read_network(folder: Path, make: Callable[[], Network], sha256: str | None) -> Network:
    """Make a network and give it the weights in model.safetensors, after a check of all of them.

    Args:
        folder: the model folder.
        make: makes the network; nothing is allocated before the file is known to fit.
        sha256: what config.json says of the file, or nothing.

    Returns:
        The network, on the CPU.

    Raises:
        ModelFolderError: no such file; it is cut short, changed, does not fit, or holds values
            that are not finite.

    Example:
        >>> import tempfile
        >>> network = nn.Linear(2, 1)
        >>> with tempfile.TemporaryDirectory() as place:
        ...     digest = write_weights(Path(place), network)
        ...     again = read_network(Path(place), lambda: nn.Linear(2, 1), digest)
        >>> torch.equal(network.weight, again.weight)
        True
    """
    with torch.device("meta"):
        expected = make()
    tensors = _tensors(folder, expected, sha256)
    with torch.random.fork_rng(devices=[]):  # the initial weights are drawn in vain
        network = make()
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            parameter.copy_(tensors[name])
    return network


def _tensors(folder: Path, network: nn.Module, sha256: str | None) -> dict[str, Tensor]:
    path = folder / WEIGHTS
    if not path.is_file():
        raise ModelFolderError(_what_is_missing(folder))
    try:
        with safe_open(path, framework="pt") as file:
            names = list(file.keys())
            _compare(path, _described(file, names), _expected(network))
            _compare_digest(path, sha256)
            tensors = {name: file.get_tensor(name) for name in names}
    except (SafetensorError, OSError) as error:
        raise ModelFolderError(
            f'"{path}" is not a whole safetensors file ({error}). It was cut short or damaged; '
            "copy the folder again, or train again."
        ) from error
    for name, tensor in tensors.items():
        if not tensor.isfinite().all():
            raise ModelFolderError(
                f'"{path}": {name} holds values that are not finite. Train again, with a lower '
                "learning rate or with clip_norm."
            )
    return tensors


def _what_is_missing(folder: Path) -> str:
    if (folder / CHECKPOINT).exists():
        return (
            f'the training in "{folder}" is unfinished: there is a {CHECKPOINT} but no {WEIGHTS}. '
            "Continue it with --resume (in Python resume=True)."
        )
    return (
        f'"{folder}" is not a whole model folder: there is no {WEIGHTS} in it. Copy it again, or '
        "train again."
    )


def _described(file: Any, names: list[str]) -> dict[str, str]:
    slices = {name: file.get_slice(name) for name in names}
    return {name: f"{s.get_dtype()}{tuple(s.get_shape())}" for name, s in slices.items()}


_DTYPES = {torch.float32: "F32", torch.float64: "F64"}


def _expected(network: nn.Module) -> dict[str, str]:
    return {name: f"{_DTYPES[p.dtype]}{tuple(p.shape)}" for name, p in network.named_parameters()}


def _compare(path: Path, given: Mapping[str, str], expected: Mapping[str, str]) -> None:
    for name in sorted(given.keys() | expected.keys()):
        if given.get(name) != expected.get(name):
            raise ModelFolderError(
                f'"{path}" does not fit config.json: {name} is {given.get(name, "missing")}, '
                f"expected {expected.get(name, 'no such tensor')}. One of them was changed; "
                "copy the folder again, or train again."
            )


def _compare_digest(path: Path, sha256: str | None) -> None:
    if sha256 is None:
        return
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != sha256:
        raise ModelFolderError(
            f'"{path}" was changed after training: its SHA-256 is {digest[:12]}..., '
            f"config.json says {str(sha256)[:12]}... . Copy the folder again, or train again."
        )
