import matplotlib.image
import numpy as np
import pytest
import torch

from elman.errors import DataError
from elman.view.attention import plot_attention


def drawn(tmp_path, weights, source, target, **options):
    file = tmp_path / "attention.png"
    plot_attention(weights, source, target, file, "looked at", **options)
    return matplotlib.image.imread(file)


def test_padding_is_left_out_whatever_is_in_it(tmp_path):
    weights = torch.tensor([[0.9, 0.1], [0.2, 0.8], [0.5, 0.5]])
    padded = torch.full((5, 6), float("nan"))
    padded[:3, :2] = weights
    words = ["the", "cat"], ["le", "chat", "."]
    first, second = (drawn(tmp_path, w, *words) for w in (weights, padded))
    assert np.array_equal(first, second)


def test_what_was_looked_at_is_dark(tmp_path):
    picture = drawn(tmp_path, torch.eye(2), ["a", "b"], ["a", "b"])[..., :3].mean(-1)
    height = picture.shape[0]
    upper = picture[int(0.35 * height), 100:880]
    lower = picture[int(0.85 * height), 100:880]
    assert upper[:200].mean() < 0.5 < upper[-200:].mean()
    assert lower[-200:].mean() < 0.5 < lower[:200].mean()


def test_what_was_copied_is_outlined_where_it_came_from(tmp_path):
    words = ["a", "b"], ["a", "b"]
    picture = drawn(tmp_path, torch.zeros(2, 2), *words, copies={1: 0})[..., :3]
    down, across = (picture[..., 0] - picture[..., 2] > 0.5).nonzero()
    assert len(down) > 500
    assert down.min() > picture.shape[0] / 2  # in the second row
    assert across.max() < picture.shape[1] / 2  # and in the first column


@pytest.mark.parametrize(("read", "written"), [(1, 1), (12, 9), (60, 2), (3, 150)])
def test_every_size_is_1000_pixels_wide(tmp_path, read, written):
    weights = torch.rand(written, read).softmax(-1)
    picture = drawn(tmp_path, weights, ["$read$"] * read, ["\u4e16"] * written)
    assert picture.shape[1] == 1000
    assert picture.shape[0] <= 1400


@pytest.mark.parametrize(
    ("shape", "source", "target"),
    [((2, 2), ["a"] * 3, ["b"]), ((1, 9), ["a"], ["b"] * 2), ((2, 2), [], ["b"]), ((4,), "a", "b")],
)
def test_weights_that_do_not_fit_are_refused(tmp_path, shape, source, target):
    with pytest.raises(DataError, match="expected at least one of each"):
        plot_attention(torch.zeros(shape), source, target, tmp_path / "attention.png", "nothing")
    assert not any(tmp_path.iterdir())
