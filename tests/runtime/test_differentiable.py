"""Recomputing and tracing: the same numbers and gradients as without."""

import copy

import pytest
import torch
from torch.utils._pytree import tree_leaves

import elman
from elman import cells, settings
from elman.cells import tanh
from elman.errors import SettingError
from elman.nn import GRU, LSTM, Recurrent
from elman.plan.program import refuses

COVERED = [name for name in cells.names() if not refuses(cells.get(name).graph)]
WAYS = [*((name, "compiled") for name in COVERED), ("mgu", "reference"), ("lstm", "reference")]


@elman.cell
def prototype(x, h, *, W, v):
    """A cell that kernels do not cover."""
    return tanh(W.n(x, h) + W.m(v.first))


def small(cell, **kwargs):
    torch.manual_seed(0)
    return Recurrent(cell, 3, 4, 2, bidirectional=True, dtype=torch.float64, **kwargs)


def begin(module):
    states = tuple(torch.rand(4, 3, 4, dtype=torch.float64) for _ in module.cell.states)
    return states if len(states) > 1 else states[0]


def outcome(run, module, x, state, create_graph=False):
    x, *states = (t.clone().requires_grad_() for t in (x, *tree_leaves(state)))
    torch.manual_seed(2)
    found = tree_leaves(run(x, tuple(states) if len(states) > 1 else states[0], [5, 0, 2]))
    found = [value for value in found if value.is_floating_point()]
    loss = sum((t * torch.linspace(0.5, 1.5, t.numel()).view_as(t)).sum() for t in found)
    wanted = [x, *states, *module.parameters()]
    gradients = torch.autograd.grad(loss, wanted, create_graph=create_graph)
    if create_graph:
        again = torch.autograd.grad(sum(g.square().sum() for g in gradients), wanted)
        return [*found, *gradients, *again]
    return [*found, *gradients]


@pytest.mark.parametrize("create_graph", [False, True], ids=["first order", "second order"])
@pytest.mark.parametrize(("cell", "backend"), WAYS)
def test_recomputing_gives_the_same(cell, backend, create_graph):
    """To the last bit, but for the weights' gradients by kernels, whose blocks of terms differ."""
    runs = []
    for recompute in (False, True):
        module = small(cell, recompute=recompute, dropout=0.3)
        x = torch.randn(5, 3, 3, dtype=torch.float64)
        with settings.use(backend=backend):
            runs.append(outcome(module, module, x, begin(module), create_graph))
            runs.append(module.explain().saved_bytes)
    kernels = backend == "compiled"
    exact = len(runs[0]) - len(list(module.parameters())) * (1 + create_graph)
    if create_graph and kernels:
        # second order: every gradient stands on those of the weights
        exact = 0
    same = list(map(torch.equal, runs[0], runs[2]))
    assert all(same[:exact] if kernels else same)
    torch.testing.assert_close(runs[0], runs[2], rtol=1e-12, atol=1e-12)
    assert runs[3] < runs[1] / 2


def test_recomputing_is_shown_and_not_done_by_torchs_operators():
    modules = Recurrent("lstm", 3, 4, recompute=True), LSTM(3, 4, recompute=True)
    for module in modules:
        assert repr(module).endswith("(lstm, 3, 4, recompute=True)") or repr(module).endswith(
            "(3, 4, recompute=True)"
        )
        module(torch.zeros(5, 2, 3))
        assert module.explain().backend == "compiled"
        reason = "torch's operators do not compute again what the way back needs"
        with settings.use(backend="aten"), pytest.raises(SettingError, match=reason):
            module(torch.zeros(5, 2, 3))
    assert "recompute" not in repr(LSTM(3, 4)) + repr(Recurrent("lstm", 3, 4))


@pytest.mark.parametrize("make", [GRU, lambda *args: Recurrent("gru", *args)])
def test_recomputing_may_be_chosen_later(make):
    module, x = make(3, 4), torch.zeros(5, 2, 3)
    kept = []
    for recompute in (False, True, False):
        module.recompute = recompute
        other = copy.deepcopy(module)
        other(x)
        assert other.recompute == recompute
        kept.append(other.explain().saved_bytes)
    assert kept[0] == kept[2] > kept[1]


@pytest.mark.parametrize("cell", COVERED)
def test_a_trace_by_kernels_is_that_of_the_reference(cell):
    module = small(cell)
    x, state = torch.randn(5, 3, 3, dtype=torch.float64), begin(module)
    runs = []
    for backend in ("compiled", "reference"):
        with settings.use(backend=backend):
            runs.append(outcome(module.trace, module, x, state, create_graph=True))
            with torch.no_grad():
                values = module.trace(x, state, [5, 0, 2])
            assert not any(value.requires_grad for value in values.values())
            runs[-1] += [value.double() for value in values.values()]
    for mine, theirs in zip(*runs, strict=True):
        torch.testing.assert_close(mine, theirs, rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("recompute", [False, True])
def test_a_trace_is_the_run(recompute):
    module = small("lstm", recompute=recompute, dropout=0.5)
    x = torch.randn(5, 3, 3, dtype=torch.float64)
    torch.manual_seed(5)
    values = module.trace(x, lengths=[5, 0, 2])
    torch.manual_seed(5)
    output, _ = module(x, lengths=[5, 0, 2])
    torch.testing.assert_close(torch.cat([values["h_l1"], values["h_l1_reverse"]], -1), output)


def test_a_trace_follows_the_backend_asked_for():
    module, x = GRU(3, 4), torch.zeros(5, 2, 3)
    with (
        settings.use(backend="aten"),
        pytest.raises(SettingError, match=r'"aten" was asked for.*does not show the values'),
    ):
        module.trace(x)
    other = Recurrent(prototype, 3, 4)
    assert other.trace(x)["h_l0"].shape == (5, 2, 4)
    with (
        settings.use(backend="compiled"),
        pytest.raises(SettingError, match="a learned vector is mapped"),
    ):
        other.trace(x)
