import pytest
import torch

import elman
from elman import cells
from elman.cells import attend, cell, softmax, tanh, total
from elman.cells.attentive import SCORES, attentive
from elman.cells.memory import hoisted
from elman.errors import CellError, SettingError
from elman.graph import Step


@cell
def bahdanau(x, h, *, W, v, memory):
    """Attention as in the paper, over a plain network."""
    score = total(v.a * tanh(W.a(h) + W.u(memory)))
    weights = softmax(score)
    context = attend(weights, memory)
    return tanh(W.h(x, h) + W.c(context))


def test_its_equations():
    assert bahdanau.equations().splitlines() == [
        "score[t] = total(v_a * tanh(R_a h[t-1] + b_a + U_u m[s] + b_u))",
        "weights[t] = softmax(score[t])",
        "context[t] = sum_s(weights[t] * m[s])",
        "h[t] = tanh(W_h x[t] + R_h h[t-1] + b_h + R_c context[t] + b_c)",
    ]
    assert r"\operatorname{softmax}_s(\mathrm{score}_{t})" in bahdanau.latex()


def test_its_derivative():
    lines = bahdanau.derivative().equations().splitlines()
    assert "Δcontext[t] = R_c^T δ_h[t]" in lines
    assert "Δscore[t] = softmax_gradient(weights[t], total(Δcontext[t] * m[s]))" in lines
    assert "δ_a[t] = sum_s(δ_u[t])" in lines
    assert "Δm[s] += Δcontext[t] * weights[t] + U_u^T δ_u[t]" in lines
    assert "ΔU_u += δ_u[t] m[s]^T" in lines


def test_one_step_by_hand():
    H, S, generator = 4, 3, torch.Generator().manual_seed(0)

    def draw(*size):
        return torch.randn(*size, generator=generator, dtype=torch.float64)

    x, h, memory, names = draw(2, 5), draw(2, H), draw(2, S, H), bahdanau.graph.maps
    p = {f"W_{n}": draw(H, 5) for n in ("h",)} | {f"R_{n}": draw(H, H) for n in ("a", "h", "c")}
    p |= {"U_u": draw(H, H), "v_a": draw(H)} | {f"b_{n}": draw(H) for n in names}
    score = (tanh_of(h @ p["R_a"].T + p["b_a"], memory @ p["U_u"].T + p["b_u"]) * p["v_a"]).sum(-1)
    context = (score.softmax(-1)[..., None] * memory).sum(1)
    expected = torch.tanh(
        x @ p["W_h"].T + h @ p["R_h"].T + p["b_h"] + context @ p["R_c"].T + p["b_c"]
    )
    network = elman.nn.Recurrent(bahdanau, 5, H).double()
    with torch.no_grad():
        for name, view in network.named_views().items():
            view.copy_(p[name])
    output, _ = network(x[None], h[None], memory=memory.transpose(0, 1))
    torch.testing.assert_close(output[0], expected)


def tanh_of(query, keys):
    return torch.tanh(query[:, None] + keys)


@pytest.mark.parametrize("score", SCORES)
@pytest.mark.parametrize("name", cells.names())
def test_any_cell_attends(name, score):
    found = attentive(cells.get(name), score)
    assert found.states == ("o", *cells.get(name).states)
    of_input = [n for n, node in cells.get(name).graph.maps.items() if node.args[0].op == "input"]
    assert {f"context_{n}" for n in of_input} <= set(found.graph.maps)
    assert Step.from_dict(found.graph.to_dict()) == found.graph
    assert found.derivative().memory is not None


def test_an_unknown_score():
    with pytest.raises(SettingError, match=r'no score "addition"\. Did you mean "additive"'):
        attentive(cells.get("gru"), "addition")


def test_maps_of_a_memory_are_taken_out():
    found = hoisted(bahdanau).graph
    assert [leaf.data for leaf in found.sources] == ["u", "memory"]
    assert "u" not in found.maps
    assert hoisted(cells.get("lstm")) is cells.get("lstm")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda x, h, *, W, memory: memory, "the state h is given a source"),
        (lambda x, h, *, W, memory: h + softmax(h), "softmax was given a hidden"),
        (lambda x, h, *, W, memory: total(x), "total was given an input"),
        (lambda x, h, *, W, memory: W.a(memory, h), "or the memory alone"),
    ],
    ids=range(4),
)
def test_what_is_no_attention(wrong, said):
    with pytest.raises(CellError, match=said):
        cell(wrong)
