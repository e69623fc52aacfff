import sys

import pytest
from matplotlib.figure import Figure
from matplotlib.image import imread

from elman.errors import DataError
from elman.train.history import History, Row
from elman.view import curves
from elman.view.curves import TRAINING, VALIDATION, plot_history


def history(validated, rows=5):
    return History(
        [
            Row(
                step=10 * n,
                epoch=n,
                loss=3.0 / n,
                accuracy=1 - 1 / n,
                validation_loss=4.0 / n if validated else None,
                validation_accuracy=0.9 - 1 / n if validated else None,
                learning_rate=0.01,
                seconds=float(n),
            )
            for n in range(1, rows + 1)
        ]
    )


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


def test_the_picture_is_a_png_a_thousand_pixels_wide(tmp_path):
    path = plot_history(history(validated=True), tmp_path / "run.png", "a run")
    assert path.read_bytes().startswith(b"\x89PNG")
    assert imread(path).shape[:2] == (420, 1000)


def test_both_panels_show_the_numbers_of_the_history_with_their_units(tmp_path, figure):
    plot_history(history(validated=True), tmp_path / "run.png", "a run")
    loss, accuracy = figure[0].axes
    assert [axes.get_ylabel() for axes in (loss, accuracy)] == [
        "loss (nats a symbol)",
        "accuracy (%)",
    ]
    assert {axes.get_xlabel() for axes in (loss, accuracy)} == {"training step"}
    training, validation = loss.lines
    assert training.get_xydata().tolist()[:2] == [[10.0, 3.0], [20.0, 1.5]]
    assert validation.get_xydata().tolist()[1] == [20.0, 2.0]
    assert accuracy.lines[0].get_xydata().tolist()[1] == [20.0, 50.0]
    assert (training.get_color(), validation.get_color()) == (TRAINING, VALIDATION)
    assert training.get_linestyle() != validation.get_linestyle()  # told apart without colour too


def test_without_validation_there_is_one_line_only(tmp_path, figure):
    plot_history(history(validated=False), tmp_path / "run.png", "a run")
    assert [len(axes.lines) for axes in figure[0].axes] == [1, 1]


def test_the_legend_covers_no_curve(tmp_path, figure):
    plot_history(history(validated=True), tmp_path / "run.png", "a run")
    (legend,) = figure[0].legends
    assert not any(legend.get_window_extent().overlaps(axes.bbox) for axes in figure[0].axes)


def test_a_single_row_is_visible_as_a_dot_and_many_are_not_dotted(tmp_path, figure):
    plot_history(history(validated=False, rows=1), tmp_path / "one.png", "one")
    plot_history(history(validated=False, rows=curves.FEW), tmp_path / "many.png", "many")
    assert figure[0].axes[0].lines[0].get_marker() == "o"
    assert figure[1].axes[0].lines[0].get_marker() in ("", "None")


def test_no_global_state_of_pyplot_is_touched(tmp_path):
    before = "matplotlib.pyplot" in sys.modules
    plot_history(history(validated=True), tmp_path / "run.png", "a run")
    assert ("matplotlib.pyplot" in sys.modules) == before


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(DataError, match=r"cannot write .*run\.png"):
        plot_history(history(validated=False), tmp_path / "nowhere" / "run.png", "a run")
