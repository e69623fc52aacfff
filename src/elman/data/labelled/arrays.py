"""Sequences of numbers in NumPy's files."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from elman.data.labelled.columns import listed
from elman.data.labelled.examples import Examples
from elman.data.labelled.labels import (
    label_names,
    labels_beside,
    labels_of,
    load_array,
    read_labels,
)
from elman.data.reading import read_bytes
from elman.errors import DataError

__all__ = ["read_array", "read_arrays"]

LABELS = ("y", "label", "labels", "target", "targets")
SEQUENCES = ("x", "data", "sequences", "inputs")
LENGTHS = "lengths"
WANTED = "(N, T) or (N, T, I): N sequences of T steps with I features"


def read_arrays(
    path: str | Path,
    *,
    sequence: str | None = None,
    label: str | None = None,
    labelled: bool = True,
) -> Examples:
    """Read sequences and their labels from a .npz file.

    Args:
        path: with arrays x, (N, T) or (N, T, I), and y, (N,); with an array lengths, (N,), of
            each sequence that many steps are taken.
        sequence: how the array of the sequences is called if not x.
        label: how the array of the labels is called if not y.
        labelled: whether there are labels.

    Returns:
        The sequences.

    Raises:
        DataError: the file is damaged, has no such arrays, or they are of other shapes.

    Example:
        >>> np.savez("walks.npz", x=np.ones((2, 3)), y=["up", "down"])
        >>> read_arrays("walks.npz").labels
        ['up', 'down']
    """
    name, data = read_bytes(path)
    arrays = _members(data, name)
    alone = next(iter(arrays)) if len(arrays) == 1 else "x"
    sequence = sequence or _called(arrays, SEQUENCES) or alone
    if sequence not in arrays:
        raise _no_array(name, sequence, arrays, "--sequence (sequence=)")
    label = label or _called(arrays, LABELS)
    if labelled and label not in arrays:
        raise _no_array(name, label or "y", arrays, "--label (label=)")
    values = load_array(arrays[sequence], f'{name}, array "{sequence}"')
    lengths = None
    if LENGTHS in arrays:
        lengths = load_array(arrays[LENGTHS], f'{name}, array "{LENGTHS}"')
    numbers = _sequences(values, lengths, f'{name}, array "{sequence}"')
    labels = None
    if labelled and label:
        own = f'{name}, array "{label}"'
        labels = labels_of(load_array(arrays[label], own), len(numbers), own)
    return _examples(name, numbers, labels, f'a .npz file with sequences in "{sequence}"')


def read_array(
    path: str | Path, *, label: str | Path | None = None, labelled: bool = True
) -> Examples:
    """Read sequences from a .npy file, and their labels from a file beside it.

    Args:
        path: of an array (N, T) or (N, T, I).
        label: the file of the labels; found by its name if not given.
        labelled: whether there are labels.

    Returns:
        The sequences.

    Raises:
        DataError: the array is of another shape, or there are no labels.

    Example:
        >>> np.save("x.npy", np.ones((2, 3)))
        >>> read_array("x.npy", labelled=False).places
        ['row 1', 'row 2']
    """
    name, data = read_bytes(path)
    numbers = _sequences(load_array(data, name), None, name)
    labels = None
    if labelled:
        file = label or labels_beside(path)
        if file is None:
            raise DataError(
                f"{name} has no file of labels beside it. Expected one called "
                f"{listed(label_names(Path(path).name))}. Name it with --label (label=)."
            )
        labels = read_labels(file, len(numbers))
    kind = "a .npy file with sequences"
    return _examples(name, numbers, labels, kind, {"label": None})  # the file is theirs alone


def _examples(
    name: str,
    numbers: list[Tensor],
    labels: list[str] | None,
    kind: str,
    options: Mapping[str, Any] | None = None,
) -> Examples:
    places = [f"row {row:,}" for row in range(1, len(numbers) + 1)]
    return Examples(name, None, numbers, labels, places, kind=kind, options=options or {})


def _members(data: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return {entry.removesuffix(".npy"): archive.read(entry) for entry in archive.namelist()}
    except (zipfile.BadZipFile, OSError, RuntimeError, zlib.error) as error:
        raise DataError(
            f"{name} is damaged or no .npz file ({error}). Save it again with numpy.savez."
        ) from None


def _called(arrays: dict[str, bytes], names: tuple[str, ...]) -> str | None:
    folded = {array.casefold(): array for array in arrays}
    return next((folded[name] for name in names if name in folded), None)


def _no_array(name: str, wanted: str, arrays: dict[str, bytes], option: str) -> DataError:
    return DataError(
        f'{name} has no array "{wanted}"; it has {listed(list(arrays)) or "none"}. '
        f"Name the right one with {option}."
    )


def _sequences(values: NDArray[Any], lengths: NDArray[Any] | None, name: str) -> list[Tensor]:
    if values.dtype.kind not in "fiub":
        raise DataError(
            f"{name} holds values of the type {values.dtype}; expected numbers. Convert them."
        )
    if values.ndim not in (2, 3) or not len(values) or not values.shape[-1]:
        raise DataError(f"{name} has the shape {values.shape}; expected {WANTED}. Reshape it.")
    whole = values[:, :, None] if values.ndim == 2 else values
    if lengths is None:
        lengths = np.full(len(whole), whole.shape[1])
    steps = whole.shape[1]
    if lengths.shape != whole.shape[:1] or lengths.dtype.kind not in "iu":
        raise DataError(
            f"{name}: the array lengths has the shape {lengths.shape} and the type "
            f"{lengths.dtype}; expected ({len(whole)},) whole numbers. Mend it."
        )
    if len(wrong := np.flatnonzero((lengths < 0) | (lengths > steps))):
        raise DataError(
            f"{name}, row {wrong[0] + 1:,}: its length is {lengths[wrong[0]]}; expected 0 to "
            f"{steps:,}. Mend the array lengths."
        )
    with np.errstate(over="ignore"):
        floats = whole.astype(np.float32)
    numbers = []
    for row, length in enumerate(lengths.tolist()):
        own = floats[row, :length]
        if len(bad := np.argwhere(~np.isfinite(own))):
            step, feature = bad[0]
            raise DataError(
                f"{name}, row {row + 1:,}, step {step + 1:,}, feature {feature + 1:,}: "
                f"{whole[row, step, feature]} is no finite number of float32. Fill it in, or take "
                "the row out."
            )
        numbers.append(torch.from_numpy(own))
    return numbers
