"""Reading a cell's function: names, and errors that show the user's line."""

import cProfile
import math
import pstats
import sys

import pytest
import torch

import elman
from elman.cells import layer_norm, relu, sigmoid, tanh, where
from elman.errors import CellError
from elman.graph import trace


def test_values_are_named_after_the_local_variables():
    def cell(x, h, c, *, W):
        gate = sigmoid(W.g(x, h))
        c = gate * c
        return tanh(c), c

    step = trace(cell)
    assert [name for name, _ in step.names] == ["gate"]
    assert list(step.values) == ["gate", "h", "c"]


def test_a_variable_with_the_name_of_a_state_that_is_not_that_state_has_no_name():
    def cell(x, h, *, W):
        h = 0.5 * h
        return tanh(W.a(x, h))

    assert trace(cell).names == ()


def test_a_profiler_in_c_goes_on():
    profiler = cProfile.Profile()
    profiler.enable()
    trace(lambda x, h, *, W: W.n(x, h))
    math.hypot(3.0, 4.0)
    profiler.disable()
    seen = {name for _, _, name in pstats.Stats(profiler).stats}
    assert {"trace", "<built-in method math.hypot>"} <= seen


def test_the_profiler_of_the_user_is_left_as_it_was():
    def profiler(*_):
        pass

    sys.setprofile(profiler)
    try:
        trace(lambda x, h, *, W: tanh(W.a(x, h)))
        assert sys.getprofile() is profiler
    finally:
        sys.setprofile(None)


def test_layer_norms_have_parameters_of_their_own():
    @elman.cell
    def cell(x, h, *, W):
        a = layer_norm(W.a(x)) + layer_norm(h)
        return layer_norm(tanh(a)) + layer_norm(h)

    assert list(cell.graph.vectors) == [
        "gain_a", "shift_a", "gain_1", "shift_1", "gain_2", "shift_2",
    ]  # fmt: skip


def decides_in_python(x, h, *, W):
    a = W.a(x, h)
    if a > 0:
        return a
    return h


def uses_torch(x, h, *, W):
    return torch.tanh(W.a(x, h))


def uses_the_input_bare(x, h, *, W):
    return tanh(x) + h


def uses_a_name_twice(x, h, *, W):
    return tanh(W.a(x)) + W.a(h)


def forgets_a_map(x, h, *, W):
    unused = W.b(x)  # noqa: F841
    return tanh(W.a(x))


def returns_too_few(x, h, c, *, W):
    return tanh(W.a(x, h))


def returns_a_number(x, h, *, W):
    return 1.0


def returns_a_tensor(x, h, *, W):
    return torch.zeros(3)


def compares_for_equality(x, h, *, W):
    return where(h == 0, W.a(x), h)


def maps_too_much(x, h, c, *, W):
    return tanh(W.a(x, h, c)), c


def maps_nothing(x, h, *, W):
    return tanh(W.a())


def has_an_infinite_number(x, h, *, W):
    return h * math.inf + W.a(x)


def raises_a_power(x, h, *, W):
    return W.a(x) ** 2


def calls_wrongly(x, h, *, W):
    return relu(W.a(x), h)


def has_a_default(x, h, *, W, size=3):
    return tanh(W.a(x, h))


def has_no_state(x, *, W):
    return tanh(W.a(x))


@pytest.mark.parametrize(
    ("function", "reason", "line"),
    [
        (decides_in_python, "Python's if, and, or and not cannot decide", "if a > 0:"),
        (uses_torch, "no equation of the cell language (TypeError: tanh()", "torch.tanh(W.a"),
        (uses_the_input_bare, "Bring the input to hidden size by a map: W.name(x)", "tanh(x) + h"),
        (uses_a_name_twice, "W.a is used for two different maps", "def uses_a_name_twice"),
        (forgets_a_map, "W.b is computed, but no state depends on it", "def forgets_a_map"),
        (returns_too_few, "1 values are returned for 2 states (h, c)", "def returns_too_few"),
        (
            returns_a_number,
            "the state h is given a number, not a hidden value",
            "def returns_a_number",
        ),
        (returns_a_tensor, "a value of type Tensor stands in an equation", "def returns_a_tensor"),
        (compares_for_equality, "value of type bool stands in an equation", "where(h == 0"),
        (maps_too_much, "Write a sum of maps for more: W.a(x, h) + W.b(c)", "W.a(x, h, c)"),
        (maps_nothing, "but was given nothing", "W.a()"),
        (has_an_infinite_number, "the number inf is not finite", "h * math.inf"),
        (raises_a_power, "unsupported operand type(s) for **", "W.a(x) ** 2"),
        (calls_wrongly, "positional argument", "relu(W.a(x), h)"),
        (has_a_default, "the parameter size=3 is neither", "def has_a_default"),
        (has_no_state, "a cell takes the input and at least one state", "def has_no_state"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_errors_say_what_and_where(function, reason, line):
    with pytest.raises(CellError) as caught:
        elman.cell(function)
    message = str(caught.value)
    assert reason in message
    assert f'File "{__file__}", line ' in message
    assert f"in {function.__name__}\n" in message
    assert line in message.splitlines()[-1]
    assert caught.value.exit_status == 2
