"""The IDX format of MNIST: two zeros, a type, the number of axes, their lengths, the values."""

from __future__ import annotations

import math
import struct

import numpy as np
from numpy.typing import NDArray

from elman.errors import DataError

__all__ = ["is_idx", "read_idx"]

TYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}


def is_idx(data: bytes) -> bool:
    """Say whether bytes begin as an IDX file does.

    Args:
        data: of the file, at least the first four.

    Returns:
        Whether they do.

    Example:
        >>> is_idx(bytes([0, 0, 8, 1, 0, 0, 0, 0])), is_idx(b"1,2")
        (True, False)
    """
    return data[:2] == b"\0\0" and len(data) > 3 and data[2] in TYPES and 1 <= data[3] <= 9


def read_idx(data: bytes, name: str) -> NDArray[np.generic]:
    """Read an IDX file.

    Args:
        data: of the file.
        name: what messages call it.

    Returns:
        The array, of the type and with the axes that the file tells.

    Raises:
        DataError: the file is of another format, cut short or too long.

    Example:
        >>> read_idx(bytes([0, 0, 8, 1, 0, 0, 0, 2, 5, 7]), '"labels"')
        array([5, 7], dtype=uint8)
    """
    if not is_idx(data):
        raise DataError(
            f"{name} is no IDX file: it begins with {data[:4].hex(' ') or 'nothing'}. Expected "
            "00 00, a type and the number of axes. Give another file."
        )
    begin = 4 + 4 * data[3]
    kind = np.dtype(TYPES[data[2]])
    shape = struct.unpack(f">{data[3]}I", data[4:begin].ljust(begin - 4, b"\0"))
    expected = begin + math.prod(shape) * kind.itemsize
    if len(data) != expected:
        raise DataError(
            f"{name} holds {len(data):,} bytes; its head tells of {' x '.join(map(str, shape))} "
            f"values, which are {expected:,} bytes. Copy or download it again."
        )
    values = np.frombuffer(data, kind, offset=begin).reshape(shape)
    return values.astype(kind.newbyteorder("="))
