import pytest

from elman import cells
from elman.cells.regularised import regularised
from elman.graph import Step

LSTM = cells.get("lstm")


def test_zoneout_keeps_a_part_of_each_state_and_the_equations_else():
    found = regularised(LSTM, 0.0, (0.25, 0.5), training=True)
    h, c = found.graph.results
    assert repr(h) == "<where(u_h[t] < 0.25, h[t-1], " + repr(LSTM.graph.results[0])[1:-1] + ")>"
    assert repr(c) == "<where(u_c[t] < 0.5, c[t-1], " + repr(LSTM.graph.results[1])[1:-1] + ")>"
    assert found.graph.names == LSTM.graph.names


def test_a_share_of_zero_is_no_zoneout():
    found = regularised(LSTM, 0.0, (0.0, 0.5), training=True)
    assert found.graph.results[0] is LSTM.graph.results[0]
    assert [node.data for node in found.graph.noises] == ["c"]


def test_its_mean_without_training():
    found = regularised(cells.get("elman"), 0.4, (0.25,), training=False)
    assert found.equations() == ("h[t] = 0.25 * h[t-1] + 0.75 * tanh(W_h x[t] + R_h h[t-1] + b_h)")


def test_recurrent_dropout_is_seen_by_maps_alone():
    found = regularised(cells.get("gru"), 0.5, (0.0,), training=True)
    assert {repr(node.args[-1]) for node in found.graph.maps.values()} >= {
        "<h[t-1] * where(u_h < 0.5, 0, 2)>"
    }
    assert found.graph.before[0] in found.graph.results[0].args[1].args


def test_all_dropped_is_finite():
    step = regularised(cells.get("elman"), 1.0, (0.0,), training=True).graph
    assert "where(u_h < 1, 0, 0)" in repr(step.results[0])


@pytest.mark.parametrize("name", cells.names())
def test_nothing_to_do_is_the_same_cell(name):
    cell = cells.get(name)
    zeros = (0.0,) * len(cell.states)
    assert regularised(cell, 0.0, zeros, training=True) is cell
    assert regularised(cell, 0.3, zeros, training=False) is cell


@pytest.mark.parametrize("name", cells.names())
def test_its_graph_can_be_written_and_read(name):
    cell = cells.get(name)
    step = regularised(cell, 0.3, (0.1,) * len(cell.states), training=True).graph
    assert Step.from_dict(step.to_dict()) == step
