import gzip
import io
import struct

import numpy as np
import pytest
import torch
from PIL import Image

from elman.data.labelled.idx import read_idx
from elman.data.labelled.reading import read_examples
from elman.errors import SettingError


def idx(values, code=8):
    values = np.asarray(values)
    head = struct.pack(f">2x2B{values.ndim}I", code, values.ndim, *values.shape)
    return head + values.astype({8: ">u1", 11: ">i2", 13: ">f4"}[code]).tobytes()


def png(values):
    file = io.BytesIO()
    Image.fromarray(np.asarray(values)).save(file, "png")
    return file.getvalue()


def grey(seed, height=2, width=3):
    return np.random.default_rng(seed).integers(0, 256, (height, width)).astype(np.uint8)


PICTURES = np.stack([grey(0), grey(1)])


@pytest.mark.parametrize("images", ["t-images-idx3-ubyte", "t-images-idx3-ubyte.gz"])
@pytest.mark.parametrize("labels", ["t-labels-idx1-ubyte", "t-labels-idx1-ubyte.gz"])
def test_idx_finds_its_labels(write, images, labels):
    contents = {images: idx(PICTURES), labels: idx([7, 2])}
    packed = {k: gzip.compress(v, mtime=0) if k.endswith("gz") else v for k, v in contents.items()}
    write(packed)
    examples = read_examples(images)
    assert examples.labels == ["7", "2"]
    assert examples.places == ["image 1", "image 2"]
    assert np.array_equal(np.stack(examples.numbers), PICTURES.astype(np.float32) / 255)


@pytest.mark.parametrize("code", [8, 11, 13])
def test_idx_of_each_type(code):
    values = np.array([[1, 2], [3, 4]])
    assert np.array_equal(read_idx(idx(values, code), ""), values)


@pytest.fixture
def folder(write):
    """Write the pictures as files in folders of their classes."""
    write({"pets/cat/1.png": png(PICTURES[0]), "pets/dog/1.png": png(PICTURES[1])})
    return "pets"


def test_files_are_read_row_by_row(folder):
    examples = read_examples(folder)
    assert examples.labels == ["cat", "dog"]
    assert np.array_equal(np.stack(examples.numbers), PICTURES.astype(np.float32) / 255)
    assert examples.kind == "2 images in files, read row by row"


def test_pixels_are_those_of_the_rows(folder):
    rows, pixels = read_examples(folder), read_examples(folder, order="pixels")
    for row, pixel in zip(rows.numbers, pixels.numbers, strict=True):
        assert pixel.shape == (6, 1)
        assert torch.equal(row.flatten(), pixel.flatten())


def test_a_permutation_is_the_same_for_every_image_and_every_reading(folder, write):
    write({"t-images": idx(PICTURES), "t-labels": idx([7, 2])})
    pixels = read_examples(folder, order="pixels")
    permuted = read_examples(folder, order="pixels", permutation=3)
    again = read_examples("t-images", **permuted.options)
    order = np.random.default_rng(3).permutation(6)
    assert sorted(order) != list(order)
    for plain, own, same in zip(pixels.numbers, permuted.numbers, again.numbers, strict=True):
        assert torch.equal(own, plain[order])
        assert torch.equal(own, same)
    other = read_examples(folder, order="pixels", permutation=4)
    assert not torch.equal(other.numbers[0], permuted.numbers[0])


def test_colours_become_grey_and_16_bits_keep_their_scale(write):
    white = np.full((1, 2, 3), 255, np.uint8)
    write({"a/b_1.png": png(white), "a/b_2.png": png(np.array([[0, 65535]], np.uint16))})
    assert [own.tolist() for own in read_examples("a").numbers] == [[[1.0, 1.0]], [[0.0, 1.0]]]


def test_sizes_may_differ_where_a_step_does_not(write, refused):
    write({"a/b_1.png": png(grey(0)), "a/b_2.png": png(grey(1, height=5))})
    assert [len(own) for own in read_examples("a").numbers] == [2, 5]
    given = refused(read_examples, "a", order="pixels", permutation=0)
    assert '"a", "b_2.png" is 3 x 5 pixels, and "b_1.png" is 3 x 2. Expected one size' in given
    write({"a/b_3.png": png(grey(1, width=4))})
    assert "Expected one width, that of a step" in refused(read_examples, "a")
    assert [len(own) for own in read_examples("a", order="pixels").numbers] == [6, 15, 8]


def test_settings_that_make_no_sense(folder, refused):
    given = refused(read_examples, folder, order="colums", error=SettingError)
    assert "expected one of: rows, pixels" in given
    given = refused(read_examples, folder, permutation=1, error=SettingError)
    assert "Give --order pixels" in given


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"t-images": idx(PICTURES)[:-1], "t-labels": idx([7, 2])}, "which are 28 bytes. Copy"),
        (
            {"t-images": idx(PICTURES)},
            'no file of labels beside it. Expected one called "t-labels"',
        ),
        ({"t-images": idx(PICTURES), "t-labels": idx([7])}, "has the shape (1,); expected (2,)"),
        ({"t-images": idx([7, 2])}, "uint8 of the shape (2,); expected images"),
    ],
)
def test_faults_of_idx(write, refused, files, expected):
    write(files)
    given = refused(read_examples, "t-images")
    assert expected in given


def test_files_that_are_no_images(write, refused):
    write({"a/b_1.png": "no"})
    assert '"a", "b_1.png" is no image; expected a PNG' in refused(read_examples, "a")
    write({"a/b_1.png": png(grey(0, 50, 50))[:500]})
    assert '"a", "b_1.png" is a damaged image' in refused(read_examples, "a")


def test_mnist(shared_data):
    examples = read_examples(shared_data("mnist") / "t10k-images-idx3-ubyte.gz")
    assert len(examples) == 10_000
    assert examples.labels[:5] == ["7", "2", "1", "0", "4"]
    assert {tuple(sequence.shape) for sequence in examples.numbers} == {(28, 28)}
    assert max(sequence.max().item() for sequence in examples.numbers) == 1.0
