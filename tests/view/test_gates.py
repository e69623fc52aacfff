import csv
import io

import matplotlib.image
import pytest
import torch

from elman.view.coloured import Guess, plot_coloured
from elman.view.gates import gates_csv, plot_gates, shown


def test_the_table_holds_every_number_exactly_and_any_symbol():
    torch.manual_seed(0)
    values = {name: torch.randn(3, 4) for name in ("f_l0", "h_l0")}
    symbols = [",", "\n", '"']
    head, *rows = csv.reader(io.StringIO(gates_csv(values, symbols, [2, 0])))
    assert head == ["step", "symbol", "f_l0[2]", "h_l0[2]", "f_l0[0]", "h_l0[0]"]
    assert [row[1] for row in rows] == symbols
    assert [float(row[3]) for row in rows] == values["h_l0"][:, 2].tolist()


def test_white_space_is_seen_and_long_words_are_cut():
    assert shown("a b\n") == "a␣b↵"
    assert len(shown("x" * 50)) == 12


@pytest.mark.parametrize("count", [1, 5, 70])
@pytest.mark.parametrize("symbol", ["a", "$council$", "\u4e16"])
def test_pictures_of_any_length_are_1000_pixels_wide(tmp_path, count, symbol):
    torch.manual_seed(0)
    values = {name: 3 * torch.randn(count, 4) for name in ("c_l0", "h_l0")}
    gates, coloured = tmp_path / "gates.png", tmp_path / "coloured.png"
    plot_gates(values, [symbol] * count, [1, 2], gates, "a title with $ and $")
    guesses = [[Guess(symbol, 0.5), Guess("\n", 0.1)]] * count
    plot_coloured([symbol] * count, values["c_l0"][:, 1], guesses, coloured, "unit $1$")
    for file in (gates, coloured):
        assert matplotlib.image.imread(file).shape[1] == 1000


def test_a_higher_value_is_another_colour(tmp_path):
    pictures = []
    for sign in (1.0, -1.0):
        plot_gates({"h_l0": torch.full((2, 1), sign)}, ["a", "b"], [0], tmp_path / "g.png", "g")
        pictures.append(matplotlib.image.imread(tmp_path / "g.png"))
    high, low = (picture[picture.shape[0] // 2, 400, :3] for picture in pictures)
    assert high[2] > high[0]  # purple
    assert low[0] > low[2]  # brown


def test_values_beyond_1_that_differ_have_different_colours(tmp_path):
    plot_gates({"c_l0": torch.tensor([[4.0], [8.0]])}, ["a", "b"], [0], tmp_path / "g.png", "g")
    picture = matplotlib.image.imread(tmp_path / "g.png")
    left, right = (picture[picture.shape[0] // 2, x, :3] for x in (200, 700))
    assert left[1] > right[1] + 0.1  # of purple, what is more is darker


def test_a_coloured_text_of_zeros_can_be_drawn(tmp_path):
    plot_coloured(["a"], torch.zeros(1), [[Guess("b", 1.0)]], tmp_path / "c.png", "silent")
    assert (tmp_path / "c.png").exists()


def test_all_instants_are_drawn_below_what_was_read(tmp_path):
    values, line = {"h_l0": torch.linspace(-1, 1, 300)[:, None]}, {"heat": torch.rand(300)}
    names = [f"2026-01-01 {n}" for n in range(300)]
    plot_gates(values, names, [0], tmp_path / "g.png", "g", axis="hour", above=line)
    picture = matplotlib.image.imread(tmp_path / "g.png")
    assert picture.shape[1] == 1000
    red_less_blue = picture[..., 0] - picture[..., 2]
    brown, purple = red_less_blue > 0.2, red_less_blue < -0.1
    left, right = (area[:, :860].nonzero()[1].mean() for area in (brown, purple))
    assert left < right - 200
    table = gates_csv(values, names, [0], "hour")
    assert table.startswith("step,hour,h_l0[0]\n1,2026-01-01 0,-1.0\n")
