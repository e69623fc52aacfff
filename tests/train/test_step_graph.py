import re

import pytest

from elman import cells
from elman.cells.attentive import SCORES, attentive
from elman.train.step_graph import step_graph

CELLS = {name: cells.get(name) for name in cells.names()}
CELLS |= {f"gru, {score}": attentive(cells.get("gru"), score) for score in SCORES}


@pytest.mark.parametrize("name", CELLS)
def test_every_cell_is_a_graph_that_can_be_drawn(name):
    nodes = step_graph(CELLS[name])
    before = set()
    for node in nodes:
        assert re.fullmatch(r"[A-Za-z0-9.][A-Za-z0-9_.\\/-]*", node.name)  # as TensorBoard asks
        assert node.name not in before
        assert before.issuperset(node.inputs)
        before.add(node.name)
    # no node has the name of a group of others, which a viewer could not tell apart
    groups = {one.rsplit("/", 1)[0] for one in before}
    assert not groups & before


def test_the_gates_of_an_lstm_are_groups_whose_equations_name_them():
    nodes = {node.name: node for node in step_graph(cells.get("lstm"))}
    assert {name.split("/")[1] for name in nodes} == {*"ifgoch", "x", "h_before", "c_before"}
    assert nodes["lstm/h/multiply_16"].equation == "o[t] * tanh(c[t])"
