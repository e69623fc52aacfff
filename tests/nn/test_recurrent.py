import copy
import pickle
import re

import pytest
import torch
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence
from torch.utils._pytree import tree_leaves
from torch.utils.flop_counter import FlopCounterMode

import elman
from elman import cells, settings
from elman.cells import exp, sqrt, tanh, where
from elman.errors import CellError, SettingError
from elman.nn import Recurrent
from elman.plan.program import refuses

T, I, H = 5, 3, 4
LENGTHS = [3, 5, 0, 1, 5]
B = len(LENGTHS)
ON_ATEN = {"lstm", "gru", "elman", "elman_relu"}
PROJECTABLE = {
    "coupled_lstm",
    "elman",
    "elman_relu",
    "layer_norm_lstm",
    "lstm",
    "peephole_lstm",
    "slstm",
}

every_cell = pytest.mark.parametrize("name", cells.names())
pytestmark = pytest.mark.filterwarnings("ignore:LSTM with projections is not supported with oneDNN")


@elman.cell
def leaky(x, h, *, W, v):
    """A cell of a user."""
    new = tanh(W.n(x, h))
    rate = exp(-abs(v.rate))
    return rate * h + (1 - rate) * new


@elman.cell
def linear(x, h, *, W):
    return W.n(x, h)


@elman.cell
def feed_forward(x, h, *, W):
    return W.n(x)


@elman.cell
def singular(x, h, *, W):
    root = sqrt(abs(W.n(x)))
    return root + tanh(W.m(h))


@elman.cell
def constant(x, h, g, *, W, v):
    above = h > 0
    twice = 2 * v.u
    y = where(above, twice, -h)
    return tanh(W.n(x, g)) * y, v.u


@elman.cell
def without_parameters(x, h):
    return 0.5 * h + 1


def build(cell, *args, dtype=torch.float64, **kwargs):
    torch.manual_seed(0)
    module = Recurrent(cell, I, H, *args, dtype=dtype, **kwargs)
    if "layer_norm" in module.cell.name:
        with torch.no_grad():
            for parameter in module.parameters():
                parameter.add_(0.1 * torch.randn_like(parameter))
    return module


def tensors(tree):
    return [leaf for leaf in tree_leaves(tree) if isinstance(leaf, torch.Tensor)]


def begin(module, *rows):
    """An initial state; positive, as the normaliser of the sLSTM is."""
    count = module.num_layers * (2 if module.bidirectional else 1)
    sizes = [module.proj_size or H] + [H] * (len(module.cell.states) - 1)
    dtype = next((p.dtype for p in module.parameters()), torch.float64)
    found = tuple(torch.rand(count, *rows, size, dtype=dtype) + 0.1 for size in sizes)
    return found if len(found) > 1 else found[0]


def row_of(state, row):
    rows = tuple(tensor[:, row] for tensor in tensors(state))
    return rows if len(rows) > 1 else rows[0]


def losses(found):
    return sum((t * torch.linspace(0.5, 1.5, t.numel()).view_as(t)).sum() for t in tensors(found))


def gradients(module, found, *inputs):
    wanted = [*inputs, *module.parameters()]
    values = torch.autograd.grad(sum(t.square().sum() for t in found), wanted, allow_unused=True)
    return [torch.zeros_like(w) if v is None else v for v, w in zip(values, wanted, strict=True)]


# lengths


@pytest.mark.parametrize("backend", ["auto", "reference"])
@every_cell
def test_rows_of_any_length_are_as_if_each_ran_alone(name, backend):
    module = build(name, 2, bidirectional=True)
    x = torch.randn(T, B, I, dtype=torch.float64)
    for row, length in enumerate(LENGTHS):
        x[length:, row] = float("nan")
    x.requires_grad_()
    state = begin(module, B)
    leaves = [s.requires_grad_() for s in tensors(state)]
    with settings.use(backend=backend):
        output, states = module(x, state, lengths=LENGTHS)
        assert (module.explain().backend == "reference") == (
            backend == "reference" or (name not in ON_ATEN and refuses(module.cell.graph) != "")
        )
        found = gradients(module, [output, *tensors(states)], x, *leaves)
        alone, total = [], None
        for row, length in enumerate(LENGTHS):
            assert (output[length:, row] == 0).all()
            if length == 0:
                for got, start in zip(tensors(states), leaves, strict=True):
                    assert torch.equal(got[:, row], start[:, row])
                alone += [start[:, row] for start in leaves]
                continue
            single = module(x[:length, row], row_of(state, row))
            torch.testing.assert_close(output[:length, row], single[0])
            for got, expected in zip(tensors(states), tensors(single[1]), strict=True):
                torch.testing.assert_close(got[:, row], expected)
            alone += [single[0], *tensors(single[1])]
        total = gradients(module, alone, x, *leaves)
    for got, expected in zip(found, total, strict=True):
        assert got.isfinite().all()
        torch.testing.assert_close(got, expected)


@pytest.mark.parametrize("backend", ["auto", "reference"])
@every_cell
def test_rows_that_are_all_empty_keep_their_state_and_can_be_differentiated(name, backend):
    module = build(name, 2, bidirectional=True)
    x = torch.full((T, 2, I), float("nan"), dtype=torch.float64, requires_grad=True)
    state = begin(module, 2)
    leaves = [s.requires_grad_() for s in tensors(state)]
    with settings.use(backend=backend):
        output, states = module(x, state, lengths=[0, 0])
    assert output.shape == (T, 2, 2 * H)
    assert (output == 0).all()
    assert all(map(torch.equal, tensors(states), leaves))
    of_x, *rest = gradients(module, [output, *tensors(states)], x, *leaves)
    assert (of_x == 0).all()
    for got, leaf in zip(rest, leaves, strict=False):
        torch.testing.assert_close(got, 2 * leaf.detach())
    assert all((got == 0).all() for got in rest[len(leaves) :])


@pytest.mark.parametrize("dtype", [torch.int32, torch.int64, torch.uint8])
def test_lengths_may_be_any_whole_numbers(dtype):
    module, x = build("gru", batch_first=True), torch.randn(B, T, I, dtype=torch.float64)
    expected, _ = module(x, lengths=LENGTHS)
    assert torch.equal(module(x, lengths=torch.tensor(LENGTHS, dtype=dtype))[0], expected)
    assert torch.equal(module(x, lengths=tuple(LENGTHS))[0], expected)


def test_full_lengths_change_nothing():
    for name in ("gru", "mgu"):
        module, x = build(name), torch.randn(T, B, I, dtype=torch.float64)
        torch.testing.assert_close(module(x, lengths=[T] * B), module(x))


def test_a_single_sequence_may_have_a_length():
    module, x = build("mgu", batch_first=True), torch.randn(T, I, dtype=torch.float64)
    output, state = module(x, lengths=2)
    expected = module(x[:2])
    torch.testing.assert_close((output[:2], state), expected)
    assert (output[2:] == 0).all()


def test_padding_is_not_computed_where_a_cell_is_singular_at_zero():
    module = build(singular, bias=False)
    module(torch.randn(T, 2, I, dtype=torch.float64), lengths=[T, 0])[0].sum().backward()
    assert all(parameter.grad.isfinite().all() for parameter in module.parameters())


@pytest.mark.parametrize(
    ("lengths", "words"),
    [
        ([5], "lengths must have one number for each of the 2 rows, got (1,)."),
        ([[5, 2]], "lengths must have one number for each of the 2 rows, got (1, 2)."),
        (5, "lengths must have one number for each of the 2 rows, got ()."),
        ([5.0, 2.0], "lengths must be whole numbers, got torch.float32."),
        ([True, True], "lengths must be whole numbers, got torch.bool."),
        ([5, 6], "lengths must lie in 0..5, the steps of the input, but row 1 has 6."),
        ([-1, 6], "lengths must lie in 0..5, the steps of the input, but row 0 has -1."),
    ],
)
def test_wrong_lengths_are_refused(lengths, words):
    for module in (build("mgu", dtype=None), build("gru", dtype=None), elman.nn.LSTM(I, H)):
        with pytest.raises(ValueError, match=re.escape(words)):
            module(torch.zeros(T, 2, I), lengths=lengths)


def test_a_packed_sequence_has_its_own_lengths():
    packed = pack_padded_sequence(torch.zeros(T, 2, I), [5, 3])
    with pytest.raises(ValueError, match="PackedSequence, which has its own"):
        build("mgu", dtype=None)(packed, lengths=[5, 3])


# arrangements


@every_cell
def test_packed_batch_first_and_unbatched_are_the_same_run(name):
    module = build(name, 2, bidirectional=True)
    first = build(name, 2, bidirectional=True, batch_first=True)
    x, state = torch.randn(T, 3, I, dtype=torch.float64), begin(module, 3)
    output, states = module(x, state, lengths=[2, 5, 1])
    turned, again = first(x.transpose(0, 1), state, lengths=[2, 5, 1])
    torch.testing.assert_close(turned.transpose(0, 1), output)
    torch.testing.assert_close(tensors(again), tensors(states))
    for other in (module, first):
        packed = pack_padded_sequence(x, [2, 5, 1], enforce_sorted=False)
        found, again = other(packed, state)
        assert isinstance(found, PackedSequence)
        torch.testing.assert_close(pad_packed_sequence(found)[0], output)
        torch.testing.assert_close(tensors(again), tensors(states))
        single, again = other(x[:, 1], row_of(state, 1))
        torch.testing.assert_close(single, output[:, 1])
        torch.testing.assert_close(tensors(again), tensors(row_of(states, 1)))


@every_cell
def test_no_rows_and_no_steps(name):
    module = build(name, 2, bidirectional=True)
    x = torch.zeros(T, 2, I, dtype=torch.float64)
    for lengths in (None, []):
        output, states = module(x[:, :0], lengths=lengths)
        assert output.shape == (T, 0, 2 * H)
        assert all(s.shape == (4, 0, H) for s in tensors(states))
    begun = begin(module, 2)
    for lengths in (None, [0, 0]):
        output, states = module(x[:0], begun, lengths=lengths)
        assert output.shape == (0, 2, 2 * H)
        assert all(map(torch.equal, tensors(states), tensors(begun)))


@every_cell
def test_gradients_of_input_state_and_parameters(name):
    module = build(name, bidirectional=True)
    x = torch.randn(3, 2, I, dtype=torch.float64, requires_grad=True)
    state = [s.requires_grad_() for s in tensors(begin(module, 2))]

    def run(x, *rest):
        given, weights = rest[: len(state)], rest[len(state) :]
        names = dict(zip(dict(module.named_parameters()), weights, strict=True))
        hx = given if len(given) > 1 else given[0]
        return tuple(tensors(torch.func.functional_call(module, names, (x, hx, [3, 1]))))

    assert torch.autograd.gradcheck(run, (x, *state, *module.parameters()), fast_mode=True)
    assert torch.autograd.gradgradcheck(run, (x, *state, *module.parameters()), fast_mode=True)


@every_cell
def test_a_sequence_may_be_cut_with_the_state_carried(name):
    module, x = build(name, 2), torch.randn(T, 2, I, dtype=torch.float64)
    whole, end = module(x)
    first, state = module(x[:2])
    second, last = module(x[2:], state)
    torch.testing.assert_close(torch.cat([first, second]), whole)
    torch.testing.assert_close(tensors(last), tensors(end))


# dropout


def _identity(**kwargs):
    module = Recurrent(feed_forward, H, H, 2, bias=False, **kwargs)
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(torch.eye(H))
    return module


def test_dropout_falls_between_layers_on_each_element_of_each_step():
    module, x = _identity(dropout=0.5), torch.ones(50, 20, H)
    output, state = module(x)
    assert set(output.unique().tolist()) == {0.0, 2.0}
    assert 0.45 < (output == 0).double().mean() < 0.55
    # no mask is shared over time, rows or units, and the first layer's own state is whole
    assert all((output != output.roll(1, dim)).any() for dim in range(3))
    assert (state[0] == 1).all()
    assert torch.equal(module.eval()(x)[0], x)


@every_cell
def test_dropout_repeats_from_a_seed(name):
    module, x = build(name, 2, dropout=0.5), torch.randn(T, 3, I, dtype=torch.float64)

    def run(seed):
        torch.manual_seed(seed)
        return module(x, lengths=[5, 2, 0])[0]

    assert torch.equal(run(0), run(0))
    assert not torch.equal(run(0), run(1))
    plain = build(name, 2)
    assert torch.equal(module.eval()(x)[0], plain(x)[0])


# projection


@every_cell
def test_projection_where_the_output_is_used_by_maps_alone(name):
    if name not in PROJECTABLE:
        words = rf"{name} cannot be projected: its equations use [hy]\[t-1\] unit by unit, or map"
        with pytest.raises(SettingError, match=words):
            build(name, proj_size=2)
        return
    module = build(name, 2, bidirectional=True, proj_size=2)
    assert module.weight_hr_l1_reverse.shape == (2, H)
    x, state = torch.randn(T, 3, I, dtype=torch.float64), begin(module, 3)
    output, states = module(x, state, lengths=[2, 5, 0])
    assert output.shape == (T, 3, 4)
    assert [s.size(-1) for s in tensors(states)] == [2] + [H] * (len(module.cell.states) - 1)
    values = module.trace(x, state, lengths=[2, 5, 0])
    both = [values[module.cell.states[0] + suffix] for suffix in ("_l1", "_l1_reverse")]
    torch.testing.assert_close(torch.cat(both, -1), output)
    hand, _ = _by_hand(module, x[:2, 0], row_of(state, 0), 0, False)
    torch.testing.assert_close(
        hand[module.cell.states[0]], values[module.cell.states[0] + "_l0"][:2, 0]
    )


# trace and explain


def _by_hand(module, x, state, index, reverse):
    """A layer and direction over a single sequence, by the step of the cell alone."""
    layer = index // (2 if module.bidirectional else 1)
    parameters = module.named_views(layer, reverse=reverse)
    states = [tensor[index] for tensor in tensors(state)]
    steps = []
    for time in reversed(range(len(x))) if reverse else range(len(x)):
        values = module.cell.step_values(x[time], states, parameters)
        if module.proj_size:
            weight = getattr(module, f"weight_hr_l{layer}{'_reverse' * reverse}")
            values[module.cell.states[0]] = weight @ values[module.cell.states[0]]
        states = [values[name] for name in module.cell.states]
        steps.append(values)
    if reverse:
        steps.reverse()
    return {
        name: torch.stack([v[name] for v in steps]) for name in module.cell.graph.values
    }, states


@every_cell
def test_trace_is_a_loop_over_the_step_of_the_cell(name):
    module = build(name, 2, bidirectional=True)
    x, state = torch.randn(T, I, dtype=torch.float64), begin(module)
    values = module.trace(x, state)
    names = list(module.cell.graph.values)
    suffixes = ["_l0", "_l0_reverse", "_l1", "_l1_reverse"]
    assert set(values) == {n + s for n in names for s in suffixes}
    below, ends = x, []
    for layer in range(2):
        outputs = []
        for direction in range(2):
            hand, end = _by_hand(module, below, state, 2 * layer + direction, direction == 1)
            for n in names:
                value = values[n + suffixes[2 * layer + direction]]
                assert value.shape == (T, H)
                torch.testing.assert_close(value, hand[n])
            outputs.append(hand[module.cell.states[0]])
            ends.append(end)
        below = torch.cat(outputs, -1)
    output, states = module(x, state)
    torch.testing.assert_close(output, below)
    for got, expected in zip(tensors(states), zip(*ends, strict=True), strict=True):
        torch.testing.assert_close(got, torch.stack(expected))


@every_cell
def test_trace_lies_as_the_input_and_is_differentiable(name):
    module = build(name, batch_first=True)
    x = torch.randn(2, T, I, dtype=torch.float64, requires_grad=True)
    values, output = module.trace(x, lengths=[2, 5]), module(x, lengths=[2, 5])[0]
    state = module.cell.states[0] + "_l0"
    torch.testing.assert_close(values[state], output)
    for value in values.values():
        assert value.shape == (2, T, H)
        assert (value[0, 2:] == 0).all()
    (gradient,) = torch.autograd.grad(values[state].sum(), x)
    (expected,) = torch.autograd.grad(output.sum(), x)
    torch.testing.assert_close(gradient, expected)
    packed = module.trace(pack_padded_sequence(x, [2, 5], batch_first=True, enforce_sorted=False))
    for key, value in packed.items():
        torch.testing.assert_close(pad_packed_sequence(value, batch_first=True)[0], values[key])


@pytest.mark.parametrize("lengths", [None, [5, 0]])
def test_trace_shows_a_value_that_is_the_same_for_all_rows_in_every_row(lengths):
    module, x = build(constant), torch.randn(T, 2, I, dtype=torch.float64)
    values = module.trace(x, lengths=lengths)
    assert {name: tuple(value.shape) for name, value in values.items()} == {
        f"{name}_l0": (T, 2, H) for name in ("above", "twice", "y", "h", "g")
    }
    assert values["above_l0"].dtype == torch.bool
    _, (_, g) = module(x, lengths=lengths)
    assert g.shape == (1, 2, H)
    assert torch.equal(g[0, 0], module.vector_l0)


def test_trace_leaves_no_mark_on_what_explain_says():
    module = build("gru")
    x = torch.randn(T, 2, I, dtype=torch.float64)
    module(x)
    before = module.explain()
    module.trace(x[:2])
    assert module.explain() == before


POINTWISE = {"lstm": 9, "gru": 9, "elman": 1}
"""Additions, multiplications and functions in the equations, counted by hand; no biases."""


@pytest.mark.parametrize("lengths", [None, [5, 1, 0]])
@pytest.mark.parametrize("cell", [linear, "lstm", "gru", "elman"])
def test_explain_counts_the_operations_that_torch_counts(cell, lengths):
    module = build(cell, 2, bidirectional=True)
    x = torch.randn(T, 3, I, dtype=torch.float64, requires_grad=True)
    state = begin(module, 3)
    for tensor in tensors(state):
        tensor.requires_grad_()
    if lengths is None:
        with settings.use(backend="reference"), FlopCounterMode(display=False) as forward:
            output, _ = module(x, state)
        with FlopCounterMode(display=False) as backward:
            output.sum().backward()
        products, pulled = forward.get_total_flops(), backward.get_total_flops()
        steps = T * 3
    else:
        module(x, state, lengths=lengths)
        steps = sum(lengths)
        gates = module.weight_ih_l0.size(0)
        columns = I + H + 2 * H + H
        products = steps * 2 * 2 * gates * columns
        pulled = 2 * products
    explanation = module.explain()
    units = steps * 2 * 2 * H
    assert explanation.flops == products + units * POINTWISE.get(module.cell.name, 0)
    if cell is linear:
        assert explanation.flops_backward == pulled
    else:
        assert pulled < explanation.flops_backward <= pulled + 40 * units


def test_explain_says_how_it_ran():
    module = build("lstm", 2, bidirectional=True, proj_size=2, dtype=torch.float32)
    with pytest.raises(RuntimeError, match="nothing to explain before the module has run"):
        module.explain()
    module(torch.zeros(T, 3, I))
    found = module.explain()
    assert (found.backend, found.steps, found.rows) == ("compiled", T, 3)
    assert found.parameter_bytes == sum(p.numel() * p.element_size() for p in module.parameters())
    assert "5 steps, 3 rows" in str(found)
    module(torch.zeros(2 * T, 3, I))
    assert 1.5 < module.explain().saved_bytes / found.saved_bytes < 2.5
    other = build("mgu", dtype=torch.bfloat16)
    other(torch.zeros(T, 3, I, dtype=torch.bfloat16))
    assert other.explain().backend == "reference"
    assert other.explain().reason.startswith("kernels run on a CPU in float32 and float64, not on")
    assert other.explain().reason.endswith("; torch has no operator for the cell mgu")


@pytest.mark.parametrize("backend", settings.BACKENDS)
def test_explain_says_the_same_under_inference_mode(backend):
    module = build("lstm", 2, dtype=torch.float32)
    with settings.use(backend=backend):
        module(torch.zeros(T, 3, I))
        expected = module.explain()
        with torch.inference_mode():
            module(torch.zeros(T, 3, I))
            assert module.explain() == expected
            made_there = build("lstm", 2, dtype=torch.float32)
            made_there(torch.zeros(T, 3, I))
            assert made_there.explain() == expected


def test_explain_keeps_random_numbers_and_follows_a_conversion():
    module = build("lstm", 2, dropout=0.5, dtype=torch.float32)
    module(torch.zeros(T, 3, I))
    before = torch.get_rng_state()
    found = module.explain()
    assert torch.equal(torch.get_rng_state(), before)
    module.double()
    assert module.explain().parameter_bytes == 2 * found.parameter_bytes
    assert module(torch.zeros(T, 3, I, dtype=torch.float64))[0].dtype == torch.float64


# parameters and copies


@every_cell
def test_named_views_are_the_parameters_of_the_equations(name):
    module = build(name, 2, bidirectional=True)
    x, state = torch.randn(I, dtype=torch.float64), begin(module)
    expected = module.cell.step(x, [s[0] for s in tensors(state)], module.named_views())
    _, states = module(x[None], state)
    torch.testing.assert_close([s[0] for s in tensors(states)], list(expected))
    seen = 0
    for layer in range(2):
        for reverse in (False, True):
            views = module.named_views(layer, reverse=reverse)
            seen += sum(view.numel() for view in views.values())
    assert seen == sum(parameter.numel() for parameter in module.parameters())
    with torch.no_grad():
        for view in module.named_views(1, reverse=True).values():
            view.fill_(7)
    mine = [p for n, p in module.named_parameters() if n.endswith("_l1_reverse")]
    assert all((parameter == 7).all() for parameter in mine)


@every_cell
def test_parameters_begin_small_gains_at_one_and_shifts_at_zero(name):
    module = Recurrent(name, I, 16)
    for key, parameter in module.named_parameters():
        if key.startswith("gain"):
            assert (parameter == 1).all()
        elif key.startswith("shift"):
            assert (parameter == 0).all()
        else:
            assert 0 < parameter.abs().max() <= 0.25
            assert parameter.std() > 0


@pytest.mark.parametrize("cell", [*sorted(cells.names()), leaky, constant])
def test_copies_keep_cell_and_backend(cell):
    module = build(cell, 2)
    x = torch.randn(T, 2, I, dtype=torch.float64)
    expected = module(x)
    for other in (copy.deepcopy(module), pickle.loads(pickle.dumps(module))):
        assert other.cell == module.cell
        assert all(map(torch.equal, tensors(other(x)), tensors(expected)))
        assert other.explain() == module.explain()
        assert list(other.state_dict()) == list(module.state_dict())


@pytest.mark.usefixtures("aten")
def test_the_lstm_gru_and_elman_network_are_those_of_torch():
    for ours, theirs in (("lstm", "LSTM"), ("gru", "GRU"), ("elman", "RNN")):
        module = build(ours, 2, bias=False, bidirectional=True)
        plain = getattr(torch.nn, theirs)(I, H, 2, bias=False, bidirectional=True).double()
        plain.load_state_dict(module.state_dict())
        x = torch.randn(T, 2, I, dtype=torch.float64)
        assert all(map(torch.equal, tensors(module(x)), tensors(plain(x))))


# a user's own cell


def test_a_cell_of_ones_own_runs_trains_and_is_shown():
    module = build(leaky, 2, bidirectional=True, dtype=torch.float32)
    assert [name for name, _ in module.named_parameters()][:4] == [
        "weight_ih_l0",
        "weight_hh_l0",
        "bias_ih_l0",
        "vector_l0",
    ]
    assert repr(module) == "Recurrent(leaky, 3, 4, num_layers=2, bidirectional=True)"
    x = torch.randn(T, 2, I)
    optimizer = torch.optim.Adam(module.parameters(), 0.05)
    losses = []
    for _ in range(20):
        optimizer.zero_grad()
        loss = (module(x)[0] - 0.5).square().mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 2
    assert set(module.trace(x)) >= {"new_l0", "rate_l0", "h_l1_reverse"}


def test_a_cell_without_parameters_or_input_runs():
    module = Recurrent(without_parameters, I, H)
    assert not list(module.parameters())
    output, state = module(torch.zeros(2, 1, I))
    assert output[:, 0, 0].tolist() == [1.0, 1.5]
    assert state.shape == (1, 1, H)
    assert module.explain().parameter_bytes == 0


# wrong settings, inputs and states


@pytest.mark.parametrize(
    ("settings_given", "words"),
    [
        ({"num_layers": 0}, "num_layers must be a whole number from 1, got 0."),
        ({"num_layers": 1.0}, "num_layers must be a whole number from 1, got 1.0."),
        ({"num_layers": True}, "num_layers must be a whole number from 1, got True."),
        ({"input_size": "3"}, "input_size must be a whole number from 1, got '3'."),
        ({"hidden_size": -1}, "hidden_size must be a whole number from 1, got -1."),
        ({"dropout": 1.5}, "dropout must be a share from 0 to 1, got 1.5."),
        ({"dropout": float("nan")}, "dropout must be a share from 0 to 1, got nan."),
        ({"dropout": "half"}, "dropout must be a share from 0 to 1, got 'half'."),
        ({"bias": "no"}, "bias must be True or False, got 'no'."),
        ({"batch_first": 1}, "batch_first must be True or False, got 1."),
        ({"bidirectional": None}, "bidirectional must be True or False, got None."),
        ({"proj_size": 4}, "proj_size must be from 0 (none) to under hidden_size=4, got 4."),
        ({"proj_size": -1}, "proj_size must be from 0 (none) to under hidden_size=4, got -1."),
        ({"proj_size": 1.5}, "proj_size must be from 0 (none) to under hidden_size=4, got 1.5."),
    ],
)
def test_wrong_settings_are_refused(settings_given, words):
    with pytest.raises(SettingError, match=re.escape(words)):
        Recurrent(**{"cell": "lstm", "input_size": I, "hidden_size": H, **settings_given})


def test_an_unknown_cell_is_refused_with_the_nearest_name():
    with pytest.raises(CellError, match=r'there is no cell "lstn"\. Did you mean "lstm"\?'):
        Recurrent("lstn", I, H)


@pytest.mark.parametrize("cell", [3, torch.nn.LSTM, lambda x, h: h])
def test_what_is_no_cell_is_refused(cell):
    words = "the cell must be the name of one or a function under @elman.cell, got"
    with pytest.raises(CellError, match=words):
        Recurrent(cell, I, H)


@pytest.mark.parametrize(
    ("x", "words"),
    [
        (torch.zeros(T), "the input must be (time, batch, 3), batch before time if batch_first, "),
        (torch.zeros(1, T, 2, I), "for a single sequence; got (1, 5, 2, 3)."),
        (torch.zeros(T, 2, 2), "the input must have input_size=3 as its last size, got (5, 2, 2)."),
        (
            torch.zeros(T, 2, I, dtype=torch.float64),
            "the input is torch.float64, but the parameters torch.float32: convert one of them, "
            "such as by input.to(torch.float32).",
        ),
        (pack_padded_sequence(torch.zeros(T, 2, 2), [5, 3]), "input_size=3 as its last size"),
    ],
)
def test_a_wrong_input_is_refused(x, words):
    with pytest.raises(ValueError, match=re.escape(words)):
        Recurrent("mgu", I, H)(x)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (torch.zeros(1, 2, H), "2 states (h, c) are expected, got 1."),
        ((torch.zeros(1, 2, H),) * 3, "2 states (h, c) are expected, got 3."),
        (
            (torch.zeros(1, 2, H), torch.zeros(2, 1, H)),
            "the state c must have the shape (1, 2, 4) (layers x directions, batch, units; "
            "never batch first), got (2, 1, 4).",
        ),
        (
            (torch.zeros(1, 2, H, dtype=torch.float64),) * 2,
            "the state h is torch.float64, but the input torch.float32: convert one of them, "
            "such as by h.to(torch.float32).",
        ),
    ],
)
def test_a_wrong_state_is_refused(state, words):
    for arranged in (torch.zeros(T, 2, I), pack_padded_sequence(torch.zeros(T, 2, I), [5, 3])):
        with pytest.raises(ValueError, match=re.escape(words)):
            Recurrent("peephole_lstm", I, H)(arranged, state)


def test_the_state_of_a_single_sequence_has_no_batch():
    with pytest.raises(ValueError, match=re.escape("the state h must have the shape (1, 4)")):
        Recurrent("mgu", I, H)(torch.zeros(T, I), torch.zeros(1, 1, H))


def test_dropout_in_a_single_layer_is_said_to_do_nothing():
    with pytest.warns(UserWarning, match=r"dropout=0\.5 does nothing in a single layer"):
        Recurrent("gru", I, H, dropout=0.5)


def test_nothing_is_traced_in_a_sequence_without_steps():
    with pytest.raises(ValueError, match="nothing to trace in a sequence without steps"):
        Recurrent("gru", I, H).trace(torch.zeros(0, 2, I))
