import copy
import gc
import pickle

import pytest

from elman import cells
from elman.cells import layer_norm, sigmoid, tanh, where
from elman.errors import CellError
from elman.graph.expression import lift, make, topological
from elman.graph.spell import LATEX, TEXT, spell, text
from elman.graph.step import MEMORY, Step, X

H = make("state", data="h")
C = make("state", data="c")


def test_the_same_content_is_the_same_object():
    assert tanh(H + 1) is tanh(H + 1.0)
    assert H + C is not C + H
    assert make("map", [X, H], "a") is not make("map", [X, H], "b")


def test_files_and_copies_give_the_same_object_back():
    node = sigmoid(H) * tanh(C) - 2
    assert pickle.loads(pickle.dumps(node)) is node
    assert copy.deepcopy(node) is node


def test_nothing_is_kept_alive():
    from elman.graph.expression import _interned

    gc.collect()
    before = len(_interned)
    node = tanh(H + 123.456)
    assert len(_interned) > before
    del node
    gc.collect()
    assert len(_interned) == before


def test_python_operators():
    assert text(1 - H) == "1 - h[t-1]"
    assert text(H - 1) == "h[t-1] - 1"
    assert text(2 / H) == "2 / h[t-1]"
    assert text(+H) == "h[t-1]"
    assert text(abs(-H)) == "abs(-h[t-1])"
    assert text(H >= C) == "c[t-1] <= h[t-1]"
    assert text(2 * H + H * 2) == "2 * h[t-1] + h[t-1] * 2"
    assert repr(H) == "<h[t-1]>"


@pytest.mark.parametrize(
    ("node", "written"),
    [
        (H - (C - 1), "h[t-1] - (c[t-1] - 1)"),
        ((H - C) - 1, "h[t-1] - c[t-1] - 1"),
        (H * (C + 1), "h[t-1] * (c[t-1] + 1)"),
        (H / (C * 2), "h[t-1] / (c[t-1] * 2)"),
        (H / C * 2, "h[t-1] / c[t-1] * 2"),
        (-(H + C), "-(h[t-1] + c[t-1])"),
        ((H + C) * (H + C), "(h[t-1] + c[t-1])^2"),
        (-H * C, "-h[t-1] * c[t-1]"),
        (H * -2.5, "h[t-1] * -2.5"),
        (where(H > 0, C, 1e-5), "where(0 < h[t-1], c[t-1], 1e-05)"),
        (make("map", [X, H * C], "n"), "W_n x[t] + R_n (h[t-1] * c[t-1]) + b_n"),
        (make("map", [H], "m") * 2, "(R_m h[t-1] + b_m) * 2"),
        (make("pull_hidden", [H + C], "m") * C, "R_m^T (h[t-1] + c[t-1]) * c[t-1]"),
    ],
    ids=str,
)
def test_parentheses_stand_where_they_are_needed(node, written):
    assert text(node) == written


@pytest.mark.parametrize(
    ("name", "time", "set_as"),
    [
        ("h", "t", "h_{t}"),
        ("W_f", "", "W_{f}"),
        ("new_gate", "t", r"\mathrm{new}_{gate,t}"),
        ("alpha", "t-1", r"\alpha_{t-1}"),
        ("gain_i", "", r"\gamma_{i}"),
        ("shift_1", "", r"\beta_{1}"),
        ("Δh", "t-1", r"\Delta h_{t-1}"),
        ("ΔW_i", "", r"\Delta W_{i}"),
        ("δ_i", "t", r"\delta_{i,t}"),
        ("v_a_b", "", r"v_{a\_b}"),
    ],
)
def test_names_in_latex(name, time, set_as):
    assert LATEX.symbol(name, time) == set_as


E, REAL = make("total", (MEMORY,)), make("real", data="real")


def test_every_operation_can_be_written():
    from elman.graph.operations import OPERATIONS

    for op, row in OPERATIONS.items():
        if row.arity:
            of_its_own = {"where": [H > 0, H, C], "softmax": [E, REAL], "softmax_gradient": [E, E]}
            args = of_its_own.get(op, [H] * row.arity)
            for style in (TEXT, LATEX):
                assert spell(make(op, args, "f" if "pull" in op else None), style, {})


def test_order_is_computable():
    node = tanh(H) * (C + tanh(H))
    order = topological([node])
    assert order[-1] is node
    assert len(order) == len(set(order)) == 5
    assert all(order.index(arg) < place for place, n in enumerate(order) for arg in n.args)


def test_a_deep_expression_needs_no_deep_stack():
    node = H
    for _ in range(5000):
        node = node + 1
    assert len(topological([node])) == 5002


def test_kinds_are_checked():
    with pytest.raises(CellError, match="where was given a hidden to decide by"):
        where(H, H, C)
    with pytest.raises(CellError, match="normalise was given an input"):
        layer_norm(X)
    with pytest.raises(CellError, match="tanh was given a condition"):
        tanh(H > 0)
    with pytest.raises(CellError, match="add takes 2 values, but was given 1"):
        make("add", [H])
    with pytest.raises(CellError, match="value of type str stands in an equation"):
        lift("h")


@pytest.mark.parametrize(
    "damage",
    [
        lambda d: d.pop("nodes"),
        lambda d: d["nodes"].__setitem__(0, ["system", [], None]),
        lambda d: d["nodes"][-1].__setitem__(1, [999]),
        lambda d: d["nodes"][-1].__setitem__(1, [-1]),
        lambda d: d["nodes"][-1].__setitem__(2, [1]),
        lambda d: d["nodes"][-1].__setitem__(2, "name"),
        lambda d: d.__setitem__("states", ["h", "d"]),
        lambda d: d.__setitem__("states", ["h"]),
        lambda d: d.__setitem__("results", [0, 0]),
        lambda d: d["nodes"].__setitem__(0, ["number", [], "1.0"]),
        lambda d: d.__setitem__("results", ["h"]),
        lambda d: d.__setitem__("nodes", 3),
    ],
)
def test_a_damaged_graph_is_refused(damage):
    data = cells.get("lstm").graph.to_dict()
    damage(data)
    with pytest.raises(CellError, match="the data describe no cell"):
        Step.from_dict(data)
