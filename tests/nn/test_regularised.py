import copy
import pickle

import pytest
import torch

from elman import cells, settings
from elman.errors import SettingError
from elman.nn import Recurrent
from elman.runtime.random_masks import counted

T, B, I, H = 6, 4, 3, 8
ALL = {"recurrent_dropout": 0.3, "zoneout": (0.1, 0.4), "weight_drop": 0.5, "locked": True}


def made(cell="lstm", **kwargs):
    torch.manual_seed(0)
    return Recurrent(cell, I, H, **kwargs).double()


def given(*size):
    return torch.randn(*size, generator=torch.Generator().manual_seed(1), dtype=torch.float64)


X = given(T, B, I)


def test_all_zoned_out_is_the_state_at_the_beginning():
    h, c = given(1, B, H), given(1, B, H)
    output, (last, cell) = made(zoneout=1.0)(X, (h, c))
    assert torch.equal(output, h.expand(T, B, H))
    assert torch.equal(last, h)
    assert torch.equal(cell, c)


def test_about_a_share_of_the_units_stay():
    x = given(50, 20, I)
    output, _ = made("elman", zoneout=0.3)(x)
    stayed = (output[1:] == output[:-1]).double().mean()
    # 50 x 20 x 8 draws: five standard errors
    assert abs(stayed - 0.3) < 5 * (0.3 * 0.7 / 7840) ** 0.5


def test_a_state_has_a_share_of_its_own():
    whole = made(zoneout=(0.0, 1.0))
    c = given(1, B, H)
    assert torch.equal(whole(X, (c, c))[1][1], c)
    assert not torch.equal(whole(X, (c, c))[1][0], c)


def test_without_training_zoneout_is_its_mean():
    module, p = made("elman", zoneout=0.25).eval(), 0.25
    plain, h = made("elman"), torch.zeros(1, B, H, dtype=torch.float64)
    for x in X:
        h = p * h + (1 - p) * plain(x[None], h)[1]
    torch.testing.assert_close(module(X)[1], h)


def test_without_training_the_rest_is_nothing():
    settings_of = {"recurrent_dropout": 0.5, "weight_drop": 0.5, "dropout": 0.5, "locked": True}
    module, plain = made(num_layers=2, **settings_of).eval(), made(num_layers=2)
    assert torch.equal(module(X)[0], plain(X)[0])


def test_all_dropped_leaves_the_input_alone():
    state = (given(1, B, H), torch.zeros(1, B, H, dtype=torch.float64))
    module, plain = made(recurrent_dropout=1.0), made()
    zero = (torch.zeros(1, B, H, dtype=torch.float64), state[1])
    assert torch.equal(module(X[:1], state)[0], plain(X[:1], zero)[0])
    assert torch.equal(made(weight_drop=1.0)(X[:1], state)[0], plain(X[:1], zero)[0])


def test_recurrent_dropout_is_the_same_at_every_step():
    """A linear map of one state that is never written is the same at every step, too."""
    module = made("elman_relu", recurrent_dropout=0.5)
    with torch.no_grad():
        for name, parameter in module.named_parameters():
            parameter.copy_(torch.eye(H) if name == "weight_hh_l0" else torch.zeros_like(parameter))
    output, _ = module(X, torch.ones(1, B, H, dtype=torch.float64))
    steps = torch.arange(1, T + 1, dtype=torch.float64)[:, None, None]
    assert torch.equal(output, torch.where(output[:1] > 0, 2.0**steps, 0))
    assert 0 < (output[0] > 0).double().mean() < 1


def test_locked_dropout_is_the_same_at_every_step():
    """Between layers, so that a second one without recurrence sees the zeros."""
    for locked, expected in ((True, True), (False, False)):
        module = made("elman_relu", num_layers=2, dropout=0.5, locked=locked)
        with torch.no_grad():
            for name, parameter in module.named_parameters():
                parameter.zero_()
                if name == "weight_ih_l1":
                    parameter.copy_(torch.eye(H))
                if name == "bias_ih_l0":
                    parameter.fill_(1)
        output, _ = module(X)
        assert set(output.unique().tolist()) == {0.0, 2.0}
        assert torch.equal(output, output[:1].expand(T, B, H)) == expected
        assert not torch.equal(output[:, :1].expand(T, B, H), output)


def test_weights_are_dropped_for_a_whole_call():
    module = made("elman", weight_drop=0.5)
    torch.manual_seed(3)
    output, _ = module(X)
    output.sum().backward()
    gradient = module.weight_hh_l0.grad
    dropped = gradient == 0
    assert 0.2 < dropped.double().mean() < 0.8
    plain = made("elman")
    with torch.no_grad():
        plain.weight_hh_l0.copy_(torch.where(dropped, 0, 2 * plain.weight_hh_l0))
    torch.testing.assert_close(plain(X)[0], output)


@pytest.mark.parametrize("backend", ["compiled", "reference"])
def test_the_same_seed_draws_the_same(backend):
    module = made(num_layers=2, dropout=0.5, bidirectional=True, **ALL)
    with settings.use(backend=backend):
        torch.manual_seed(5)
        first, second = module(X)[0], module(X)[0]
        torch.manual_seed(5)
        assert torch.equal(module(X)[0], first)
        assert not torch.equal(first, second)
        with counted(seed=1, step=2):
            first = module(X)[0]
        with counted(seed=1, step=2):
            assert torch.equal(module(X)[0], first)
        with counted(seed=1, step=3):
            assert not torch.equal(module(X)[0], first)


def test_gradients_are_exact():
    module = made(**ALL)
    x = X.clone().requires_grad_()

    def f(x, *weights):
        torch.manual_seed(5)
        named = dict(zip(dict(module.named_parameters()), weights, strict=True))
        return torch.func.functional_call(module, named, (x,))[0]

    assert torch.autograd.gradcheck(f, (x, *module.parameters()))
    assert torch.autograd.gradgradcheck(f, (x, *module.parameters()), fast_mode=True)


@pytest.mark.parametrize("name", cells.names())
def test_every_cell_trains(name):
    module = made(name, recurrent_dropout=0.2, zoneout=0.1, weight_drop=0.2)
    output, _ = module(X)
    output.square().sum().backward()
    assert all(p.grad.isfinite().all() for p in module.parameters())


def test_copies_and_files_keep_it():
    module = made(**ALL)
    for other in (copy.deepcopy(module), pickle.loads(pickle.dumps(module))):
        torch.manual_seed(2)
        expected = module(X)[0]
        torch.manual_seed(2)
        assert torch.equal(other(X)[0], expected)
    assert "zoneout=(0.1, 0.4)" in repr(module)
    assert "_running" not in module.__getstate__()
    assert made().load_state_dict(module.state_dict())


def test_recomputing_runs_by_the_reference():
    module, other = made(**ALL, recompute=True), made(**ALL)
    found = []
    for one in (module, other):
        torch.manual_seed(5)
        output, _ = one(X)
        output.square().sum().backward()
        found.append([output, *[p.grad for p in one.parameters()]])
    for mine, theirs in zip(*found, strict=True):
        torch.testing.assert_close(mine, theirs)
    assert module.explain().backend == "reference"
    assert "noise" in module.explain().reason


def test_in_a_graph():
    module = made(zoneout=0.3, recurrent_dropout=0.2, weight_drop=0.2)
    torch.manual_seed(5)
    output, _ = torch.compile(module, fullgraph=True, backend="aot_eager")(X)
    output.sum().backward()
    assert module.weight_hh_l0.grad.isfinite().all()
    assert torch.equal(
        torch.compile(module.eval(), fullgraph=True, backend="aot_eager")(X)[0], module(X)[0]
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"zoneout": 1.5}, "zoneout must be a share from 0 to 1, got 1.5"),
        ({"zoneout": (0.1,)}, "one for each of the states h, c"),
        ({"recurrent_dropout": "much"}, "recurrent_dropout must be a share"),
        ({"weight_drop": -0.1}, "weight_drop must be a share"),
        ({"locked": 1}, "locked must be True or False"),
        ({"zoneout": 0.1, "proj_size": 2}, "do not go together with proj_size=2"),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(wrong, said):
    with pytest.raises(SettingError, match=said.replace("(", r"\(")):
        made(**wrong)
