import matplotlib.image
import pytest

from elman import cells
from elman.errors import DataError
from elman.view.worked import worked_step
from elman.view.worked_page import plot_worked_step


@pytest.mark.parametrize("name", ["elman", "slstm"])
def test_a_page_is_1000_pixels_wide_and_grows_with_the_steps(tmp_path, name):
    heights = []
    for steps in (1, 2):
        page = tmp_path / f"{steps}.png"
        assert plot_worked_step(worked_step(cells.get(name), steps=steps), page, name) == page
        picture = matplotlib.image.imread(page)
        assert picture.shape[1] == 1000
        assert (picture[:, -20:, :3] == 1).all()  # nothing is cut off
        assert (picture[:, :980, :3] < 1).any()
        heights.append(len(picture))
    assert heights[1] > 1.3 * heights[0]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(DataError, match="cannot write"):
        plot_worked_step(worked_step(cells.get("elman")), tmp_path / "no" / "page.png", "a page")
