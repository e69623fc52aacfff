import pytest
import torch
from matplotlib.figure import Figure
from matplotlib.image import imread

from elman.errors import DataError
from elman.view.states import plot_states

INPUTS = torch.tensor([[1.0, 0.0], [0.0, 0.0], [0.0, 1.0]])
STATES = torch.tensor([[-0.5, 0.9, 0.1, -1.0], [0.2, 0.1, 0.0, 0.5], [0.8, -0.3, 0.7, 0.1]])


def draw(path, title="three days"):
    return plot_states(
        INPUTS, STATES, path, title=title,
        features=["run", "rest"], steps=["Mon", "Tue", "Wed"], marked=[False, True, False],
    )  # fmt: skip


@pytest.fixture
def figure(monkeypatch, tmp_path):
    """The figure that is drawn, with everything on it."""
    drawn = []
    save = Figure.savefig
    monkeypatch.setattr(
        Figure, "savefig", lambda self, *a, **k: (drawn.append(self), save(self, *a, **k))
    )
    draw(tmp_path / "states.png")
    return drawn[0]


def test_the_picture_is_a_png_a_thousand_pixels_wide(tmp_path):
    assert imread(draw(tmp_path / "states.png")).shape[:2] == (800, 1000)


def test_inputs_stand_above_states_with_steps_across(figure):
    above, below, bar = figure.axes
    assert torch.equal(torch.tensor(above.images[0].get_array()), INPUTS.T)
    assert [label.get_text() for label in above.get_yticklabels()] == ["run", "rest"]
    assert [label.get_text() for label in below.get_xticklabels()] == ["Mon", "Tue", "Wed"]
    assert "4 hidden units" in below.get_ylabel()
    assert bar.get_ylabel() == "state"
    assert below.images[0].get_clim() == (-1, 1)


def test_units_are_in_the_order_of_their_largest_state(figure):
    shown = torch.tensor(figure.axes[1].images[0].get_array())
    assert torch.equal(shown, STATES.T[[1, 3, 0, 2]])


def test_marked_steps_are_hatched(figure):
    (patch,) = figure.axes[0].patches
    assert (patch.get_x(), patch.get_width(), patch.get_hatch()) == (0.5, 1.0, "//")


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(DataError, match=r"cannot write .*states\.png"):
        draw(tmp_path / "nowhere" / "states.png")
