import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.image import imread

from elman.errors import DataError
from elman.view.confusion import NUMBERED, plot_confusion

TWO = np.array([[3, 1], [0, 4]])


@pytest.fixture
def figure(monkeypatch):
    """The figure that is drawn, with everything on it."""
    drawn = []
    save = Figure.savefig

    def remember(self, *args, **kwargs):
        drawn.append(self)
        save(self, *args, **kwargs)

    monkeypatch.setattr(Figure, "savefig", remember)
    return drawn


def test_each_row_shows_the_shares_of_its_label_and_the_counts(tmp_path, figure):
    path = plot_confusion(TWO, ["cat", "dog"], tmp_path / "c.png")
    assert path.read_bytes().startswith(b"\x89PNG")
    assert imread(path).shape[1] == 1000
    axes = figure[0].axes[0]
    assert axes.images[0].get_array().tolist() == [[75, 25], [0, 100]]
    counts = {text.get_position(): text.get_text() for text in axes.texts}
    assert counts == {(0, 0): "3", (1, 0): "1", (0, 1): "", (1, 1): "4"}
    assert [label.get_text() for label in axes.get_yticklabels()] == ["cat", "dog"]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("label that was told", "true label")


def test_a_label_that_never_occurs_is_an_empty_row(tmp_path, figure):
    plot_confusion(np.array([[2, 0], [0, 0]]), ["cat", "dog"], tmp_path / "c.png")
    assert figure[0].axes[0].images[0].get_array().tolist() == [[100, 0], [0, 0]]


def test_many_classes_are_drawn_without_numbers(tmp_path, figure):
    count = NUMBERED + 1
    plot_confusion(np.eye(count, dtype=int), [f"class {n}" for n in range(count)], tmp_path / "c")
    assert not figure[0].axes[0].texts


@pytest.mark.parametrize("label", ["$x_", "a" * 300, "\u732b"])
def test_any_label_is_drawn_and_leaves_room_for_the_matrix(tmp_path, figure, label):
    plot_confusion(TWO, [label, "dog"], tmp_path / "c.png")
    axes = figure[0].axes[0]
    assert axes.get_window_extent().width > 500
    assert axes.get_yticklabels()[0].get_text() == (label if len(label) < 9 else "a" * 23 + "…")


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(DataError, match=r"cannot write .*c\.png"):
        plot_confusion(TWO, ["cat", "dog"], tmp_path / "nowhere" / "c.png")
