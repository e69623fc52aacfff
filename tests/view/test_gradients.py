import csv

import torch

from elman.nn.through_time import LayerNorms
from elman.view.gradients import gradients_csv, gradients_text, plot_gradients


def layer(name, norms):
    norms = torch.tensor(norms, dtype=torch.float64)
    return LayerNorms(name, {"h": norms}, {"n": 2 * norms})


LONG, SHORT = layer("encoder.l0", [4.0, 2.0, 1.0]), layer("decoder.l0", [0.5, 1.0])


def test_the_table_begins_at_the_last_step_and_is_empty_where_there_is_none():
    rows = [*csv.reader(gradients_csv([LONG, SHORT]).splitlines())]
    names = [f"{of} {what}" for of in ("encoder.l0", "decoder.l0") for what in ("h", "delta n")]
    assert rows[0] == ["steps_back", *names]
    assert rows[1] == ["0", "1.0", "2.0", "1.0", "2.0"]
    assert rows[3] == ["2", "4.0", "8.0", "", ""]


def test_what_is_told_of_gradients_that_last_fall_and_grow():
    told = gradients_text(
        [
            LONG,
            layer("l1", [1e-9, 1e-3, 0.9, 1]),
            layer("l2", [3e4, 2e5, 1e3, 1]),
            layer("l3", [0, 1]),
        ]
    )
    assert told.splitlines() == [
        "encoder.l0: the gradient reaches the first step, 2 steps back, with 4 times its norm "
        "at the last.",
        "l1: what happened more than 1 step ago no longer changes the weights.",
        "l2: the gradient grows 2e+05-fold on its way, up to 2 steps back.",
        "l3: what happened before the last step no longer changes the weights.",
    ]


def test_a_picture_of_layers_of_all_lengths_with_nothing_and_too_much(tmp_path):
    strange = layer("l1", [0.0, 1e-30, float("inf"), 1.0])
    file = plot_gradients([LONG, strange, layer("l2", [1.0])], tmp_path / "it.png", "a $ title")
    assert file.read_bytes().startswith(b"\x89PNG")
