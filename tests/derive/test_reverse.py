"""The derivative of random cells against autograd, and of the LSTM against the textbook."""

import hypothesis.strategies as st
import pytest
import torch
from hypothesis import HealthCheck, given, settings

from conformance.bptt import backward, forward, parameters_of
from elman import cells
from elman.cells import (
    Cell,
    exp,
    layer_norm,
    log,
    maximum,
    minimum,
    relu,
    sigmoid,
    softplus,
    sqrt,
    stop_gradient,
    tanh,
    where,
)
from elman.derive.rules import RULES
from elman.graph.expression import make, topological
from elman.graph.operations import OPERATIONS
from elman.graph.step import Step, X

# every operation of the language, kept where it is finite and its derivative is moderate
ONE = {
    "negate": lambda a: -a,
    "sigmoid": sigmoid,
    "tanh": tanh,
    "relu": relu,
    "exp": lambda a: exp(minimum(a, 1.0)),
    "log": lambda a: log(softplus(a) + 0.5),
    "sqrt": lambda a: sqrt(softplus(a) + 0.5),
    "abs": abs,
    "softplus": softplus,
    "layer_norm": layer_norm,
    "stop_gradient": stop_gradient,
    "affine": lambda a: 0.5 * a - 1,
    "inverse": lambda a: 1 / (1 + abs(a)),
}
TWO = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: tanh(a) * b,
    "divide": lambda a, b: a / (1.5 + abs(b)),
    "minimum": minimum,
    "maximum": maximum,
}
CONDITIONS = {
    "less": lambda a, b: a < b,
    "less_equal": lambda a, b: a <= b,
    "greater": lambda a, b: a > b,
}


@st.composite
def steps(draw):
    """Draw the step of a cell of one to three states from the whole language."""
    names = ("h", "c", "n")[: draw(st.integers(1, 3))]
    pool = [make("state", data=name) for name in names] + [make("vector", data="v_p")]

    def some():
        return draw(st.sampled_from(pool))

    for number in range(draw(st.integers(1, 3))):
        terms = draw(st.sampled_from([(X,), (None,), (X, None)]))
        pool.append(make("map", [some() if term is None else term for term in terms], f"m{number}"))
    for _ in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(["one", "one", "two", "two", "where", "map"]))
        if kind == "one":
            pool.append(ONE[draw(st.sampled_from(sorted(ONE)))](some()))
        elif kind == "two":
            pool.append(TWO[draw(st.sampled_from(sorted(TWO)))](some(), some()))
        elif kind == "where":
            condition = CONDITIONS[draw(st.sampled_from(sorted(CONDITIONS)))](some(), some())
            pool.append(where(condition, some(), some()))
        else:
            pool.append(make("map", [some()], f"m{len(pool)}"))
    results = tuple(tanh(some()) for _ in names)
    return Step(names, results, ())


def gradients_by_autograd(cell, x, states, parameters, d_output, d_final):
    leaves = [x, *states, *parameters.values()]
    leaves = [leaf.clone().requires_grad_() for leaf in leaves]
    count = len(states)
    drawn = dict(zip(parameters, leaves[1 + count :], strict=True))
    run, final = forward(cell, leaves[0], tuple(leaves[1 : 1 + count]), drawn)
    output = torch.stack([values[cell.graph.results[0]] for values in run])
    pairs = zip([output, *final], [d_output, *d_final], strict=True)
    pairs = [(value, gradient) for value, gradient in pairs if value.requires_grad]
    if not pairs:
        return [torch.zeros_like(leaf) for leaf in leaves]
    outputs, gradients = zip(*pairs, strict=True)
    return torch.autograd.grad(
        outputs, leaves, gradients, allow_unused=True, materialize_grads=True
    )


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(step=steps(), seed=st.integers(0, 2**16))
def test_random_cells(step, seed):
    cell = Cell("random", "", step)
    T, B, I, H = 3, 2, 3, 4
    generator = torch.Generator().manual_seed(seed)

    def draw(*shape):
        return torch.randn(*shape, generator=generator, dtype=torch.float64)

    parameters = parameters_of(cell, I, H, torch.float64, seed)
    x, states = draw(T, B, I), tuple(draw(B, H) for _ in cell.states)
    d_output, d_final = draw(T, B, H), tuple(draw(B, H) for _ in cell.states)
    truth = gradients_by_autograd(cell, x, states, parameters, d_output, d_final)
    run, _ = forward(cell, x, states, parameters)
    d_x, d_states, d_parameters = backward(cell, run, parameters, d_output, d_final)
    for mine, theirs in zip((d_x, *d_states, *d_parameters.values()), truth, strict=True):
        torch.testing.assert_close(mine, theirs, rtol=1e-9, atol=1e-9)


@settings(max_examples=100, deadline=None)
@given(step=steps())
def test_random_cells_write_themselves(step):
    cell = Cell("random", "", step)
    for text in (cell.equations(), cell.derivative().equations()):
        assert text.count("(") == text.count(")")
        assert "Expr" not in text
    for latex in (cell.latex(), cell.derivative().latex()):
        assert latex.replace(r"\{", "").count("{") == latex.count("}")


def test_every_operation_has_a_derivative():
    leaves = {name for name, row in OPERATIONS.items() if row.arity == 0}
    assert leaves >= {"number", "input", "state", "vector", "memory", "noise", "gradient"}
    only_in_derivatives = {"pull_input", "pull_hidden", "pull_memory", "softmax_gradient"}
    assert set(RULES) == set(OPERATIONS) - leaves - only_in_derivatives


def test_the_derivative_of_the_lstm_is_the_textbooks():
    # Greff et al. 2017, LSTM: A Search Space Odyssey, equations of section II.B without peepholes
    assert cells.get("lstm").derivative().equations().splitlines()[:8] == [
        "δ_o[t] = Δh[t] * tanh(c[t]) * o[t] * (1 - o[t])",
        "Δc[t] += Δh[t] * o[t] * (1 - tanh(c[t])^2)",
        "δ_g[t] = Δc[t] * i[t] * (1 - g[t]^2)",
        "δ_f[t] = Δc[t] * c[t-1] * f[t] * (1 - f[t])",
        "δ_i[t] = Δc[t] * g[t] * i[t] * (1 - i[t])",
        "Δx[t] = W_o^T δ_o[t] + W_g^T δ_g[t] + W_f^T δ_f[t] + W_i^T δ_i[t]",
        "Δh[t-1] = R_o^T δ_o[t] + R_g^T δ_g[t] + R_f^T δ_f[t] + R_i^T δ_i[t]",
        "Δc[t-1] = Δc[t] * f[t]",
    ]


def test_the_derivative_stands_on_the_very_values_of_the_step():
    for name in cells.names():
        cell = cells.get(name)
        order = set(cell.derivative().order)
        gates = {node for _, node in cell.graph.names}
        assert gates <= order | set(topological(cell.graph.results)), name


@pytest.mark.parametrize("name", ["sigmoid", "tanh"])
def test_no_function_of_the_step_is_computed_again(name):
    cell = cells.get("lstm")
    again = [n for n in cell.derivative().order if n.op == name and n not in cell.graph.order]
    assert again == []


def test_stop_gradient_stops():
    def cell_function(x, h, *, W):
        return tanh(W.a(x) + stop_gradient(W.b(h)))

    import elman

    derivative = elman.cell(cell_function).derivative()
    assert derivative.maps["b"] is None
    assert derivative.states["h"] is None
    assert "Δh[t-1] = 0" in derivative.equations()
