import pytest
import torch
from matplotlib.figure import Figure
from matplotlib.image import imread

from elman.errors import DataError
from elman.train.history import History, Row
from elman.view.curves import TRAINING, VALIDATION
from elman.view.going_on import plot_going_on

TRUTH = torch.arange(20.0).sin()
HISTORY = History([Row(10 * n, n, 1 / n, None, None, None, 0.01, float(n)) for n in range(1, 6)])


def draw(path):
    return plot_going_on(HISTORY, TRUTH, TRUTH + 0.01, TRUTH - 0.02, path, title="a wave")


@pytest.fixture
def figure(monkeypatch, tmp_path):
    """The figure that is drawn, with everything on it."""
    drawn = []
    save = Figure.savefig

    def remember(self, *args, **kwargs):
        drawn.append(self)
        save(self, *args, **kwargs)

    monkeypatch.setattr(Figure, "savefig", remember)
    draw(tmp_path / "wave.png")
    return drawn[0]


def test_the_picture_is_a_png_a_thousand_pixels_wide(tmp_path):
    assert imread(draw(tmp_path / "wave.png")).shape[:2] == (500, 1000)


def test_every_panel_has_its_units(figure):
    loss, values, errors = figure.axes
    assert (loss.get_xlabel(), loss.get_ylabel()) == ("training step", "mean squared error")
    assert loss.get_yscale() == "log"
    assert (values.get_ylabel(), errors.get_ylabel()) == ("value (amplitudes)", "error (%)")
    assert errors.get_xlabel() == "step after those that were shown"
    assert values.get_xlim() == errors.get_xlim()


def test_predictions_lie_over_the_truth_and_their_errors_below(figure):
    loss, values, errors = figure.axes
    assert loss.lines[0].get_xydata().tolist()[:2] == [[10.0, 1.0], [20.0, 0.5]]
    labels = [line.get_label() for line in values.lines]
    assert labels == ["truth", "one step ahead", "running free"]
    truth, ahead, free = (torch.tensor(line.get_ydata()) for line in values.lines)
    assert torch.equal(truth, TRUTH)
    assert torch.equal(ahead, TRUTH + 0.01)
    assert torch.equal(free, TRUTH - 0.02)
    _, ahead, free = errors.lines
    assert torch.allclose(torch.tensor(ahead.get_ydata()), torch.tensor(1.0), atol=1e-4)
    assert torch.allclose(torch.tensor(free.get_ydata()), torch.tensor(-2.0), atol=1e-4)
    assert (ahead.get_color(), free.get_color()) == (TRAINING, VALIDATION)
    assert ahead.get_linestyle() != free.get_linestyle()  # told apart without colour too


def test_the_legend_covers_no_curve(figure):
    (legend,) = figure.legends
    assert not any(legend.get_window_extent().overlaps(axes.bbox) for axes in figure.axes)


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(DataError, match=r"cannot write .*wave\.png"):
        draw(tmp_path / "nowhere" / "wave.png")
