import dataclasses

from elman.bench.rows import MODES, Row, select
from elman.bench.training.peers.registry import TRAINERS
from elman.bench.training.rows import TRAINING_ROWS, TrainingRow
from elman.bench.training.work import LOSSES, OPTIMIZERS
from elman.bench.wording import listing


def test_every_row_has_a_name_of_its_own():
    names = [row.name for row in TRAINING_ROWS]
    assert len(set(names)) == len(names)


def test_rows_name_what_there_is():
    for row in TRAINING_ROWS:
        assert row.loss in LOSSES
        assert row.optimizer in OPTIMIZERS
        assert row.mode in MODES
        assert row.wanted.ratios.keys() <= {peer.name for peer in TRAINERS}


def test_the_settings_are_all_but_the_figures():
    layers = Row("gru", 2, 3, 4, 5, 6)
    row = TrainingRow("task", layers, outputs=7, chunk=8)
    others = {field.name for field in dataclasses.fields(row)} - {"wanted"}
    assert row.settings.keys() == others | layers.settings.keys()
    assert (row.settings["layers"], row.settings["mode"]) == (6, "loop")


def test_the_list_names_every_row_with_its_figures():
    head, *listed = listing(TRAINING_ROWS).splitlines()
    assert [line.split()[0] for line in listed] == [row.name for row in TRAINING_ROWS]
    assert head.split("  ")[-1] == "jax scan ≥"
    assert listed[0].split()[1:] == ["30", "8"]
    assert max(map(len, [head, *listed])) <= 80


def test_rows_are_chosen_by_their_task():
    assert [row.task for row in select(["fable", "gru"], TRAINING_ROWS)] == ["fable", "series"]
