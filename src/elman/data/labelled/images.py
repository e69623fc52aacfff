"""Images become sequences of their rows, or of their pixels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from elman.data.arguments import at_least, one_of
from elman.data.labelled.columns import listed
from elman.data.labelled.examples import Examples
from elman.data.labelled.files import File, classes_by_folder, classes_by_name
from elman.data.labelled.idx import read_idx
from elman.data.labelled.labels import label_names, labels_beside, read_labels
from elman.data.reading import read_bytes
from elman.errors import DataError, SettingError

__all__ = ["ORDERS", "as_sequence", "read_image", "read_images", "read_mnist"]

ORDERS = {"rows": "row by row", "pixels": "pixel by pixel"}


def read_mnist(
    path: str | Path,
    *,
    label: str | Path | None = None,
    order: str = "rows",
    permutation: int | None = None,
    labelled: bool = True,
) -> Examples:
    """Read images in the IDX format of MNIST, and their labels from a file beside them.

    Args:
        path: of bytes (N, height, width), compressed by gzip or not.
        label: the file of the labels; found by its name if not given.
        order: ``"rows"`` or ``"pixels"``.
        permutation: seed of a fixed order of the pixels; as they lie if not given.
        labelled: whether there are labels.

    Returns:
        The images, (height, width) or (height x width, 1) each, from 0 to 1.

    Raises:
        DataError: the file holds no images, or there are no labels.
        SettingError: the order does not exist, or does not fit the permutation.

    Example:
        >>> _ = Path("images").write_bytes(bytes([0, 0, 8, 3, *[0, 0, 0, 1] * 3, 255]))
        >>> _ = Path("labels").write_bytes(bytes([0, 0, 8, 1, 0, 0, 0, 1, 7]))
        >>> examples = read_mnist("images")
        >>> examples.numbers, examples.labels
        ([tensor([[1.]])], ['7'])
    """
    _check(order, permutation)
    name, data = read_bytes(path)
    values = read_idx(data, name)
    if values.ndim != 3 or values.dtype != np.uint8 or not values.size:
        raise DataError(
            f"{name} holds {values.dtype} of the shape {values.shape}; expected images: bytes of "
            "the shape (N, height, width). Give the file of images, not that of labels."
        )
    labels = None
    if labelled:
        file = label or labels_beside(path)
        if file is None:
            raise DataError(
                f"{name} has no file of labels beside it. Expected one called "
                f"{listed(label_names(Path(path).name))}. Name it with --label (label=)."
            )
        labels = read_labels(file, len(values))
    floats = torch.from_numpy(values).float() / 255
    return Examples(
        name,
        None,
        [as_sequence(image, order, permutation) for image in floats],
        labels,
        [f"image {number:,}" for number in range(1, len(values) + 1)],
        kind=_kind(len(values), order, permutation, "in the IDX format"),
        options={"order": order, "permutation": permutation, "label": None},  # theirs alone
    )


def read_images(
    files: Sequence[File],
    name: str,
    *,
    order: str = "rows",
    permutation: int | None = None,
    labelled: bool = True,
) -> Examples:
    """Read image files, labelled by their folders or their names; colours become grey.

    Args:
        files: each in the folder of its class, or all in none, where the class is the name up to
            the first "_".
        name: of the data, for messages.
        order: ``"rows"`` or ``"pixels"``.
        permutation: seed of a fixed order of the pixels; as they lie if not given.
        labelled: whether there are labels.

    Returns:
        The images, (height, width) or (height x width, 1) each, from 0 to 1.

    Raises:
        DataError: a file is no image, has no label, or is of another size than it must be.
        SettingError: the order does not exist, or does not fit the permutation.

    Example:
        >>> from PIL import Image
        >>> def white():
        ...     Image.new("L", (2, 1), 255).save(file := BytesIO(), "png")
        ...     return file.getvalue()
        >>> read_images([File("light/1.png", white)], '"lights"').numbers
        [tensor([[1., 1.]])]
    """
    _check(order, permutation)
    labels = None
    if labelled:
        by_folder = len(files[0].parts) > 1
        labels = (classes_by_folder if by_folder else classes_by_name)(files, name)
    images = [read_image(file.read(), f'{name}, "{file.place}"') for file in files]
    sides = slice(0, 2) if permutation is not None else slice(1, 2)
    for file, image in zip(files, images, strict=True):
        if (order, permutation) != ("pixels", None) and (
            image.shape[sides] != images[0].shape[sides]
        ):
            raise DataError(
                f'{name}, "{file.place}" is {_size(image)} pixels, and "{files[0].place}" is '
                f"{_size(images[0])}. Expected one "
                f"{'size' if permutation is not None else 'width, that of a step'}. Scale the "
                "images, or read them pixel by pixel with --order pixels (order=)."
            )
    return Examples(
        name,
        None,
        [as_sequence(image, order, permutation) for image in images],
        labels,
        [file.place for file in files],
        kind=_kind(len(files), order, permutation, "in files"),
        options={"order": order, "permutation": permutation},
    )


def read_image(data: bytes, name: str) -> Tensor:
    """Read an image as grey levels.

    Args:
        data: of a file such as a PNG.
        name: what messages call it.

    Returns:
        (height, width), from 0 to 1.

    Raises:
        DataError: it is no image.

    Example:
        >>> from PIL import Image
        >>> Image.new("RGB", (2, 1), "white").save(file := BytesIO(), "png")
        >>> read_image(file.getvalue(), '"a.png"')
        tensor([[1., 1.]])
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data)) as image:
            deep = image.mode.startswith("I")  # 16 bits a pixel
            grey: NDArray[np.generic] = np.asarray(image if deep else image.convert("L"))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        unknown = isinstance(error, UnidentifiedImageError)
        raise DataError(
            f"{name} is {'no image' if unknown else f'a damaged image ({error})'}; expected a PNG. "
            "Convert it or take it out."
        ) from None
    return torch.from_numpy(grey.astype(np.float32) / (65535 if deep else 255))


def as_sequence(image: Tensor, order: str, permutation: int | None) -> Tensor:
    """Return an image as a sequence.

    Args:
        image: (height, width).
        order: ``"rows"`` or ``"pixels"``.
        permutation: seed of a fixed order of the pixels.

    Returns:
        (height, width) or (height x width, 1).

    Example:
        >>> as_sequence(torch.tensor([[1.0, 2.0], [3.0, 4.0]]), "pixels", None).flatten()
        tensor([1., 2., 3., 4.])
    """
    if order == "rows":
        return image
    pixels = image.reshape(-1, 1)
    return pixels if permutation is None else pixels[_permuted(len(pixels), permutation)]


@cache
def _permuted(count: int, seed: int) -> Tensor:
    return torch.from_numpy(np.random.default_rng(seed).permutation(count))


def _check(order: str, permutation: int | None) -> None:
    one_of("order", order, ORDERS)
    if permutation is not None:
        at_least("permutation", permutation, 0)
        if order == "rows":
            raise SettingError(
                "a permutation is of pixels, and order is 'rows'. Give --order pixels "
                "(order='pixels'), or no permutation."
            )


def _kind(count: int, order: str, permutation: int | None, where: str) -> str:
    permuted = "" if permutation is None else f", permuted by the seed {permutation}"
    return f"{count:,} image{'s' * (count != 1)} {where}, read {ORDERS[order]}{permuted}"


def _size(image: Tensor) -> str:
    return f"{image.shape[1]} x {image.shape[0]}"
