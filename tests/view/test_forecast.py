import sys

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.image import imread

from elman.errors import DataError
from elman.view.forecast import FORECAST, KNOWN, MOST, TRUTH, plot_forecast


def panel(name="sales", truth=None):
    return {
        "name": name,
        "x": np.arange(5),
        "past": np.array([1.0, 2.0, np.nan, 4.0, 5.0]),
        "ahead": np.arange(5, 8),
        "forecast": np.array([6.0, 7.0, 8.0]),
        "intervals": [
            (0.5, np.full(3, 4.0), np.full(3, 8.0)),
            (0.9, np.full(3, 2.0), np.full(3, 9.0)),
        ],
        "truth": truth,
    }


@pytest.fixture
def figure(monkeypatch):
    """The figures that are drawn, with everything on them."""
    drawn = []
    save = Figure.savefig

    def remember(self, *args, **kwargs):
        drawn.append(self)
        save(self, *args, **kwargs)

    monkeypatch.setattr(Figure, "savefig", remember)
    return drawn


@pytest.mark.parametrize("count", [1, 3])
def test_the_picture_is_a_png_a_thousand_pixels_wide(tmp_path, count):
    path = plot_forecast([panel()] * count, tmp_path / "ahead.png", "a forecast")
    assert path == tmp_path / "ahead.png"
    assert path.read_bytes().startswith(b"\x89PNG")
    assert imread(path).shape[:2] == (120 + 300 * count, 1000)


def test_it_shows_what_was_what_comes_and_the_truth(tmp_path, figure):
    truth = np.array([6.0, 6.0, 9.0])
    plot_forecast([panel(truth=truth)], tmp_path / "ahead.png", "a forecast", unit="day")
    (axes,) = figure[0].axes
    past, came, said, _ = axes.lines
    assert (past.get_color(), came.get_color(), said.get_color()) == (KNOWN, TRUTH, FORECAST)
    assert past.get_xydata()[-1].tolist() == [4, 5]
    assert came.get_ydata().tolist() == truth.tolist()
    assert said.get_xydata().tolist() == [[5, 6], [6, 7], [7, 8]]
    assert came.get_linestyle() != said.get_linestyle()  # told apart without colour too
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("day", "sales")


def test_intervals_are_named_and_the_narrow_one_lies_on_the_wide_one(tmp_path, figure):
    plot_forecast([panel()], tmp_path / "ahead.png", "a forecast")
    wide, narrow = figure[0].axes[0].collections
    assert [one.get_label() for one in (wide, narrow)] == ["90 % interval", "50 % interval"]
    heights = [np.ptp(one.get_paths()[0].vertices[:, 1]) for one in (wide, narrow)]
    assert heights == [7, 4]
    (narrow,), (wide,) = (one.get_facecolor() for one in (narrow, wide))
    assert narrow[3] == wide[3] == 1  # so the legend shows the very colours
    assert all(narrow[:3] < wide[:3])


def test_without_truth_there_is_no_line_for_it(tmp_path, figure):
    plot_forecast([panel()], tmp_path / "ahead.png", "a forecast")
    (legend,) = figure[0].legends
    assert "what came" not in [text.get_text() for text in legend.get_texts()]


def test_many_series_are_cut_and_said_so(tmp_path, figure):
    plot_forecast([panel(f"y{n}") for n in range(MOST + 2)], tmp_path / "ahead.png", "a forecast")
    assert len(figure[0].axes) == MOST
    assert figure[0].get_suptitle() == f"a forecast (the first {MOST} of {MOST + 2})"


def test_only_the_lowest_panel_names_the_axis(tmp_path, figure):
    plot_forecast([panel(), panel()], tmp_path / "ahead.png", "a forecast", unit="day")
    assert [axes.get_xlabel() for axes in figure[0].axes] == ["", "day"]


def test_no_global_state_of_pyplot_is_touched(tmp_path):
    before = "matplotlib.pyplot" in sys.modules
    plot_forecast([panel()], tmp_path / "ahead.png", "a forecast")
    assert ("matplotlib.pyplot" in sys.modules) == before


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(DataError, match=r"cannot write .*ahead\.png"):
        plot_forecast([panel()], tmp_path / "nowhere" / "ahead.png", "a forecast")
