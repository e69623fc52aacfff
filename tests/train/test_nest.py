import json

import torch
from hypothesis import given
from hypothesis import strategies as st

from elman.train.nest import flatten, map_tensors, unflatten

LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
KEYS = st.text() | st.integers()
NESTS = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(KEYS, inner, max_size=3)
    ),
    max_leaves=10,
)


@given(NESTS)
def test_unflatten_undoes_flatten_through_json(nest):
    form, tensors = flatten(nest)
    assert unflatten(json.loads(json.dumps(form)), tensors) == nest


def test_tensors_keep_their_places():
    nest = {"a": [torch.tensor(0), {"b": torch.tensor(1)}], 2: (torch.tensor(3), None)}
    form, tensors = flatten(nest)
    assert sorted(tensors) == ["0.a.0", "1.a.1.b", "2.2.0"]
    assert unflatten(json.loads(json.dumps(form)), tensors) == nest


def test_names_that_would_collide():
    nest = {
        "a": {"b": torch.tensor(0)},
        "a.b": torch.tensor(1),
        1: torch.tensor(2),
        "1": torch.tensor(3),
    }
    form, tensors = flatten(nest)
    assert unflatten(json.loads(json.dumps(form)), tensors) == nest


def test_one_tensor_is_a_nest():
    form, tensors = flatten(torch.tensor(7))
    assert unflatten(form, tensors) == torch.tensor(7)


def test_map_keeps_the_form():
    nest = {"a": [torch.tensor(1), None], "b": (torch.tensor(2), "x")}
    assert map_tensors(torch.neg, nest) == {
        "a": [torch.tensor(-1), None],
        "b": (torch.tensor(-2), "x"),
    }
