import hypothesis.strategies as st
import torch
from hypothesis import given, settings

from elman.cells import sigmoid, tanh
from elman.graph.evaluate import constants, evaluate
from elman.graph.expression import lift, make, topological
from elman.graph.simplify import simplify

A, B, C = (make("state", data=name) for name in "abc")


def simple(node, keep=()):
    return simplify([node], keep)[0]


def test_rules():
    zero, one = lift(0.0), lift(1.0)
    assert simple(A + zero) is A
    assert simple(zero + A) is A
    assert simple(A - zero) is A
    assert simple(zero - A) is -A
    assert simple(A * one) is A
    assert simple(one * A) is A
    assert simple(A * zero) is zero
    assert simple(A / one) is A
    assert simple(make("negate", [-A])) is A
    assert simple(A + -B) is A - B
    assert simple(-A + B) is B - A
    assert simple(A - -B) is A + B
    assert simple(-(A - B)) is B - A
    assert simple(-A * B) is -(A * B)
    assert simple(A / -B) is -(A / B)
    assert simple(A * B - A * C) is A * (B - C)
    assert simple(A * B + C * A) is A * (B + C)
    assert simple(lift(2.0) * lift(3.0) - lift(1.0)) is lift(5.0)
    assert simple(lift(1e300) * lift(1e300)) is lift(1e300) * lift(1e300)


def test_what_is_kept_is_left_alone():
    node = sigmoid(A * 1.0)
    assert simple(node) is sigmoid(A)
    assert simple(node * 1.0, keep={node}) is node


def expressions():
    leaves = st.sampled_from([A, B, C]) | st.sampled_from([0.0, 1.0, -1.0, 2.0]).map(lift)

    def grow(inner):
        two = st.tuples(st.sampled_from(["add", "subtract", "multiply"]), inner, inner)
        one = st.tuples(st.sampled_from(["negate", "tanh"]), inner)
        return two.map(lambda t: make(t[0], t[1:])) | one.map(lambda t: make(t[0], t[1:]))

    return st.recursive(leaves, grow, max_leaves=12)


def value(node, at):
    order = topological([node])
    values = {**at, **constants(order, at[A])}
    evaluate(order, values, lambda node, values: None)
    return values[node] * torch.ones(3, dtype=torch.float64)


def written(node):
    """Return how many signs it takes to write an expression, what is shared each time anew."""
    return 1 + sum(map(written, node.args))


@settings(max_examples=300, deadline=None)
@given(expressions())
def test_the_value_stays_and_what_is_written_does_not_grow(node):
    at = {A: torch.tensor([0.3, -1.2, 2.0]), B: torch.tensor([1.1, 0.0, -0.7])}
    at[C] = torch.tensor([-2.0, 0.4, 0.9])
    at = {leaf: tensor.double() for leaf, tensor in at.items()}
    shorter = simple(node)
    torch.testing.assert_close(value(shorter, at), value(node, at), rtol=1e-9, atol=1e-9)
    # a sign taken out of one place may leave another without its twin
    assert written(shorter) <= written(node)
    assert simple(shorter) is shorter


def test_shared_parts_stay_shared():
    part = tanh(A + 0.0)
    first, second = simplify([part * B, part + C])
    assert first.args[0] is second.args[0]
