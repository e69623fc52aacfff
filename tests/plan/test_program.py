"""What is planned of a step: its passes, what it keeps, and what is refused."""

import pytest

import elman
from elman.cells import tanh
from elman.plan.program import refuses


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
