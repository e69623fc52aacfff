import torch

from elman import cells
from elman.cells.layout import layout


def shapes(cell, **settings):
    return {block.name: block.parts for block in layout(cells.get(cell), **settings).blocks}


def test_the_lstm_has_the_rows_of_torch():
    assert shapes("lstm", two_biases=True) == {
        "weight_ih": ("W_i", "W_f", "W_g", "W_o"),
        "weight_hh": ("R_i", "R_f", "R_g", "R_o"),
        "bias_ih": ("b_i", "b_f", "b_g", "b_o"),
        "bias_hh": ("b_i", "b_f", "b_g", "b_o"),
    }


def test_the_gru_has_the_rows_of_torch():
    assert shapes("gru", two_biases=True) == {
        "weight_ih": ("W_r", "W_z", "W_n"),
        "weight_hh": ("R_r", "R_z", "R_m"),
        "bias_ih": ("b_r", "b_z", "b_n"),
        "bias_hh": ("b_r", "b_z", "b_m"),
    }


def test_one_bias_for_each_map():
    assert "bias_hh" not in shapes("lstm")
    assert shapes("gru")["bias_hh"] == ("b_m",)
    assert set(shapes("gru", bias=False)) == {"weight_ih", "weight_hh"}


def test_vectors_gains_and_shifts_lie_apart():
    assert shapes("peephole_lstm")["vector"] == ("v_i", "v_f", "v_o")
    blocks = {block.name: block for block in layout(cells.get("layer_norm_gru")).blocks}
    assert blocks["gain"].parts == ("gain_r", "gain_z", "gain_n", "gain_m")
    assert (blocks["gain"].start, blocks["shift"].start, blocks["weight_ih"].start) == (1, 0, None)


def test_binding_gives_views_and_sums_two_biases():
    tensors = {
        "weight_ih": torch.arange(6.0).reshape(6, 1),
        "weight_hh": torch.zeros(6, 2),
        "bias_ih": torch.arange(6.0),
        "bias_hh": 10 * torch.arange(6.0),
    }
    bound = layout(cells.get("gru"), two_biases=True).bind(tensors)
    assert bound["W_z"].tolist() == [[2.0], [3.0]]
    assert bound["W_z"].data_ptr() == tensors["weight_ih"][2:].data_ptr()
    assert bound["b_z"].tolist() == [22.0, 33.0]
    assert bound["b_n"].tolist() == [4.0, 5.0]
    assert bound["b_m"].tolist() == [40.0, 50.0]
