import pytest
import torch

import elman
from elman import cells
from elman.cells import Cell, relu, tanh
from elman.errors import CellError


@elman.cell
def leaky(x, h, *, W, v):
    """A leaky unit."""
    n = tanh(W.n(x, h))
    return v.keep * h + n


def numbers():
    generator = torch.Generator().manual_seed(0)
    shapes = {"W_n": (4, 3), "R_n": (4, 4), "b_n": (4,), "v_keep": (4,)}
    return {name: torch.randn(*shape, generator=generator) for name, shape in shapes.items()}


def test_a_cell_of_ones_own():
    assert (leaky.name, leaky.doc, leaky.states) == ("leaky", "A leaky unit.", ("h",))
    assert leaky.equations() == (
        "n[t] = tanh(W_n x[t] + R_n h[t-1] + b_n)\nh[t] = v_keep * h[t-1] + n[t]"
    )
    assert leaky.latex().splitlines()[2] == (r"h_{t} &= v_{keep} \odot h_{t-1} + n_{t}")


def test_step_with_and_without_a_batch():
    parameters, x, h = numbers(), torch.randn(5, 3), torch.randn(5, 4)
    (batch,) = leaky.step(x, [h], parameters)
    (single,) = leaky.step(x[2], [h[2]], parameters)
    torch.testing.assert_close(batch[2], single)
    by_hand = parameters["v_keep"] * h + torch.tanh(
        x @ parameters["W_n"].T + h @ parameters["R_n"].T + parameters["b_n"]
    )
    torch.testing.assert_close(batch, by_hand)
    values = leaky.step_values(x, [h], parameters)
    assert list(values) == ["n", "h"]
    torch.testing.assert_close(values["h"], batch)


def test_an_absent_bias_is_zero():
    parameters = numbers()
    without = {name: value for name, value in parameters.items() if name != "b_n"}
    zero = {**parameters, "b_n": torch.zeros(4)}
    x, h = torch.randn(3), torch.randn(4)
    torch.testing.assert_close(leaky.step(x, [h], without), leaky.step(x, [h], zero))


def test_wrong_steps_are_explained():
    with pytest.raises(CellError, match=r"leaky has 1 states \(h\), but 2 were given"):
        leaky.step(torch.zeros(3), [torch.zeros(4)] * 2, numbers())
    parameters = numbers()
    parameters["W_m"] = parameters.pop("W_n")
    with pytest.raises(CellError, match=r'needs the parameter W_n, which was not given.*"W_m"'):
        leaky.step(torch.zeros(3), [torch.zeros(4)], parameters)
    parameters = numbers()
    del parameters["v_keep"]
    with pytest.raises(CellError, match="needs the parameter v_keep"):
        leaky.step(torch.zeros(3), [torch.zeros(4)], parameters)


def test_equal_equations_are_equal_whatever_the_function():
    def make(name):
        def function(x, h, *, W):
            return relu(W.h(x, h))

        function.__name__ = name
        return elman.cell(function)

    assert make("a").graph == make("b").graph == cells.get("elman_relu").graph
    assert make("a") != make("b")


def test_a_cell_survives_a_file():
    assert Cell.from_dict(leaky.to_dict()) == leaky
    with pytest.raises(CellError, match="the data describe no cell"):
        Cell.from_dict({"name": "x"})


def test_projected_cost_counts_the_projection():
    lstm = cells.get("lstm")
    plain, projected = lstm.cost(3, 8), lstm.cost(3, 8, proj_size=2)
    assert plain.parameters == 4 * 8 * (3 + 8 + 1)
    assert projected.parameters == 4 * 8 * (3 + 2 + 1) + 2 * 8
