"""Labels in a file or an array of their own, one for each sequence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from elman.data.labelled.idx import is_idx, read_idx
from elman.data.reading import decode_text, read_bytes
from elman.errors import DataError

__all__ = ["labels_beside", "labels_of", "load_array", "read_labels"]

NUMPY = b"\x93NUMPY"
RENAMED = (  # how the file of labels is called after that of the sequences
    ("images", "labels"),
    ("idx3", "idx1"),
    ("X", "y"),
)
ALONE = re.compile(r"(?<![a-z])x(?![a-z])", re.IGNORECASE)  # no part of a word


def labels_of(values: NDArray[Any], count: int, name: str) -> list[str]:
    """Return an array of labels as texts.

    Args:
        values: (N,), whole numbers, booleans or texts.
        count: N, of the sequences.
        name: of the array, for messages.

    Returns:
        One label a sequence.

    Raises:
        DataError: the array is of another shape or type.

    Example:
        >>> labels_of(np.array([7.0, 2.0]), 2, '"y.npy"')
        ['7', '2']
    """
    if values.ndim == 2 and values.shape[1] == 1:
        values = values[:, 0]
    if values.shape != (count,):
        raise DataError(
            f"{name} has the shape {values.shape}; expected ({count},), a label for each of the "
            f"{count:,} sequences. Give labels of the same data, as class numbers or names."
        )
    if values.dtype.kind == "f" and np.array_equal(values, np.round(values)):
        values = values.astype(np.int64)
    if values.dtype.kind == "S":
        values = np.char.decode(values, "utf-8")
    if values.dtype.kind not in "iubU":
        raise DataError(
            f"{name} holds values of the type {values.dtype}; expected labels: whole numbers or "
            "texts. Convert them."
        )
    return [str(value) for value in values]


def load_array(data: bytes, name: str) -> NDArray[Any]:
    """Read a NumPy array without ever running code that came with it.

    Args:
        data: of a .npy file.
        name: what messages call it.

    Returns:
        The array.

    Raises:
        DataError: it holds Python objects, or the file is damaged.

    Example:
        >>> file = BytesIO()
        >>> np.save(file, np.array([1, 2]))
        >>> load_array(file.getvalue(), '"y.npy"')
        array([1, 2])
    """
    try:
        array = np.lib.format.read_array(BytesIO(data), allow_pickle=False)
    except (ValueError, EOFError, OSError) as error:
        if "allow_pickle" in str(error) or "pickled" in str(error):
            raise DataError(
                f"{name} holds Python objects, which only pickle reads, and pickle may run any "
                "code. Expected plain numbers. Save sequences of different lengths as one array "
                "(N, T, I) with zeros at their ends and an array lengths (N,) in a .npz, or as a "
                "table with a step a row."
            ) from None
        raise DataError(
            f"{name} is damaged or no NumPy array ({error}). Save it again with numpy.save."
        ) from None
    return array


def labels_beside(path: str | Path) -> Path | None:
    """Find the file of labels that belongs to a file of sequences.

    Args:
        path: of the sequences, such as "train-images-idx3-ubyte.gz" or "x_train.npy".

    Returns:
        The file of labels in the same folder; None if there is none.

    Example:
        >>> for name in ["t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte"]:
        ...     _ = Path(name).write_bytes(b"")
        >>> labels_beside("t10k-images-idx3-ubyte.gz").name
        't10k-labels-idx1-ubyte'
    """
    found = (Path(path).with_name(name) for name in label_names(Path(path).name))
    return next((file for file in found if file.is_file()), None)


def label_names(name: str) -> list[str]:
    """Return how the file of labels of a file of sequences may be called.

    Args:
        name: of the file of sequences.

    Returns:
        The names, the likeliest first.

    Example:
        >>> label_names("x_train.npy")
        ['y_train.npy', 'y_train.npy.gz', 'x_train_labels.npy', 'x_train_labels.txt', \
'labels.npy', 'labels.txt']
    """
    plain = name.removesuffix(".gz")
    renamed = ALONE.sub("y", plain)
    for before, after in RENAMED:
        renamed = renamed.replace(before, after)
    same = [] if renamed == plain else [renamed, f"{renamed}.gz"]
    stem = Path(plain).stem
    return [*same, f"{stem}_labels.npy", f"{stem}_labels.txt", "labels.npy", "labels.txt"]


def read_labels(path: str | Path, count: int) -> list[str]:
    """Read a file of labels: IDX, NumPy, or a text with a label a line.

    Args:
        path: the file, compressed by gzip or not.
        count: N, of the sequences.

    Returns:
        The labels, (N,).

    Raises:
        DataError: the file cannot be read, or holds another number of labels.

    Example:
        >>> _ = Path("labels.txt").write_text("cat\\ndog\\n")
        >>> read_labels("labels.txt", 2)
        ['cat', 'dog']
    """
    name, data = read_bytes(path)
    if is_idx(data):
        return labels_of(read_idx(data, name), count, name)
    if data.startswith(NUMPY):
        return labels_of(load_array(data, name), count, name)
    lines: Sequence[str] = [line.strip() for line in decode_text(data, name).strip().split("\n")]
    if "" in lines:
        raise DataError(
            f"{name}, line {lines.index('') + 1:,} is empty; expected a label. Write it."
        )
    return labels_of(np.array(lines), count, name)
