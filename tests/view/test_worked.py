import re

import pytest
import torch

import elman
from elman import cells
from elman.cells import attend, sigmoid, softmax, tanh, total
from elman.errors import CellError, SettingError
from elman.graph.equations import forward_lines
from elman.graph.evaluate import VALUES
from elman.view.toy import make_toy
from elman.view.worked import ONE_LINE, numbers_of, worked_step, worked_text


def last(sections, text):
    """What stood for a name at last, by the text of its line."""
    return [x.value for s in sections for x in s.lines if x.text.startswith(f"{text} ")][-1]


@pytest.mark.parametrize("name", cells.names())
@pytest.mark.parametrize("steps", [1, 3])
def test_the_gradients_are_those_of_the_loss(name, steps):
    cell = cells.get(name)
    toy = make_toy(cell, steps, seed=1)
    leaves = {key: value.clone().requires_grad_() for key, value in toy.parameters.items()}
    toy.loss(leaves).backward()
    sections = worked_step(cell, steps=steps, seed=1)
    for key, leaf in leaves.items():
        expected = torch.zeros_like(leaf) if leaf.grad is None else leaf.grad
        new = last(sections, key)
        torch.testing.assert_close((toy.parameters[key] - new) / 0.1, expected)


@pytest.mark.parametrize("name", cells.names())
def test_one_step_of_training_makes_the_loss_smaller(name):
    before, after = (line.value for line in worked_step(cells.get(name))[-1].lines)
    assert after < before


@pytest.mark.parametrize("name", cells.names())
def test_every_equation_of_the_cell_is_worked_in_every_step(name):
    cell = cells.get(name)
    sections = {section.title: section.lines for section in worked_step(cell)}
    for time in (1, 2):
        forward, back = (sections[f"step {time} {way}"] for way in ("forward", "back"))
        assert [line.text for line in forward] == cell.equations().splitlines()
        assert [line.text for line in back[1:]] == cell.derivative().equations().splitlines()
        assert forward_lines(cell.graph, ONE_LINE) == [line.latex for line in forward]


def test_the_numbers_that_are_put_in_give_what_comes_out():
    sections = worked_step(cells.get("coupled_lstm"))
    functions = {name: VALUES[name] for name in ("sigmoid", "tanh")}
    pointwise = 0
    for section in sections[1:-2]:
        for line in section.lines:
            if re.search(r"\] *\[|\]\^T|\+=", f"{line.numbers} {line.text}") or not line.numbers:
                continue  # a product with a matrix, or added to what was there
            code = re.sub(r"\[([^]]*)\]", lambda m: f"t([{m[1].replace(' ', ',')}])", line.numbers)
            worth = eval(code.replace("^", "**"), {**functions, "t": torch.tensor})
            torch.testing.assert_close(worth.double(), line.value, atol=2e-3, rtol=2e-3)
            pointwise += 1
    assert pointwise > 8


def test_the_elman_network_by_hand():
    @elman.cell
    def mine(x, h, *, W):
        return 2 * W.h(x, h)

    toy = make_toy(mine, 1, seed=0)
    sections = worked_step(mine, steps=1)
    W, b = toy.parameters["W_h"][:, 0], toy.parameters["b_h"]
    (x,), target = toy.inputs[0], toy.targets[0]
    h = 2 * (W * x + b)
    torch.testing.assert_close(last(sections, "h[t]"), h)
    torch.testing.assert_close(last(sections, "Δh[t]"), h - target)
    torch.testing.assert_close(last(sections, "δ_h[t]"), 2 * (h - target))
    torch.testing.assert_close(last(sections, "ΔW_h")[:, 0], 2 * (h - target) * x)
    torch.testing.assert_close(last(sections, "b_h"), b - 0.1 * 2 * (h - target))


def test_units_that_are_normalised_over_are_three():
    assert make_toy(cells.get("layer_norm_gru"), 1, seed=0).targets[0].shape == (3,)
    assert make_toy(cells.get("gru"), 1, seed=0).targets[0].shape == (2,)


def test_the_same_seed_gives_the_same_page_and_another_gives_another():
    first, second, other = (worked_text(worked_step(cells.get("gru"), seed=s)) for s in (3, 3, 4))
    assert first == second != other


@pytest.mark.parametrize("name", ["lstm", "slstm"])
def test_the_text_fits_a_terminal_and_shows_no_minus_zero(name):
    text = worked_text(worked_step(cells.get(name)))
    assert max(map(len, text.splitlines())) < 80
    assert not re.search(r"-0[\] ;]", text)


def test_numbers_are_written_as_rows():
    assert numbers_of(torch.tensor([[1.0, -2.5], [-0.0, 12345.678]])) == "[1 -2.5; 0 1.235e+04]"
    assert numbers_of(torch.tensor(0.5)) == "0.5"


def test_a_cell_with_a_memory_or_noise_and_no_steps_are_refused():
    @elman.cell
    def attentive(x, h, *, W, memory):
        places = softmax(total(W.q(x, h) * memory))
        return sigmoid(W.o(x, h)) * tanh(attend(places, memory))

    with pytest.raises(CellError, match=r"attentive attends to a memory.*Cell\.equations\(\)"):
        worked_step(attentive)
    from elman.cells.regularised import regularised

    noisy = regularised(cells.get("gru"), 0.5, (0.5,), training=True)
    with pytest.raises(CellError, match="draws noise"):
        worked_step(noisy)
    with pytest.raises(SettingError, match="steps"):
        worked_step(cells.get("gru"), steps=0)
