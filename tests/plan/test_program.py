"""What is planned of a step: its passes, what it keeps, and what is refused."""

from math import prod

import pytest

import elman
from elman import cells
from elman.cells import tanh
from elman.graph import Step
from elman.nn import Recurrent
from elman.plan.program import plan, refuses
from elman.runtime.layer import saved_shapes


def vector_mapped(x, h, *, W, v):
    return tanh(W.a(x, h) + W.b(v.p))


def test_a_map_of_a_learned_vector_is_refused():
    assert refuses(elman.cell(vector_mapped).graph) == "a learned vector is mapped"


def unused(x, h, c, *, W):
    return tanh(W.a(x, h)), tanh(W.b(x))


def by_units(x, h, *, W):
    return tanh(W.a(x, h)) + h


def beside(x, h, c, *, W):
    return tanh(W.a(x, h) + W.b(c)), tanh(W.c(x))


def becomes(x, h, c, *, W):
    return tanh(W.a(x, h) + c), h


def another_before(x, h, c, *, W):
    return c, tanh(W.a(x, h) + c)


def learned(x, h, c, *, W, v):
    return v.a, tanh(W.a(x, h) + c)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (unused, "a state is not used"),
        (by_units, "the projected state h is used unit by unit"),
        (beside, "beside a projected state another one is mapped"),
        (becomes, "the projected state h becomes another state"),
        (another_before, "the state h before its projection is not computed"),
        (learned, "the state h before its projection is not computed"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_odd_projections_are_refused(cell, reason):
    step = elman.cell(cell).graph
    assert refuses(step) == ""
    assert refuses(step, projection=True) == reason


def layer(name, **settings):
    return Recurrent(name, 3, 7, **settings)._stack.layer


def saved(name, T=63, B=3, H=7, **settings):
    """Return how many values of hidden size are saved for a row and step, states included."""
    return sum(map(prod, saved_shapes(layer(name, **settings), T, B))) / ((T + 2) * B * H)


@pytest.mark.parametrize(
    ("name", "values"), [("lstm", 6), ("gru", 5), ("elman", 2), ("coupled_lstm", 5)]
)
def test_no_more_is_saved_than_the_way_back_needs(name, values):
    assert saved(name) <= values


@pytest.mark.parametrize("name", cells.names())
def test_recomputing_saves_about_the_root_of_the_steps(name):
    program, states = plan(cells.get(name).graph), len(cells.get(name).states)
    assert saved(name) == states + program.tape_places + len(program.scalars) / 7
    assert saved(name, recompute=True) <= states * 8 / 63
    assert saved(name, T=6400, recompute=True) <= states * 80 / 6400


def test_an_lstm_keeps_its_gates_and_computes_the_rest_again():
    step = cells.get("lstm").graph
    names, program = dict(step.names), plan(step)
    assert [kept.value for kept in program.saved] == [names[gate] for gate in "ifgo"]
    # tanh(c) costs less than to keep it
    assert all("needs all units" in kept.reason for kept in program.saved)


def test_what_a_matrix_of_the_same_step_is_multiplied_with_is_kept():
    step = cells.get("mgu").graph
    (inner,) = plan(step).inner.values()
    reasons = {kept.value: kept.reason for kept in plan(step).saved}
    assert reasons[inner] == "the gradient of the matrix of n is a product with it"


@pytest.mark.parametrize(
    ("name", "forward", "backward"),
    [
        ("elman", 1, 1),
        ("lstm", 1, 1),
        ("gru", 1, 1),
        ("mgu", 2, 2),
        ("gru_before", 2, 2),
        ("jordan", 2, 2),
        ("layer_norm_gru", 3, 2),
        ("layer_norm_lstm", 5, 3),
    ],
)
def test_passes(name, forward, backward):
    program = plan(cells.get(name).graph)
    assert (len(program.forward["saved"]), len(program.backward)) == (forward, backward)
    assert len(program.forward["nothing"]) == forward


@pytest.mark.parametrize("name", cells.names())
def test_every_result_is_computed_once_and_every_gradient(name):
    program = plan(cells.get(name).graph)
    for passes in program.forward.values():
        values = [node for one in passes for node in one.values]
        assert len(values) == len(set(values))
        assert set(program.step.results) <= set(values)
    values = [node for one in program.backward for node in one.values]
    assert {*program.maps.values(), *program.vectors.values()} <= set(values)


@pytest.mark.parametrize("name", cells.names())
def test_places_on_the_tape_do_not_overlap(name):
    program = plan(cells.get(name).graph)
    places = [program.place(name) for name in program.step.maps]
    assert len(set(places)) == len(places)
    assert max([*places, 0]) < program.tape_places
    if len(program.backward) > 1:
        assert all(place >= len(program.tape) for place in places)


def test_a_plan_is_made_once_for_the_same_equations():
    step = cells.get("gru").graph
    again = Step.from_dict(step.to_dict())
    assert plan(step) is plan(again)
    assert plan(step, projection=True) is not plan(step)


@pytest.mark.parametrize("name", ["elman", "mgu", "layer_norm_gru"])
def test_a_plan_prints(name):
    program = plan(cells.get(name).graph)
    lines = str(program).splitlines()
    assert lines[0].startswith("forward 0: products ")
    for number, one in enumerate(program.forward["saved"]):
        assert any(line.startswith(f"forward {number}: ") for line in lines)
        assert any(line.startswith(f"forward {number}: means ") for line in lines) == bool(
            one.means
        )
    for kept in program.saved:
        assert f"saved {kept.value!r}: {kept.reason}" in lines
