"""Every registered cell as a module: gradients of any order, and what it declares of itself."""

import inspect
import pkgutil

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from conformance.bptt import parameters_of
from elman import cells, settings
from elman.cells import library
from elman.nn import Recurrent

NAMES = cells.names()


def small(name, **settings_of_module):
    torch.manual_seed(0)
    return Recurrent(name, 3, 4, dtype=torch.float64, **settings_of_module)


def states_of(module, rows, seed=0):
    generator = torch.Generator().manual_seed(seed)
    count = module.num_layers * (2 if module.bidirectional else 1)
    shape = count, rows, module.hidden_size
    states = tuple(
        torch.rand(*shape, generator=generator, dtype=torch.float64).requires_grad_()
        for _ in module.cell.states
    )
    return states if len(states) > 1 else states[0]


def call_of(module, lengths=None):
    """Return the module as a function of input, states and parameters, for gradcheck."""
    names = [name for name, _ in module.named_parameters()]

    def function(x, *rest):
        count = len(module.cell.states)
        state = rest[:count] if count > 1 else rest[0]
        parameters = dict(zip(names, rest[count:], strict=True))
        output, final = torch.func.functional_call(module, parameters, (x, state, lengths))
        return (output, *final) if isinstance(final, tuple) else (output, final)

    return function


@pytest.mark.parametrize("name", NAMES)
def test_gradcheck(name):
    module = small(name, num_layers=2, bidirectional=True)
    x = torch.randn(3, 2, 3, dtype=torch.float64, requires_grad=True)
    states = states_of(module, 2)
    given = states if isinstance(states, tuple) else (states,)
    parameters = [p.detach().requires_grad_() for p in module.parameters()]
    function = call_of(module, torch.tensor([3, 1]))
    with settings.use(backend="reference"):
        assert torch.autograd.gradcheck(function, (x, *given, *parameters), fast_mode=True)


@pytest.mark.parametrize("name", NAMES)
def test_gradgradcheck(name):
    module = small(name)
    x = torch.randn(2, 1, 3, dtype=torch.float64, requires_grad=True)
    states = states_of(module, 1)
    given = states if isinstance(states, tuple) else (states,)
    parameters = [p.detach().requires_grad_() for p in module.parameters()]
    function = call_of(module)
    with settings.use(backend="reference"):
        assert torch.autograd.gradgradcheck(function, (x, *given, *parameters), fast_mode=True)


@pytest.mark.parametrize("name", NAMES)
def test_module_takes_the_steps_of_the_cell(name):
    module = small(name)
    x, states = torch.randn(4, 2, 3, dtype=torch.float64), states_of(module, 2)
    output, final = module(x, states)
    now = tuple(s[0] for s in states) if isinstance(states, tuple) else (states[0],)
    for time in range(4):
        now = module.cell.step(x[time], now, module.named_views())
        torch.testing.assert_close(output[time], now[0], rtol=1e-12, atol=1e-12)
    finals = final if isinstance(final, tuple) else (final,)
    for mine, theirs in zip(now, finals, strict=True):
        torch.testing.assert_close(theirs[0], mine, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("proj_size", [0, 2])
def test_declared_cost(name, proj_size):
    cell, I, H = cells.get(name), 3, 4
    if proj_size and name not in ("elman", "lstm", "peephole_lstm"):
        return
    module = Recurrent(name, I, H, proj_size=proj_size)
    cost = cell.cost(I, H, proj_size=proj_size)
    assert cost.parameters == sum(p.numel() for p in module.parameters())
    with FlopCounterMode(display=False) as counter, settings.use(backend="reference"):
        module(torch.zeros(1, 1, I))
    products = counter.get_total_flops()
    nodes = [node for node in cell.graph.order if node.kind == "hidden" and node.args]
    assert products <= cost.flops <= products + 7 * H * len(nodes)
    assert cost.bytes == 4 * (cost.parameters + I + 2 * state_numbers(module))


def state_numbers(module):
    first = module.proj_size or module.hidden_size
    return first + module.hidden_size * (len(module.cell.states) - 1)


@pytest.mark.parametrize("name", NAMES)
def test_declared_cost_of_the_backward_products(name):
    cell, I, H = cells.get(name), 3, 4
    module = Recurrent(name, I, H)
    x = torch.zeros(1, 1, I, requires_grad=True)
    states = [torch.full((1, 1, H), 0.5, requires_grad=True) for _ in cell.states]
    with settings.use(backend="reference"):
        output, _ = module(x, tuple(states) if len(states) > 1 else states[0])
        with FlopCounterMode(display=False) as counter:
            output.sum().backward()
    products = counter.get_total_flops()
    nodes = [node for node in cell.derivative().order if node not in cell.graph.order]
    cost = cell.cost(I, H).flops_backward
    assert products <= cost <= products + 7 * H * len(nodes)


@pytest.mark.parametrize("name", NAMES)
def test_survives_a_file(name):
    import json

    cell = cells.get(name)
    again = type(cell).from_dict(json.loads(json.dumps(cell.to_dict())))
    assert again == cell
    assert again.graph.results[0] is cell.graph.results[0]


@pytest.mark.parametrize("name", NAMES)
def test_stays_finite_on_large_inputs(name):
    module = small(name).float()
    x = 100 * torch.randn(50, 3, 3)
    x.requires_grad_()
    output, _ = module(x)
    output.sum().backward()
    for value in (output, x.grad, *(p.grad for p in module.parameters())):
        assert value.isfinite().all()


def test_every_file_of_the_library_is_a_small_file_of_equations():
    for entry in pkgutil.iter_modules(library.__path__):
        source = inspect.getsource(__import__(f"{library.__name__}.{entry.name}", fromlist=["_"]))
        assert len(source.splitlines()) <= 40, entry.name
        assert "import torch" not in source, entry.name
    for name in NAMES:
        assert cells.get(name).doc.rstrip(".").endswith(")"), f"{name} cites nothing"


def test_parameters_of_a_hand_written_run_fit_the_layout():
    for name in NAMES:
        drawn = parameters_of(cells.get(name), 3, 4, torch.float64)
        assert set(drawn) == set(Recurrent(name, 3, 4).named_views())
