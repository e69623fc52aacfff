"""Which backend runs a call, and that the choice never changes the result."""

import re

import pytest
import torch
from torch.func import vmap
from torch.utils._pytree import tree_leaves

import elman
from elman import cells, settings
from elman.cells import sigmoid, tanh
from elman.errors import SettingError
from elman.nn import Recurrent
from elman.runtime import choose


@elman.cell
def my_memory(x, h, c, *, W):
    """The equations of the LSTM under another name."""
    i = sigmoid(W.i(x, h))
    f = sigmoid(W.f(x, h))
    g = tanh(W.g(x, h))
    o = sigmoid(W.o(x, h))
    c = f * c + i * g
    return o * tanh(c), c


@elman.cell
def wrong_memory(x, h, c, *, W):
    """As the LSTM, but for one sign."""
    i = sigmoid(W.i(x, h))
    f = sigmoid(W.f(x, h))
    g = tanh(W.g(x, h))
    o = sigmoid(W.o(x, h))
    c = f * c - i * g
    return o * tanh(c), c


@elman.cell
def prototype(x, h, *, W, v):
    """A cell that kernels do not cover."""
    return tanh(W.n(x, h) + W.m(v.first))


def call_of(cell, x=None, lengths=None, **kwargs):
    torch.manual_seed(0)
    module = Recurrent(cell, 3, 4, **kwargs)
    return module.arranged(torch.randn(5, 3, 3) if x is None else x, None, lengths)[0]


@pytest.mark.parametrize("name", cells.names())
def test_kernels_come_first_on_a_cpu(name):
    backend, reason = choose(call_of(name))
    assert (backend.name, reason) == ("compiled", "it is the first choice for this call")


@pytest.mark.parametrize("name", cells.names())
def test_torchs_operators_come_first_elsewhere(name):
    backend, reason = choose(call_of(name, torch.zeros(5, 3, 3, device="meta"), device="meta"))
    if name in ("lstm", "gru", "elman", "elman_relu"):
        assert (backend.name, reason) == ("aten", "it is the first choice for this call")
    else:
        assert backend.name == "reference"
        no_kernel = "kernels run on a CPU in float32 and float64, not on meta in torch.float32"
        assert reason == f"torch has no operator for the cell {name}; {no_kernel}"


def test_the_reference_runs_what_nothing_else_does():
    backend, reason = choose(call_of(prototype))
    assert backend.name == "reference"
    assert reason == (
        "kernels do not cover the cell prototype: a learned vector is mapped; "
        "torch has no operator for the cell prototype"
    )


@pytest.mark.parametrize(
    ("changes", "dtype", "expected"),
    [
        ({}, torch.float32, "compiled"),
        ({}, torch.float64, "compiled"),
        ({"lengths": [5, 2, 0]}, torch.float32, "compiled"),
        ({"proj_size": 2}, torch.float64, "compiled"),
        ({}, torch.bfloat16, "aten"),
    ],
)
def test_the_first_choice_for_an_lstm_depends_on_the_call(changes, dtype, expected):
    x = torch.randn(5, 3, 3, dtype=dtype)
    assert choose(call_of("lstm", x, dtype=dtype, **changes)).backend.name == expected


def test_the_equations_decide_and_not_the_name():
    with settings.use(backend="aten"):
        assert choose(call_of(my_memory)).backend.name == "aten"
        with pytest.raises(SettingError, match="no operator for the cell wrong_memory"):
            choose(call_of(wrong_memory))
    torch.manual_seed(0)
    mine = Recurrent(my_memory, 3, 4, 2, bidirectional=True)
    torch.manual_seed(0)
    lstm = Recurrent("lstm", 3, 4, 2, bidirectional=True)
    x = torch.randn(5, 2, 3)
    with settings.use(backend="aten"):
        assert all(map(torch.equal, tree_leaves(mine(x)), tree_leaves(lstm(x))))


@pytest.mark.parametrize(
    ("cell", "changes", "reason"),
    [
        ("mgu", {}, "torch has no operator for the cell mgu"),
        ("elman", {"proj_size": 2}, "torch's operators project the output of an LSTM only"),
        ("lstm", {"x": torch.zeros(0, 2, 3)}, "torch's operators refuse a sequence without steps"),
        ("lstm", {"lengths": [0, 0, 0]}, "torch's operators refuse a batch without steps"),
    ],
)
def test_a_refusal_gives_its_reason_and_forcing_it_is_an_error(cell, changes, reason):
    call = call_of(cell, **changes)
    words = f'the backend "aten" was asked for, but cannot run this: {reason}. Ask for "auto"'
    with settings.use(backend="aten"), pytest.raises(SettingError, match=re.escape(words)):
        choose(call)


@pytest.mark.filterwarnings("ignore:`torch.jit.script:DeprecationWarning")  # from inside of torch
def test_torchs_operators_are_not_used_where_they_have_no_rules():
    reason = (
        "kernels have no rules for forward-mode differentiation and vmap; "
        "torch's operators have no rules for forward-mode differentiation and vmap"
    )
    module, x = Recurrent("lstm", 3, 4), torch.randn(5, 2, 3)
    vmap(lambda row: module(row)[0], in_dims=1)(x)
    assert module.explain().reason == reason
    with torch.autograd.forward_ad.dual_level():
        module(torch.autograd.forward_ad.make_dual(x, x))
    assert module.explain().reason == reason
    module(x)
    assert module.explain().backend == "compiled"


def test_a_backend_that_is_asked_for_runs():
    call = call_of("lstm")
    for name in ("aten", "compiled", "reference"):
        with settings.use(backend=name):
            assert choose(call).backend.name == name
            assert choose(call).reason == "it was asked for"
    assert choose(call).backend.name == "compiled"


def test_the_environment_asks_too_and_code_has_the_last_word(monkeypatch):
    call = call_of("lstm")
    monkeypatch.setenv("ELMAN_BACKEND", "reference")
    settings._from_environment.cache_clear()
    assert choose(call).backend.name == "reference"
    with settings.use(backend="auto"):
        assert choose(call).backend.name == "compiled"
    monkeypatch.setenv("ELMAN_BACKEND", "referense")
    settings._from_environment.cache_clear()
    with pytest.raises(SettingError, match=r'ELMAN_BACKEND is "referense".*mean "reference"\?'):
        choose(call)


def test_an_unknown_backend_is_refused_and_leaves_the_choice():
    with (
        pytest.raises(SettingError, match=r'backend is "atem", .* Did you mean "aten"\?'),
        settings.use(backend="atem"),
    ):
        pass
    assert settings.backend() == "auto"
